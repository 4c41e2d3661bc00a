//! The name that an overlap goes by.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::company::Planned;
use crate::names::{self, Reading, is_noise, stem};
use crate::similarity::Forms;

/// How many distinct names are compared with each other at most.
const COMPARED: usize = 64;

/// How much less like the others than the medoid a name may be and still be taken for it: among
/// names as good as equal, the one that reads best.
const AS_GOOD: f64 = 0.9;

/// The name of the member most like all others (the medoid, Kaufman and Rousseeuw 1987), in its
/// best spelling: without issue key and tags, and an acronym spelt out.
pub fn of(forms: &Forms, members: &[usize], items: &[Planned]) -> String {
    let names = forms.names();
    let central = central(forms, members);
    members
        .iter()
        .filter(|&&member| central.contains(&names.of[member]))
        .map(|&member| items[member].item)
        .map(|item| {
            let read = names.reader.read(&item.name, item);
            let text = tidy(&item.name);
            let misspelt = !read.typos.is_empty();
            (misspelt, capital(spelt_out(&text, read).unwrap_or(text)))
        })
        .min_by_key(|(misspelt, text)| (*misspelt, reading(text), text.clone()))
        .map(|(_, text)| text)
        .unwrap_or_default()
}

/// The names that are as good as most like all others, counted by items.
fn central(forms: &Forms, members: &[usize]) -> Vec<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for &member in members {
        *counts.entry(forms.names().of[member]).or_default() += 1;
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
fn spelt_out(text: &str, read: Reading) -> Option<String> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    let concept = read.concepts.into_iter().next().map(|found| found.concept);
    concept.or_else(|| read.acronyms.into_iter().next().map(|(_, meaning)| meaning))
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
