//! Which of the alike names are linked.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::similarity::{Planners, Score, ScoredPair};

/// What being each other's best match is worth less when there was little to choose from: it says
/// much among a hundred items and nothing among one. 0.1 costs 0.13 of the precision on the judged
/// pairs, 0.3 costs 0.05 of their recall.
const CHOICE: f64 = 0.2;

/// How much more is needed for every doubling of the leaders beyond a few: the more there are to
/// match with, the more often two names are each other's best match by chance. On the labelled sets
/// 0.02 measures the same, and 0.05 costs 0.03 on the invented company; real plans of hundreds of
/// leaders are cleaner with it.
const CROWD: f64 = 0.03;

/// From this score on, names are the same whatever else there is to choose from. 0.95 and 0.99
/// measure the same.
const PLAIN: Score = Score::from_thousandths(970);

/// From this score on, two names on one leader's roadmap are one feature planned twice; a leader
/// who lists two things side by side mostly means two. 0.85 and 0.91 measure the same, as the sets
/// hold few such pairs.
const REPEATED: Score = Score::from_thousandths(880);

/// The links among names that are alike, as [`scored_pairs`](crate::similarity::scored_pairs) returns them: each
/// is the other's best match on the roadmap of one of its leaders, and they are alike by what
/// [`needed`] asks for.
///
/// Names that nobody else plans follow, linked to what their own leader plans under nearly the
/// same name. Every part comes best first.
pub fn links(alike: &[ScoredPair], planners: &Planners, threshold: Score) -> Vec<ScoredPair> {
    let best = best(alike, planners);
    let holds = |link: &ScoredPair| {
        planners.differ(link.a, link.b)
            && (link.score >= PLAIN
                || link.score >= needed(planners, link.a, link.b, threshold)
                    && is_mutual(link, planners, &best))
    };
    let mut links: Vec<ScoredPair> = alike.iter().copied().filter(holds).collect();
    let shared: FxHashSet<u32> = links.iter().flat_map(|link| [link.a, link.b]).collect();
    let repeats = |link: &&ScoredPair| {
        link.score >= REPEATED
            && !planners.differ(link.a, link.b)
            && ![link.a, link.b].iter().any(|name| shared.contains(name))
    };
    links.extend(alike.iter().filter(repeats));
    links
}

/// The score from which two names are linked, if each is the other's best match: the threshold,
/// more where there was little to choose from or where there are many leaders, and most on one
/// leader's roadmap.
pub fn needed(planners: &Planners, a: u32, b: u32, threshold: Score) -> Score {
    if !planners.differ(a, b) {
        return REPEATED;
    }
    let choice = f64::from(planners.choice(a, b));
    let more = CHOICE / choice.sqrt() + CROWD * planners.crowd();
    Score::from_ratio(threshold.ratio() + more).min(PLAIN)
}

/// The best score of every name on every leader's roadmap.
type Best = FxHashMap<(u32, u32), Score>;

fn best(alike: &[ScoredPair], planners: &Planners) -> Best {
    let mut best = Best::default();
    for &ScoredPair { a, b, score } in alike {
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
