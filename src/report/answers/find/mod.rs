//! Who plans something like this, best first.

mod json;
mod text;

use crate::ask::Answer;
use crate::basics::Problem;
use crate::company::Company;
use crate::overlap::{Filter, Overlap};
use crate::report::{Format, Subject};
use crate::similarity::Score;

/// The answer to `find`.
#[derive(Debug, Clone)]
pub struct Find;

impl Subject for Find {
    type Page<'a> = FindPage<'a>;

    const FORMATS: &'static [Format<Self>] = &[
        Format::<Self>::people("table", "For a person at a terminal", text::write),
        Format::<Self>::programs("json", "One object, versioned", json::write),
    ];
}

/// Everything that the answer can tell.
pub struct FindPage<'a> {
    /// What was asked for.
    pub text: &'a str,
    /// What was found.
    pub answer: &'a Answer,
    /// Whose plans were asked.
    pub company: &'a Company<'a>,
    /// Every overlap of them.
    pub overlaps: &'a [Overlap],
    /// Which items are shown.
    pub filter: &'a Filter,
    /// From where on an item was counted as found.
    pub threshold: Score,
    /// What could not be read.
    pub problems: &'a [Problem],
}
