//! Reads one text the way all texts of these roadmaps are read.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::company::{LeaderId, Planned};
use crate::names::glossary::{Glossary, Mention};
use crate::names::learned::acronyms::Acronyms;
use crate::names::learned::compounds::Compounds;
use crate::names::learned::slips::Slips;
use crate::names::learned::text::Text;
use crate::names::words::synonyms::shortened;
use crate::names::words::{language, qualifiers, split, stem};
use crate::names::{Word, is_noise};
use crate::roadmap::Item;

/// What was learnt from the roadmaps about how their leaders write.
#[derive(Debug)]
pub struct Reader<'a> {
    acronyms: Acronyms,
    /// The same, where queries tell what an acronym means too.
    with_queries: Acronyms,
    slips: Slips,
    compounds: Compounds,
    glossary: &'a Glossary,
}

/// A text as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadName {
    /// Its words, without slips of the pen, acronyms spelt out, compounds joined.
    pub words: Vec<Word>,
    /// The concepts among them.
    pub concepts: Vec<Mention>,
    /// The slips of the pen, in lower case, each with the word that was meant.
    pub slips: Vec<(String, String)>,
    /// The acronyms that were spelt out, in lower case, with what they mean.
    pub acronyms: Vec<(String, String)>,
}

/// The forms in which an item's name is compared, as rows of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    /// Its name, then the same with concepts for phrases, then its aliases likewise.
    pub whole: Vec<Vec<Word>>,
    /// Its name without what it says in passing.
    pub parts: Vec<Vec<Word>>,
}

impl Worded {
    /// All forms, the whole ones first.
    pub fn forms(&self) -> impl Iterator<Item = &Vec<Word>> {
        self.whole.iter().chain(&self.parts)
    }
}

impl ReadName {
    /// Whether there is enough to tell a feature by: a concept, or two words that are no noise.
    fn tells(&self) -> bool {
        let telling = self.words.iter().filter(|word| !is_noise(&word.term.stem)).count();
        telling > 1 || !self.concepts.is_empty()
    }

    /// How the text itself words a concept.
    pub fn wording(&self, concept: &str) -> Option<String> {
        let found = self.concepts.iter().find(|found| found.concept == concept)?;
        let words = self.words[found.from..=found.to].iter().map(|word| word.written.as_str());
        Some(words.collect::<Vec<_>>().join(" "))
    }
}

impl<'a> Reader<'a> {
    /// Learns acronyms, compounds and slips of the pen from every name and alias. What queries say
    /// helps to understand queries, and changes nothing about how items are read.
    pub fn learn(items: &[Planned], queries: &[Item], glossary: &'a Glossary) -> Self {
        let texts: Vec<Text> = items
            .par_iter()
            .flat_map_iter(|planned| {
                let leader = planned.by;
                texts(planned.item).map(move |text| Text::new(leader, text))
            })
            .collect();
        let acronyms = Acronyms::learn(&texts);
        let with_queries = Acronyms::with_queries(&texts, queries);
        let is_known = |stem: &str| glossary.knows(stem);
        let slips = Slips::learn(glossary.words(), &is_known, &leaders_of(&texts));
        let compounds = Compounds::learn(texts.iter().flat_map(|text| &text.words));
        Self { acronyms, with_queries, slips, compounds, glossary }
    }

    /// The name and the aliases of an item in every form.
    pub fn word(&self, item: &Item) -> Worded {
        let whole = texts(item).flat_map(|text| self.forms(self.read(text, item)));
        let mut parts = qualifiers::left_out(&item.name);
        if qualifiers::is_code_name(&item.name) {
            parts.extend(item.description.clone());
        }
        let parts = parts.into_iter().map(|text| self.read(&text, item));
        let parts = parts.filter(ReadName::tells).flat_map(|reading| self.forms(reading));
        Worded { whole: whole.collect(), parts: parts.collect() }
    }

    /// The name of a query in every form, also with its acronyms as the queries themselves explain
    /// them, and with an acronym of the items in place of the words that it stands for.
    pub fn word_query(&self, query: &Item) -> Worded {
        let mut worded = self.word(query);
        let words = shortened(language::words(&query.name));
        for words in self.with_queries.other_ways(&words, &self.acronyms) {
            let words = self.compounds.join(&words);
            let concepts = self.glossary.find(&words, &|_| false);
            let reading = ReadName { words, concepts, slips: Vec::new(), acronyms: Vec::new() };
            worded.whole.extend(self.forms(reading));
        }
        worded
    }

    /// The words, then, if there are concepts, the words with each phrase replaced by its concept.
    fn forms(&self, ReadName { words, concepts, .. }: ReadName) -> impl Iterator<Item = Vec<Word>> {
        let replaced = (!concepts.is_empty()).then(|| self.glossary.replaced(&words, &concepts));
        std::iter::once(words).chain(replaced)
    }

    /// The words and concepts of an item's description and tags.
    pub fn beside(&self, item: &Item) -> Vec<Word> {
        let texts = item.description.iter().chain(&item.tags);
        texts.flat_map(|text| self.forms(self.read(text, item)).flatten()).collect()
    }

    /// Reads a text; `item` is what it stands on, whose description and tags decide what an
    /// ambiguous phrase means.
    pub fn read(&self, text: &str, item: &Item) -> ReadName {
        let (words, language) = language::read(text);
        let split = shortened(words);
        let slips = self.slips.among(&split);
        let acronyms = self.acronyms.among(&split);
        let spelt = split.into_iter().map(|word| self.slips.corrected(word)).collect();
        let mut words = self.compounds.join(&self.acronyms.spell_out(spelt));
        if let Some(language) = language {
            // A word that the glossary knows is the same in every language: "dashboard".
            for word in words.iter_mut().filter(|word| !self.glossary.knows(&word.term.stem)) {
                word.term.stem = language::stem(language, &word.written);
            }
        }
        let beside: std::cell::OnceCell<FxHashSet<String>> = std::cell::OnceCell::new();
        let concepts = self
            .glossary
            .find(&words, &|stem| beside.get_or_init(|| stems_beside(item)).contains(stem));
        ReadName { words, concepts, slips, acronyms }
    }
}

/// By how many leaders each word is used.
fn leaders_of<'a>(texts: &'a [Text]) -> FxHashMap<&'a str, u32> {
    let used: FxHashSet<(&str, LeaderId)> = texts
        .iter()
        .flat_map(|text| text.words.iter().map(move |word| (word.as_str(), text.leader)))
        .collect();
    let mut leaders: FxHashMap<&str, u32> = FxHashMap::default();
    for (word, _) in used {
        *leaders.entry(word).or_default() += 1;
    }
    leaders
}

/// An item's name and aliases.
pub fn texts(item: &Item) -> impl Iterator<Item = &str> {
    std::iter::once(item.name.as_str()).chain(item.aliases.iter().map(String::as_str))
}

/// The stems of an item's description and tags.
fn stems_beside(item: &Item) -> FxHashSet<String> {
    let texts = item.description.iter().chain(&item.tags);
    texts.flat_map(|text| split::words(text)).map(|word| stem(&word)).collect()
}
