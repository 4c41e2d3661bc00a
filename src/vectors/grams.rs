//! Runs of three characters.

use rustc_hash::FxHashMap;

use crate::names::{Vocabulary, concept, implied};
use crate::vectors::Vector;

/// Forms that the belief about trigrams counts as much as.
const BELIEF: f64 = 50.0;

/// How likely a trigram is to stand in any name, before counting.
const COMMONNESS: f64 = 0.01;

/// How many letters a concept stands for: it has none of its own, and weighs as much as a phrase.
const LETTERS: f32 = 12.0;

/// Marks the border of a word; no word holds it.
const BORDER: char = '\u{1}';

/// Marks a gram that is a whole concept, known by its number in the vocabulary.
const WHOLE: u64 = 1 << 63;

/// Every gram that occurs, with its dimension and its weight.
pub struct Grams(FxHashMap<u64, (u32, f32)>);

impl Grams {
    /// Counts in how many of the planned rows each gram occurs, which come first; a gram of the
    /// others alone occurs in none. Concepts keep the weight that they have as words. Rows hold no
    /// gram twice.
    pub fn count(rows: &[Vec<u64>], planned: usize, vocabulary: &Vocabulary) -> Self {
        let (planned, others) = rows.split_at(planned);
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        for gram in planned.iter().flatten() {
            *counts.entry(*gram).or_insert(0) += 1;
        }
        let mut sorted: Vec<(u64, u32)> =
            counts.iter().map(|(&gram, &count)| (gram, count)).collect();
        sorted.sort_unstable();
        for &gram in others.iter().flatten() {
            if counts.insert(gram, 0).is_none() {
                sorted.push((gram, 0));
            }
        }
        let rows = planned.len() as f64;
        let weight = |gram: u64, count: u32| {
            if gram & WHOLE != 0 {
                return vocabulary.weight(gram as u32) * LETTERS.sqrt();
            }
            let seen = f64::from(count) + BELIEF * COMMONNESS;
            ((rows + BELIEF) / seen).ln().max(0.05) as f32
        };
        let numbered =
            sorted.iter().zip(0..).map(|(&(gram, count), id)| (gram, (id, weight(gram, count))));
        Self(numbered.collect())
    }

    /// The weighted vector of one row.
    pub fn vector(&self, row: &[u64]) -> Vector {
        Vector::new(row.iter().map(|gram| self.0[gram]).collect())
    }
}

/// The trigrams inside the words of a form, borders included: `log` is `·lo`, `log`, `og·`. A
/// concept is one gram.
pub fn inside(form: &[u32], vocabulary: &Vocabulary) -> Vec<u64> {
    let (words, mut grams) = apart(form, vocabulary);
    for word in words {
        push(&mut grams, std::iter::once(BORDER).chain(word.chars()).chain([BORDER]));
    }
    sorted(grams)
}

/// The trigrams of all letters of a form joined, borders only outside: `log in` is that of
/// `login`. A concept is one gram.
pub fn across(form: &[u32], vocabulary: &Vocabulary) -> Vec<u64> {
    let (words, mut grams) = apart(form, vocabulary);
    let letters = words.iter().flat_map(|word| word.chars());
    push(&mut grams, std::iter::once(BORDER).chain(letters).chain([BORDER]));
    sorted(grams)
}

/// The words that are words, and the grams of those that are concepts; what concepts imply has
/// neither.
fn apart<'a>(form: &[u32], vocabulary: &'a Vocabulary) -> (Vec<&'a str>, Vec<u64>) {
    let mut words = Vec::with_capacity(form.len());
    let mut grams = Vec::new();
    for &id in form {
        let stem = vocabulary.stem(id);
        if concept(stem).is_some() {
            grams.push(WHOLE | u64::from(id));
        } else if implied(stem).is_none() {
            words.push(stem);
        }
    }
    (words, grams)
}

/// Packs every run of three characters into one number, 21 bits a character.
fn push(grams: &mut Vec<u64>, chars: impl Iterator<Item = char>) {
    let mut last = [0_u64; 2];
    for (at, c) in chars.enumerate() {
        if at > 1 {
            grams.push(last[0] << 42 | last[1] << 21 | u64::from(c));
        }
        last = [last[1], u64::from(c)];
    }
}

fn sorted(mut grams: Vec<u64>) -> Vec<u64> {
    grams.sort_unstable();
    grams.dedup();
    grams
}
