//! Every word that occurs in a name, and how much it tells.

use rustc_hash::FxHashMap;

use crate::normalize::{Word, noise};

/// Names that the belief about common words counts as much as: with fewer names at hand the belief
/// decides, with more the counts do.
const BELIEF: f64 = 150.0;

/// The distinct stems of all names, numbered in alphabetical order.
#[derive(Debug, Default)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    ids: FxHashMap<String, u32>,
}

/// One stem.
#[derive(Debug)]
struct Entry {
    stem: String,
    /// The commonest way to write it.
    written: String,
    weight: f32,
}

impl Vocabulary {
    /// Counts in how many of the items' own names each word occurs; words of aliases alone count
    /// as never seen. Every item is a row of forms, every form a row of words, its own name first.
    pub fn new(items: &[Vec<Vec<Word>>]) -> Self {
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        let mut written: FxHashMap<&Word, u32> = FxHashMap::default();
        for forms in items {
            let mut once: Vec<&str> = Vec::new();
            for word in forms.iter().flatten() {
                if !once.contains(&word.stem.as_str()) {
                    once.push(&word.stem);
                    *counts.entry(&word.stem).or_insert(0) += 1;
                }
                *written.entry(word).or_insert(0) += 1;
            }
        }
        let mut commonest: Vec<(&Word, u32)> = written.into_iter().collect();
        commonest
            .sort_unstable_by(|(x, n), (y, m)| x.stem.cmp(&y.stem).then(m.cmp(n)).then(x.cmp(y)));
        commonest.dedup_by(|(x, _), (y, _)| x.stem == y.stem);
        let entries: Vec<Entry> = commonest
            .into_iter()
            .map(|(word, _)| Entry {
                stem: word.stem.clone(),
                written: word.written.clone(),
                weight: weight(&word.stem, counts[word.stem.as_str()], items.len()),
            })
            .collect();
        let ids = entries.iter().zip(0..).map(|(entry, id)| (entry.stem.clone(), id)).collect();
        Self { entries, ids }
    }

    /// The numbers of the words of one form.
    pub fn ids(&self, words: &[Word]) -> Vec<u32> {
        words.iter().filter_map(|word| self.ids.get(&word.stem).copied()).collect()
    }

    /// The number of a stem.
    pub fn id(&self, stem: &str) -> Option<u32> {
        self.ids.get(stem).copied()
    }

    /// Every stem with its number, ascending.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..).zip(self.entries.iter().map(|entry| entry.stem.as_str()))
    }

    /// The stem with that number.
    pub fn stem(&self, id: u32) -> &str {
        &self.entries[id as usize].stem
    }

    /// How people write the word with that number most often.
    pub fn written(&self, id: u32) -> &str {
        &self.entries[id as usize].written
    }

    /// How much a word tells: its inverse document frequency (Spärck Jones 1972), smoothed by what
    /// is believed of the word before counting. Above 0, rarely more than 10.
    pub fn weight(&self, id: u32) -> f32 {
        self.entries[id as usize].weight
    }
}

fn weight(stem: &str, count: u32, names: usize) -> f32 {
    let seen = f64::from(count) + BELIEF * noise::commonness(stem);
    ((names as f64 + BELIEF) / seen).ln().max(0.05) as f32
}
