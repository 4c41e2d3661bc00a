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

use jiff::civil::Date;

use crate::basics::{Place, Problem, Severity};
use crate::company::Planned;
use crate::decision::{Decision, Finding};
use crate::document::Line;
use crate::overlap::{Kind, Overlap};
use crate::report::{Format, Subject};

pub use home::Home;

/// What is left to be decided.
#[derive(Debug, Clone)]
pub struct Findings;

impl Subject for Findings {
    type Page<'a> = FindingsPage<'a>;

    const FORMATS: &'static [Format<Self>] = &[
        Format::<Self>::people("text", "For a person at a terminal", text::write),
        Format {
            summary: Some(markdown::write_within),
            ..Format::<Self>::programs(
                "github",
                "Annotations and the summary of a GitHub job",
                github::write,
            )
        },
        Format::<Self>::programs("gitlab", "GitLab's Code Quality report", gitlab::write),
        Format::<Self>::programs("sarif", "SARIF 2.1.0, for code scanning", sarif::write),
        Format::<Self>::programs("junit", "JUnit's XML: a test per overlap", junit::write),
        Format::<Self>::programs("json", "One object with everything, versioned", json::write),
        Format::<Self>::programs("markdown", "A comment on a pull request", markdown::write),
    ];
}

/// Everything that the check can tell.
pub struct FindingsPage<'a> {
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
}

/// What the check comes to; the exit code follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
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

impl<'a> FindingsPage<'a> {
    /// What the check comes to.
    pub fn outcome(&self) -> Outcome {
        let is_error = |problem: &Problem| problem.severity == Severity::Error;
        if self.items.is_empty() || self.problems.iter().any(is_error) {
            Outcome::Incomplete
        } else if self.is_over_budget() {
            Outcome::Fail
        } else {
            Outcome::Pass
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
pub fn places<'a>(page: &FindingsPage<'a>) -> Vec<&'a Place> {
    let mut places = Vec::new();
    for (_, finding) in page.findings() {
        let shown = text::shown(page, finding).0;
        places.extend(shown.into_iter().map(|item| &page.items[item].item.place));
        places.extend(finding.decision.map(|at| &page.decisions[at].place));
    }
    places
}
