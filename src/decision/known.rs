//! Which planned items the decisions speak of.

use std::collections::BTreeMap;

use crate::decision::{Decision, Member};
use crate::roadmap::Planned;

/// The items of decisions that are still planned; one entry per decision, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// The item of each member, as an index among the planned items; none if it is gone.
    pub items: Vec<Vec<Option<usize>>>,
}

impl Known {
    /// The items that a decision knows, ascending, each once.
    pub fn of(&self, decision: usize) -> Vec<usize> {
        let mut items: Vec<usize> = self.items[decision].iter().flatten().copied().collect();
        items.sort_unstable();
        items.dedup();
        items
    }
}

/// Finds the items of decisions again.
///
/// An item with an identifier is known by leader and identifier, wherever it stands and whatever
/// it is called now; one without is known by leader and name.
pub fn known(decisions: &[Decision], items: &[Planned]) -> Known {
    let mut by_id: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut by_name: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (index, planned) in items.iter().enumerate() {
        let leader = fold(planned.leader());
        if let Some(id) = &planned.item.id {
            by_id.entry((leader.clone(), id)).or_insert(index);
        }
        by_name.entry((leader, fold(&planned.item.name))).or_insert(index);
    }
    let item = |member: &Member| {
        let leader = fold(&member.leader);
        match &member.id {
            Some(id) => by_id.get(&(leader, id.as_str())).copied(),
            None => by_name.get(&(leader, fold(&member.name))).copied(),
        }
    };
    let items = decisions.iter().map(|it| it.members.iter().map(item).collect()).collect();
    Known { items }
}

/// A name without regard to case and space.
fn fold(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
