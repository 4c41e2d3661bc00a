//! Which words do our leaders use, and which of them mean the same?

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::ask::remedy::essence;
use crate::cluster::ItemLink;
use crate::company::Planned;
use crate::comparison::Comparison;
use crate::names::glossary::Mention;
use crate::names::{Names, ReadName};
use crate::review::Review;
use crate::roadmap::Item;
use crate::similarity::Sensitivity;

/// The concepts that roadmaps use, and what could be added to the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    /// The concepts, the most used first.
    pub usages: Vec<Usage>,
    /// What leaders say means the same: acronyms that they spell out, aliases.
    pub said: Vec<Proposal>,
    /// What stands in brackets behind a name, and what is alike without being alike enough: to be
    /// decided.
    pub perhaps: Vec<Proposal>,
}

/// A concept in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// The concept.
    pub concept: String,
    /// How many items mean it.
    pub items: usize,
    /// How many leaders.
    pub leaders: usize,
    /// How they word it, the most frequent first.
    pub wordings: Vec<String>,
}

/// An entry that the glossary lacks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proposal {
    /// The concept.
    pub concept: String,
    /// What else means it.
    pub phrases: Vec<String>,
    /// The item that says so, as its index among the planned items.
    pub item: usize,
}

/// Reads every name and alias for its concepts. What is alike without being alike enough is proposed
/// where the settings of the review name the threshold of a high sensitivity.
pub fn terms(review: &Review) -> Terms {
    let items = &review.company.items;
    let names = review.comparison.forms.names();
    let said = merged(acronyms(items, names).into_iter().chain(aliases(items, names)));
    let perhaps = bracketed(items, names).into_iter().chain(alike(review));
    Terms { usages: usages(items, names), said, perhaps: distinct(perhaps) }
}

fn usages(items: &[Planned], names: &Names) -> Vec<Usage> {
    let mut leaders: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut wordings: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for planned in items {
        let reading = names.reader.read(&planned.item.name, planned.item);
        let concepts: BTreeSet<&String> = reading.concepts.iter().map(|it| &it.concept).collect();
        for concept in concepts {
            *counts.entry(concept.clone()).or_default() += 1;
            leaders.entry(concept.clone()).or_default().insert(planned.leader());
            let wording = reading.wording(concept).unwrap_or_default();
            *wordings.entry(concept.clone()).or_default().entry(wording).or_default() += 1;
        }
    }
    let usage = |(concept, items): (String, usize)| {
        let mut worded: Vec<(String, usize)> = wordings[&concept].clone().into_iter().collect();
        worded.sort_by(|x, y| y.1.cmp(&x.1).then_with(|| x.0.cmp(&y.0)));
        let wordings = worded.into_iter().map(|(wording, _)| wording).collect();
        Usage { items, leaders: leaders[&concept].len(), wordings, concept }
    };
    let mut usages: Vec<Usage> = counts.into_iter().map(usage).collect();
    usages.sort_by(|x, y| {
        let key = |usage: &Usage| (usage.leaders, usage.items);
        key(y).cmp(&key(x)).then_with(|| x.concept.cmp(&y.concept))
    });
    usages
}

/// "Single sign-on (SSO)" says what SSO means.
fn acronyms(items: &[Planned], names: &Names) -> Vec<Proposal> {
    let explains = |item: usize| {
        let reading = names.reader.read(&items[item].item.name, items[item].item);
        let by_itself = items[item].item.name.contains('(');
        let acronyms = reading.acronyms.into_iter().filter(move |_| by_itself);
        acronyms.map(move |(acronym, meaning)| (acronym, meaning, item))
    };
    let explained = (0..items.len()).flat_map(explains);
    let unknown = explained.filter(|(acronym, meaning, _)| !is_known(names, acronym, meaning));
    unknown
        .map(|(acronym, concept, item)| Proposal {
            concept,
            phrases: vec![acronym.to_uppercase()],
            item,
        })
        .collect()
}

/// An item's alias means what its name means.
fn aliases(items: &[Planned], names: &Names) -> Vec<Proposal> {
    let proposal = |item: usize| {
        let concept = essence(&read(items, names, item));
        let aliases = items[item].item.aliases.iter();
        let new = aliases.filter(|alias| !is_known(names, &concept, alias)).cloned();
        let phrases: Vec<String> = new.collect();
        (!phrases.is_empty()).then_some(Proposal { concept, phrases, item })
    };
    (0..items.len()).filter_map(proposal).collect()
}

/// "Self-help portal (knowledge hub)" may say one thing twice. Brackets that say where, for whom or
/// which, and lists, do not.
fn bracketed(items: &[Planned], names: &Names) -> Vec<Proposal> {
    let proposal = |item: usize| {
        let (before, rest) = items[item].item.name.split_once('(')?;
        let (inside, _) = rest.split_once(')')?;
        let read = |text: &str| names.reader.read(text, &Item::default());
        let (outer, inner) = (read(before), read(inside));
        let tell =
            |reading: &ReadName| reading.words.iter().filter(|word| word.term.tells()).count() > 1;
        let is_list = inside.contains([',', '/', '+', '&', ':']);
        let says_which = inner.words.iter().any(|word| word.term.is_glue());
        let (concept, phrase) = (essence(&outer), essence(&inner));
        let is_new = tell(&outer) && tell(&inner) && !is_list && !says_which;
        (is_new && !is_known(names, &concept, &phrase)).then(|| Proposal {
            concept,
            phrases: vec![phrase],
            item,
        })
    };
    (0..items.len()).filter_map(proposal).collect()
}

/// Pairs of names that only a high sensitivity links, between leaders: neither contrasts the two,
/// nor do they share a concept already.
fn alike(review: &Review) -> Vec<Proposal> {
    let items = &review.company.items;
    let Comparison { forms, .. } = &review.comparison;
    let names = forms.names();
    let more = review.tried.iter().find(|tried| tried.threshold == Sensitivity::High.threshold());
    let together = |link: &ItemLink| {
        let [a, b] = [link.a, link.b].map(|item| review.overlap_of(item));
        a.is_some() && a == b
    };
    let contrast = |link: &ItemLink| {
        let own = |item: usize| names.names[names.of[item] as usize].whole[0];
        forms.likeness(own(link.a), own(link.b)).evidence.contrast.is_some()
    };
    let mut new: Vec<&ItemLink> = more
        .iter()
        .flat_map(|tried| tried.groups.iter().flat_map(|group| &group.links))
        .filter(|link| items[link.a].by != items[link.b].by)
        .filter(|link| !together(link) && !contrast(link))
        .collect();
    new.sort_by_key(|link| (Reverse(link.score), link.a, link.b));
    let proposal = |link: &ItemLink| {
        let [left, right] = [link.a, link.b].map(|item| read(items, names, item));
        let shares = |found: &Mention| right.concepts.iter().any(|it| it.concept == found.concept);
        let (concept, phrase) = (essence(&left), essence(&right));
        let is_new = concept != phrase && !left.concepts.iter().any(shares);
        is_new.then(|| Proposal { concept, phrases: vec![phrase], item: link.a })
    };
    new.into_iter().filter_map(proposal).collect()
}

/// Every proposal once, in the order in which they come.
fn distinct(proposals: impl Iterator<Item = Proposal>) -> Vec<Proposal> {
    let mut seen = BTreeSet::new();
    proposals.filter(|it| seen.insert((it.concept.clone(), it.phrases.clone()))).collect()
}

fn read(items: &[Planned], names: &Names, item: usize) -> ReadName {
    names.reader.read(&items[item].item.name, items[item].item)
}

/// Whether two texts mean one concept already.
fn is_known(names: &Names, one: &str, other: &str) -> bool {
    let whole = |text: &str| {
        let reading = names.reader.read(text, &Item::default());
        let [found] = reading.concepts.as_slice() else { return None };
        let is_whole = found.from == 0 && found.to + 1 == reading.words.len();
        is_whole.then(|| found.concept.clone())
    };
    whole(one).is_some() && whole(one) == whole(other)
}

/// One proposal for each concept, in alphabetical order.
fn merged(proposals: impl Iterator<Item = Proposal>) -> Vec<Proposal> {
    let mut by_concept: BTreeMap<String, Proposal> = BTreeMap::new();
    for proposal in proposals {
        let key = proposal.concept.to_lowercase();
        match by_concept.get_mut(&key) {
            Some(known) => known.phrases.extend(proposal.phrases),
            None => drop(by_concept.insert(key, proposal)),
        }
    }
    let mut merged: Vec<Proposal> = by_concept.into_values().collect();
    for proposal in &mut merged {
        proposal.phrases.sort();
        proposal.phrases.dedup();
    }
    merged
}
