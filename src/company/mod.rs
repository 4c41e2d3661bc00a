//! Whose plans these are: the leaders over all files, and who reports to whom.
//!
//! Several roadmaps may be one leader's: names that look the same but for case, spaces, punctuation,
//! order or a team in brackets are one person, and every room asks this one who that is.

mod line;
mod look_alikes;
mod people;
mod planned;
#[cfg(test)]
pub mod sample;

pub use look_alikes::look_alikes;
pub use planned::Planned;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::basics::person;
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
        let mut leaders: Vec<(&str, String)> =
            people::names(roadmaps).into_iter().map(|(key, name)| (name, key)).collect();
        leaders.sort_unstable();
        let mut names: Vec<&str> = leaders.iter().map(|(name, _)| *name).collect();
        let numbers: BTreeMap<String, LeaderId> =
            leaders.into_iter().zip(0..).map(|((_, key), at)| (key, LeaderId(at))).collect();
        let known = names.len();
        names.extend(guests.iter().map(|guest| guest.leader.as_str()));
        let by_name = roadmaps.iter().map(|roadmap| (roadmap, numbers[&person(&roadmap.leader)]));
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

    /// Whether one person is the other or somebody above them, by name, through all levels.
    pub fn is_at_or_above(&self, one: &str, other: &str) -> bool {
        person(one) == person(other) || self.lines.is_above(one, other)
    }

    /// Every name that somebody is called or reports to, each once.
    pub fn people(&self) -> Vec<&'a str> {
        let bosses = self.items.iter().filter_map(|it| it.roadmap.reports_to.as_deref());
        let mut seen = BTreeSet::new();
        self.names.iter().copied().chain(bosses).filter(|name| seen.insert(person(name))).collect()
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
