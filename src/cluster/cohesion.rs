//! Whether two groups hold together.

use rustc_hash::FxHashMap;

use crate::cluster::nodes::Nodes;
use crate::similarity::{Forms, Score};

/// How much less alike than the threshold two groups may be on average, as a share of it: two
/// wordings of one feature need not be alike if a third stands between them. From 0.7 to 0.8 the sets
/// of real names measure the same; on three real plans 0.75 finds most.
const COHESION: f64 = 0.75;

/// How many nodes of a group are compared at most; larger groups are sampled evenly, so that a
/// group of a thousand costs no more than one of eight. A matter of speed: no labelled group is much
/// larger.
const SAMPLE: usize = 8;

/// Tells whether groups hold together, and compares no two names twice.
pub struct Cohesion<'a> {
    forms: &'a Forms<'a>,
    nodes: &'a Nodes,
    least: f64,
    /// For every two names compared how alike they are; none if they contrast.
    known: FxHashMap<(u32, u32), Option<Score>>,
}

impl<'a> Cohesion<'a> {
    /// Ready to compare at a threshold.
    pub fn new(forms: &'a Forms<'a>, nodes: &'a Nodes, threshold: Score) -> Self {
        Self { forms, nodes, least: threshold.ratio() * COHESION, known: FxHashMap::default() }
    }

    /// Whether two groups are alike enough on average over all pairs across them, and no name of
    /// one contrasts with a name of the other: who stands between two opposites belongs to one.
    pub fn holds(&mut self, left: &[u32], right: &[u32]) -> bool {
        let (left, right) = (sample(left), sample(right));
        let mut sum = 0.0;
        for &x in &left {
            for &y in &right {
                let (a, b) = (self.nodes.name(x), self.nodes.name(y));
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

/// How alike two names are in full; none if they contrast.
fn plain_score(forms: &Forms, a: u32, b: u32) -> Option<Score> {
    if a == b {
        return Some(Score::SAME);
    }
    let (_, likeness) = forms.compare(a, b);
    likeness.evidence.contrast.is_none().then(|| forms.in_full(a, b, likeness).score)
}

/// Evenly spaced members of a group.
fn sample(group: &[u32]) -> Vec<u32> {
    let mut sorted = group.to_vec();
    sorted.sort_unstable();
    let step = sorted.len().div_ceil(SAMPLE).max(1);
    sorted.into_iter().step_by(step).collect()
}
