//! Which items are one feature.
//!
//! Links are followed best first, and two groups become one only if the mean likeness over all
//! pairs across them holds (average linkage, Sokal and Michener 1958) and no pair across them must
//! be kept apart (cannot-link constraints, Wagstaff and Cardie 2000). Following links alone would
//! chain unlike names into one giant group.

mod cohesion;
mod coincidence;
mod nodes;

pub use coincidence::{SURE, Shared};
pub use nodes::Constraints;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::similarity::{Forms, Links, Score};
use cohesion::Cohesion;
use coincidence::Coincidence;
use nodes::{NodeLink, Nodes};

/// Items that are one feature.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The items, ascending.
    pub items: Vec<usize>,
    /// Items that are only near: what they have in common with the rest may be a coincidence;
    /// ascending.
    pub near: Vec<usize>,
    /// What links them, best first, between the first items of two names, or of equal names; the
    /// smaller item first.
    pub links: Vec<ItemLink>,
    /// What the items have in common.
    pub shared: Shared,
}

/// Two items found alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemLink {
    /// The first item, smaller than `b`.
    pub a: usize,
    /// The second item.
    pub b: usize,
    /// How alike.
    pub score: Score,
}

/// Groups of at least two items that are one feature, in the order of their first names.
///
/// Goes in: the links between names, and what limits the groups. What one leader plans twice, and
/// then what only descriptions bring together, joins last, so that it parts no others. A name that
/// several items have is a group by itself, unless any team could have it. Every item is in one group
/// at most; excluded items are in none, and link nobody.
pub fn groups(
    forms: &Forms,
    links: &Links,
    constraints: &Constraints,
    threshold: Score,
) -> Vec<Group> {
    let nodes = Nodes::new(forms, constraints);
    let links = nodes.links(forms, links);
    let parts = merged(forms, &nodes, &links, threshold);
    let mut part_of = vec![usize::MAX; nodes.len()];
    for (at, part) in parts.iter().enumerate() {
        for &node in part {
            part_of[node as usize] = at;
        }
    }
    let mut inside: Vec<Vec<ItemLink>> = vec![Vec::new(); parts.len()];
    for link in &links {
        let [a, b] = [link.a, link.b].map(|node| part_of[node as usize]);
        if a == b {
            inside[a].push(nodes.item_link(link));
        }
    }
    let groups = parts.iter().zip(inside);
    let groups = groups.filter_map(|(part, links)| nodes.group(forms, part, links));
    let groups: Vec<Group> = groups.collect();
    let coincidence = Coincidence::new(forms.names(), &groups);
    groups.into_par_iter().map(|group| coincidence.judged(group)).collect()
}

/// The nodes that belong together, each part ascending, in the order of first nodes.
fn merged(forms: &Forms, nodes: &Nodes, links: &[NodeLink], threshold: Score) -> Vec<Vec<u32>> {
    let count = nodes.len() as u32;
    let mut group_of: Vec<u32> = (0..count).collect();
    let mut members: Vec<Vec<u32>> = (0..count).map(|node| vec![node]).collect();
    let mut cohesion = Cohesion::new(forms, nodes, threshold);
    // Groups only grow, so a pair of groups of the same sizes is the pair that was refused.
    let mut refused: FxHashSet<[usize; 4]> = FxHashSet::default();
    for link in links {
        let (a, b) = (group_of[link.a as usize] as usize, group_of[link.b as usize] as usize);
        let pair = [a, members[a].len(), b, members[b].len()];
        if a == b || refused.contains(&pair) {
            continue;
        }
        if nodes.hold_a_cannot_link(forms, &members[a], &members[b])
            || !cohesion.holds(&members[a], &members[b])
        {
            refused.insert(pair);
            continue;
        }
        let (into, from) = if members[a].len() >= members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut members[from]);
        for &node in &moved {
            group_of[node as usize] = into as u32;
        }
        members[into].extend(moved);
    }
    let mut parts: Vec<Vec<u32>> = members.into_iter().filter(|part| !part.is_empty()).collect();
    for part in &mut parts {
        part.sort_unstable();
    }
    parts.sort_unstable();
    parts
}

#[cfg(test)]
mod tests;
