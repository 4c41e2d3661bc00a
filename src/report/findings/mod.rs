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
use crate::company::Company;
use crate::decision::{Decision, DecisionStatus, Finding, Matter};
use crate::document::Line;
use crate::overlap::{Filter, Kind, Overlap};
use crate::report::overlaps::Limit;
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
    /// Whose they are.
    pub company: &'a Company<'a>,
    /// Every overlap, worst first.
    pub overlaps: &'a [Overlap],
    /// How every overlap stands to what was agreed, in their order.
    pub statuses: &'a [DecisionStatus],
    /// Every entry of the decisions file, in its order.
    pub decisions: &'a [Decision],
    /// Where decisions are kept, as the user would write it: `decisions.yaml`.
    pub file: &'a str,
    /// What is not settled and makes the check fail, unless the budget allows it.
    pub blocking: &'a [Finding],
    /// What is not settled, and only told.
    pub told: &'a [Finding],
    /// Which findings to show: those about such overlaps or items.
    pub filter: &'a Filter,
    /// How many of them to show.
    pub limit: Limit,
    /// Whether overlaps that are only worth a look are told one by one; else they are counted.
    pub doubtful: bool,
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
        if self.company.items.is_empty() || self.problems.iter().any(is_error) {
            Outcome::Incomplete
        } else if self.is_over_budget() {
            Outcome::Fail
        } else {
            Outcome::Pass
        }
    }

    /// Every finding with its grade: what blocks first, and in its order.
    fn findings(&self) -> impl Iterator<Item = (Grade, &'a Finding)> + use<'_, 'a> {
        let grade = if self.is_over_budget() { Grade::Blocks } else { Grade::Allowed };
        let blocking = self.blocking.iter().map(move |finding| (grade, finding));
        blocking.chain(self.told.iter().map(|finding| (Grade::Told, finding)))
    }

    /// The findings to show: without what is only counted, what the filter leaves out and what the
    /// limit cuts off.
    fn shown(&self) -> impl Iterator<Item = (Grade, &'a Finding)> + use<'_, 'a> {
        let most = if let Limit::Most(most) = self.limit { most } else { usize::MAX };
        let wanted = self.wanted();
        wanted.filter(|(_, finding)| self.is_wanted(finding)).take(most)
    }

    /// Every finding that is not only counted.
    fn wanted(&self) -> impl Iterator<Item = (Grade, &'a Finding)> + use<'_, 'a> {
        self.findings().filter(|&(grade, finding)| !self.is_counted(grade, finding))
    }

    /// Whether a finding is counted and not told: it is only worth a look.
    fn is_counted(&self, grade: Grade, finding: &Finding) -> bool {
        grade == Grade::Told && finding.matter == Matter::Doubtful && !self.doubtful
    }

    /// Whether a finding is about an overlap or an item that the filter keeps.
    fn is_wanted(&self, finding: &Finding) -> bool {
        match (finding.overlap, finding.fresh.as_slice()) {
            (Some(at), _) => self.filter.keeps(&self.overlaps[at], self.company),
            (None, []) => true,
            (None, items) => items
                .iter()
                .any(|&item| self.filter.keeps_item(self.company.items[item], self.company)),
        }
    }

    fn is_over_budget(&self) -> bool {
        self.blocking.len() > self.budget
    }

    /// The overlaps between leaders.
    fn across(&self) -> impl Iterator<Item = (usize, &'a Overlap)> + use<'a> {
        self.overlaps.iter().enumerate().filter(|(_, overlap)| overlap.kind == Kind::Across)
    }

    /// The overlaps that must be decided: those between leaders, but not what is only worth a look.
    fn to_decide(&self) -> impl Iterator<Item = (usize, &'a Overlap)> + use<'_, 'a> {
        let is_doubtful =
            |at: usize| self.statuses.get(at).is_some_and(|it| it.matter == Some(Matter::Doubtful));
        self.across().filter(move |&(at, _)| !is_doubtful(at))
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
    for (_, finding) in page.shown() {
        let shown = text::shown(page, finding).0;
        places.extend(shown.into_iter().map(|item| &page.company.items[item].item.place));
        places.extend(finding.decision.map(|at| &page.decisions[at].place));
    }
    places
}
