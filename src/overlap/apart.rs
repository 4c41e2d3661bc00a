//! Takes groups apart whose items leaders told apart.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::company::Planned;
use crate::overlap::group::Group;
use crate::similarity::Score;

/// The groups, each of which holds no pair of `apart`; pairs are the smaller item first.
///
/// The best links of a group that holds one are followed again, from its items on, and two parts
/// stay apart if a pair stands across them (as Kruskal 1956 builds a spanning forest): so every
/// item goes to the part that it is most alike with. What is left alone is no group.
pub fn split(groups: Vec<Group>, apart: &[[usize; 2]], items: &[Planned]) -> Vec<Group> {
    if apart.is_empty() {
        return groups;
    }
    let mut others: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for &[a, b] in apart {
        others.entry(a).or_default().insert(b);
        others.entry(b).or_default().insert(a);
    }
    let holds = |group: &Group| {
        let members: BTreeSet<usize> = group.items().into_iter().collect();
        members.iter().any(|it| others.get(it).is_some_and(|it| !it.is_disjoint(&members)))
    };
    let split = |group: Group| {
        if holds(&group) { parts(&group, &others, items) } else { vec![group] }
    };
    groups.into_iter().flat_map(split).collect()
}

fn parts(
    group: &Group,
    others: &BTreeMap<usize, BTreeSet<usize>>,
    items: &[Planned],
) -> Vec<Group> {
    let members = group.items();
    let mut part_of: BTreeMap<usize, usize> = members.iter().map(|&it| (it, it)).collect();
    let mut parts: BTreeMap<usize, BTreeSet<usize>> =
        members.iter().map(|&it| (it, BTreeSet::from([it]))).collect();
    for (_, x, y) in links(group, items) {
        let (a, b) = (part_of[&x], part_of[&y]);
        let is_apart = |it: &usize| others.get(it).is_some_and(|it| !it.is_disjoint(&parts[&b]));
        if a == b || parts[&a].iter().any(is_apart) {
            continue;
        }
        let moved = parts.remove(&b).unwrap_or_default();
        part_of.extend(moved.iter().map(|&it| (it, a)));
        parts.entry(a).or_default().extend(moved);
    }
    parts.values().filter(|part| part.len() > 1).map(|part| group.part(part)).collect()
}

/// Every two items that the group's names link, best first, then by what the items say, so that
/// their order among the planned ones changes nothing.
fn links(group: &Group, items: &[Planned]) -> Vec<(Score, usize, usize)> {
    let same = group.names.iter().map(|&name| (Score::SAME, name, name));
    let linked = group.links.iter().map(|link| (link.score, link.a, link.b));
    let mut links = Vec::new();
    for (score, a, b) in same.chain(linked) {
        for &x in group.items_of(a) {
            let right = group.items_of(b).iter().filter(|&&y| a != b || x < y);
            links.extend(right.map(|&y| (score, x, y)));
        }
    }
    let said = |at: usize| {
        let Planned { roadmap, item } = items[at];
        (&roadmap.leader, &item.name, &item.id, &item.place)
    };
    links.sort_by_cached_key(|&(score, x, y)| {
        (Reverse(score), said(x).min(said(y)), said(x).max(said(y)))
    });
    links
}
