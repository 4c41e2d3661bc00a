//! Tells what was found: one page in, one file per output format.
//!
//! Texts of roadmaps are hostile until they went through `clean`, which has one door per output.

pub mod answers;
mod clean;
pub mod findings;
mod overlaps;
#[cfg(test)]
mod sample;
mod terminal;
mod words;

use std::io;

use crate::basics::Problem;
use crate::company::Planned;
use crate::overlap::{Kind, Overlap};

pub use clean::terminal;
pub use overlaps::table::one;
pub use terminal::problems::problems;
pub use words::agreed::{Agreements, agreement};

/// Every output format, the default first: one file and one line each.
pub const FORMATS: &[Format] = &[
    Format {
        name: "table",
        about: "Blocks for a person at a terminal",
        write: overlaps::table::write,
    },
    Format {
        name: "json",
        about: "One object with everything, versioned",
        write: overlaps::json::write,
    },
    Format {
        name: "jsonl",
        about: "One overlap per line, for streams",
        write: overlaps::jsonl::write,
    },
    Format {
        name: "csv",
        about: "One row per item, for spreadsheets",
        write: overlaps::csv::write,
    },
    Format {
        name: "markdown",
        about: "For a wiki or a pull request",
        write: overlaps::markdown::write,
    },
];

/// The format of that name, as in `--format NAME`.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// Everything that a report can tell.
pub struct Page<'a> {
    /// How many roadmaps were read.
    pub roadmaps: usize,
    /// How many leaders own them.
    pub leaders: usize,
    /// Every planned item; overlaps and links name items by their index here.
    pub items: &'a [Planned<'a>],
    /// Every overlap of every kind, worst first.
    pub overlaps: &'a [Overlap],
    /// What was agreed about them; none if nothing ever was.
    pub agreed: Option<Agreements<'a>>,
    /// What could not be read or is suspicious, in the order of places.
    pub problems: &'a [Problem],
    /// How the reader wants to see it.
    pub view: View,
}

/// How the reader wants to see the page; formats for machines hold everything and ignore it.
#[derive(Debug, Clone)]
pub struct View {
    /// Columns of the terminal, at least 20.
    pub width: usize,
    /// Whether colours and bold are wanted.
    pub styled: bool,
    /// How many overlaps to show at most; none for all. JSON, JSON lines and CSV hold all.
    pub limit: Option<usize>,
    /// Whether file and line of every item are shown.
    pub places: bool,
    /// Whether the reasons of the links are shown.
    pub why: bool,
    /// The kinds to show; the others are counted.
    pub kinds: Vec<Kind>,
}

/// An output format: a name for `--format`, a sentence for `--help`, and the function that writes.
pub struct Format {
    /// As in `--format NAME`.
    pub name: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// Writes the page.
    pub write: fn(&Page, &mut dyn io::Write) -> io::Result<()>,
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, format};

    #[test]
    fn every_format_is_found_by_its_name() {
        for known in FORMATS {
            assert_eq!(format(known.name).map(|found| found.about), Some(known.about));
        }
        assert!(format("xml").is_none());
    }
}
