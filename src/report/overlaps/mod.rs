//! The overlaps of a company, as `scan` tells them: one page in, one file per output format.

mod csv;
pub(in crate::report) mod json;
mod jsonl;
mod markdown;
mod order;
mod table;

use crate::basics::Problem;
use crate::company::Company;
use crate::overlap::{Filter, Overlap};
use crate::report::{Agreements, Format, Subject};

pub use order::{Ranked, Shown};
pub(in crate::report) use order::{listed, ranked, shown};
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
    /// Whose they are; overlaps and links name items by their index among its items.
    pub company: &'a Company<'a>,
    /// Every overlap of every kind, in the order in which they were found.
    pub overlaps: &'a [Overlap],
    /// What was agreed about them; none if nothing ever was.
    pub agreed: Option<Agreements<'a>>,
    /// What could not be read or is suspicious, in the order of places.
    pub problems: &'a [Problem],
    /// What of it the reader wants to see.
    pub view: View,
}

/// What the reader wants to see.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// Which overlaps to show; where no kind is named, people see the usual ones and programs all.
    pub filter: Filter,
    /// How many of them to show.
    pub limit: Limit,
    /// Whether everything is shown of those that are only worth a look too.
    pub doubtful: bool,
    /// Whether file and line of every item are shown.
    pub places: bool,
    /// Whether the reasons of the links are shown.
    pub why: bool,
}

/// How many overlaps to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Limit {
    /// As many as suit the format.
    #[default]
    Usual,
    /// All of them.
    All,
    /// So many at most.
    Most(usize),
}
