//! Every word that occurs in a name, and how much it tells.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::company::{LeaderId, Planned};
use crate::names::words::noise;
use crate::names::{Word, Worded, concept, implied};

/// Items that the belief about common words counts as much as: on a shorter roadmap the belief
/// decides, on a longer one the counts do.
const BELIEF: f64 = 50.0;

/// How much more a concept tells that no leader plans twice: it names one item on every roadmap
/// that has it, as a title does.
const TITLE: f64 = 1.3;

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
    frequency: f32,
}

/// On how many roadmaps a stem stands, on how many items there, and how many items these roadmaps
/// have in all.
#[derive(Default, Clone, Copy)]
struct Use {
    roadmaps: u32,
    items: u32,
    of: u32,
}

impl Vocabulary {
    /// Counts on how many items of each leader every word stands; `items` and `worded` go together.
    /// A word that only queries say is taken for one that stands on one item.
    pub fn new(items: &[Planned], worded: &[Worded], queries: &[Worded]) -> Self {
        let uses = uses(items, worded);
        let mut written: FxHashMap<&Word, u32> = FxHashMap::default();
        for word in worded.iter().flat_map(Worded::forms).flatten() {
            *written.entry(word).or_default() += 1;
        }
        let mut commonest: Vec<(&Word, u32)> = written.into_iter().collect();
        commonest
            .sort_unstable_by(|(x, n), (y, m)| x.stem.cmp(&y.stem).then(m.cmp(n)).then(x.cmp(y)));
        commonest.dedup_by(|(x, _), (y, _)| x.stem == y.stem);
        let entries: Vec<Entry> = commonest
            .into_iter()
            .map(|(word, _)| {
                let place = uses[word.stem.as_str()];
                Entry {
                    stem: word.stem.clone(),
                    written: word.written.clone(),
                    weight: weight(&word.stem, place),
                    frequency: place.frequency(&word.stem) as f32,
                }
            })
            .collect();
        let ids = entries.iter().zip(0..).map(|(entry, id)| (entry.stem.clone(), id)).collect();
        let mut vocabulary = Self { entries, ids };
        queries.iter().flat_map(Worded::forms).flatten().for_each(|word| vocabulary.add(word));
        vocabulary
    }

    /// Adds a word of a query, unless it is known.
    fn add(&mut self, word: &Word) {
        if self.ids.contains_key(&word.stem) {
            return;
        }
        let once = Use { roadmaps: 1, items: 1, of: 1 };
        self.ids.insert(word.stem.clone(), self.entries.len() as u32);
        self.entries.push(Entry {
            stem: word.stem.clone(),
            written: word.written.clone(),
            weight: weight(&word.stem, once),
            frequency: once.frequency(&word.stem) as f32,
        });
    }

    /// The numbers of the words of one form.
    pub fn ids(&self, words: &[Word]) -> Vec<u32> {
        words.iter().filter_map(|word| self.id(&word.stem)).collect()
    }

    /// The number of a stem.
    pub fn id(&self, stem: &str) -> Option<u32> {
        self.ids.get(stem).copied()
    }

    /// The numbers of a stem, said by itself or by a concept already.
    pub fn said(&self, stem: &str) -> impl Iterator<Item = u32> {
        let word = Word { stem: stem.to_owned(), written: String::new() };
        let ways = [self.id(stem), self.id(&word.implied().stem), self.id(&word.spent().stem)];
        ways.into_iter().flatten()
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

    /// How much a word tells, rarely more than 6 and 0 only where a concept implies it: its inverse
    /// document frequency (Spärck Jones 1972) *within* the roadmaps that use it, smoothed by what is
    /// believed of the word before counting; a concept that no leader plans twice tells more.
    ///
    /// Within and not across, since the question is which item of a roadmap is meant: a feature
    /// that ten leaders plan once each still tells everything, a word that one leader uses in
    /// every second name tells nothing.
    pub fn weight(&self, id: u32) -> f32 {
        self.entries[id as usize].weight
    }

    /// On how many items of a roadmap the word is to be expected, above 1: on average over the
    /// roadmaps that use it, and by what is believed of it.
    pub fn frequency(&self, id: u32) -> f32 {
        self.entries[id as usize].frequency
    }
}

/// A word that a concept implies weighs nothing: the concept weighs enough. A concept of one word
/// weighs as any word does.
fn weight(stem: &str, used: Use) -> f32 {
    if implied(stem).is_some() {
        return 0.0;
    }
    let of = f64::from(used.of) / f64::from(used.roadmaps);
    let is_title = used.items == used.roadmaps && concept(stem).is_some_and(|it| it.contains(' '));
    let more = if is_title { TITLE } else { 1.0 };
    (((of + BELIEF) / used.frequency(stem)).ln().max(0.05) * more) as f32
}

impl Use {
    fn frequency(self, stem: &str) -> f64 {
        f64::from(self.items) / f64::from(self.roadmaps) + BELIEF * noise::commonness(stem)
    }
}

/// Where every stem is used.
fn uses<'a>(items: &[Planned], worded: &'a [Worded]) -> FxHashMap<&'a str, Use> {
    let mut plans: FxHashMap<LeaderId, u32> = FxHashMap::default();
    let mut counts: FxHashMap<(&str, LeaderId), u32> = FxHashMap::default();
    let mut once: FxHashSet<&str> = FxHashSet::default();
    for (planned, name) in items.iter().zip(worded) {
        *plans.entry(planned.by).or_default() += 1;
        once.clear();
        for word in name.forms().flatten() {
            if once.insert(&word.stem) {
                *counts.entry((&word.stem, planned.by)).or_default() += 1;
            }
        }
    }
    let mut uses: FxHashMap<&str, Use> = FxHashMap::default();
    for ((stem, leader), items) in counts {
        let place = uses.entry(stem).or_default();
        place.roadmaps += 1;
        place.items += items;
        place.of += plans[&leader];
    }
    uses
}
