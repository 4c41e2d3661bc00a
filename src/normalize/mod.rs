//! One canonical spelling for every name, so that the same words look the same.
//!
//! A name becomes a row of stemmed words: identifiers are split, case, accents, tags and issue keys
//! go, acronyms that a roadmap explains are spelt out. Nothing is thrown away for being common;
//! common words weigh little instead, which [`Vocabulary::weight`] decides.

mod acronyms;
mod compounds;
mod noise;
mod numbers;
mod split;
mod stem;
mod vocabulary;

pub use acronyms::Acronyms;
pub use noise::{is_glue, without_tags};
pub use stem::stem;
pub use vocabulary::Vocabulary;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::roadmap::{Item, Planned};
use compounds::Compounds;

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
}

/// The distinct names of all items.
///
/// Items with equal texts share a name, names with equal words share a form.
#[derive(Debug)]
pub struct Names {
    /// Every distinct form, in the order of its words.
    pub forms: Vec<Form>,
    /// Every distinct name as indices in `forms`: the item's own name first, then its aliases.
    pub names: Vec<Vec<u32>>,
    /// For every planned item the index of its name in `names`.
    pub of: Vec<u32>,
    /// Every word that occurs.
    pub vocabulary: Vocabulary,
    /// The acronyms that the names explain.
    pub acronyms: Acronyms,
}

/// Reads the name and the aliases of every item.
///
/// The result depends on the items' texts alone, not on their order.
pub fn names(items: &[Planned]) -> Names {
    let acronyms = Acronyms::learn(items.iter().flat_map(|planned| texts(planned.item)));
    let split: Vec<Vec<Vec<String>>> = items
        .par_iter()
        .map(|planned| {
            texts(planned.item).map(|text| acronyms.spell_out(split::words(text))).collect()
        })
        .collect();
    let compounds = Compounds::learn(split.iter().flatten().flatten());
    let worded: Vec<Vec<Vec<Word>>> = split
        .par_iter()
        .map(|forms| forms.iter().map(|words| compounds.join(words)).collect())
        .collect();
    let vocabulary = Vocabulary::new(&worded);
    let written: Vec<Vec<Form>> = worded
        .par_iter()
        .map(|forms| forms.iter().map(|words| vocabulary.ids(words)).collect())
        .collect();

    let (forms, form_of) = distinct(written.iter().flatten());
    let called: Vec<Vec<u32>> =
        written.iter().map(|name| name.iter().map(|form| form_of[form]).collect()).collect();
    let (names, name_of) = distinct(called.iter());
    let of = called.iter().map(|name| name_of[name]).collect();
    Names { forms, names, of, vocabulary, acronyms }
}

/// Whether a form is made of noise alone, so that any team could have it: `Tech debt`,
/// `Performance improvements`.
pub fn is_generic(names: &Names, form: u32) -> bool {
    let words = &names.forms[form as usize];
    words.iter().all(|&id| noise::is_noise(names.vocabulary.stem(id)))
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

fn texts(item: &Item) -> impl Iterator<Item = &str> {
    std::iter::once(item.name.as_str()).chain(item.aliases.iter().map(String::as_str))
}
