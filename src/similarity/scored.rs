//! Scores the candidate pairs.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::names;
use crate::similarity::signals::before_support;
use crate::similarity::{Forms, Score};

/// Two names found alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoredPair {
    /// The first name, as its index among the distinct names; smaller than `b`.
    pub a: u32,
    /// The second name.
    pub b: u32,
    /// How alike.
    pub score: Score,
    /// How alike if all that descriptions say counts, however long they are; at least `score`.
    pub in_full: Score,
}

/// Every candidate pair that is alike in full by at least `floor`, as pairs of names, best first.
///
/// Names that any team could have ("Tech debt", "Bug fixes") are alike by chance and left out,
/// even where they are the same; so are names that the company calls distinct.
pub fn scored_pairs(forms: &Forms, pairs: &[(u32, u32)], floor: Score) -> Vec<ScoredPair> {
    let having = telling_names(forms);
    let is_described = |name: u32| !forms.names().beside[name as usize].is_empty();
    let planned = forms.names().planned_names as u32;
    let least = if (0..planned).any(is_described) { before_support(floor) } else { floor };
    let scored: Vec<(u32, u32, Score)> = pairs
        .par_iter()
        .filter(|(x, y)| !having[*x as usize].is_empty() && !having[*y as usize].is_empty())
        .filter_map(|&(x, y)| forms.score_from(x, y, least).map(|score| (x, y, score)))
        .collect();
    let shared = (0..).zip(&having).filter(|(_, names)| names.len() > 1);
    let shared = shared.map(|(form, _)| (form, form, Score::SAME));

    let mut best: FxHashMap<(u32, u32), Score> = FxHashMap::default();
    for (x, y, score) in scored.into_iter().chain(shared) {
        for &(a, part) in &having[x as usize] {
            let others = having[y as usize].iter().filter(|(_, other)| !(part && *other));
            for &(b, _) in others.filter(|&&(b, _)| b != a && !forms.are_distinct(a, b)) {
                let known = best.entry((a.min(b), a.max(b))).or_default();
                *known = score.max(*known);
            }
        }
    }
    let supported = |((a, b), score): ((u32, u32), Score)| {
        let describes = score < Score::SAME && (is_described(a) || is_described(b));
        let (score, in_full) = if describes { forms.scores(a, b) } else { (score, score) };
        ScoredPair { a, b, score, in_full }
    };
    let best: Vec<((u32, u32), Score)> = best.into_iter().collect();
    let mut links: Vec<ScoredPair> = best.into_par_iter().map(supported).collect();
    links.retain(|link| link.in_full >= floor);
    links.par_sort_unstable_by(|x, y| y.score.cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    links
}

/// For every form the planned names that have it, and whether as a part only; none for a generic form.
fn telling_names(forms: &Forms) -> Vec<Vec<(u32, bool)>> {
    let all = forms.names();
    let mut having: Vec<Vec<(u32, bool)>> = vec![Vec::new(); all.forms.len()];
    for (of, name) in all.names[..all.planned_names].iter().zip(0..) {
        let whole = of.whole.iter().map(|&form| (form, false));
        let forms = whole.chain(of.parts.iter().map(|&form| (form, true)));
        for (form, part) in forms.filter(|&(form, _)| !names::is_generic(all, form)) {
            having[form as usize].push((name, part));
        }
    }
    having
}
