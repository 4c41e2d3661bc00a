//! Reporting lines: who is above whom.

use std::collections::{BTreeMap, BTreeSet};

use crate::basics::person;
use crate::company::Planned;
use crate::roadmap::Roadmap;

/// Who reports to whom.
#[derive(Debug)]
pub struct Lines(BTreeMap<String, BTreeSet<String>>);

impl Lines {
    /// Reads what the roadmaps say about it.
    pub fn new(roadmaps: &[Roadmap]) -> Self {
        let mut superiors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for roadmap in roadmaps {
            if let Some(superior) = &roadmap.reports_to {
                superiors.entry(person(&roadmap.leader)).or_default().insert(person(superior));
            }
        }
        Self(superiors)
    }

    /// Whether every two items are of one line: of one leader, of a leader and somebody above, of
    /// an initiative and what deploys it, or both deploying one member.
    pub fn is_deployed(&self, members: &[Planned]) -> bool {
        let names: Vec<String> = members.iter().map(|it| person(it.leader())).collect();
        let above: Vec<BTreeSet<String>> = names.iter().map(|name| self.above(name)).collect();
        let parents: Vec<Option<usize>> = members.iter().map(|m| parent(*m, members)).collect();
        let of_one_line = |a: usize, b: usize| {
            members[a].by == members[b].by
                || above[a].contains(&names[b])
                || above[b].contains(&names[a])
                || parents[a] == Some(b)
                || parents[b] == Some(a)
                || (parents[a].is_some() && parents[a] == parents[b])
        };
        (0..members.len()).all(|a| (a + 1..members.len()).all(|b| of_one_line(a, b)))
    }

    /// Whether one person is above the other, by name.
    pub fn is_above(&self, one: &str, other: &str) -> bool {
        self.above(&person(other)).contains(&person(one))
    }

    /// Everybody above a leader; ends even where people report to each other in a circle.
    fn above(&self, leader: &str) -> BTreeSet<String> {
        let mut above = BTreeSet::new();
        let mut open = vec![leader.to_owned()];
        while let Some(next) = open.pop() {
            for superior in self.0.get(&next).into_iter().flatten() {
                if above.insert(superior.clone()) {
                    open.push(superior.clone());
                }
            }
        }
        above
    }
}

/// The member whose identifier an item names as its parent.
fn parent(item: Planned, members: &[Planned]) -> Option<usize> {
    let parent = item.item.parent.as_ref()?;
    members.iter().position(|member| member.item.id.as_ref() == Some(parent))
}
