//! Which overlaps are a strategy deployed, not work done twice.

use crate::company::{Lines, Planned};
use crate::overlap::{Kind, Overlap};

/// Marks as [`Kind::Down`] every overlap whose items are all on one reporting line, or deploy one
/// another by `parent`.
///
/// Goes in: overlaps of kind `across` and `within`; comes out: the same, some of kind `down`.
pub fn judge(overlaps: &mut [Overlap], items: &[Planned]) {
    let lines = Lines::new(items.iter().map(|planned| planned.roadmap));
    for overlap in overlaps.iter_mut().filter(|overlap| overlap.kind == Kind::Across) {
        let members: Vec<Planned> = overlap.members.iter().map(|&item| items[item]).collect();
        if lines.is_deployed(&members) {
            overlap.kind = Kind::Down;
        }
    }
}

/// The silenced items of those groups that would be overlaps of kind [`Kind::Across`], ascending:
/// the items whose silence makes a difference.
pub fn silenced(groups: &[Vec<usize>], items: &[Planned]) -> Vec<usize> {
    if groups.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(items.iter().map(|planned| planned.roadmap));
    let is_across = |group: &&Vec<usize>| {
        let members: Vec<Planned> = group.iter().map(|&item| items[item]).collect();
        !lines.is_deployed(&members)
    };
    let members = groups.iter().filter(is_across).flatten().copied();
    let mut silenced: Vec<usize> = members.filter(|&item| items[item].is_silenced()).collect();
    silenced.sort_unstable();
    silenced
}
