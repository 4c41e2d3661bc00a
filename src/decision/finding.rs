//! What is left to be decided.

use jiff::civil::Date;

use crate::decision::{Agreed, Decision, Known};
use crate::overlap::{Kind, Overlap};
use crate::roadmap::Planned;

/// What is the matter with an overlap or a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// An overlap that no decision knows.
    New,
    /// A decided overlap that has members its decision does not know.
    Grown,
    /// A decision whose last day has passed, of an overlap that is still there.
    Overdue,
    /// An overlap that was put off, until a day that has not passed.
    Later,
    /// A decision whose items no longer overlap, or are no longer planned.
    Stale,
    /// A `roundtable: ignore` on an item that overlaps with nothing.
    Unused,
}

impl Matter {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 6] =
        [Self::New, Self::Grown, Self::Overdue, Self::Later, Self::Stale, Self::Unused];

    /// The word for it in every output: `new`, `grown`, `overdue`, `later`, `stale` or `unused`.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Grown => "grown",
            Self::Overdue => "overdue",
            Self::Later => "later",
            Self::Stale => "stale",
            Self::Unused => "unused",
        }
    }
}

/// One thing that leaders should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is the matter.
    pub matter: Matter,
    /// The overlap, as its index; none for `stale` and `unused`.
    pub overlap: Option<usize>,
    /// The decision that knows the most of it, as its index; none for `new` and `unused`.
    pub decision: Option<usize>,
    /// The items that are the news, as indices among the planned items, ascending: all of a `new`
    /// overlap, the added ones of a `grown` one, the item itself for `unused`; else none.
    pub fresh: Vec<usize>,
}

/// Everything that is not settled: overlaps between leaders in their order, then decisions that no
/// longer hold, in theirs.
///
/// Goes in: the overlaps, the decisions, the items that these know, and the day to judge by. Only
/// overlaps of kind [`Kind::Across`] are to be decided.
pub fn findings(
    overlaps: &[Overlap],
    decisions: &[Decision],
    known: &Known,
    today: Date,
) -> Vec<Finding> {
    let items: Vec<Vec<usize>> = (0..decisions.len()).map(|at| known.of(at)).collect();
    let across = overlaps.iter().enumerate().filter(|(_, it)| it.kind == Kind::Across);
    let mut findings: Vec<Finding> = across
        .filter_map(|(at, overlap)| {
            let decision = widest(overlap, &items);
            let known = decision.map_or(&[][..], |it| &items[it]);
            let is_news = |item: &usize| known.binary_search(item).is_err();
            let fresh: Vec<usize> = overlap.members.iter().copied().filter(is_news).collect();
            let decided = decision.map(|it| &decisions[it]);
            let matter = match decided {
                None => Matter::New,
                Some(_) if !fresh.is_empty() => Matter::Grown,
                Some(decision) if decision.is_overdue(today) => Matter::Overdue,
                Some(decision) if decision.agreed == Agreed::Later => Matter::Later,
                Some(_) => return None,
            };
            Some(Finding { matter, overlap: Some(at), decision, fresh })
        })
        .collect();
    let stale = (0..decisions.len()).filter(|&at| is_stale(&decisions[at], &items[at], overlaps));
    findings.extend(stale.map(|at| Finding {
        matter: Matter::Stale,
        overlap: None,
        decision: Some(at),
        fresh: Vec::new(),
    }));
    findings
}

/// The silenced items whose comments silence nothing, in the order of the items.
///
/// Goes in: every planned item, and those that would overlap if they were not silenced, ascending.
pub fn unused(items: &[Planned], silenced: &[usize]) -> Vec<Finding> {
    let idle = |&item: &usize| items[item].is_silenced() && silenced.binary_search(&item).is_err();
    let unused =
        |item| Finding { matter: Matter::Unused, overlap: None, decision: None, fresh: vec![item] };
    (0..items.len()).filter(idle).map(unused).collect()
}

/// The decision that knows the most items of an overlap, at least two; the later entry of equals.
fn widest(overlap: &Overlap, items: &[Vec<usize>]) -> Option<usize> {
    let shared = |known: &[usize]| known.iter().filter(|it| overlap.members.contains(it)).count();
    let counts = items.iter().enumerate().map(|(at, known)| (shared(known), at));
    counts.filter(|&(count, _)| count >= 2).max().map(|(_, at)| at)
}

/// Whether a decision is about nothing any more: its items are gone or no longer overlap. Items
/// that were told apart need only be there.
fn is_stale(decision: &Decision, known: &[usize], overlaps: &[Overlap]) -> bool {
    if decision.agreed == Agreed::Distinct {
        return known.len() < 2;
    }
    let shares =
        |overlap: &Overlap| known.iter().filter(|item| overlap.members.contains(item)).count() >= 2;
    !overlaps.iter().any(shares)
}
