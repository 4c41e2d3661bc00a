//! Reporting lines: which overlaps are a strategy deployed, not work done twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::company::Planned;
use crate::roadmap::Roadmap;

/// Who reports to whom, by name without regard to case and space.
pub struct Lines(BTreeMap<String, BTreeSet<String>>);

impl Lines {
    /// Reads who reports to whom.
    pub fn new<'a>(roadmaps: impl Iterator<Item = &'a Roadmap>) -> Self {
        let mut lines: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for roadmap in roadmaps {
            if let Some(superior) = &roadmap.reports_to {
                lines.entry(key(&roadmap.leader)).or_default().insert(key(superior));
            }
        }
        Self(lines)
    }

    /// Whether every two items are of one line: of one leader, of a leader and somebody above, of
    /// an initiative and what deploys it, or both deploying one member of the overlap.
    pub fn is_deployed(&self, members: &[Planned]) -> bool {
        let above: Vec<BTreeSet<String>> =
            members.iter().map(|member| self.above(member.leader())).collect();
        let parents: Vec<Option<usize>> = members.iter().map(|m| parent(*m, members)).collect();
        (0..members.len()).all(|a| {
            (a + 1..members.len()).all(|b| {
                let (x, y) = (key(members[a].leader()), key(members[b].leader()));
                x == y
                    || above[a].contains(&y)
                    || above[b].contains(&x)
                    || parents[a] == Some(b)
                    || parents[b] == Some(a)
                    || (parents[a].is_some() && parents[a] == parents[b])
            })
        })
    }

    /// Everybody above a leader; ends even where people report to each other in a circle.
    fn above(&self, leader: &str) -> BTreeSet<String> {
        let mut above = BTreeSet::new();
        let mut open = vec![key(leader)];
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

fn key(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
