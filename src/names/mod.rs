//! One canonical spelling for every name, so that the same words look the same.
//!
//! A name becomes a row of stemmed words: identifiers are split, case, accents, tags and issue keys
//! go, acronyms that a roadmap explains are spelt out. Nothing is thrown away for being common;
//! common words weigh little instead, which `Vocabulary::weight` decides.

pub mod glossary;
mod learned;
mod reader;
mod term;
mod words;

pub use glossary::Glossary;
pub use learned::Vocabulary;
pub use reader::{ReadName, Reader, Worded};
pub use term::{Term, TermKind};
pub use words::{confusable, is_glue, is_noise, stem, without_tags};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::company::Planned;
use crate::roadmap::Item;

/// One way to write what an item is called: its words, as numbers in the [`Vocabulary`].
pub type Form = Vec<u32>;

/// A word as it is compared, and as it was written (in lower case, without accents).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// As it is compared.
    pub term: Term,
    /// As written.
    pub written: String,
}

impl Word {
    fn new(written: String) -> Self {
        Self { term: Term { kind: TermKind::Word, stem: stem(&written) }, written }
    }

    /// The one word that stands for a concept.
    fn concept(name: &str) -> Self {
        let term = Term { kind: TermKind::Concept, stem: name.to_owned() };
        Self { term, written: name.to_owned() }
    }

    /// The same word, standing for something else.
    fn of_kind(&self, kind: TermKind) -> Self {
        let term = Term { kind, stem: self.term.stem.clone() };
        Self { term, written: self.written.clone() }
    }
}

/// One distinct name: the forms that it can be read in, as indices in [`Names::forms`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// The item's own name first, then the same with concepts for phrases, then its aliases.
    pub whole: Vec<u32>,
    /// The name without what it says in passing; compared with whole forms only.
    pub parts: Vec<u32>,
}

/// The distinct names of all items, then those of the queries that no item has.
///
/// Items with equal texts share a name, names with equal words share a form.
#[derive(Debug)]
pub struct Names<'a> {
    /// Every distinct form: those of items in the order of their words, then those of queries.
    pub forms: Vec<Form>,
    /// Every distinct name: those of items, then those of queries.
    pub names: Vec<Name>,
    /// For every planned item the index of its name in `names`.
    pub of: Vec<u32>,
    /// For every query the index of its name in `names`.
    pub asked: Vec<u32>,
    /// How many of the forms items have.
    pub planned_forms: usize,
    /// How many of the names items have.
    pub planned_names: usize,
    /// For every name the words that its items' descriptions and tags say, ascending.
    pub beside: Vec<Vec<u32>>,
    /// Every word that occurs.
    pub vocabulary: Vocabulary,
    /// What was learnt about how these leaders write.
    pub reader: Reader<'a>,
}

/// Reads the name and the aliases of every item, and of queries: items that nobody plans, read as
/// the planned ones are without changing anything about these.
///
/// The result depends on the items' texts alone, not on their order.
pub fn names<'a>(items: &[Planned], queries: &[Item], glossary: &'a Glossary) -> Names<'a> {
    let reader = Reader::learn(items, queries, glossary);
    let mut worded: Vec<Worded> = items.par_iter().map(|it| reader.word(it.item)).collect();
    let asked: Vec<Worded> = queries.iter().map(|query| reader.word_query(query)).collect();
    let vocabulary = Vocabulary::new(items, &worded, &asked);
    worded.extend(asked);
    let written: Vec<Vec<Form>> = worded
        .par_iter()
        .map(|name| name.forms().map(|words| vocabulary.ids(words)).collect())
        .collect();

    let (planned, others) = written.split_at(items.len());
    let forms = Distinct::of(planned.iter().flatten(), others.iter().flatten());
    let called: Vec<Name> = worded
        .iter()
        .zip(&written)
        .map(|(worded, written)| {
            let mut whole: Vec<u32> = written.iter().map(|form| forms.place[form]).collect();
            let mut parts = whole.split_off(worded.whole.len());
            parts.retain(|part| !whole.contains(part));
            Name { whole, parts }
        })
        .collect();
    let (planned, others) = called.split_at(items.len());
    let names = Distinct::of(planned.iter(), others.iter());
    let [of, asked] = [planned, others]
        .map(|called| called.iter().map(|name| names.place[name]).collect::<Vec<u32>>());
    let described = items.iter().map(|planned| planned.item).chain(queries);
    let described: Vec<&Item> = described.collect();
    let described: Vec<Vec<u32>> =
        described.par_iter().map(|item| vocabulary.ids(&reader.beside(item))).collect();
    let mut beside = vec![Vec::new(); names.values.len()];
    for (&name, said) in of.iter().chain(&asked).zip(described) {
        beside[name as usize].extend(said);
    }
    for said in &mut beside {
        said.sort_unstable();
        said.dedup();
    }
    let (planned_forms, planned_names) = (forms.planned, names.planned);
    let (forms, names) = (forms.values, names.values);
    Names { forms, names, of, asked, planned_forms, planned_names, beside, vocabulary, reader }
}

impl Names<'_> {
    /// Every pair of forms in which two names are compared: all of one with all of the other, but
    /// for a part with a part.
    pub fn ways(&self, a: u32, b: u32) -> impl Iterator<Item = (u32, u32)> {
        let (a, b) = (&self.names[a as usize], &self.names[b as usize]);
        let of_whole = move |&x: &u32| b.whole.iter().chain(&b.parts).map(move |&y| (x, y));
        let of_part = move |&x: &u32| b.whole.iter().map(move |&y| (x, y));
        a.whole.iter().flat_map(of_whole).chain(a.parts.iter().flat_map(of_part))
    }

    /// The names that are read as a text is, ascending; none if nobody plans it.
    pub fn called(&self, text: &str) -> Vec<u32> {
        let words = self.reader.read(text, &Item::default()).words;
        let form = self.vocabulary.ids(&words);
        let known = (form.len() == words.len())
            .then(|| self.forms[..self.planned_forms].binary_search(&form).ok());
        let Some(form) = known.flatten() else { return Vec::new() };
        let called = (0..).zip(&self.names).filter(|(_, name)| name.whole[0] == form as u32);
        called.map(|(name, _)| name).collect()
    }
}

/// Whether a form is made of noise alone, so that any team could have it: `Tech debt`,
/// `Performance improvements`, `Title`.
pub fn is_generic(names: &Names, form: u32) -> bool {
    let mut terms = names.forms[form as usize].iter().map(|&id| names.vocabulary.term(id));
    !terms.any(|term| term.tells() && !term.is_placeholder())
}

/// Whether a form is made of everyday words alone, which stand in plans of any company: `Reports`,
/// `Customer notifications`.
pub fn is_everyday(names: &Names, form: u32) -> bool {
    names.forms[form as usize].iter().all(|&id| names.vocabulary.term(id).is_everyday())
}

/// Distinct values, and the place of each.
struct Distinct<'v, T> {
    /// Those of items in ascending order, then those that only queries have.
    values: Vec<T>,
    place: FxHashMap<&'v T, u32>,
    /// How many of the values items have.
    planned: usize,
}

impl<'v, T: Ord + Clone + std::hash::Hash> Distinct<'v, T> {
    fn of(planned: impl Iterator<Item = &'v T>, others: impl Iterator<Item = &'v T>) -> Self {
        let mut sorted: Vec<&T> = planned.collect::<FxHashSet<_>>().into_iter().collect();
        sorted.sort_unstable();
        let planned = sorted.len();
        let mut place: FxHashMap<&T, u32> = sorted.iter().copied().zip(0..).collect();
        for value in others {
            let next = sorted.len() as u32;
            if *place.entry(value).or_insert(next) == next {
                sorted.push(value);
            }
        }
        Self { values: sorted.into_iter().cloned().collect(), place, planned }
    }
}
