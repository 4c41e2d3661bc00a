//! One kind of output format for every page: a name, a sentence, who reads it, and a function.

use std::io;

/// What the place that a page goes to can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal, at least 20.
    pub width: usize,
    /// Whether colours and bold are wanted.
    pub styled: bool,
}

/// Who reads what a format writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// A person at a terminal: shown a screen or two, and no page at all where nothing is planned.
    People,
    /// A program, or a place that shows everything: always told all there is.
    Programs,
}

/// What is told: overlaps, findings, or the answer to one question. Each is a page of facts with a
/// table of the formats that it can be written in.
pub trait Subject: Clone + Send + Sync + 'static {
    /// Everything that can be told, whatever the format.
    type Page<'a>;

    /// Every format, the default first: one file and one line each.
    const FORMATS: &'static [Format<Self>];
}

/// An output format.
pub struct Format<S: Subject> {
    /// As in `--format NAME`.
    pub name: &'static str,
    /// One sentence for `--help`.
    pub about: &'static str,
    /// Who reads it.
    pub audience: Audience,
    /// Writes the page.
    pub write: Write<S>,
    /// What is added, beside it, to the summary of a job that has one.
    pub summary: Option<Summary<S>>,
}

/// Writes a page for a place that looks like that; formats for programs look the same everywhere.
pub type Write<S> =
    for<'p, 'a> fn(&'p <S as Subject>::Page<'a>, Look, &mut dyn io::Write) -> io::Result<()>;

/// Writes a page in at most that many bytes.
pub type Summary<S> =
    for<'p, 'a> fn(&'p <S as Subject>::Page<'a>, usize, &mut dyn io::Write) -> io::Result<()>;

impl<S: Subject> Format<S> {
    /// A format for people.
    pub const fn people(name: &'static str, about: &'static str, write: Write<S>) -> Self {
        Self { name, about, audience: Audience::People, write, summary: None }
    }

    /// A format for programs.
    pub const fn programs(name: &'static str, about: &'static str, write: Write<S>) -> Self {
        Self { name, about, audience: Audience::Programs, write, summary: None }
    }

    /// The format of that name, as in `--format NAME`.
    pub fn named(name: &str) -> Option<&'static Self> {
        S::FORMATS.iter().find(|format| format.name == name)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Format, Subject};
    use crate::report::answers::{Evaluate, Explain, Files, Find, Glossary};
    use crate::report::findings::Findings;
    use crate::report::overlaps::Overlaps;

    fn check<S: Subject>() {
        let names: BTreeSet<&str> = S::FORMATS.iter().map(|format| format.name).collect();
        assert_eq!(names.len(), S::FORMATS.len());
        assert!(names.contains("json"), "{names:?}");
        for known in S::FORMATS {
            let found = Format::<S>::named(known.name).map(|found| found.about);
            assert_eq!(found, Some(known.about));
        }
        assert!(Format::<S>::named("xml").is_none());
    }

    #[test]
    fn every_format_is_found_by_its_name_and_every_page_has_json() {
        check::<Overlaps>();
        check::<Findings>();
        check::<Files>();
        check::<Find>();
        check::<Explain>();
        check::<Evaluate>();
        check::<Glossary>();
    }
}
