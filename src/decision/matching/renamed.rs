//! Which items are plainly what other items were, renamed.

use std::collections::BTreeMap;

use crate::basics::fold;
use crate::comparison::Comparison;
use crate::decision::matching::index::Index;
use crate::decision::matching::old::{Key, Old};
use crate::similarity::{Forms, Score, Sensitivity};

/// From this score on, an item that kept its leader and its identifier is reworded; below it, two
/// names have nothing to do with each other, and the identifier was given to something else.
const REWORDED: Score = Score::from_thousandths(350);

/// For every old item, each with a key of its own, the one that it is now, if any plainly is; no
/// item is what two were.
///
/// Old items are the first queries of the comparison, so that whatever tells two features apart
/// elsewhere (`partners` and `employees`, v2 and v3) tells them apart here. Each must be the other's
/// best match.
pub fn renamed(old: &[Old], index: &Index, comparison: &Comparison) -> BTreeMap<Key, usize> {
    let alike = alike(old, index, comparison);
    // The first of equally good ones, in an order that is the same for every order of items.
    let mut by_old: BTreeMap<usize, (Score, usize)> = BTreeMap::new();
    let mut by_item: BTreeMap<usize, (Score, usize)> = BTreeMap::new();
    for &(at, item, score) in &alike {
        for (best, from, to) in [(&mut by_old, at, item), (&mut by_item, item, at)] {
            let known = best.entry(from).or_insert((score, to));
            if score > known.0 {
                *known = (score, to);
            }
        }
    }
    let mutual = by_old.iter().filter(|(at, (_, item))| by_item[item].1 == **at);
    mutual.map(|(&at, &(_, item))| (old[at].key.clone(), item)).collect()
}

/// Every old item with every candidate that is like it, in the order of both.
fn alike(old: &[Old], index: &Index, comparison: &Comparison) -> Vec<(usize, usize, Score)> {
    let forms = &comparison.forms;
    let names = forms.names();
    let mut alike = Vec::new();
    for ((at, old), &was) in old.iter().enumerate().zip(&names.asked) {
        for &item in &old.candidates {
            let is = names.of[item];
            let score = if fold(&old.name) == index.name(item) {
                Score::SAME
            } else if !forms.is_generic(was)
                && !forms.are_distinct(was, is)
                && (old.keeps_id || !is_narrowed(forms, was, is))
                && !is_turned(&old.name, index.written(item))
                && forms.compare(was, is).1.evidence.contrast.is_none()
            {
                forms.score(was, is)
            } else {
                continue;
            };
            let least = if old.keeps_id { REWORDED } else { Sensitivity::Low.threshold() };
            if score >= least {
                alike.push((at, item, score));
            }
        }
    }
    alike
}

/// Whether one of two names is a single word and the other says more, or something else: "Search"
/// is no longer what it was when it is "Search filters".
fn is_narrowed(forms: &Forms, a: u32, b: u32) -> bool {
    let ((a, b), _) = forms.compare(a, b);
    let words = |form: u32| forms.names().forms[form as usize].len();
    a != b && words(a).min(words(b)) < 2
}

/// Whether two names say one thing the other way round: from A to B, and from B to A. Elsewhere
/// names are bags of words; here a swap must not pass for a rename.
fn is_turned(a: &str, b: &str) -> bool {
    const WAYS: [&str; 4] = ["from", "to", "into", "with"];
    let words = |name: &str| {
        let name = name.to_lowercase();
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let (a, b) = (words(a), words(b));
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words
    };
    a != b && a.iter().any(|word| WAYS.contains(&&**word)) && sorted(&a) == sorted(&b)
}
