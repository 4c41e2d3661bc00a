//! How overlaps stand to what was agreed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::decision::cannot_link::ages;
use crate::decision::{Agreed, Decision, Known, Matter};
use crate::overlap::{Kind, Overlap};

/// How one overlap stands to what was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecisionStatus {
    /// The decision that knows the most of it, as its index; of equals the newest. None if no
    /// decision knows two of its items.
    pub decision: Option<usize>,
    /// What is the matter with it; none if it is settled, or not to be decided.
    pub matter: Option<Matter>,
    /// Its items that the decision does not know, as indices among the planned items, ascending;
    /// all of them if there is none.
    pub fresh: Vec<usize>,
}

impl DecisionStatus {
    /// Whether it was decided, if only to decide later: not if it is new, has grown since, or is
    /// overdue.
    pub fn is_decided(&self) -> bool {
        self.decision.is_some() && matches!(self.matter, None | Some(Matter::Later))
    }
}

/// How every overlap stands, in their order.
///
/// Goes in: the overlaps, the decisions, the items that these know, and the day to judge by. Only
/// overlaps of kind [`Kind::Across`] are to be decided.
pub fn statuses(
    overlaps: &[Overlap],
    decisions: &[Decision],
    known: &Known,
    today: Date,
) -> Vec<DecisionStatus> {
    let ages = ages(decisions);
    let items: Vec<BTreeSet<usize>> =
        (0..decisions.len()).map(|at| known.of(at).into_iter().collect()).collect();
    let mut knowing: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, items) in items.iter().enumerate() {
        for &item in items {
            knowing.entry(item).or_default().push(at);
        }
    }
    let status = |overlap: &Overlap| {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in overlap.members.iter().filter_map(|it| knowing.get(it)).flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        let counts = shared.into_iter().map(|(at, count)| (count, ages[at]));
        let widest = counts.filter(|&(count, _)| count >= 2).max();
        let decision = widest.map(|(_, (_, at))| at);
        let is_news = |item: &usize| decision.is_none_or(|at| !items[at].contains(item));
        let fresh: Vec<usize> = overlap.members.iter().copied().filter(is_news).collect();
        let matter = match decision.map(|at| &decisions[at]) {
            _ if overlap.kind != Kind::Across => None,
            None if !overlap.is_certain() => Some(Matter::Doubtful),
            None => Some(Matter::New),
            Some(_) if !fresh.is_empty() => Some(Matter::Grown),
            Some(decision) if decision.is_overdue(today) => Some(Matter::Overdue),
            Some(decision) if decision.agreed == Agreed::Later => Some(Matter::Later),
            Some(_) => None,
        };
        DecisionStatus { decision, matter, fresh }
    };
    overlaps.iter().map(status).collect()
}
