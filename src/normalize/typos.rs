//! Slips of the pen in words that others spell right: "notfication" is "notification".

use rustc_hash::{FxHashMap, FxHashSet};

use crate::normalize::{confusable, stem};
use crate::spelling;

/// The shortest word that is corrected; among shorter ones, too many words are neighbours.
const SHORTEST: usize = 7;

/// Misspelt words and what was meant.
#[derive(Debug, Default)]
pub struct Typos(FxHashMap<String, String>);

impl Typos {
    /// Learns which words are misspelt.
    ///
    /// `known` are words that are spelt right, such as those of the glossary; `written` are the
    /// words of the names, each with how many leaders use it. A word of one leader that nobody
    /// knows, one slip away from exactly one word that is known or that several leaders use, is a
    /// slip.
    ///
    /// Safe because both must be long and begin alike, and a word that anybody else uses stays.
    /// The neighbours are found by leaving one letter out of either word (symmetric deletion,
    /// Garbe 2012).
    pub fn learn<'a>(
        known: impl Iterator<Item = &'a str>,
        written: &FxHashMap<&'a str, u32>,
    ) -> Self {
        let right: FxHashSet<&str> = known
            .chain(written.iter().filter(|(_, leaders)| **leaders > 1).map(|(word, _)| *word))
            .filter(|word| may_be_compared(word))
            .collect();
        let stems: FxHashSet<String> = right.iter().map(|word| stem(word)).collect();
        let mut near: FxHashMap<String, Vec<&str>> = FxHashMap::default();
        for word in &right {
            for shorter in with_one_out(word) {
                near.entry(shorter).or_default().push(word);
            }
        }
        let doubtful = written.iter().filter(|(word, leaders)| {
            **leaders == 1 && may_be_compared(word) && !stems.contains(&stem(word))
        });
        let meant =
            doubtful.filter_map(|(word, _)| Some(((*word).to_owned(), meant(word, &near)?)));
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

/// The word itself, and every word with one letter left out.
fn with_one_out(word: &str) -> impl Iterator<Item = String> {
    let without = |at: usize| format!("{}{}", &word[..at], &word[at + 1..]);
    std::iter::once(word.to_owned()).chain((1..word.len()).map(without))
}

/// The one known word that `word` is a slip of.
fn meant(word: &str, near: &FxHashMap<String, Vec<&str>>) -> Option<String> {
    let mut found: Vec<&str> = with_one_out(word)
        .filter_map(|shorter| near.get(&shorter))
        .flatten()
        .copied()
        .filter(|right| right.len().max(word.len()) >= SHORTEST)
        .filter(|right| spelling::is_one_slip(word, right))
        .filter(|right| !confusable(&stem(word), &stem(right)))
        .collect();
    found.sort_unstable();
    found.dedup_by_key(|right| stem(right));
    match found.as_slice() {
        [only] => Some((*only).to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: &str) {
        let written = [("notification", 2), ("deliveries", 3), ("contract", 2), (word, 1)];
        let typos =
            Typos::learn(["preferences", "delivery"].into_iter(), &written.into_iter().collect());
        assert_eq!(typos.corrected(word.to_owned()), expected);
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
