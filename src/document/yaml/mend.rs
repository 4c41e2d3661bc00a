//! Mends what makes a whole file unreadable and has one cause: a merge that git left open, and
//! indentation that only looks like spaces.

use crate::basics::Problem;
use crate::document::{Source, conflict};

/// A text that can be read, line for line, and what was wrong with the one that was there.
pub struct Mended {
    /// The text.
    pub text: String,
    /// The cause.
    pub problem: Problem,
}

/// The text of a file as it was meant; none where nothing has to be mended.
pub fn mended(source: &Source) -> Option<Mended> {
    const HELP: &str = "keep what counts and delete the lines <<<<<<<, ======= and >>>>>>>; until \
                        then the upper side is read";
    if let Some(merge) = conflict::find(source, HELP) {
        return Some(Mended { text: merge.ours, problem: merge.problem });
    }
    indented(source)
}

/// The text with plain spaces in place of other white space before the first word of a line.
fn indented(source: &Source) -> Option<Mended> {
    let indent = |line: &str| line.len() - line.trim_start_matches(is_blank).len();
    let is_odd = |line: &str| !line[..indent(line)].is_ascii();
    if source.text.is_ascii() {
        return None;
    }
    let lines = || source.text.split_inclusive('\n');
    let odd: Vec<u32> = (1..).zip(lines()).filter(|(_, it)| is_odd(it)).map(|(at, _)| at).collect();
    let first = *odd.first()?;
    let plain = |line: &str| {
        let (before, rest) = line.split_at(indent(line));
        " ".repeat(before.chars().count()) + rest
    };
    let text: String =
        lines().map(|line| if is_odd(line) { plain(line) } else { line.into() }).collect();
    let more = match odd.len() - 1 {
        0 => String::new(),
        1 => " (and 1 more line)".to_owned(),
        more => format!(" (and {more} more lines)"),
    };
    let message = format!("line {first} is indented with no-break spaces{more}");
    let help = "replace them by plain spaces; until then they are read as such";
    Some(Mended { text, problem: source.error(first, 1, message).with_help(help) })
}

/// Whether a character looks like a space: any of Unicode's, but for tabs and the ends of lines.
fn is_blank(c: char) -> bool {
    c == ' ' || c.is_whitespace() && !c.is_ascii()
}
