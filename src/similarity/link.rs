//! Which of the alike names are linked.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::similarity::{Planners, Score, ScoredPair};

/// What being each other's best match is worth less when there was little to choose from: it says
/// much among a hundred items and nothing among one. 0.1 costs 0.13 of the precision on the judged
/// pairs, 0.3 costs 0.05 of their recall.
const CHOICE: f64 = 0.2;

/// From this score on, names are the same whatever else there is to choose from. 0.95 and 0.99
/// measure the same.
const PLAIN: Score = Score::from_thousandths(970);

/// From this score on, two names on one leader's roadmap are one feature planned twice; a leader
/// who lists two things side by side mostly means two. 0.88 costs 0.002 of the mean F1, since variants
/// of one product join, and from 0.90 to 0.93 they measure the same.
const REPEATED: Score = Score::from_thousandths(900);

/// The links among names that are alike, each part best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// Names of two leaders: each is the other's best match on the roadmap of one of its leaders, and
    /// they are alike by what [`needed`] asks for.
    pub best: Vec<ScoredPair>,
    /// Names on one leader's roadmap that are plainly the same, and alike enough to whatever the other
    /// is linked to: the second best match may be the same feature, too.
    pub repeated: Vec<ScoredPair>,
    /// Names that are linked as the best are only if all that descriptions say counts; with that
    /// score.
    pub described: Vec<ScoredPair>,
}

/// The links among names that are alike, as [`scored_pairs`](crate::similarity::scored_pairs)
/// returns them.
pub fn links(alike: &[ScoredPair], planners: &Planners, threshold: Score) -> Links {
    let linked = linked(alike, planners, threshold);
    let mut partners: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for link in &linked {
        partners.entry(link.a).or_default().push(link.b);
        partners.entry(link.b).or_default().push(link.a);
    }
    let twice = |link: &&ScoredPair| link.score >= REPEATED && !planners.differ(link.a, link.b);
    let twice: Vec<ScoredPair> = alike.iter().filter(twice).copied().collect();
    let alike_enough: &[ScoredPair] = if twice.is_empty() { &[] } else { alike };
    let enough = alike_enough.iter().filter(|link| is_enough(link, planners, threshold));
    let enough: FxHashSet<(u32, u32)> = enough.map(|link| (link.a, link.b)).collect();
    let is_like_partners = |name: u32, of: u32| {
        let of = partners.get(&of).map_or(&[][..], Vec::as_slice);
        of.iter().all(|&it| it == name || enough.contains(&(it.min(name), it.max(name))))
    };
    let is_repeated =
        |link: &ScoredPair| is_like_partners(link.a, link.b) && is_like_partners(link.b, link.a);
    let repeated = twice.into_iter().filter(is_repeated).collect();
    let described = described(alike, &linked, planners, threshold);
    Links { best: linked, repeated, described }
}

/// The pairs of two leaders' names that are plainly the same, or alike enough and each other's best
/// match.
fn linked(alike: &[ScoredPair], planners: &Planners, threshold: Score) -> Vec<ScoredPair> {
    let best = best(alike, planners);
    let holds = |link: &&ScoredPair| {
        planners.differ(link.a, link.b)
            && is_enough(link, planners, threshold)
            && (link.score >= PLAIN || is_mutual(link, planners, &best))
    };
    alike.iter().filter(holds).copied().collect()
}

/// The pairs that are linked besides if all that descriptions say counts; however much that is, each
/// must be the other's best match.
fn described(
    alike: &[ScoredPair],
    linked: &[ScoredPair],
    planners: &Planners,
    threshold: Score,
) -> Vec<ScoredPair> {
    if alike.iter().all(|link| link.in_full == link.score) {
        return Vec::new();
    }
    let in_full = |link: &ScoredPair| ScoredPair { score: link.in_full, ..*link };
    let mut alike: Vec<ScoredPair> = alike.iter().map(in_full).collect();
    alike.sort_unstable_by_key(|link| (Reverse(link.score), link.a, link.b));
    let best = best(&alike, planners);
    let known: FxHashSet<(u32, u32)> = linked.iter().map(|link| (link.a, link.b)).collect();
    alike.retain(|link| {
        planners.differ(link.a, link.b)
            && !known.contains(&(link.a, link.b))
            && is_enough(link, planners, threshold)
            && is_mutual(link, planners, &best)
    });
    alike
}

fn is_enough(link: &ScoredPair, planners: &Planners, threshold: Score) -> bool {
    link.score >= PLAIN || link.score >= needed(planners, link.a, link.b, threshold)
}

/// The score from which two names are linked, if each is the other's best match: the threshold,
/// more where there was little to choose from, and most on one leader's roadmap.
pub fn needed(planners: &Planners, a: u32, b: u32, threshold: Score) -> Score {
    if !planners.differ(a, b) {
        return REPEATED;
    }
    let choice = f64::from(planners.choice(a, b));
    let more = CHOICE / choice.sqrt();
    Score::from_ratio(threshold.ratio() + more).min(PLAIN)
}

/// The best score of every name on every leader's roadmap.
type Best = FxHashMap<(u32, u32), Score>;

fn best(alike: &[ScoredPair], planners: &Planners) -> Best {
    let mut best = Best::default();
    for &ScoredPair { a, b, score, .. } in alike {
        for (from, to) in [(a, b), (b, a)] {
            for &leader in planners.of(to) {
                let known = best.entry((from, leader)).or_default();
                *known = score.max(*known);
            }
        }
    }
    best
}

/// Whether the two are each other's best match on roadmaps of two leaders.
fn is_mutual(link: &ScoredPair, planners: &Planners, best: &Best) -> bool {
    let better = |from: u32, leader: u32| {
        // Nothing matches better than the very same name on that roadmap.
        let own = planners.of(from).len() > 1 && planners.of(from).contains(&leader);
        own || best.get(&(from, leader)).is_some_and(|&score| score > link.score)
    };
    planners.of(link.a).iter().any(|&left| {
        planners
            .of(link.b)
            .iter()
            .any(|&right| left != right && !better(link.a, right) && !better(link.b, left))
    })
}
