//! What is left to be decided.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::repeat;

use jiff::civil::Date;

use crate::basics::{fold, person};
use crate::company::Planned;
use crate::decision::cannot_link::ages;
use crate::decision::gone::Gone;
use crate::decision::{Agreed, Decision, DecisionStatus, Known, Member, statuses};
use crate::overlap::Overlap;

/// What is the matter with an overlap or a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// An overlap that no decision knows.
    New,
    /// A decided overlap that has members its decision does not know.
    Grown,
    /// A roadmap that was read before the change and is read no more.
    Gone,
    /// A decision whose last day has passed, of an overlap that is still there.
    Overdue,
    /// An overlap that was put off, until a day that has not passed.
    Later,
    /// An overlap that no decision knows and that is only worth a look.
    Doubtful,
    /// A decision whose items no longer overlap, or are no longer planned.
    Stale,
    /// A `roundtable: ignore` on an item that overlaps with nothing.
    Unused,
}

impl Matter {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 8] = [
        Self::New,
        Self::Grown,
        Self::Gone,
        Self::Overdue,
        Self::Later,
        Self::Doubtful,
        Self::Stale,
        Self::Unused,
    ];

    /// The word for it in every output: `new`, `grown`, `gone`, `overdue`, `later`, `doubtful`, `stale` or
    /// `unused`.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Grown => "grown",
            Self::Gone => "gone",
            Self::Overdue => "overdue",
            Self::Later => "later",
            Self::Doubtful => "doubtful",
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
    /// The roadmap that is read no more, for `gone`.
    pub gone: Option<Gone>,
}

/// Everything that is not settled: overlaps between leaders in their order, then decisions that no
/// longer hold, in theirs.
///
/// Goes in: the overlaps, the decisions, the items that these know, and the day to judge by. Only
/// overlaps of kind [`Kind::Across`](crate::overlap::Kind::Across) are to be decided.
pub fn findings(
    overlaps: &[Overlap],
    decisions: &[Decision],
    known: &Known,
    today: Date,
) -> Vec<Finding> {
    let statuses = statuses(overlaps, decisions, known, today);
    let unsettled = statuses.into_iter().enumerate().filter_map(|(at, status)| {
        let DecisionStatus { decision, matter, fresh } = status;
        Some(Finding { matter: matter?, overlap: Some(at), decision, fresh, gone: None })
    });
    let stale = stale(overlaps, decisions, known, today).into_iter().map(|at| Finding {
        matter: Matter::Stale,
        overlap: None,
        decision: Some(at),
        fresh: Vec::new(),
        gone: None,
    });
    unsettled.chain(stale).collect()
}

/// The silenced items whose comments silence nothing, in the order of the items.
///
/// Goes in: every planned item, and those that would overlap if they were not silenced, ascending.
pub fn unused(items: &[Planned], silenced: &[usize]) -> Vec<Finding> {
    let idle = |&item: &usize| items[item].is_silenced() && silenced.binary_search(&item).is_err();
    let unused = |item| Finding {
        matter: Matter::Unused,
        overlap: None,
        decision: None,
        fresh: vec![item],
        gone: None,
    };
    (0..items.len()).filter(idle).map(unused).collect()
}

/// The decisions that are about nothing any more, ascending: their items are gone or no longer
/// overlap. Items that were told apart need only be there. What a newer entry says again is not
/// stale, only history; an item that is gone is said again by another item of its leader, since
/// most likely that is what it is called now.
pub fn stale(
    overlaps: &[Overlap],
    decisions: &[Decision],
    known: &Known,
    today: Date,
) -> Vec<usize> {
    let ages = ages(decisions);
    let about: Vec<BTreeSet<Subject>> =
        (0..decisions.len()).map(|at| subjects(&decisions[at], &known.items[at])).collect();
    let says_again = |newer: usize, subject: &Subject| {
        let leaders = || decisions[newer].members.iter().map(|member| person(&member.leader));
        about[newer].contains(subject)
            || matches!(subject, Subject::Gone(leader, ..) if leaders().any(|it| it == *leader))
    };
    let is_history = |at: usize| {
        let newer = (0..decisions.len()).filter(|&other| ages[other] > ages[at]);
        newer.into_iter().any(|newer| about[at].iter().all(|subject| says_again(newer, subject)))
    };
    let members =
        overlaps.iter().enumerate().flat_map(|(at, it)| it.members.iter().zip(repeat(at)));
    let of: BTreeMap<usize, usize> = members.map(|(&item, at)| (item, at)).collect();
    let is_held = |at: usize| {
        let items = known.of(at);
        if decisions[at].agreed == Agreed::Distinct && !decisions[at].is_overdue(today) {
            return items.len() > 1;
        }
        let mut held: Vec<usize> = items.iter().filter_map(|it| of.get(it).copied()).collect();
        held.sort_unstable();
        held.windows(2).any(|two| two[0] == two[1])
    };
    (0..decisions.len()).filter(|&at| !is_held(at) && !is_history(at)).collect()
}

/// What a member of a decision is about.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    /// A planned item, as its index.
    Planned(usize),
    /// An item that is gone, by leader, identifier and name.
    Gone(String, Option<String>, String),
}

fn subjects(decision: &Decision, items: &[Option<usize>]) -> BTreeSet<Subject> {
    let subject = |(member, item): (&Member, &Option<usize>)| {
        let (leader, name) = (person(&member.leader), fold(&member.name));
        item.map_or(Subject::Gone(leader, member.id.clone(), name), Subject::Planned)
    };
    decision.members.iter().zip(items).map(subject).collect()
}
