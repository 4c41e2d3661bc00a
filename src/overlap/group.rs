//! A group of names with the items that have them.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::names::{self, Names};
use crate::similarity::Alike;

/// Names that are one feature, and what is known of them.
pub struct Group {
    /// The names, ascending.
    pub names: Vec<u32>,
    /// The links between these names, best first.
    pub links: Vec<Alike>,
    planned: Vec<Vec<usize>>,
}

impl Group {
    /// The items that have the name, ascending; the name must be one of the group's.
    pub fn items_of(&self, name: u32) -> &[usize] {
        self.names.binary_search(&name).map_or(&[], |at| &self.planned[at])
    }

    /// All items, ascending.
    pub fn items(&self) -> Vec<usize> {
        let mut items: Vec<usize> = self.planned.iter().flatten().copied().collect();
        items.sort_unstable();
        items
    }

    /// The group of some of its items.
    pub fn part(&self, items: &BTreeSet<usize>) -> Self {
        let of = |name: u32| self.items_of(name).iter().copied().filter(|it| items.contains(it));
        let (names, planned): (Vec<u32>, Vec<Vec<usize>>) = self
            .names
            .iter()
            .map(|&name| (name, of(name).collect::<Vec<_>>()))
            .filter(|(_, planned)| !planned.is_empty())
            .unzip();
        let stays = |name: u32| names.binary_search(&name).is_ok();
        let links = self.links.iter().filter(|it| stays(it.a) && stays(it.b));
        Self { links: links.copied().collect(), names, planned }
    }
}

/// Every group with its items and links, and every name outside the groups that several items
/// have, unless any team could have it. Only items that `counts` says yes to are looked at; every
/// name of a group must have one.
pub fn groups(
    names: &Names,
    groups: &[Vec<u32>],
    links: &[Alike],
    counts: impl Fn(usize) -> bool,
) -> Vec<Group> {
    let mut planned: Vec<Vec<usize>> = vec![Vec::new(); names.names.len()];
    for (item, &name) in names.of.iter().enumerate().filter(|&(item, _)| counts(item)) {
        planned[name as usize].push(item);
    }
    let mut group_of: FxHashMap<u32, usize> = FxHashMap::default();
    for (at, group) in groups.iter().enumerate() {
        group_of.extend(group.iter().map(|&name| (name, at)));
    }
    let mut linked: Vec<Vec<Alike>> = vec![Vec::new(); groups.len()];
    for link in links {
        if let (Some(a), Some(b)) = (group_of.get(&link.a), group_of.get(&link.b))
            && a == b
        {
            linked[*a].push(*link);
        }
    }
    let repeated: Vec<u32> = (0..)
        .zip(&names.names)
        .filter(|(name, _)| planned[*name as usize].len() > 1 && !group_of.contains_key(name))
        .filter(|(_, name)| !names::is_generic(names, name.whole[0]))
        .map(|(name, _)| name)
        .collect();
    let repeated = repeated.into_iter().map(|name| (vec![name], Vec::new()));
    groups
        .iter()
        .cloned()
        .zip(linked)
        .chain(repeated)
        .map(|(names, links)| {
            let planned =
                names.iter().map(|&name| std::mem::take(&mut planned[name as usize])).collect();
            Group { names, links, planned }
        })
        .collect()
}
