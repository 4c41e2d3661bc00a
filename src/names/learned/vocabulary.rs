//! Every word that occurs in a name, and how much it tells.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::company::{LeaderId, Planned};
use crate::names::{Term, TermKind, Word, Worded};

/// Items that the belief about common words counts as much as: on a shorter roadmap the belief
/// decides, on a longer one the counts do. 25 measures the same, 100 costs 0.002 of the mean F1.
const BELIEF: f64 = 50.0;

/// How much more a concept tells that no leader plans twice: it names one item on every roadmap
/// that has it, as a title does. 1.15 costs 0.016 of the F1 on an invented company, 1.5 gives 0.004
/// there and nothing elsewhere.
const TITLE: f64 = 1.3;

/// The distinct terms of all names, numbered in their order.
#[derive(Debug, Default)]
pub struct Vocabulary {
    entries: Vec<TermEntry>,
    ids: Ids,
}

/// One term.
#[derive(Debug)]
struct TermEntry {
    term: Term,
    /// The commonest way to write it.
    written: String,
    weight: f32,
    frequency: f32,
}

/// The numbers of terms, by kind and stem.
#[derive(Debug, Default)]
struct Ids([FxHashMap<String, u32>; 4]);

impl Ids {
    fn get(&self, kind: TermKind, stem: &str) -> Option<u32> {
        self.0[kind as usize].get(stem).copied()
    }

    fn insert(&mut self, term: &Term, id: u32) {
        self.0[term.kind as usize].insert(term.stem.clone(), id);
    }
}

/// On how many roadmaps a term stands, on how many items there, and how many items these roadmaps
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
            .sort_unstable_by(|(x, n), (y, m)| x.term.cmp(&y.term).then(m.cmp(n)).then(x.cmp(y)));
        commonest.dedup_by(|(x, _), (y, _)| x.term == y.term);
        let entries: Vec<TermEntry> = commonest
            .into_iter()
            .map(|(word, _)| {
                let place = uses[&word.term];
                TermEntry {
                    term: word.term.clone(),
                    written: word.written.clone(),
                    weight: weight(&word.term, place),
                    frequency: place.frequency(&word.term) as f32,
                }
            })
            .collect();
        let mut ids = Ids::default();
        entries.iter().zip(0..).for_each(|(entry, id)| ids.insert(&entry.term, id));
        let mut vocabulary = Self { entries, ids };
        queries.iter().flat_map(Worded::forms).flatten().for_each(|word| vocabulary.add(word));
        vocabulary
    }

    /// Adds a word of a query, unless it is known.
    fn add(&mut self, word: &Word) {
        if self.ids.get(word.term.kind, &word.term.stem).is_some() {
            return;
        }
        let once = Use { roadmaps: 1, items: 1, of: 1 };
        self.ids.insert(&word.term, self.entries.len() as u32);
        self.entries.push(TermEntry {
            term: word.term.clone(),
            written: word.written.clone(),
            weight: weight(&word.term, once),
            frequency: once.frequency(&word.term) as f32,
        });
    }

    /// The numbers of the words of one form.
    pub fn ids(&self, words: &[Word]) -> Vec<u32> {
        let id = |Word { term, .. }: &Word| self.ids.get(term.kind, &term.stem);
        words.iter().filter_map(id).collect()
    }

    /// The number of a word that a name says, by its stem.
    pub fn id(&self, stem: &str) -> Option<u32> {
        self.ids.get(TermKind::Word, stem)
    }

    /// The numbers of a stem, said by itself or by a concept already.
    pub fn said<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = u32> + use<'a> {
        let ways = [TermKind::Word, TermKind::Implied, TermKind::Spent];
        ways.into_iter().filter_map(move |kind| self.ids.get(kind, stem))
    }

    /// Every term with its number, ascending.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Term)> {
        (0..).zip(self.entries.iter().map(|entry| &entry.term))
    }

    /// How many terms there are.
    pub fn terms(&self) -> usize {
        self.entries.len()
    }

    /// The term with that number.
    pub fn term(&self, id: u32) -> &Term {
        &self.entries[id as usize].term
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
fn weight(term: &Term, used: Use) -> f32 {
    if term.is_covered() {
        return 0.0;
    }
    let of = f64::from(used.of) / f64::from(used.roadmaps);
    let is_title = used.items == used.roadmaps && term.concept().is_some_and(|it| it.contains(' '));
    let more = if is_title { TITLE } else { 1.0 };
    (((of + BELIEF) / used.frequency(term)).ln().max(0.05) * more) as f32
}

impl Use {
    fn frequency(self, term: &Term) -> f64 {
        f64::from(self.items) / f64::from(self.roadmaps) + BELIEF * term.commonness()
    }
}

/// Where every term is used.
fn uses<'a>(items: &[Planned], worded: &'a [Worded]) -> FxHashMap<&'a Term, Use> {
    let mut plans: FxHashMap<LeaderId, u32> = FxHashMap::default();
    let mut counts: FxHashMap<(&Term, LeaderId), u32> = FxHashMap::default();
    let mut once: FxHashSet<&Term> = FxHashSet::default();
    for (planned, name) in items.iter().zip(worded) {
        *plans.entry(planned.by).or_default() += 1;
        once.clear();
        for word in name.forms().flatten() {
            if once.insert(&word.term) {
                *counts.entry((&word.term, planned.by)).or_default() += 1;
            }
        }
    }
    let mut uses: FxHashMap<&Term, Use> = FxHashMap::default();
    for ((term, leader), items) in counts {
        let place = uses.entry(term).or_default();
        place.roadmaps += 1;
        place.items += items;
        place.of += plans[&leader];
    }
    uses
}
