//! Which names are one feature.
//!
//! Links are followed best first, and two groups become one only if the mean likeness over all
//! pairs across them holds (average linkage, Sokal and Michener 1958). Following links alone
//! would chain unlike names into one giant group.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::similarity::{Alike, Forms, Score};

/// How much less alike than the threshold two groups may be on average, as a share of it: two
/// wordings of one feature need not be alike if a third stands between them.
const COHESION: f64 = 0.8;

/// How many names of a group are compared at most; larger groups are sampled evenly.
const SAMPLE: usize = 8;

/// Groups of at least two names that are one feature, each sorted, in the order of first names.
///
/// `links` come best first; every name is in one group at most.
pub fn groups(forms: &Forms, links: &[Alike], threshold: Score) -> Vec<Vec<u32>> {
    let names = forms.names().names.len() as u32;
    let mut group_of: Vec<u32> = (0..names).collect();
    let mut members: Vec<Vec<u32>> = (0..names).map(|name| vec![name]).collect();
    let mut cohesion = Cohesion::new(forms, threshold);
    // Groups only grow, so a pair of groups of the same sizes is the pair that was refused.
    let mut refused: FxHashSet<[usize; 4]> = FxHashSet::default();
    for link in links {
        let (a, b) = (group_of[link.a as usize] as usize, group_of[link.b as usize] as usize);
        let pair = [a, members[a].len(), b, members[b].len()];
        if a == b || refused.contains(&pair) {
            continue;
        }
        if hold_a_distinct_pair(forms, &members[a], &members[b])
            || !cohesion.holds(&members[a], &members[b])
        {
            refused.insert(pair);
            continue;
        }
        let (into, from) = if members[a].len() >= members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut members[from]);
        for &name in &moved {
            group_of[name as usize] = into as u32;
        }
        members[into].extend(moved);
    }
    let mut groups: Vec<Vec<u32>> = members.into_iter().filter(|group| group.len() > 1).collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// Tells whether groups hold together, and compares no two names twice.
struct Cohesion<'a> {
    forms: &'a Forms<'a>,
    least: f64,
    /// For every two names compared how alike they are; none if they contrast.
    known: FxHashMap<(u32, u32), Option<Score>>,
}

impl<'a> Cohesion<'a> {
    fn new(forms: &'a Forms<'a>, threshold: Score) -> Self {
        Self { forms, least: threshold.ratio() * COHESION, known: FxHashMap::default() }
    }

    /// Whether two groups are alike enough on average over all pairs across them, and no name of
    /// one contrasts with a name of the other: who stands between two opposites belongs to one.
    fn holds(&mut self, left: &[u32], right: &[u32]) -> bool {
        let (left, right) = (sample(left), sample(right));
        let mut sum = 0.0;
        for &a in &left {
            for &b in &right {
                let known = self.known.entry((a.min(b), a.max(b)));
                let Some(score) = known.or_insert_with(|| plain_score(self.forms, a, b)) else {
                    return false;
                };
                sum += score.ratio();
            }
        }
        sum >= self.least * (left.len() * right.len()) as f64
    }
}

/// How alike two names are; none if they contrast.
fn plain_score(forms: &Forms, a: u32, b: u32) -> Option<Score> {
    let (_, likeness) = forms.compare(a, b);
    likeness.contrast.is_none().then_some(likeness.score)
}

/// Whether a name of one group is never one with a name of the other, whoever stands between.
fn hold_a_distinct_pair(forms: &Forms, left: &[u32], right: &[u32]) -> bool {
    left.iter().any(|&a| right.iter().any(|&b| forms.are_distinct(a, b)))
}

/// Evenly spaced members of a group.
fn sample(group: &[u32]) -> Vec<u32> {
    let mut sorted = group.to_vec();
    sorted.sort_unstable();
    let step = sorted.len().div_ceil(SAMPLE).max(1);
    sorted.into_iter().step_by(step).collect()
}
