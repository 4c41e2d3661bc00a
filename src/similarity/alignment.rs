//! Which words of two forms stand for each other.

use std::fmt;

use crate::basics::spelling;
use crate::names::{Names, Term, TermKind, Vocabulary, confusable};

/// The shortest word that is recognised inside a compound or as the beginning of another.
const SHORTEST_PART: usize = 4;

/// How much a part of a compound, or an abbreviation, counts as the word. 0.8 and 1.0 measure the
/// same.
const PART: f32 = 0.9;

/// How many letters an abbreviation leaves out at least: "config" stands for "configuration", and
/// "custom" does not stand for "customer".
const LEFT_OUT: usize = 4;

/// The least weight of a word that counts as one of the words of a name; a word that stands on one
/// of seven items weighs as much. 1.0 measures the same, 3.0 costs 0.001 of the mean F1.
const COUNTED: f32 = 2.0;

/// The smaller of the two shares of a form (by weight) that the other has no word for: 0 if one
/// says all that the other says, 1 if they have nothing in common.
pub fn lone(names: &Names, a: u32, b: u32) -> f32 {
    let (a, b) = (&names.forms[a as usize], &names.forms[b as usize]);
    share(a, b, &names.vocabulary).min(share(b, a, &names.vocabulary))
}

/// One word that two forms swap in the same place, and say the same otherwise: "watches count on the
/// list", "notes count on the list".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Swap {
    /// Of how many telling words.
    pub of: usize,
    /// Whether the two look alike, so that letters tell nothing: "custom", "customer".
    pub looks_alike: bool,
}

impl fmt::Display for Swap {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let how = if self.looks_alike { "for one that looks alike" } else { "swapped" };
        write!(f, "one word of {} {how}", self.of)
    }
}

/// The word that two forms swap, if they swap one.
pub fn swapped(names: &Names, a: u32, b: u32) -> Option<Swap> {
    let vocabulary = &names.vocabulary;
    let telling = |form: u32| -> Vec<u32> {
        let words = names.forms[form as usize].iter().copied();
        let counts = |id: &u32| vocabulary.term(*id).tells() && vocabulary.weight(*id) >= COUNTED;
        words.filter(counts).collect()
    };
    let (a, b) = (telling(a), telling(b));
    let differing: Vec<(u32, u32)> =
        a.iter().copied().zip(b.iter().copied()).filter(|(x, y)| x != y).collect();
    let [(x, y)] = differing.as_slice() else { return None };
    let (x, y) = (vocabulary.term(*x), vocabulary.term(*y));
    let swaps = a.len() == b.len() && a.len() > 1 && counterpart(x, y) == 0.0;
    swaps.then(|| Swap { of: a.len(), looks_alike: confusable(&x.stem, &y.stem) })
}

/// On how many items of a roadmap the rarest word that both say stands, at least 1; a word that the
/// other only nearly says counts as more common. None if they share no word.
pub fn frequency(names: &Names, a: u32, b: u32) -> Option<f32> {
    let (a, b) = (&names.forms[a as usize], &names.forms[b as usize]);
    let rarest = rarest(a, b, &names.vocabulary).min(rarest(b, a, &names.vocabulary));
    rarest.is_finite().then(|| rarest.max(1.0))
}

fn rarest(form: &[u32], other: &[u32], vocabulary: &Vocabulary) -> f32 {
    let joined = joined(other, vocabulary);
    let said = form.iter().filter(|&&id| vocabulary.weight(id) > 0.0).map(|&id| {
        let is_shared = other.contains(&id);
        let met =
            if is_shared { 1.0 } else { met(vocabulary.term(id), other, &joined, vocabulary) };
        vocabulary.frequency(id) / (met * met)
    });
    said.fold(f32::INFINITY, f32::min)
}

/// The words of `form` and `other` that are not the same and stand for each other all the same:
/// alike in spelling, one the beginning of the other, or part of a compound.
pub fn variants(form: &[u32], other: &[u32], vocabulary: &Vocabulary) -> Vec<(u32, u32)> {
    let says = |id: &u32| !vocabulary.term(*id).is_covered();
    let only =
        |x: &[u32], y: &[u32]| x.iter().copied().filter(|id| says(id) && !y.contains(id)).collect();
    let (left, right): (Vec<u32>, Vec<u32>) = (only(form, other), only(other, form));
    let near = |&x: &u32| {
        let best = right.iter().map(|&y| (counterpart(vocabulary.term(x), vocabulary.term(y)), y));
        let best = best.max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)))?;
        (best.0 > 0.0).then_some((x, best.1))
    };
    left.iter().filter_map(near).collect()
}

/// The share of `form` that `other` has no word for, by weight.
fn share(form: &[u32], other: &[u32], vocabulary: &Vocabulary) -> f32 {
    let joined = joined(other, vocabulary);
    let (mut lone, mut all) = (0.0, 0.0);
    for &id in form {
        let weight = vocabulary.weight(id);
        all += weight;
        if !other.contains(&id) {
            lone += weight * (1.0 - met(vocabulary.term(id), other, &joined, vocabulary));
        }
    }
    if all > 0.0 { lone / all } else { 0.0 }
}

/// The letters of all words of a form, in a row; a concept begins with a sign that no word holds.
fn joined(form: &[u32], vocabulary: &Vocabulary) -> String {
    let mut joined = String::new();
    for term in form.iter().map(|&id| vocabulary.term(id)) {
        if term.kind != TermKind::Word {
            joined.push(APART);
        }
        joined.push_str(&term.stem);
    }
    joined
}

/// Stands before what is not a plain word, so that no compound reaches across.
const APART: char = '\u{1}';

/// How well `other` has a word for a term, 0 to 1.
fn met(term: &Term, other: &[u32], joined: &str, vocabulary: &Vocabulary) -> f32 {
    let in_compound = term.kind == TermKind::Word
        && term.stem.len() >= SHORTEST_PART
        && joined.contains(&term.stem);
    let floor = if in_compound { PART } else { 0.0 };
    other.iter().map(|&id| counterpart(term, vocabulary.term(id))).fold(floor, f32::max)
}

/// How far two terms stand for one word, 0 to 1; a concept never stands for a word.
fn counterpart(a: &Term, b: &Term) -> f32 {
    if a.concept().is_some() != b.concept().is_some() {
        return 0.0;
    }
    let [a, b] = [a.stem.as_str(), &b.stem];
    if confusable(a, b) {
        return 0.0;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let abbreviated = short.len() > SHORTEST_PART
        && long.len() >= short.len() + LEFT_OUT
        && long.starts_with(short);
    let floor = if abbreviated { PART } else { 0.0 };
    spelling::likeness(a, b).max(floor)
}
