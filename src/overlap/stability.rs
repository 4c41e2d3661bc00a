//! How sure an overlap is: what holds it together, over which thresholds it stays the same group,
//! and which of its members hang on by a hair.

use rustc_hash::FxHashMap;

use crate::cluster::{Group, ItemLink};
use crate::comparison::{Comparison, Tried};
use crate::similarity::Score;

/// A member whose best link is less than this above what it needs is doubtful: a tenth of the range
/// between the thresholds of high and low sensitivity, rounded up.
const MARGIN: f64 = 0.03;

/// The links that are needed, best first: those that are added when the best links are taken until
/// all items hang together (a maximum spanning tree, Kruskal 1956).
pub fn needed(group: &Group) -> Vec<ItemLink> {
    let mut part_of: FxHashMap<usize, usize> = FxHashMap::default();
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for (at, &item) in group.items.iter().enumerate() {
        part_of.insert(item, at);
        parts.push(vec![item]);
    }
    let mut needed = Vec::with_capacity(group.items.len());
    for &link in &group.links {
        let (x, y) = (part_of[&link.a], part_of[&link.b]);
        if x == y {
            continue;
        }
        let (into, from) = if parts[x].len() >= parts[y].len() { (x, y) } else { (y, x) };
        let moved = std::mem::take(&mut parts[from]);
        part_of.extend(moved.iter().map(|&item| (item, into)));
        parts[into].extend(moved);
        needed.push(link);
    }
    needed
}

/// The members whose best link inside the group is just enough, ascending.
pub fn doubtful(comparison: &Comparison, group: &Group, threshold: Score) -> Vec<usize> {
    let mut spare: FxHashMap<usize, f64> = FxHashMap::default();
    for &ItemLink { a, b, score } in &group.links {
        let more = if comparison.name_of(a) == comparison.name_of(b) {
            1.0
        } else {
            score.ratio() - comparison.needed(a, b, threshold).ratio()
        };
        for item in [a, b] {
            let known = spare.entry(item).or_insert(f64::NEG_INFINITY);
            *known = known.max(more);
        }
    }
    let is_doubtful = |item: &usize| spare.get(item).is_none_or(|&spare| spare < MARGIN);
    group.items.iter().copied().filter(is_doubtful).collect()
}

/// Over which thresholds groups stay the same.
pub struct Ranges<'a> {
    /// The thresholds that were tried, ascending, each with its groups by their first item.
    tried: Vec<(Score, FxHashMap<usize, &'a Group>)>,
    /// Where the threshold in force stands among them.
    in_force: usize,
}

impl<'a> Ranges<'a> {
    /// Ready to be asked; the threshold in force may be among those that were tried.
    pub fn new(tried: &'a [Tried], in_force: Score) -> Self {
        let by_first = |groups: &'a [Group]| groups.iter().map(|it| (it.items[0], it)).collect();
        let tried: Vec<_> = tried.iter().map(|it| (it.threshold, by_first(&it.groups))).collect();
        let in_force = tried.partition_point(|(threshold, _)| *threshold < in_force);
        Self { tried, in_force }
    }

    /// The lowest and the highest threshold of an unbroken run around the one in force at which
    /// exactly these items are one group; none if no other was tried.
    pub fn of(&self, items: &[usize]) -> Option<[Score; 2]> {
        if self.tried.len() < 2 {
            return None;
        }
        let stays = |(_, groups): &&(Score, FxHashMap<usize, &Group>)| {
            groups.get(&items[0]).is_some_and(|group| group.items == items)
        };
        let below = self.tried[..self.in_force].iter().rev().take_while(stays).count();
        let above = self.tried[self.in_force..].iter().take_while(stays).count();
        let last = (self.in_force + above).checked_sub(1)?;
        (below + above > 0).then(|| [self.tried[self.in_force - below].0, self.tried[last].0])
    }
}
