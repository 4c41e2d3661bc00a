//! What the members of an overlap have in common, and whether that may be a coincidence.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::cluster::{Group, ItemLink};
use crate::names::{Names, TermKind};
use crate::similarity::Score;

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

/// From this mean score on a group may be certain, and an item with such a link to another is no tail:
/// below, one word is swapped for another, or each name says much that the others do not. From 0.70
/// to 0.85 the same share of three real plans is wrong.
pub const SURE: Score = Score::from_thousandths(800);

/// A tail shares less than this with the rest of its group, of what its name tells: the greater part
/// is something else.
const TAIL: f64 = 0.5;

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
    names: &'a Names<'a>,
    features: f64,
    /// For every word of the vocabulary in how many features it stands.
    holding: Vec<u32>,
}

impl<'a> Coincidence<'a> {
    /// Counts the features of a company that plans these groups.
    pub fn new(names: &'a Names, groups: &[Group]) -> Self {
        let holding = vec![0; names.vocabulary.terms()];
        let mut coincidence = Self { names, features: 0.0, holding };
        let mut is_grouped = vec![false; names.of.len()];
        for group in groups {
            coincidence.count(&group.items);
            group.items.iter().for_each(|&item| is_grouped[item] = true);
        }
        let alone = (0..names.of.len()).filter(|&item| !is_grouped[item]);
        alone.for_each(|item| coincidence.count(&[item]));
        coincidence
    }

    fn count(&mut self, items: &[usize]) {
        let mut terms: Vec<u32> = items.iter().flat_map(|&item| self.terms(item)).collect();
        terms.sort_unstable();
        terms.dedup();
        for term in terms {
            self.holding[term as usize] += 1;
        }
        self.features += 1.0;
    }

    /// The terms of every form of an item's name, ascending, each once.
    fn terms(&self, item: usize) -> Vec<u32> {
        let name = &self.names.names[self.names.of[item] as usize];
        let forms = name.whole.iter().flat_map(|&form| &self.names.forms[form as usize]);
        let mut terms: Vec<u32> = forms.copied().collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    /// What the items of a group share.
    pub fn of(&self, items: &[usize]) -> Shared {
        let said = self.said(items);
        let shared = most(&said, items.len());
        Shared {
            by_chance: self.by_chance(&shared, said.keys().copied()),
            share: items.iter().map(|&item| self.share(item, &shared)).sum::<f64>()
                / items.len() as f64,
        }
    }

    /// A group with what its items share, and without its tails: they are near it. A group stays as it
    /// is where fewer than two items would be left.
    pub fn judged(&self, group: Group) -> Group {
        let shared = self.of(&group.items);
        let group = Group { shared, ..group };
        if group.items.len() < 3 || !shared.is_certain() {
            return group;
        }
        let most = most(&self.said(&group.items), group.items.len());
        let is_tail = |item: &usize| self.is_tail(&group, *item, &most);
        let (near, items): (Vec<usize>, Vec<usize>) =
            group.items.iter().partition(|it| is_tail(it));
        if near.is_empty() || items.len() < 2 {
            return group;
        }
        let is_inside = |link: &ItemLink| [link.a, link.b].iter().all(|it| items.contains(it));
        let links = group.links.into_iter().filter(is_inside).collect();
        Group { shared: self.of(&items), items, near, links }
    }

    /// Whether an item is a tail of its group, of which most items say these words: it is not plainly
    /// like any other, the greater part of its name is something else, and what it shares with the
    /// rest may be a coincidence.
    fn is_tail(&self, group: &Group, item: usize, most: &[u32]) -> bool {
        let best = group.links.iter().find(|link| link.a == item || link.b == item);
        if best.is_some_and(|link| link.score >= SURE) || self.share(item, most) >= TAIL {
            return false;
        }
        let own = self.terms(item);
        let common: Vec<u32> = most.iter().copied().filter(|id| own.contains(id)).collect();
        self.by_chance(&common, own.into_iter()) >= CHANCE
    }

    /// How many of the items say each term.
    fn said(&self, items: &[usize]) -> FxHashMap<u32, usize> {
        let mut said: FxHashMap<u32, usize> = FxHashMap::default();
        for term in items.iter().flat_map(|&item| self.terms(item)) {
            *said.entry(term).or_default() += 1;
        }
        said
    }

    /// The number of features, times how likely each of the shared words is to stand in one. Words
    /// and the concept that they name count once: the one that tells more.
    fn by_chance(&self, shared: &[u32], said: impl Iterator<Item = u32>) -> f64 {
        let vocabulary = &self.names.vocabulary;
        let covered = said.map(|id| vocabulary.term(id)).filter(|term| term.is_covered());
        let implied: FxHashSet<&str> = covered.map(|term| term.stem.as_str()).collect();
        let chance = |wanted: &dyn Fn(TermKind, &str) -> bool| {
            let terms = shared.iter().map(|&id| (id, vocabulary.term(id)));
            let wanted = terms.filter(|(_, term)| wanted(term.kind, &term.stem));
            self.together(&wanted.map(|(id, _)| id).collect::<Vec<u32>>())
        };
        let words = chance(&|kind, _| kind == TermKind::Word);
        let concepts = chance(&|kind, stem| match kind {
            TermKind::Concept => true,
            TermKind::Word => !implied.contains(stem),
            TermKind::Implied | TermKind::Spent => false,
        });
        self.features.max(FEW) * words.min(concepts)
    }

    /// How likely terms are to stand in one feature together: independently, but for pairs that are a
    /// turn of phrase of plans.
    fn together(&self, terms: &[u32]) -> f64 {
        let Some((&first, rest)) = terms.split_first() else { return 1.0 };
        let term = |id: u32| self.names.vocabulary.term(id);
        let partner = rest.iter().position(|&id| term(first).ordinariness_with(term(id)).is_some());
        let Some(at) = partner else { return self.chance(first) * self.together(rest) };
        let believed = term(first).ordinariness_with(term(rest[at])).unwrap_or_default();
        let pair = (self.chance(first) * self.chance(rest[at])).max(believed);
        pair * self.together(&[&rest[..at], &rest[at + 1..]].concat())
    }

    /// How much of what an item's name tells is shared, in the form of which most is.
    fn share(&self, item: usize, shared: &[u32]) -> f64 {
        let names = self.names;
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
        let term = self.names.vocabulary.term(id);
        let others = f64::from(self.holding[id as usize].saturating_sub(1));
        ((others + BELIEF * term.ordinariness()) / (self.features + BELIEF))
            .clamp(f64::MIN_POSITIVE, 1.0)
    }
}

/// The terms that most of so many items say, ascending.
fn most(said: &FxHashMap<u32, usize>, items: usize) -> Vec<u32> {
    let shared = said.iter().filter(|(_, count)| **count as f64 >= MOST * items as f64);
    let mut shared: Vec<u32> = shared.map(|(&id, _)| id).collect();
    shared.sort_unstable();
    shared
}

impl Shared {
    /// Whether what is shared is no coincidence, and most of what the names tell.
    pub fn is_certain(self) -> bool {
        self.by_chance < CHANCE && self.share >= SHARE
    }
}
