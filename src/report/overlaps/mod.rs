//! The overlaps of a company, as `scan` tells them: one page in, one file per output format.

mod csv;
pub(in crate::report) mod json;
mod jsonl;
mod markdown;
pub(in crate::report) mod order;
mod table;

use crate::basics::Problem;
use crate::company::Planned;
use crate::overlap::{Kind, Overlap};
use crate::report::{Agreements, Format, Subject};

pub use order::Ranked;
pub use table::one;

/// The overlaps of a company.
#[derive(Debug, Clone)]
pub struct Overlaps;

impl Subject for Overlaps {
    type Page<'a> = OverlapsPage<'a>;

    const FORMATS: &'static [Format<Self>] = &[
        Format::<Self>::people("table", "Blocks for a person at a terminal", table::write),
        Format::<Self>::programs("json", "One object with everything, versioned", json::write),
        Format::<Self>::programs("jsonl", "One overlap per line, for streams", jsonl::write),
        Format::<Self>::programs("csv", "One row per item, for spreadsheets", csv::write),
        Format::<Self>::programs("markdown", "For a wiki or a pull request", markdown::write),
    ];
}

/// Everything that can be told about overlaps.
pub struct OverlapsPage<'a> {
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
    /// What of it the reader wants to see.
    pub view: View,
}

/// What the reader wants to see; JSON, JSON lines and CSV hold everything and ignore it.
#[derive(Debug, Clone)]
pub struct View {
    /// How many overlaps to show.
    pub limit: Limit,
    /// Whether file and line of every item are shown.
    pub places: bool,
    /// Whether the reasons of the links are shown.
    pub why: bool,
    /// The kinds to show; the others are counted.
    pub kinds: Vec<Kind>,
}

/// How many overlaps to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// As many as suit the format.
    Usual,
    /// All of them.
    All,
    /// So many at most.
    Most(usize),
}
