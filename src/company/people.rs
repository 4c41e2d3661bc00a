//! One name for everybody, over all roadmaps.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::basics::{person, without_team};
use crate::roadmap::{NamedBy, Roadmap};

/// One spelling for every leader, by how names are compared: without a team in brackets; of several
/// the one without a comma or two spaces, as a roadmap has it rather than a file's name, the
/// commonest, the first.
pub fn names(roadmaps: &[Roadmap]) -> BTreeMap<String, &str> {
    let mut spellings: BTreeMap<String, BTreeMap<&str, (bool, usize)>> = BTreeMap::new();
    for roadmap in roadmaps {
        let is_said = matches!(roadmap.named_by, NamedBy::Roadmap | NamedBy::Items);
        let known = spellings.entry(person(&roadmap.leader)).or_default();
        let known = known.entry(without_team(&roadmap.leader)).or_default();
        known.0 |= is_said;
        known.1 += 1;
    }
    spellings.into_iter().map(|(key, known)| (key, best(known))).collect()
}

/// Of several spellings the best; each with whether a roadmap has it, and how often.
fn best(known: BTreeMap<&str, (bool, usize)>) -> &str {
    let rank = |(name, (is_said, count)): &(&str, (bool, usize))| {
        let is_odd = name.contains(',') || name.contains("  ");
        (!is_said, is_odd, Reverse(*count), (*name).to_owned())
    };
    known.into_iter().min_by_key(rank).map_or("", |(name, _)| name)
}
