//! Runs of three characters.

use rustc_hash::FxHashMap;

use crate::vectors::Vector;

/// Forms that the belief about trigrams counts as much as.
const BELIEF: f64 = 50.0;

/// How likely a trigram is to stand in any name, before counting.
const COMMONNESS: f64 = 0.01;

/// Marks the border of a word; no word holds it.
const BORDER: char = '\u{1}';

/// How often each trigram occurs, with its weight.
pub struct Grams(FxHashMap<u64, (u32, f32)>);

impl Grams {
    /// Counts in how many rows each trigram occurs. Rows hold no trigram twice.
    pub fn count(rows: &[Vec<u64>]) -> Self {
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        for gram in rows.iter().flatten() {
            *counts.entry(*gram).or_insert(0) += 1;
        }
        let mut sorted: Vec<(u64, u32)> = counts.into_iter().collect();
        sorted.sort_unstable();
        let rows = rows.len() as f64;
        let weight = |count: u32| {
            let seen = f64::from(count) + BELIEF * COMMONNESS;
            ((rows + BELIEF) / seen).ln().max(0.05) as f32
        };
        let numbered =
            sorted.iter().zip(0..).map(|(&(gram, count), id)| (gram, (id, weight(count))));
        Self(numbered.collect())
    }

    /// The weighted vector of one row.
    pub fn vector(&self, row: &[u64]) -> Vector {
        Vector::new(row.iter().map(|gram| self.0[gram]).collect())
    }
}

/// The trigrams inside the words, borders included: `log` is `·lo`, `log`, `og·`.
pub fn inside(words: &[&str]) -> Vec<u64> {
    let mut grams = Vec::new();
    for word in words {
        push(&mut grams, std::iter::once(BORDER).chain(word.chars()).chain([BORDER]));
    }
    sorted(grams)
}

/// The trigrams of all letters joined, borders only outside: `log in` is that of `login`.
pub fn across(words: &[&str]) -> Vec<u64> {
    let mut grams = Vec::new();
    let letters = words.iter().flat_map(|word| word.chars());
    push(&mut grams, std::iter::once(BORDER).chain(letters).chain([BORDER]));
    sorted(grams)
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
