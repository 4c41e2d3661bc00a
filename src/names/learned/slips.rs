//! Slips of the pen in words that others spell right: "notfication" is "notification".

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::basics::spelling;
use crate::names::words::{confusable, stem};

/// The shortest word that is corrected; among shorter ones, too many words are neighbours. 6 and 8
/// letters measure the same.
const SHORTEST: usize = 7;

/// Misspelt words and what was meant.
#[derive(Debug, Default)]
pub struct Slips(FxHashMap<String, String>);

impl Slips {
    /// Learns which words are misspelt.
    ///
    /// `known` are words that are spelt right, such as those of the glossary, and `is_known` tells
    /// whether a stem is one of theirs; `written` are the words of the names, each with how many
    /// leaders use it. A word of one leader that nobody knows, one slip away from exactly one word
    /// that is known or that several leaders use, is a slip.
    ///
    /// Safe because both must be long and begin alike, and a word that anybody else uses stays.
    /// The neighbours are found by leaving one letter out of either word (symmetric deletion,
    /// Garbe 2012); the few doubtful words are kept, and the many right ones pass by.
    pub fn learn<'a>(
        known: impl Iterator<Item = &'a str>,
        is_known: &dyn Fn(&str) -> bool,
        written: &FxHashMap<&'a str, u32>,
    ) -> Self {
        let shared = || written.iter().filter(|(_, leaders)| **leaders > 1).map(|(word, _)| *word);
        let stems: FxHashSet<String> = shared().map(stem).collect();
        let doubtful = written.iter().filter(|(word, leaders)| {
            let right = |stem: &str| is_known(stem) || stems.contains(stem);
            **leaders == 1 && may_be_compared(word) && !right(&stem(word))
        });
        let mut doubtful: Vec<&str> = doubtful.map(|(word, _)| *word).collect();
        doubtful.sort_unstable();
        let mut near: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (at, word) in doubtful.iter().enumerate() {
            for shorter in with_one_out(word) {
                near.entry(shorter).or_default().push(at);
            }
        }
        let mut right: Vec<Vec<&str>> = vec![Vec::new(); doubtful.len()];
        for word in known.chain(shared()).filter(|word| may_be_compared(word)) {
            for &at in with_one_out(word).filter_map(|shorter| near.get(&shorter)).flatten() {
                right[at].push(word);
            }
        }
        let meant = doubtful
            .iter()
            .zip(right)
            .filter_map(|(word, right)| Some(((*word).to_owned(), meant(word, right)?)));
        Self(meant.collect())
    }

    /// The misspelt words among the words, each with what was meant.
    pub fn among(&self, words: &[String]) -> Vec<(String, String)> {
        let meant = |word: &String| Some((word.clone(), self.0.get(word)?.clone()));
        words.iter().filter_map(meant).collect()
    }

    /// The word that was meant.
    pub fn corrected(&self, word: String) -> String {
        self.0.get(&word).cloned().unwrap_or(word)
    }
}

fn may_be_compared(word: &str) -> bool {
    word.len() >= SHORTEST - 1 && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// The word itself, and every word with one of its letters but the first left out, each as a hash:
/// two of one hash are compared in full later.
fn with_one_out(word: &str) -> impl Iterator<Item = u64> {
    let hash = |from: &str, to: &str| {
        let mut hasher = FxHasher::default();
        from.bytes().chain(to.bytes()).for_each(|letter| hasher.write_u8(letter));
        hasher.finish()
    };
    let without = move |at: usize| hash(&word[..at], &word[at + 1..]);
    std::iter::once(hash(word, "")).chain((1..word.len()).map(without))
}

/// The one right word that `word` is a slip of.
fn meant(word: &str, mut right: Vec<&str>) -> Option<String> {
    right.retain(|right| {
        right.len().max(word.len()) >= SHORTEST
            && spelling::is_one_slip(word, right)
            && !confusable(&stem(word), &stem(right))
    });
    right.sort_unstable();
    right.dedup_by_key(|right| stem(right));
    match right.as_slice() {
        [only] => Some((*only).to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: &str) {
        let written = [("notification", 2), ("deliveries", 3), ("contract", 2), (word, 1)];
        let known = ["preferences", "delivery"];
        let is_known = |it: &str| known.iter().any(|word| stem(word) == it);
        let slips = Slips::learn(known.into_iter(), &is_known, &written.into_iter().collect());
        assert_eq!(slips.corrected(word.to_owned()), expected);
    }

    #[test]
    fn a_slip_in_a_known_word_is_corrected() {
        check("notfication", "notification");
        check("prefrences", "preferences");
        check("delivrey", "delivery");
    }

    #[test]
    fn short_words_and_other_words_stay() {
        for word in ["contact", "notify", "livery", "preference", "delivered", "card"] {
            check(word, word);
        }
    }
}
