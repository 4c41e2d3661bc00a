//! Which planned items the decisions speak of, whatever became of their names and leaders.

mod index;
mod old;
mod renamed;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::Settings;
use crate::basics::fold;
use crate::company::Planned;
use crate::decision::{Decision, Member};
use index::Roll;
use old::Old;

/// The items of decisions that are still planned; one entry per decision, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// The item of each member, as an index among the planned items; none if it is gone. No item
    /// stands for two members of one decision.
    pub items: Vec<Vec<Option<usize>>>,
}

impl Known {
    /// The items that a decision knows, ascending, each once.
    pub fn of(&self, decision: usize) -> Vec<usize> {
        let mut items: Vec<usize> = self.items[decision].iter().flatten().copied().collect();
        items.sort_unstable();
        items
    }
}

/// Finds the items of decisions again.
///
/// An item with an identifier is known by leader and identifier; if it moved, by the identifier
/// alone, where one other leader has it under a name that is plainly the same. One without is
/// known by leader and name, or if that name is gone, by being plainly the same item renamed: alike
/// as [`Sensitivity::Low`](crate::similarity::Sensitivity::Low) asks, the best match both ways, and
/// known to no decision. What replaces an item and is unlike it is never taken for it.
///
/// Goes in: the decisions, every planned item, and how names are compared. The order of decisions
/// and of items changes nothing but the indices.
pub fn known(decisions: &[Decision], items: &[Planned], settings: &Settings) -> Known {
    let roll = Roll::new(items);
    let mut searches: Vec<Search> = decisions.iter().map(|it| Search::new(&it.members)).collect();
    for search in &mut searches {
        search.exactly(&roll);
    }
    let claimed: BTreeSet<usize> =
        searches.iter().flat_map(|it| it.found.iter().flatten().copied()).collect();
    let free = |item: usize| !claimed.contains(&item);
    let mut old: Vec<Old> =
        searches.iter().flat_map(|it| it.missing(&roll, &free)).map(|(_, old)| old).collect();
    old.sort();
    old.dedup_by(|next, old| next.key == old.key);
    if !old.is_empty() {
        let renamed = renamed::renamed(&old, items, &roll, settings);
        for search in &mut searches {
            for (member, old) in search.missing(&roll, &free) {
                search.take(member, renamed.get(&old.key).copied());
            }
        }
    }
    Known { items: searches.into_iter().map(|search| search.found).collect() }
}

/// The search for the items of one decision.
struct Search<'a> {
    members: &'a [Member],
    /// The members in the order of what they say, so that their own order changes nothing.
    order: Vec<usize>,
    found: Vec<Option<usize>>,
    taken: BTreeSet<usize>,
}

impl<'a> Search<'a> {
    fn new(members: &'a [Member]) -> Self {
        let mut order: Vec<usize> = (0..members.len()).collect();
        order.sort_by_key(|&at| (&members[at].leader, &members[at].id, &members[at].name));
        Self { members, order, found: vec![None; members.len()], taken: BTreeSet::new() }
    }

    /// Finds what is named as it was, the surest first: one item for each member, so that of two
    /// items of one name the second is known only if a second member remembers it.
    fn exactly(&mut self, roll: &Roll) {
        let same = |it: &Member, item: &usize| fold(&it.name) == roll.name(*item);
        self.each(|it| roll.by_id(it).iter().copied().filter(|item| same(it, item)).collect());
        self.each(|it| roll.by_id(it).to_vec());
        self.each(|it| if it.id.is_none() { roll.by_name(it).to_vec() } else { Vec::new() });
        // The tool that numbered the items is gone, and its numbers with it.
        self.each(|it| {
            roll.by_name(it).iter().copied().filter(|&item| !roll.has_id(item)).collect()
        });
    }

    /// Gives every member without an item the first of its candidates that is free.
    fn each(&mut self, candidates: impl Fn(&Member) -> Vec<usize>) {
        for at in self.order.clone() {
            if self.found[at].is_none() {
                let free =
                    candidates(&self.members[at]).into_iter().find(|it| !self.taken.contains(it));
                self.take(at, free);
            }
        }
    }

    /// Gives a member its item, unless that stands for another member already.
    fn take(&mut self, member: usize, item: Option<usize>) {
        if let Some(item) = item.filter(|&item| self.taken.insert(item)) {
            self.found[member] = Some(item);
        }
    }

    /// The members that were not found, each with the items that it could be now.
    fn missing(&self, roll: &Roll, free: &dyn Fn(usize) -> bool) -> Vec<(usize, Old)> {
        let lost = self.order.iter().copied().filter(|&at| self.found[at].is_none());
        lost.filter_map(|at| Some((at, roll.old(&self.members[at], free)?))).collect()
    }
}
