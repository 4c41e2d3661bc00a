//! The glossary: what is built in, what roadmaps use of it, and what could be added.

mod json;
mod text;

use crate::ask::Terms;
use crate::basics::Problem;
use crate::company::Planned;
use crate::names::glossary::{Area, Entry};
use crate::report::{Format, Subject};

/// The answer to `glossary`.
#[derive(Debug, Clone)]
pub struct Glossary;

impl Subject for Glossary {
    type Page<'a> = GlossaryPage<'a>;

    const FORMATS: &'static [Format<Self>] = &[
        Format::<Self>::people("table", "For a person at a terminal", text::write),
        Format::<Self>::programs("json", "One object with every entry, versioned", json::write),
    ];
}

/// What of the glossary is told.
pub enum GlossaryPage<'a> {
    /// Every built-in area.
    Areas(&'a [Area]),
    /// Some entries.
    Entries(Vec<&'a Entry>),
    /// What roadmaps use of it.
    Terms(TermsPage<'a>),
}

/// Everything that can be told about the terms of some roadmaps.
pub struct TermsPage<'a> {
    /// The terms.
    pub terms: &'a Terms,
    /// Every planned item.
    pub items: &'a [Planned<'a>],
    /// How many leaders plan them.
    pub leaders: usize,
    /// How many concepts, and how many proposals of each kind, a person is shown; none for all.
    pub limit: Option<usize>,
    /// What could not be read.
    pub problems: &'a [Problem],
}
