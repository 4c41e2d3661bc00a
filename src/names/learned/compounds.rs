//! Compounds that somebody writes in one word: "log in" is "login" where a name says "login".

use rustc_hash::FxHashSet;

use crate::names::Word;
use crate::names::words::stem::stem;

/// The shortest compound: shorter ones meet by chance ("a part", "apart").
const SHORTEST: usize = 5;

/// The stems that stand as one word in some name.
#[derive(Debug, Default)]
pub struct Compounds(FxHashSet<String>);

impl Compounds {
    /// Learns every word that could be written in two.
    pub fn learn<'a>(words: impl Iterator<Item = &'a String>) -> Self {
        Self(words.filter(|word| is_compound(word)).map(|word| stem(word)).collect())
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
        let word = format!("{first}{second}");
        let word = is_compound(&word).then(|| Word::new(word))?;
        self.0.contains(&word.term.stem).then_some(word)
    }
}

/// Whether a word could be written in two: a long one, or a digit with letters as in "3D".
fn is_compound(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if digits > 0 { letters > 0 } else { letters >= SHORTEST && letters == word.chars().count() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::words::split;

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
            let stems: Vec<_> = compounds
                .join(&split::words(text))
                .into_iter()
                .map(|word| word.term.stem)
                .collect();
            assert_eq!(stems.join(" "), expected, "{text}");
        }
    }
}
