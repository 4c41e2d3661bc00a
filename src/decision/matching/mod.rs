//! Which planned items the decisions speak of, whatever became of their names and leaders.

mod index;
mod old;
mod renamed;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::basics::fold;
use crate::company::Planned;
use crate::comparison::Comparison;
use crate::decision::{Decision, Member};
use crate::roadmap::Item;
use index::Index;
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

/// The search for the items of decisions, after all were found that are named as they were.
pub struct Matching<'a> {
    searches: Vec<Search<'a>>,
    index: Index<'a>,
    claimed: BTreeSet<usize>,
    old: Vec<Old>,
}

/// Finds the items of decisions again that are named as they were; [`Matching::finish`] finds the
/// others.
///
/// An item with an identifier is known by leader and identifier, reworded or not, unless what is
/// called so now has nothing to do with it; if it moved, by the identifier alone, where one other
/// leader has it under a name that is plainly the same. One without is
/// known by leader and name, or if that name is gone, by being plainly the same item renamed: alike
/// as [`Sensitivity::Low`](crate::similarity::Sensitivity::Low) asks, the best match both ways, and
/// known to no decision. What replaces an item and is unlike it is never taken for it. The order of
/// decisions and of items changes nothing but the indices.
pub fn matching<'a>(decisions: &'a [Decision], items: &'a [Planned<'a>]) -> Matching<'a> {
    let index = Index::new(items);
    let mut searches: Vec<Search> = decisions.iter().map(|it| Search::new(&it.members)).collect();
    for search in &mut searches {
        search.exactly(&index);
    }
    let claimed: BTreeSet<usize> =
        searches.iter().flat_map(|it| it.found.iter().flatten().copied()).collect();
    let free = |item: usize| !claimed.contains(&item);
    let mut old: Vec<Old> =
        searches.iter().flat_map(|it| it.missing(&index, &free)).map(|(_, old)| old).collect();
    old.sort();
    old.dedup_by(|next, old| next.key == old.key);
    Matching { searches, index, claimed, old }
}

impl Matching<'_> {
    /// What the items that were not found were called, to be compared with those that are planned.
    pub fn queries(&self) -> Vec<Item> {
        self.old.iter().map(Old::item).collect()
    }

    /// Finds the items that were renamed or moved. The queries must be the first of the comparison.
    pub fn finish(mut self, comparison: &Comparison) -> Known {
        if !self.old.is_empty() {
            let renamed = renamed::renamed(&self.old, &self.index, comparison);
            let free = |item: usize| !self.claimed.contains(&item);
            for search in &mut self.searches {
                for (member, old) in search.missing(&self.index, &free) {
                    search.take(member, renamed.get(&old.key).copied());
                }
            }
        }
        Known { items: self.searches.into_iter().map(|search| search.found).collect() }
    }
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
    fn exactly(&mut self, index: &Index) {
        let same = |it: &Member, item: &usize| fold(&it.name) == index.name(*item);
        self.each(|it| index.by_id(it).iter().copied().filter(|item| same(it, item)).collect());
        self.each(|it| if it.id.is_none() { index.by_name(it).to_vec() } else { Vec::new() });
        // Renumbered: its number means another item now, and its name is still there.
        self.each(|it| {
            let is_renumbered = !index.by_id(it).is_empty();
            if is_renumbered { index.by_name(it).to_vec() } else { Vec::new() }
        });
        // The tool that numbered the items is gone, and its numbers with it.
        self.each(|it| {
            index.by_name(it).iter().copied().filter(|&item| !index.has_id(item)).collect()
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
    fn missing(&self, index: &Index, free: &dyn Fn(usize) -> bool) -> Vec<(usize, Old)> {
        let lost = self.order.iter().copied().filter(|&at| self.found[at].is_none());
        lost.filter_map(|at| Some((at, index.old(&self.members[at], free)?))).collect()
    }
}
