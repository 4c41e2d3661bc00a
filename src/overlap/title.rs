//! The name that an overlap goes by.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::normalize;
use crate::roadmap::Planned;
use crate::similarity::Forms;

/// How many distinct names are compared with each other at most.
const COMPARED: usize = 64;

/// The name of the member most like all others (the medoid, Kaufman and Rousseeuw 1987), in its
/// best spelling, without issue key and tags.
pub fn of(forms: &Forms, members: &[usize], items: &[Planned]) -> String {
    let names = forms.names();
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for &member in members {
        *counts.entry(names.of[member]).or_default() += 1;
    }
    let compared: Vec<(u32, usize)> = counts.into_iter().take(COMPARED).collect();
    let likeness = |name: u32| -> f64 {
        let others = compared.iter().map(|&(other, count)| {
            if other == name {
                count as f64
            } else {
                forms.score(name, other).ratio() * count as f64
            }
        });
        others.sum()
    };
    let medoid = compared
        .iter()
        .map(|&(name, _)| (likeness(name), name))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, name)| name);
    members
        .iter()
        .filter(|&&member| Some(names.of[member]) == medoid)
        .map(|&member| tidy(&items[member].item.name))
        .min_by_key(|text| (spelling(text), text.chars().count(), text.clone()))
        .unwrap_or_default()
}

/// How a spelling reads, the best first: words before identifiers and acronyms, a capital at the
/// front, no shouting.
fn spelling(text: &str) -> (Reverse<bool>, bool, Reverse<bool>) {
    let words = text.split_whitespace().count() > 1;
    let shouted = text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    (Reverse(words), shouted, Reverse(text.starts_with(char::is_uppercase)))
}

/// The text without tags, without what they leave behind, in one line.
fn tidy(name: &str) -> String {
    let bare = normalize::without_tags(name);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let tidy = words.join(" ");
    let trimmed = tidy.trim_matches([':', '-', '\u{2013}', ' ']);
    if trimmed.is_empty() { name.to_owned() } else { trimmed.to_owned() }
}
