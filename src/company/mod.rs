//! Whose plans these are: the leaders over all files, and who reports to whom.
//!
//! Several roadmaps may be one leader's: names that are the same but for case and spaces are one
//! person, and every room asks this one who that is.

mod line;
mod planned;
#[cfg(test)]
pub mod sample;

pub use planned::Planned;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::basics::fold;
use crate::roadmap::{Item, Roadmap};
use line::Lines;

/// A leader by number, in the order of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LeaderId(pub u32);

impl LeaderId {
    /// Who says what nobody plans yet.
    pub const NOBODY: Self = Self(u32::MAX);
}

/// The leaders of a company and everything that they plan.
#[derive(Debug)]
pub struct Company<'a> {
    /// Every item, sorted by leader, name, identifier and all else that it says, so that the order
    /// of files, and of items in them, changes nothing.
    pub items: Vec<Planned<'a>>,
    /// The name of every leader, by number: of several spellings the commonest, then the first.
    pub names: Vec<&'a str>,
    guests: usize,
    lines: Lines,
}

impl<'a> Company<'a> {
    /// The company whose roadmaps these are.
    pub fn of(roadmaps: &'a [Roadmap]) -> Self {
        Self::with_guests(roadmaps, &[])
    }

    /// The company, and guests: roadmaps that nobody has, each as if it were one more leader's,
    /// whatever that is called.
    pub fn with_guests(roadmaps: &'a [Roadmap], guests: &'a [Roadmap]) -> Self {
        let mut spellings: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
        for roadmap in roadmaps {
            let known = spellings.entry(fold(&roadmap.leader)).or_default();
            *known.entry(&roadmap.leader).or_default() += 1;
        }
        let commonest = |known: &BTreeMap<&'a str, usize>| {
            let most = known.values().max();
            known.iter().find(|(_, count)| Some(*count) == most).map_or("", |(name, _)| *name)
        };
        let mut names: Vec<&str> = spellings.values().map(commonest).collect();
        names.sort_unstable();
        let numbers: BTreeMap<String, LeaderId> =
            names.iter().zip(0..).map(|(name, number)| (fold(name), LeaderId(number))).collect();
        let known = names.len();
        names.extend(guests.iter().map(|guest| guest.leader.as_str()));
        let by_name = roadmaps.iter().map(|roadmap| (roadmap, numbers[&fold(&roadmap.leader)]));
        let by_place = guests.iter().zip(known as u32..).map(|(it, at)| (it, LeaderId(at)));
        let mut items: Vec<Planned> = by_name
            .chain(by_place)
            .flat_map(|(roadmap, by)| {
                let name = names[by.0 as usize];
                roadmap.items.iter().map(move |item| Planned { roadmap, item, by, name })
            })
            .collect();
        items.par_sort_by(|a, b| (a.by, order(a.item)).cmp(&(b.by, order(b.item))));
        Self { items, names, guests: guests.len(), lines: Lines::new(roadmaps) }
    }

    /// The items that take no part in overlaps, ascending: silenced or dropped.
    pub fn excluded(&self) -> Vec<usize> {
        (0..self.items.len()).filter(|&item| !self.items[item].counts()).collect()
    }

    /// How many leaders plan something; guests do not count.
    pub fn planning(&self) -> usize {
        let guests = self.names.len() - self.guests;
        let by = self.items.iter().map(|it| it.by).filter(|by| (by.0 as usize) < guests);
        by.collect::<BTreeSet<_>>().len()
    }

    /// How many of the leaders, the last ones, stand for a name that nobody plans yet.
    pub fn guests(&self) -> usize {
        self.guests
    }

    /// Whether a leader stands for a name that nobody plans yet.
    pub fn is_guest(&self, leader: LeaderId) -> bool {
        leader.0 as usize >= self.names.len() - self.guests
    }

    /// Whether every two items are of one line: of one leader, of a leader and somebody above, of
    /// an initiative and what deploys it, or both deploying one member.
    pub fn is_deployed(&self, members: &[usize]) -> bool {
        let members: Vec<Planned> = members.iter().map(|&item| self.items[item]).collect();
        self.lines.is_deployed(&members)
    }

    /// The folded names of everybody above a leader, by name; ends even where people report to
    /// each other in a circle.
    pub fn above(&self, leader: &str) -> BTreeSet<String> {
        self.lines.above(leader)
    }

    /// Every name that somebody is called or reports to, each once.
    pub fn people(&self) -> Vec<&'a str> {
        let bosses = self.items.iter().filter_map(|it| it.roadmap.reports_to.as_deref());
        let mut seen = BTreeSet::new();
        self.names.iter().copied().chain(bosses).filter(|name| seen.insert(fold(name))).collect()
    }
}

/// What an item says, in the order in which items are sorted: its place comes last, and decides
/// only between items that say the same.
fn order(item: &Item) -> impl Ord + use<'_> {
    let Item { name, id, description, status, quarter, owner, parent, .. } = item;
    let effort = item.effort.map(f64::to_bits);
    let said = (name, id, description, status, quarter, effort, owner, parent);
    (said, &item.aliases, &item.tags, &item.place)
}

#[cfg(test)]
mod tests;
