//! The name that an overlap goes by.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::company::Company;
use crate::comparison::Comparison;
use crate::names::{self, Names, ReadName, is_noise, stem};
use crate::similarity::Forms;

/// How many distinct names are compared with each other at most.
const COMPARED: usize = 64;

/// How much less like the others than the medoid a name may be and still be taken for it: among
/// names as good as equal, the one that reads best.
const AS_GOOD: f64 = 0.9;

/// What all members share: the member that says no more than that, or the concept that is all they
/// have in common, or the member that says the least more; in its best spelling: without issue key
/// and tags, and an acronym spelt out.
///
/// Where they share no word, it is the member most like all others (the medoid, Kaufman and
/// Rousseeuw 1987).
pub fn of(comparison: &Comparison, company: &Company, members: &[usize]) -> String {
    let forms = &comparison.forms;
    let names = forms.names();
    let read =
        |item: usize| names.reader.read(&company.items[item].item.name, company.items[item].item);
    let readings: Vec<ReadName> = members.iter().map(|&item| read(item)).collect();
    let said: Vec<BTreeSet<Token>> = readings.iter().map(tokens).collect();
    let shared = shared(&said);
    let more = |said: &BTreeSet<Token>| said.difference(&shared).count();
    let least = said.iter().map(more).min().unwrap_or(0);
    let central = if shared.is_empty() { central(forms, members) } else { Vec::new() };
    let is_candidate = |at: &usize| {
        if shared.is_empty() {
            central.contains(&names.of[members[*at]])
        } else {
            more(&said[*at]) == least
        }
    };
    let spelling = |at: usize| {
        let text = tidy(&company.items[members[at]].item.name);
        let spelt = spelt_out(&text, &readings[at]);
        (!readings[at].slips.is_empty(), capital(spelt.unwrap_or(text)))
    };
    let best = (0..members.len())
        .filter(is_candidate)
        .map(spelling)
        .min_by_key(|(misspelt, text)| (*misspelt, reading(text), text.clone()));
    let text = best.map(|(_, text)| text).unwrap_or_default();
    match shared.iter().collect::<Vec<_>>().as_slice() {
        [Token::Concept(concept)] if least > 0 || !is_plain(&text) => capital(concept.clone()),
        _ => text,
    }
}

/// Whether a name says a feature and nothing else: no verb before it, nothing in brackets.
fn is_plain(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    !text.contains(['(', '[']) && !is_noise(&stem(&first.to_lowercase()))
}

/// What a name says: a concept, or a word that tells what is built.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Token {
    Concept(String),
    Word(String),
}

/// What a name says, each once: a concept in place of the phrase that means it.
fn tokens(reading: &ReadName) -> BTreeSet<Token> {
    let concepts = reading.concepts.iter().map(|it| Token::Concept(it.concept.clone()));
    let inside = |at: usize| reading.concepts.iter().any(|it| (it.from..=it.to).contains(&at));
    let words = reading.words.iter().enumerate().filter(|(at, _)| !inside(*at));
    let telling = words.map(|(_, word)| &word.term).filter(|term| term.tells());
    concepts.chain(telling.map(|term| Token::Word(term.stem.clone()))).collect()
}

/// What all say; where that is nothing, what more than half of them say.
fn shared(said: &[BTreeSet<Token>]) -> BTreeSet<Token> {
    let mut counts: BTreeMap<&Token, usize> = BTreeMap::new();
    for token in said.iter().flatten() {
        *counts.entry(token).or_default() += 1;
    }
    let of_at_least = |least: usize| -> BTreeSet<Token> {
        let often = counts.iter().filter(|(_, count)| **count >= least);
        often.map(|(token, _)| (*token).clone()).collect()
    };
    let all = of_at_least(said.len());
    if all.is_empty() { of_at_least(said.len() / 2 + 1) } else { all }
}

/// The names that are as good as most like all others, counted by items.
fn central(forms: &Forms, members: &[usize]) -> Vec<u32> {
    let Names { of, .. } = forms.names();
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for &member in members {
        *counts.entry(of[member]).or_default() += 1;
    }
    let compared: Vec<(u32, usize)> = counts.into_iter().take(COMPARED).collect();
    let likeness = |name: u32| -> f64 {
        let others = compared.iter().map(|&(other, count)| {
            let score = if other == name { 1.0 } else { forms.score(name, other).ratio() };
            score * count as f64
        });
        others.sum()
    };
    let likenesses: Vec<f64> = compared.iter().map(|&(name, _)| likeness(name)).collect();
    let best = likenesses.iter().copied().fold(0.0, f64::max);
    let good = compared.iter().zip(likenesses).filter(|(_, likeness)| *likeness >= best * AS_GOOD);
    good.map(|((name, _), _)| *name).collect()
}

/// How a text reads, the best first: words before identifiers and acronyms, no verb before them,
/// no shouting, a capital at the front, the shortest.
fn reading(text: &str) -> (Reverse<bool>, bool, bool, Reverse<bool>, usize) {
    let mut words = text.split_whitespace();
    let led = words.next().is_some_and(|first| is_noise(&stem(&first.to_lowercase())));
    let shouted = text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let capital = text.starts_with(char::is_uppercase);
    (Reverse(words.next().is_some()), led, shouted, Reverse(capital), text.chars().count())
}

/// What a single word stands for, if it is an acronym or means a concept.
fn spelt_out(text: &str, read: &ReadName) -> Option<String> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    let concept = read.concepts.first().map(|found| found.concept.clone());
    concept.or_else(|| read.acronyms.first().map(|(_, meaning)| meaning.clone()))
}

/// The text without tags, without what they leave behind, in one line.
fn tidy(name: &str) -> String {
    let bare = names::without_tags(name);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let tidy = words.join(" ");
    let trimmed = tidy.trim_matches([':', '-', '–', ' ']);
    if trimmed.is_empty() { name.to_owned() } else { trimmed.to_owned() }
}

/// A capital at the front of a text whose first word is written small: `iOS` stays.
fn capital(text: String) -> String {
    let small = |word: &str| word.chars().all(|c| c.is_lowercase() || c == '-');
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if text.split_whitespace().next().is_some_and(small) => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => text,
    }
}
