//! How sure an overlap is: over which thresholds it stays the same group, and which of its members
//! hang on by a hair.

use rustc_hash::FxHashMap;

use crate::names::Names;
use crate::overlap::Overlap;
use crate::similarity::{self, Planners, Score};

/// A member whose best link is less than this above what it needs is doubtful.
const MARGIN: f64 = 0.03;

/// The groups of names at one threshold.
pub struct Try {
    /// The threshold.
    pub threshold: Score,
    /// The groups, as [`groups`](crate::cluster::groups) returns them.
    pub groups: Vec<Vec<u32>>,
}

/// Tells every overlap the lowest and the highest threshold of an unbroken run of `tries` around
/// the one in force, at which exactly its names are one group; nothing for an overlap that is only a
/// part of a group. `tries` ascend; those in force is
/// among them.
pub fn find_ranges(overlaps: &mut [Overlap], names: &Names, tries: &[Try], in_force: Score) {
    let at = tries.partition_point(|tried| tried.threshold < in_force);
    let groups: Vec<FxHashMap<u32, &[u32]>> = tries.iter().map(group_of).collect();
    for overlap in overlaps {
        let mut own: Vec<u32> = overlap.members.iter().map(|&item| names.of[item]).collect();
        own.sort_unstable();
        own.dedup();
        // A name that several items have is a group of its own where no group holds it.
        let stays = |of: &FxHashMap<u32, &[u32]>| match of.get(&own[0]) {
            Some(group) => **group == *own,
            None => own.len() == 1,
        };
        // Leaders took it apart, whatever the threshold.
        if !stays(&groups[at]) {
            continue;
        }
        let below = groups[..at].iter().rev().take_while(|of| stays(of)).count();
        let above = groups[at..].iter().take_while(|of| stays(of)).count();
        let last = (at + above).saturating_sub(1);
        overlap.range = Some([tries[at - below].threshold, tries[last].threshold]);
    }
}

fn group_of(tried: &Try) -> FxHashMap<u32, &[u32]> {
    let groups = tried.groups.iter();
    groups.flat_map(|group| group.iter().map(|&name| (name, group.as_slice()))).collect()
}

/// Marks the members whose best link inside the overlap is just enough.
pub fn find_doubts(overlaps: &mut [Overlap], names: &Names, planners: &Planners, threshold: Score) {
    for overlap in overlaps {
        let spare = |member: usize| {
            let links = overlap.links.iter().filter(|link| link.a == member || link.b == member);
            let spare = links.map(|link| {
                let (a, b) = (names.of[link.a], names.of[link.b]);
                if a == b {
                    return 1.0;
                }
                link.score.ratio() - similarity::needed(planners, a, b, threshold).ratio()
            });
            spare.fold(f64::NEG_INFINITY, f64::max)
        };
        let doubtful = overlap.members.iter().copied().filter(|&member| spare(member) < MARGIN);
        overlap.doubtful = doubtful.collect();
    }
}
