//! One canonical spelling for every name, so that the same words look the same.
//!
//! A name becomes a row of stemmed words: identifiers are split, case, accents, tags and issue keys
//! go, acronyms that a roadmap explains are spelt out. Nothing is thrown away for being common;
//! common words weigh little instead, which `Vocabulary::weight` decides.

mod acronyms;
mod compounds;
mod confusable;
pub mod glossary;
mod noise;
mod numbers;
mod reader;
mod split;
mod stem;
mod typos;
mod vocabulary;

pub use confusable::confusable;
pub use glossary::Glossary;
pub use noise::{is_glue, is_noise, without_tags};
pub use reader::{Reader, Reading};
pub use stem::stem;
pub use vocabulary::Vocabulary;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::roadmap::{Item, Planned};

/// One way to write what an item is called: its words, as numbers in the [`Vocabulary`].
pub type Form = Vec<u32>;

/// A word as it is compared, and as it was written (in lower case, without accents).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// Without inflection, in American spelling.
    pub stem: String,
    /// As written.
    pub written: String,
}

impl Word {
    fn new(written: String) -> Self {
        Self { stem: stem(&written), written }
    }

    /// The one word that stands for a concept, which no word of a text is.
    fn concept(name: &str) -> Self {
        Self { stem: format!("{CONCEPT}{name}"), written: name.to_owned() }
    }
}

/// Marks the stem of a concept; no word of a text holds it.
const CONCEPT: char = '=';

/// The concept that a stem stands for.
pub fn concept(stem: &str) -> Option<&str> {
    stem.strip_prefix(CONCEPT)
}

/// The distinct names of all items.
///
/// Items with equal texts share a name, names with equal words share a form.
#[derive(Debug)]
pub struct Names<'a> {
    /// Every distinct form, in the order of its words.
    pub forms: Vec<Form>,
    /// Every distinct name as indices in `forms`: the item's own name first, then the same with
    /// concepts for phrases, then its aliases.
    pub names: Vec<Vec<u32>>,
    /// For every planned item the index of its name in `names`.
    pub of: Vec<u32>,
    /// Every word that occurs.
    pub vocabulary: Vocabulary,
    /// What was learnt about how these leaders write.
    pub reader: Reader<'a>,
}

/// Reads the name and the aliases of every item.
///
/// The result depends on the items' texts alone, not on their order.
pub fn names<'a>(items: &[Planned], glossary: &'a Glossary) -> Names<'a> {
    let reader = Reader::learn(items, glossary);
    let worded: Vec<Vec<Vec<Word>>> = items
        .par_iter()
        .map(|&Planned { item, .. }| {
            reader::texts(item).flat_map(|text| reader.read(text, item).forms()).collect()
        })
        .collect();
    let vocabulary = Vocabulary::new(items, &worded);
    let written: Vec<Vec<Form>> = worded
        .par_iter()
        .map(|forms| forms.iter().map(|words| vocabulary.ids(words)).collect())
        .collect();

    let (forms, form_of) = distinct(written.iter().flatten());
    let called: Vec<Vec<u32>> =
        written.iter().map(|name| name.iter().map(|form| form_of[form]).collect()).collect();
    let (names, name_of) = distinct(called.iter());
    let of = called.iter().map(|name| name_of[name]).collect();
    Names { forms, names, of, vocabulary, reader }
}

impl Names<'_> {
    /// The names that are read as a text is, ascending; none if nobody plans it.
    pub fn called(&self, text: &str) -> Vec<u32> {
        let Some(words) = self.reader.read(text, &Item::default()).forms().next() else {
            return Vec::new();
        };
        let form = self.vocabulary.ids(&words);
        let known = (form.len() == words.len()).then(|| self.forms.binary_search(&form).ok());
        let Some(form) = known.flatten() else { return Vec::new() };
        let called = (0..).zip(&self.names).filter(|(_, forms)| forms[0] == form as u32);
        called.map(|(name, _)| name).collect()
    }
}

/// Whether a form is made of noise alone, so that any team could have it: `Tech debt`,
/// `Performance improvements`.
pub fn is_generic(names: &Names, form: u32) -> bool {
    let words = &names.forms[form as usize];
    words.iter().all(|&id| is_noise(names.vocabulary.stem(id)))
}

/// Every distinct value in ascending order, and the place of each.
fn distinct<'a, T: Ord + Clone + std::hash::Hash>(
    values: impl Iterator<Item = &'a T>,
) -> (Vec<T>, FxHashMap<&'a T, u32>) {
    let mut sorted: Vec<&T> = values.collect::<FxHashSet<_>>().into_iter().collect();
    sorted.sort_unstable();
    let places = sorted.iter().copied().zip(0..).collect();
    (sorted.into_iter().cloned().collect(), places)
}
