//! An item together with whose it is.

use rayon::prelude::*;

use crate::roadmap::{Item, Roadmap};

/// An item together with the roadmap it stands on.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// The roadmap.
    pub roadmap: &'a Roadmap,
    /// The item.
    pub item: &'a Item,
}

impl<'a> Planned<'a> {
    /// The leader who plans it.
    pub fn leader(self) -> &'a str {
        &self.roadmap.leader
    }

    /// Whether a comment silences it.
    pub fn is_silenced(self) -> bool {
        self.item.ignored.is_some()
    }
}

/// Every item with its roadmap, sorted by leader, name, identifier and description, so that the
/// order of files, and of items in them, changes nothing.
pub fn planned(roadmaps: &[Roadmap]) -> Vec<Planned<'_>> {
    let mut items: Vec<_> = roadmaps
        .iter()
        .flat_map(|roadmap| roadmap.items.iter().map(move |item| Planned { roadmap, item }))
        .collect();
    items.par_sort_by(|a, b| order(a).cmp(&order(b)));
    items
}

fn order<'a>(planned: &Planned<'a>) -> impl Ord + use<'a> {
    let item = planned.item;
    (&planned.roadmap.leader, &item.name, &item.id, &item.description, &item.place)
}
