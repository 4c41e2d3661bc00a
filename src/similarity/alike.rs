//! Scores the candidate pairs.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::normalize;
use crate::similarity::{Forms, Link, Score};

/// Every candidate pair that is alike by at least `floor`, as pairs of names, best first.
///
/// Names that any team could have ("Tech debt", "Bug fixes") are alike by chance and left out,
/// even where they are the same.
pub fn alike(forms: &Forms, pairs: &[(u32, u32)], floor: Score) -> Vec<Link> {
    let named = telling_names(forms);
    let scored: Vec<(u32, u32, Score)> = pairs
        .par_iter()
        .filter(|(x, y)| !named[*x as usize].is_empty() && !named[*y as usize].is_empty())
        .filter_map(|&(x, y)| forms.score_from(x, y, floor).map(|score| (x, y, score)))
        .collect();
    let shared = (0..).zip(&named).filter(|(_, names)| names.len() > 1);
    let shared = shared.map(|(form, _)| (form, form, Score::SAME));

    let mut scores: FxHashMap<(u32, u32), Score> = FxHashMap::default();
    for (x, y, score) in scored.into_iter().chain(shared) {
        for &a in &named[x as usize] {
            for &b in named[y as usize].iter().filter(|&&b| b != a) {
                let known = scores.entry((a.min(b), a.max(b))).or_default();
                *known = score.max(*known);
            }
        }
    }
    let mut links: Vec<Link> =
        scores.into_iter().map(|((a, b), score)| Link { a, b, score }).collect();
    links.par_sort_unstable_by(|x, y| y.score.cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    links
}

/// For every form the names that have it; none for a generic form.
fn telling_names(forms: &Forms) -> Vec<Vec<u32>> {
    let names = forms.names();
    let mut named: Vec<Vec<u32>> = vec![Vec::new(); names.forms.len()];
    for (of, name) in names.names.iter().zip(0..) {
        for &form in of.iter().filter(|&&form| !normalize::is_generic(names, form)) {
            named[form as usize].push(name);
        }
    }
    named
}
