//! Which overlaps and items a person wants to see; the others are found and counted all the same.

use crate::basics::{fold, person};
use crate::company::{Company, Planned};
use crate::overlap::{Kind, Overlap};
use crate::roadmap::{Status, period};

/// What is to be shown; a list that is empty asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Overlaps of these kinds.
    pub kinds: Vec<Kind>,
    /// Items of these leaders.
    pub leaders: Vec<String>,
    /// Items of these teams.
    pub teams: Vec<String>,
    /// Items of these leaders and of all who report to them, through all levels.
    pub under: Vec<String>,
    /// Items for these periods: `2027-Q1` is `Q1 2027`, and `2027` is all of that year.
    pub quarters: Vec<String>,
    /// Items of these statuses, in whatever word.
    pub statuses: Vec<String>,
    /// Items with one of these tags.
    pub tags: Vec<String>,
    /// Overlaps of at least so many leaders.
    pub min_leaders: usize,
}

impl Filter {
    /// What is asked for beside the kind, as flags: `--leader`.
    pub fn flags(&self) -> Vec<&'static str> {
        let lists = [
            ("--leader", &self.leaders),
            ("--team", &self.teams),
            ("--under", &self.under),
            ("--quarter", &self.quarters),
            ("--status", &self.statuses),
            ("--tag", &self.tags),
        ];
        let asked = lists.into_iter().filter(|(_, list)| !list.is_empty()).map(|(flag, _)| flag);
        asked.chain((self.min_leaders > 1).then_some("--min-leaders")).collect()
    }

    /// Whether an overlap is to be shown: it is of one of the kinds, wide enough, and one of its
    /// items is all that is asked of an item.
    pub fn keeps(&self, overlap: &Overlap, company: &Company) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&overlap.kind))
            && overlap.leaders.len() >= self.min_leaders
            && overlap.members.iter().any(|&item| self.keeps_item(company.items[item], company))
    }

    /// Whether an item is all that is asked of an item.
    pub fn keeps_item(&self, planned: Planned, company: &Company) -> bool {
        let Planned { roadmap, item, .. } = planned;
        let is_under = |boss: &str| company.is_at_or_above(boss, planned.leader());
        let has_status =
            |wanted: &str| item.status.as_deref().is_some_and(|it| same_status(it, wanted));
        let is_for =
            |wanted: &str| item.quarter.as_deref().is_some_and(|it| period::holds(it, wanted));
        let said =
            |text: Option<&str>, wanted: &str| text.is_some_and(|it| fold(it) == fold(wanted));
        let any = |list: &[String], is: &dyn Fn(&str) -> bool| {
            list.is_empty() || list.iter().any(|wanted| is(wanted))
        };
        any(&self.leaders, &|wanted| person(wanted) == person(planned.leader()))
            && any(&self.teams, &|wanted| said(roadmap.team.as_deref(), wanted))
            && any(&self.under, &is_under)
            && any(&self.quarters, &is_for)
            && any(&self.statuses, &has_status)
            && any(&self.tags, &|wanted| item.tags.iter().any(|tag| said(Some(tag), wanted)))
    }
}

/// Whether two words are one status, or the same word.
fn same_status(one: &str, other: &str) -> bool {
    let known = Status::of(one);
    fold(one) == fold(other) || known.is_some() && known == Status::of(other)
}
