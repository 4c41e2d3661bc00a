//! Tells what was found: one page in, one file per output format.

use std::io;

use crate::overlap::{Kind, Overlap};
use crate::roadmap::{Planned, Problem};

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
    /// What could not be read or is suspicious, in the order of places.
    pub problems: &'a [Problem],
    /// How the reader wants to see it.
    pub view: View,
}

/// How the reader wants to see the page; formats for machines ignore width and colour.
#[derive(Debug, Clone)]
pub struct View {
    /// Columns of the terminal, at least 20.
    pub width: usize,
    /// Whether colours and bold are wanted.
    pub styled: bool,
    /// How many overlaps to show at most; none for all. JSON holds all.
    pub limit: Option<usize>,
    /// Whether file and line of every item are shown.
    pub places: bool,
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
