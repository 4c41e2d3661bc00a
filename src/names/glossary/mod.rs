//! What people call the same thing: a thesaurus of product concepts.
//!
//! Letters cannot tell that a help centre is a knowledge base. The built-in entries can, and a
//! company's own come first.

mod builtin;
mod entry;
mod phrase;

pub use builtin::{Area, areas};
pub use entry::{Entry, Phrase};

use std::sync::LazyLock;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::names::{TermKind, Word};
use phrase::Key;

/// Concepts by the phrases that mean them.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    concepts: Vec<String>,
    words: FxHashSet<String>,
    meanings: FxHashMap<String, Vec<Meaning>>,
    /// Meanings of phrases in any order of words.
    bags: FxHashMap<String, Bag>,
    /// Every stem of these phrases, numbered.
    stems: FxHashMap<String, u32>,
    /// Which stems the phrases of which concept are made of.
    implied: FxHashSet<(u32, u32)>,
}

/// A phrase of fewer words is no longer itself with another word among them.
const LEAST_WITH_ANOTHER: usize = 3;

/// What a phrase means.
#[derive(Debug, Clone)]
struct Meaning {
    concept: u32,
    /// Stems of which one must stand beside the phrase; none if it is plain.
    company: Vec<String>,
}

/// A phrase found in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The first word of the phrase.
    pub from: usize,
    /// The last word of the phrase.
    pub to: usize,
    /// The word between them that is not part of it, if there is one.
    pub other: Option<usize>,
    /// The concept that it means.
    pub concept: String,
    /// The concept's number in its glossary.
    number: u32,
}

/// What the words of a phrase mean in any order.
#[derive(Debug, Clone, Copy)]
struct Bag {
    /// None where two orders mean two things.
    concept: Option<u32>,
    /// Whether every such phrase is two words side by side.
    is_compound: bool,
}

impl Glossary {
    /// The built-in glossary.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Glossary> = LazyLock::new(|| Glossary::new(&[]));
        &BUILTIN
    }

    /// The built-in glossary under a company's own: where both know a phrase, the company's
    /// meaning counts; an own concept of a built-in name adds to it.
    pub fn new(own: &[Entry]) -> Self {
        let mut glossary = Self::default();
        glossary.add(areas().iter().flat_map(|area| &area.entries));
        let mut company = Self {
            concepts: glossary.concepts.clone(),
            stems: glossary.stems.clone(),
            ..Self::default()
        };
        let known = |name: &str| {
            let plain = glossary.meanings.get(&phrase::key(name)).and_then(|found| found.first());
            plain.filter(|meaning| meaning.company.is_empty()).map(|meaning| meaning.concept)
        };
        for entry in own {
            let concept = known(&entry.concept).unwrap_or_else(|| company.number(&entry.concept));
            company.mean(concept, keys(entry));
        }
        glossary.concepts = company.concepts;
        glossary.words.extend(company.words);
        glossary.meanings.extend(company.meanings);
        glossary.bags.extend(company.bags);
        glossary.stems = company.stems;
        glossary.implied.extend(company.implied);
        glossary
    }

    /// The phrases in a row of words, from left to right, none overlapping another; the longest
    /// count first. `beside` tells whether a stem stands elsewhere on the item, in its description
    /// or tags.
    pub fn find(&self, words: &[Word], beside: &dyn Fn(&str) -> bool) -> Vec<Mention> {
        let mut all = Vec::new();
        for from in (0..words.len()).filter(|&at| !phrase::is_little(&words[at].written)) {
            let mut key = String::new();
            for to in (from..words.len()).filter(|&at| !phrase::is_little(&words[at].written)) {
                phrase::join(&mut key, &words[to].term.stem);
                if key.len() > phrase::LONGEST {
                    break;
                }
                let around = |stem: &str| {
                    let rest = words[..from].iter().chain(&words[to + 1..]);
                    rest.into_iter().any(|word| word.term.stem == stem) || beside(stem)
                };
                if let Some(number) = self.meaning(&key, &around) {
                    all.push(self.found(from, to, number));
                }
            }
        }
        all.extend(self.find_in_any_order(words));
        all.sort_by_key(|found| (std::cmp::Reverse(found.to - found.from), found.from));
        let mut chosen: Vec<Mention> = Vec::new();
        for found in all {
            if chosen.iter().all(|other| found.to < other.from || other.to < found.from) {
                chosen.push(found);
            }
        }
        chosen.sort_by_key(|found| found.from);
        chosen
    }

    /// Phrases whose words stand in another order: "detection of hijacked accounts"; and those of
    /// three words or more with one other word among them: "stop hijacked *customer* accounts".
    fn find_in_any_order(&self, words: &[Word]) -> Vec<Mention> {
        let telling: Vec<usize> =
            (0..words.len()).filter(|&at| !phrase::is_little(&words[at].written)).collect();
        let mut all = Vec::new();
        for length in 2..=phrase::MOST_WORDS {
            let windows = telling.windows(length);
            all.extend(windows.filter_map(|window| self.in_any_order(words, window, None)));
            if length < LEAST_WITH_ANOTHER {
                continue;
            }
            let windows = telling.windows(length + 1).flat_map(|window| {
                (1..length).filter_map(|other| self.in_any_order(words, window, Some(other)))
            });
            all.extend(windows);
        }
        all
    }

    /// The phrase that these words are, in any order, if they are one; but for the word at the place
    /// `other` among them.
    fn in_any_order(&self, words: &[Word], at: &[usize], other: Option<usize>) -> Option<Mention> {
        let own = (0..at.len()).filter(|place| Some(*place) != other).map(|place| at[place]);
        let mut stems: Vec<&str> = Vec::with_capacity(at.len());
        for place in own {
            let stem = words[place].term.stem.as_str();
            self.stems.get(stem)?;
            stems.push(stem);
        }
        let meant = self.bags.get(&phrase::bag(&mut stems)?)?;
        let (from, to) = (at[0], at[at.len() - 1]);
        let is_compound = stems.len() == 2 && from + 1 == to;
        let concept = meant.concept.filter(|_| !(is_compound && meant.is_compound))?;
        Some(Mention { other: other.map(|place| at[place]), ..self.found(from, to, concept) })
    }

    /// Every word that stands in a phrase; all are spelt right.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// The words with every phrase replaced by the one word of its concept. A word beside it that
    /// other phrases of the concept are made of says nothing more: "order tracking on a map" is
    /// order tracking.
    pub fn replaced(&self, words: &[Word], found: &[Mention]) -> Vec<Word> {
        let implies = |stem: &str| {
            let stem = self.stems.get(stem);
            stem.is_some_and(|&stem| {
                found.iter().any(|it| self.implied.contains(&(it.number, stem)))
            })
        };
        let beside = |word: &Word| {
            let is_implied = implies(&word.term.stem);
            if is_implied { word.of_kind(TermKind::Implied) } else { word.clone() }
        };
        let mut out = Vec::with_capacity(words.len());
        let mut next = 0;
        for phrase in found {
            out.extend(words[next..phrase.from].iter().map(beside));
            out.push(Word::concept(&phrase.concept));
            out.extend((phrase.from..=phrase.to).map(|at| match phrase.other {
                Some(other) if other == at => beside(&words[at]),
                _ => words[at].of_kind(TermKind::Spent),
            }));
            next = phrase.to + 1;
        }
        out.extend(words[next..].iter().map(beside));
        out
    }

    /// Whether a stem is that of a word in a phrase.
    pub fn knows(&self, stem: &str) -> bool {
        self.stems.contains_key(stem) || self.meanings.contains_key(stem)
    }

    fn meaning(&self, key: &str, around: &dyn Fn(&str) -> bool) -> Option<u32> {
        let fits = |meaning: &&Meaning| {
            meaning.company.is_empty() || meaning.company.iter().any(|stem| around(stem))
        };
        Some(self.meanings.get(key)?.iter().find(fits)?.concept)
    }

    fn found(&self, from: usize, to: usize, number: u32) -> Mention {
        let concept = self.concepts[number as usize].clone();
        Mention { from, to, other: None, concept, number }
    }

    /// Adds entries; their keys, which cost most, are made on all cores.
    fn add<'a>(&mut self, entries: impl Iterator<Item = &'a Entry>) {
        let entries: Vec<&Entry> = entries.collect();
        let phrases: Vec<Vec<Key>> = entries.par_iter().map(|entry| keys(entry)).collect();
        let count = phrases.iter().map(Vec::len).sum();
        self.meanings.reserve(count);
        self.bags.reserve(count);
        self.words.reserve(count);
        self.implied.reserve(2 * count);
        for (entry, phrases) in entries.into_iter().zip(phrases) {
            let concept = self.number(&entry.concept);
            self.mean(concept, phrases);
        }
    }

    fn number(&mut self, concept: &str) -> u32 {
        self.concepts.push(concept.to_owned());
        self.concepts.len() as u32 - 1
    }

    /// The number of a stem.
    fn stem(&mut self, stem: &str) -> u32 {
        let next = self.stems.len() as u32;
        match self.stems.get(stem) {
            Some(&number) => number,
            None => *self.stems.entry(stem.to_owned()).or_insert(next),
        }
    }

    fn mean(&mut self, concept: u32, phrases: Vec<Key>) {
        for Key { joined, bag, is_compound, words, company } in phrases {
            self.words.extend(words);
            if let Some(bag) = bag.filter(|_| company.is_empty()) {
                for stem in bag.split(' ') {
                    let number = self.stem(stem);
                    self.implied.insert((concept, number));
                }
                let new = Bag { concept: Some(concept), is_compound };
                let bag = self.bags.entry(bag).or_insert(new);
                bag.concept = bag.concept.filter(|&known| known == concept);
                bag.is_compound &= is_compound;
            }
            self.meanings.entry(joined).or_default().push(Meaning { concept, company });
        }
    }
}

/// An entry's name and phrases as they are looked up.
fn keys(entry: &Entry) -> Vec<Key> {
    let name = Phrase::plain(&entry.concept);
    std::iter::once(&name).chain(&entry.phrases).map(Key::new).collect()
}

#[cfg(test)]
mod tests {
    use super::{Entry, Glossary, Phrase};
    use crate::names::Word;
    use crate::names::words::split;

    #[test]
    fn a_longer_phrase_is_itself_in_any_order_and_with_another_word_among_its_words() {
        let entry = |concept: &str, phrase: &str| Entry {
            concept: concept.to_owned(),
            phrases: vec![Phrase::plain(phrase)],
        };
        let glossary = Glossary::new(&[
            entry("kiln logbook", "burn diary of ovens"),
            entry("otter census", "otter headcount"),
        ]);
        for (text, expected) in [
            ("Burn diary of ovens", "kiln logbook"),
            ("Diary of oven burns", "kiln logbook"),
            ("Burn diary of brick ovens", "kiln logbook"),
            ("Burn diary of old brick ovens", ""),
            ("Otter headcount", "otter census"),
            ("Otter night headcount", ""),
        ] {
            let words: Vec<Word> = split::words(text).into_iter().map(Word::new).collect();
            let found = glossary.find(&words, &|_| false);
            let found: Vec<&str> = found.iter().map(|it| it.concept.as_str()).collect();
            assert_eq!(found.join(", "), expected, "{text}");
        }
    }
}
