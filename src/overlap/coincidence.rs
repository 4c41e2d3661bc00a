//! What the members of an overlap have in common, and whether that may be a coincidence.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::cluster::Group;
use crate::comparison::Comparison;
use crate::names::TermKind;

/// Features that the belief about ordinary words counts as much as, as for the weights of words.
const BELIEF: f64 = 50.0;

/// The share of the members that must say a word for it to be what they share. From 0.66 to 0.75 the
/// same pairs of three real plans are certain; at 0.6 groups that hang together by two words in turn
/// are, and a quarter of their pairs are wrong.
const MOST: f64 = 2.0 / 3.0;

/// Fewer other features than this may be expected to share as much by chance: one in four. From 0.15
/// to 0.3 the same pairs of three real plans are certain.
const CHANCE: f64 = 0.25;

/// At least so much of what the names tell is shared, on average. Among the pairs of three real plans
/// that are certain then, 8.6 % are different things; at 0.55 11 %, at 0.65 7 %, and a sixth fewer
/// overlaps are certain.
const SHARE: f64 = 0.6;

/// How much the members of an overlap have in common.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Shared {
    /// How many other features of the company are to be expected to share by chance the words that
    /// most of the members share: from 0 to the number of features, and less than 1 where it is
    /// likelier that none does. The words are taken to stand in a feature independently (naive Bayes).
    pub by_chance: f64,
    /// How much of what the members' names tell these words are, 0 to 1, on average over the members;
    /// a word tells as much as it is unlikely (its self-information).
    pub share: f64,
}

/// Fewer features than these are taken for so many, as two leaders plan with ten each: one ordinary
/// word in common, "Reports" and "Reports for partners", is worth a look in the smallest company too.
const FEW: f64 = 20.0;

/// In how many features of the company every word stands.
///
/// A feature is a group of items that are one, or an item in no group: a word that ten leaders use
/// for one feature tells as much as one that a single leader uses once, and a brand that stands in
/// every second name tells nothing.
pub struct Coincidence<'a> {
    comparison: &'a Comparison<'a>,
    features: f64,
    holding: FxHashMap<u32, u32>,
}

impl<'a> Coincidence<'a> {
    /// Counts the features of a company that plans these groups.
    pub fn new(comparison: &'a Comparison, groups: &[&Group]) -> Self {
        let mut coincidence = Self { comparison, features: 0.0, holding: FxHashMap::default() };
        let mut grouped: FxHashSet<usize> = FxHashSet::default();
        for group in groups {
            coincidence.count(&group.items);
            grouped.extend(&group.items);
        }
        let all = 0..comparison.forms.names().of.len();
        all.filter(|item| !grouped.contains(item)).for_each(|item| coincidence.count(&[item]));
        coincidence
    }

    fn count(&mut self, items: &[usize]) {
        let terms: FxHashSet<u32> = items.iter().flat_map(|&item| self.terms(item)).collect();
        for term in terms {
            *self.holding.entry(term).or_default() += 1;
        }
        self.features += 1.0;
    }

    /// The terms of every form of an item's name, each once.
    fn terms(&self, item: usize) -> FxHashSet<u32> {
        let names = self.comparison.forms.names();
        let name = &names.names[names.of[item] as usize];
        name.whole.iter().flat_map(|&form| &names.forms[form as usize]).copied().collect()
    }

    /// What the items of a group share.
    pub fn of(&self, items: &[usize]) -> Shared {
        let mut saying: FxHashMap<u32, usize> = FxHashMap::default();
        for term in items.iter().flat_map(|&item| self.terms(item)) {
            *saying.entry(term).or_default() += 1;
        }
        let shared = saying.iter().filter(|(_, count)| **count as f64 >= MOST * items.len() as f64);
        let mut shared: Vec<u32> = shared.map(|(&id, _)| id).collect();
        shared.sort_unstable();
        Shared {
            by_chance: self.by_chance(&shared, &saying),
            share: items.iter().map(|&item| self.share(item, &shared)).sum::<f64>()
                / items.len() as f64,
        }
    }

    /// The number of features, times how likely each of the shared words is to stand in one. Words
    /// and the concept that they name count once: the one that tells more.
    fn by_chance(&self, shared: &[u32], saying: &FxHashMap<u32, usize>) -> f64 {
        let vocabulary = &self.comparison.forms.names().vocabulary;
        let covered = saying.keys().map(|&id| vocabulary.term(id)).filter(|term| term.is_covered());
        let implied: FxHashSet<&str> = covered.map(|term| term.stem.as_str()).collect();
        let chance = |wanted: &dyn Fn(TermKind, &str) -> bool| {
            let terms = shared.iter().map(|&id| (id, vocabulary.term(id)));
            let wanted = terms.filter(|(_, term)| wanted(term.kind, &term.stem));
            wanted.map(|(id, _)| self.chance(id)).product::<f64>()
        };
        let words = chance(&|kind, _| kind == TermKind::Word);
        let concepts = chance(&|kind, stem| match kind {
            TermKind::Concept => true,
            TermKind::Word => !implied.contains(stem),
            TermKind::Implied | TermKind::Spent => false,
        });
        self.features.max(FEW) * words.min(concepts)
    }

    /// How much of what an item's name tells is shared, in the form of which most is.
    fn share(&self, item: usize, shared: &[u32]) -> f64 {
        let names = self.comparison.forms.names();
        let name = &names.names[names.of[item] as usize];
        let of_form = |&form: &u32| {
            let is_told = |id: &u32| !names.vocabulary.term(*id).is_covered();
            let mut terms: Vec<u32> =
                names.forms[form as usize].iter().copied().filter(is_told).collect();
            terms.sort_unstable();
            terms.dedup();
            let tells = |id: &u32| -self.chance(*id).ln();
            let all: f64 = terms.iter().map(tells).sum();
            let part: f64 = terms.iter().filter(|id| shared.contains(id)).map(tells).sum();
            if all > 0.0 { part / all } else { 1.0 }
        };
        name.whole.iter().chain(&name.parts).map(of_form).fold(0.0, f64::max)
    }

    /// How likely a word is to stand in a feature that is not this one: counted over the other
    /// features of this company, and believed before counting ([`ordinariness`]).
    ///
    /// [`ordinariness`]: crate::names::Term::ordinariness
    fn chance(&self, id: u32) -> f64 {
        let term = self.comparison.forms.names().vocabulary.term(id);
        let others = f64::from(self.holding.get(&id).map_or(0, |count| count - 1));
        ((others + BELIEF * term.ordinariness()) / (self.features + BELIEF))
            .clamp(f64::MIN_POSITIVE, 1.0)
    }
}

impl Shared {
    /// Whether what is shared is no coincidence, and most of what the names tell.
    pub fn is_certain(self) -> bool {
        self.by_chance < CHANCE && self.share >= SHARE
    }
}
