//! A merge that git left open in a file.

use crate::basics::Problem;
use crate::document::Source;

/// What was found.
pub struct Merge {
    /// The text as it was on our side, every other line of the merge blank, so that places stay.
    /// Both sides together would mix up their entries, since git leaves out what they share.
    pub ours: String,
    /// The one thing that is wrong.
    pub problem: Problem,
}

/// The lines that git writes around the two sides, and around what both began with.
const OURS: &str = "<<<<<<<";
const BASE: &str = "|||||||";
const THEIRS: &str = "=======";
const END: &str = ">>>>>>>";

/// What a line of the text belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Both,
    Ours,
    Others,
}

/// Finds the first open merge, with the way out that fits the file; none if there is none.
///
/// Only a line that opens a merge tells one, so that a row of `=` in a reason stays what it is.
pub fn find(source: &Source, help: &str) -> Option<Merge> {
    if !source.text.contains(OURS) {
        return None;
    }
    let (mut first, mut last) = (None, 0);
    let mut ours = String::with_capacity(source.text.len());
    let mut part = Part::Both;
    for (line, number) in source.text.split_inclusive('\n').zip(1..) {
        let before = part;
        part = match before {
            _ if marks(line, OURS) => Part::Ours,
            Part::Ours if marks(line, BASE) || marks(line, THEIRS) => Part::Others,
            Part::Ours | Part::Others if marks(line, END) => Part::Both,
            same => same,
        };
        if part == Part::Ours && before != Part::Ours {
            first.get_or_insert(number);
        }
        if last == 0 && before != Part::Both && part == Part::Both {
            last = number;
        }
        let is_kept = part == before && part != Part::Others;
        ours.push_str(if is_kept { line } else { "\n" });
    }
    let first = first?;
    let message = match last {
        0 => format!("an unresolved merge conflict, from line {first} on"),
        last => format!("an unresolved merge conflict, lines {first} to {last}"),
    };
    Some(Merge { ours, problem: source.error(first, 1, message).with_help(help) })
}

fn marks(line: &str, mark: &str) -> bool {
    let rest = line.strip_prefix(mark);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}
