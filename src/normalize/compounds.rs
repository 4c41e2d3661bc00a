//! Compounds that somebody writes in one word: "log in" is "login" where a name says "login".

use rustc_hash::FxHashSet;

use crate::normalize::Word;
use crate::normalize::stem::stem;

/// The shortest compound: shorter ones meet by chance ("a part", "apart").
const SHORTEST: usize = 5;

/// The stems that stand as one word in some name.
#[derive(Debug, Default)]
pub struct Compounds(FxHashSet<String>);

impl Compounds {
    /// Learns every word that could be written in two.
    pub fn learn<'a>(words: impl Iterator<Item = &'a String>) -> Self {
        Self(words.filter(|w| w.chars().count() >= SHORTEST).map(|w| stem(w)).collect())
    }

    /// The words with their stems, where two that make a known compound count as one.
    ///
    /// Safe because the compound must have been written by somebody in these very roadmaps.
    pub fn join(&self, words: &[String]) -> Vec<Word> {
        let mut joined = Vec::with_capacity(words.len());
        let mut rest = words;
        while let Some((first, after)) = rest.split_first() {
            let compound = after.first().and_then(|second| self.known(first, second));
            rest = if compound.is_some() { &after[1..] } else { after };
            joined.push(compound.unwrap_or_else(|| Word::new(first.clone())));
        }
        joined
    }

    fn known(&self, first: &str, second: &str) -> Option<Word> {
        let letters = |word: &str| word.chars().all(char::is_alphabetic);
        if first.len() + second.len() < SHORTEST || !letters(first) || !letters(second) {
            return None;
        }
        let word = Word::new(format!("{first}{second}"));
        self.0.contains(&word.stem).then_some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::split;

    #[test]
    fn a_compound_is_one_word_where_somebody_writes_it_so() {
        let written = split::words("login whitelabeling apart TransNet transnet");
        let compounds = Compounds::learn(written.iter());
        for (text, expected) in [
            ("Log in with a passkey", "login with a passkey"),
            ("White labeling", "whitelabel"),
            ("Trans Net", "transnet"),
            ("Sign up", "sign up"),
        ] {
            let stems: Vec<_> =
                compounds.join(&split::words(text)).into_iter().map(|word| word.stem).collect();
            assert_eq!(stems.join(" "), expected, "{text}");
        }
    }
}
