//! Runs of three characters.

use rustc_hash::FxHashMap;

use crate::names::Vocabulary;
use crate::vectors::Vector;

/// Forms that the belief about trigrams counts as much as. Half and twice as many measure the same.
const BELIEF: f64 = 50.0;

/// How likely a trigram is to stand in any name, before counting. Half and twice as likely measure
/// the same.
const COMMONNESS: f64 = 0.01;

/// How many letters a concept stands for: it has none of its own, and weighs as much as a phrase. 8
/// costs 0.016 of the F1 on an invented company; 18 gives 0.004 there and costs 0.001 elsewhere.
const LETTERS: f32 = 12.0;

/// Marks the border of a word; no word holds it.
const BORDER: char = '\u{1}';

/// A run of three characters, or a whole concept.
///
/// Both fit into one number, since there are millions of them: 21 bits a character, and the highest
/// bit for a concept, known by its number in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gram(u64);

impl Gram {
    const BITS: u32 = 21;
    const CONCEPT: u64 = 1 << 63;

    fn letters(letters: [char; 3]) -> Self {
        Self(letters.into_iter().fold(0, |gram, c| gram << Self::BITS | u64::from(c)))
    }

    fn concept(id: u32) -> Self {
        Self(Self::CONCEPT | u64::from(id))
    }

    /// The concept that it is, as its number in the vocabulary.
    fn as_concept(self) -> Option<u32> {
        (self.0 & Self::CONCEPT != 0).then_some(self.0 as u32)
    }
}

/// Every gram that occurs, with its dimension and its weight.
pub struct Grams(FxHashMap<Gram, (u32, f32)>);

impl Grams {
    /// Counts in how many of the planned rows each gram occurs, which come first; a gram of the
    /// others alone occurs in none. Concepts keep the weight that they have as words. Rows hold no
    /// gram twice.
    pub fn count(rows: &[Vec<Gram>], planned: usize, vocabulary: &Vocabulary) -> Self {
        let (planned, others) = rows.split_at(planned);
        let mut counts: FxHashMap<Gram, u32> = FxHashMap::default();
        for gram in planned.iter().flatten() {
            *counts.entry(*gram).or_insert(0) += 1;
        }
        let mut sorted: Vec<(Gram, u32)> =
            counts.iter().map(|(&gram, &count)| (gram, count)).collect();
        sorted.sort_unstable();
        for &gram in others.iter().flatten() {
            if counts.insert(gram, 0).is_none() {
                sorted.push((gram, 0));
            }
        }
        let rows = planned.len() as f64;
        let weight = |gram: Gram, count: u32| {
            if let Some(concept) = gram.as_concept() {
                return vocabulary.weight(concept) * LETTERS.sqrt();
            }
            let seen = f64::from(count) + BELIEF * COMMONNESS;
            ((rows + BELIEF) / seen).ln().max(0.05) as f32
        };
        let numbered =
            sorted.iter().zip(0..).map(|(&(gram, count), id)| (gram, (id, weight(gram, count))));
        Self(numbered.collect())
    }

    /// The weighted vector of one row.
    pub fn vector(&self, row: &[Gram]) -> Vector {
        Vector::new(row.iter().map(|gram| self.0[gram]).collect())
    }
}

/// The trigrams inside the words of a form, borders included: `log` is `·lo`, `log`, `og·`. A
/// concept is one gram.
pub fn inside(form: &[u32], vocabulary: &Vocabulary) -> Vec<Gram> {
    let (words, mut grams) = apart(form, vocabulary);
    for word in words {
        push(&mut grams, std::iter::once(BORDER).chain(word.chars()).chain([BORDER]));
    }
    sorted(grams)
}

/// The trigrams of all letters of a form joined, borders only outside: `log in` is that of
/// `login`. A concept is one gram.
pub fn across(form: &[u32], vocabulary: &Vocabulary) -> Vec<Gram> {
    let (words, mut grams) = apart(form, vocabulary);
    let letters = words.iter().flat_map(|word| word.chars());
    push(&mut grams, std::iter::once(BORDER).chain(letters).chain([BORDER]));
    sorted(grams)
}

/// The words that are words, and the grams of those that are concepts; what concepts imply has
/// neither.
fn apart<'a>(form: &[u32], vocabulary: &'a Vocabulary) -> (Vec<&'a str>, Vec<Gram>) {
    let mut words = Vec::with_capacity(form.len());
    let mut grams = Vec::new();
    for &id in form {
        let term = vocabulary.term(id);
        if term.concept().is_some() {
            grams.push(Gram::concept(id));
        } else if !term.is_covered() {
            words.push(term.stem.as_str());
        }
    }
    (words, grams)
}

/// Adds every run of three characters.
fn push(grams: &mut Vec<Gram>, chars: impl Iterator<Item = char>) {
    let mut last = [BORDER; 2];
    for (at, c) in chars.enumerate() {
        if at > 1 {
            grams.push(Gram::letters([last[0], last[1], c]));
        }
        last = [last[1], c];
    }
}

fn sorted(mut grams: Vec<Gram>) -> Vec<Gram> {
    grams.sort_unstable();
    grams.dedup();
    grams
}
