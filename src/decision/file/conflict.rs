//! A merge that git left open in the decisions file.

use crate::roadmap::{Problem, Source};

/// What was found.
pub struct Merge {
    /// The text with the lines of both sides, every other line of the merge blank, so that places
    /// stay.
    pub both_sides: String,
    /// The one thing that is wrong.
    pub problem: Problem,
}

/// The lines that git writes around the two sides, and around what both began with.
const OURS: &str = "<<<<<<<";
const BASE: &str = "|||||||";
const THEIRS: &str = "=======";
const END: &str = ">>>>>>>";

/// Finds the first open merge; none if there is none.
///
/// Only a line that opens a merge tells one, so that a row of `=` in a reason stays what it is.
pub fn find(source: &Source) -> Option<Merge> {
    let mut first = None;
    let mut both_sides = String::with_capacity(source.text.len());
    let (mut inside, mut base) = (false, false);
    for (line, number) in source.text.split_inclusive('\n').zip(1..) {
        let marks = |mark: &str| {
            let rest = line.strip_prefix(mark);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        };
        let mark = match () {
            () if marks(OURS) => {
                first.get_or_insert(number);
                (inside, base) = (true, false);
                true
            }
            () if inside && marks(BASE) => {
                base = true;
                true
            }
            () if inside && marks(THEIRS) => {
                base = false;
                true
            }
            () if inside && marks(END) => {
                (inside, base) = (false, false);
                true
            }
            () => false,
        };
        both_sides.push_str(if mark || base { "\n" } else { line });
    }
    let problem = source.error(first?, 1, "git left a merge open here").with_help(
        "keep the entries of both sides and delete the lines <<<<<<<, ======= and >>>>>>>",
    );
    Some(Merge { both_sides, problem })
}
