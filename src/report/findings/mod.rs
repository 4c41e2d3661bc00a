//! What is left to be decided, as `check` tells it: one page in, one file per output format.

mod github;
mod gitlab;
mod home;
mod json;
mod junit;
mod markdown;
mod rules;
mod sarif;
mod summary;
mod text;
mod words;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;

use crate::basics::{Place, Problem, Severity};
use crate::company::Planned;
use crate::decision::{Decision, Finding};
use crate::document::Line;
use crate::overlap::{Kind, Overlap};
use crate::report::answers::Look;

pub use home::Home;

/// Every output format of the gate, the default first: one file and one line each.
pub const FORMATS: &[GateFormat] = &[
    format("text", "For a person at a terminal", text::write),
    GateFormat {
        summary: Some(markdown::write_within),
        ..format("github", "Annotations and the summary of a GitHub job", github::write)
    },
    format("gitlab", "GitLab's Code Quality report", gitlab::write),
    format("sarif", "SARIF 2.1.0, for code scanning", sarif::write),
    format("junit", "JUnit's XML: a test per overlap", junit::write),
    format("json", "One object with everything, versioned", json::write),
    format("markdown", "A comment on a pull request", markdown::write),
];

/// Everything that the gate can tell.
pub struct GatePage<'a> {
    /// How many roadmaps were read.
    pub roadmaps: usize,
    /// How many leaders own them.
    pub leaders: usize,
    /// Every planned item.
    pub items: &'a [Planned<'a>],
    /// Every overlap, worst first.
    pub overlaps: &'a [Overlap],
    /// Every entry of the decisions file, in its order.
    pub decisions: &'a [Decision],
    /// Where decisions are kept, as the user would write it: `decisions.yaml`.
    pub file: &'a str,
    /// What is not settled and makes the check fail, unless the budget allows it.
    pub blocking: &'a [Finding],
    /// What is not settled, and only told.
    pub told: &'a [Finding],
    /// How many blocking findings are allowed.
    pub budget: usize,
    /// What the roadmaps are compared with, as the user wrote it: `origin/main`. Then the findings
    /// are those that the change since brings.
    pub since: Option<&'a str>,
    /// The day by which was judged.
    pub today: Date,
    /// The source lines of [`places`], for a person.
    pub lines: &'a BTreeMap<Place, Line>,
    /// What could not be read or is suspicious.
    pub problems: &'a [Problem],
    /// Where the files are, as the rest of the world names them.
    pub home: &'a Home,
    /// How a person sees it.
    pub look: Look,
}

/// An output format of the gate.
pub struct GateFormat {
    /// As in `--format NAME`.
    pub name: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// Writes the page.
    pub write: Write,
    /// What is beside it added to the summary of a job that has one.
    pub summary: Option<Summary>,
}

/// Writes the page.
pub type Write = fn(&GatePage, &mut dyn io::Write) -> io::Result<()>;

/// Writes the page in at most that many bytes.
pub type Summary = fn(&GatePage, usize, &mut dyn io::Write) -> io::Result<()>;

const fn format(name: &'static str, about: &'static str, write: Write) -> GateFormat {
    GateFormat { name, about, write, summary: None }
}

/// What the check comes to; the exit code follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing blocks, or no more than the budget allows.
    Pass,
    /// More must be decided than the budget allows.
    Fail,
    /// Not everything could be read: what was not may hold anything, so it is never a pass.
    Incomplete,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// It makes the check fail.
    Blocks,
    /// It would, if the budget did not allow it.
    Allowed,
    /// It is only told.
    Told,
}

impl<'a> GatePage<'a> {
    /// What the check comes to.
    pub fn verdict(&self) -> Verdict {
        let is_error = |problem: &Problem| problem.severity == Severity::Error;
        if self.items.is_empty() || self.problems.iter().any(is_error) {
            Verdict::Incomplete
        } else if self.is_over_budget() {
            Verdict::Fail
        } else {
            Verdict::Pass
        }
    }

    /// Every finding with its grade: what blocks first, and in its order.
    fn findings(&self) -> impl Iterator<Item = (Grade, &'a Finding)> + use<'a> {
        let grade = if self.is_over_budget() { Grade::Blocks } else { Grade::Allowed };
        let blocking = self.blocking.iter().map(move |finding| (grade, finding));
        blocking.chain(self.told.iter().map(|finding| (Grade::Told, finding)))
    }

    fn is_over_budget(&self) -> bool {
        self.blocking.len() > self.budget
    }

    /// The overlaps that must be decided: those between leaders.
    fn across(&self) -> impl Iterator<Item = (usize, &'a Overlap)> + use<'a> {
        self.overlaps.iter().enumerate().filter(|(_, overlap)| overlap.kind == Kind::Across)
    }

    /// The items of a finding that are the news, then the others of its overlap.
    fn members(&self, finding: &Finding) -> Members {
        let all = finding.overlap.map_or(&[][..], |at| &self.overlaps[at].members);
        let is_known = |item: &usize| finding.fresh.binary_search(item).is_err();
        let known = all.iter().copied().filter(is_known).collect();
        Members { fresh: finding.fresh.clone(), known }
    }
}

/// The items that a finding is about, as indices among the planned items.
struct Members {
    /// Those that are the news.
    fresh: Vec<usize>,
    /// Those that are not.
    known: Vec<usize>,
}

impl Members {
    /// All of them, the news first.
    fn all(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.fresh.iter().chain(&self.known).copied()
    }

    /// Whether some are the news and others are not.
    fn are_mixed(&self) -> bool {
        !self.fresh.is_empty() && !self.known.is_empty()
    }

    /// Those that are the news; where none is, all of them.
    fn news(&self) -> &[usize] {
        if self.fresh.is_empty() { &self.known } else { &self.fresh }
    }
}

/// The places whose lines a person is shown: the items of every finding, and its decision.
pub fn places<'a>(page: &GatePage<'a>) -> Vec<&'a Place> {
    let mut places = Vec::new();
    for (_, finding) in page.findings() {
        let shown = text::shown(page, finding).0;
        places.extend(shown.into_iter().map(|item| &page.items[item].item.place));
        places.extend(finding.decision.map(|at| &page.decisions[at].place));
    }
    places
}
