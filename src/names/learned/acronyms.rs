//! Acronyms that the roadmaps explain themselves: "Single sign-on (SSO)" explains SSO everywhere,
//! and so does another leader's name that says the words instead.

use std::collections::BTreeMap;

use crate::names::learned::initials;
use crate::names::learned::text::Text;
use crate::names::words::{noise, split};

/// Acronyms and the words they stand for.
#[derive(Debug, Default)]
pub struct Acronyms(BTreeMap<String, Vec<String>>);

impl Acronyms {
    /// Learns from every text that explains one, in either order: `Single sign-on (SSO)` and
    /// `SSO (single sign-on)`.
    ///
    /// The letters must be the initials of the words (Schwartz and Hearst 2003, kept to the
    /// strict case). An acronym that is explained in two ways is not expanded at all; one that
    /// nobody explains may be spelt out by another leader.
    pub fn learn(texts: &[Text]) -> Self {
        let mut meanings: BTreeMap<String, Option<Vec<String>>> = BTreeMap::new();
        for (acronym, words) in texts.iter().filter_map(|text| explained(text.written)) {
            meanings
                .entry(acronym)
                .and_modify(|known| {
                    if known.as_ref() != Some(&words) {
                        *known = None;
                    }
                })
                .or_insert(Some(words));
        }
        for (acronym, words) in initials::spelt_out(texts) {
            meanings.entry(acronym).or_insert(Some(words));
        }
        Self(meanings.into_iter().filter_map(|(acronym, words)| Some((acronym, words?))).collect())
    }

    /// The known acronyms among the words, with what they mean: `("sso", "single sign on")`.
    pub fn among(&self, words: &[String]) -> Vec<(String, String)> {
        let meaning = |word: &String| Some((word.clone(), self.0.get(word)?.join(" ")));
        words.iter().filter_map(meaning).collect()
    }

    /// The words with every known acronym spelt out, and not said twice where a name explains it
    /// itself.
    pub fn spell_out(&self, words: Vec<String>) -> Vec<String> {
        if self.0.is_empty() {
            return words;
        }
        let mut out = Vec::with_capacity(words.len() + 2);
        for word in words {
            match self.0.get(&word) {
                Some(meaning) if !holds(&out, meaning) => out.extend(meaning.iter().cloned()),
                Some(_) => {}
                None => out.push(word),
            }
        }
        out
    }
}

/// The acronym that a text explains, in lower case, with its words.
fn explained(text: &str) -> Option<(String, Vec<String>)> {
    let open = text.find('(')?;
    let close = open + text[open..].find(')')?;
    let before = split::words(&noise::without_tags(&text[..open]));
    let inside = split::words(&text[open + 1..close]);
    let (short, long) = match (before.as_slice(), inside.as_slice()) {
        (long, [short]) | ([short], long) => (short, long),
        (before, long) => (before.last()?, long),
    };
    let mut initials = String::new();
    let start = (0..long.len()).rev().find(|&at| {
        initials.insert_str(0, long[at].get(..1).unwrap_or_default());
        initials.len() >= short.len() || initials.is_empty()
    })?;
    let written = text.contains(&short.to_uppercase());
    (written && short.len() > 1 && long.len() - start > 1 && initials == *short)
        .then(|| (short.clone(), long[start..].to_vec()))
}

/// Whether `words` hold `part` in one run.
fn holds(words: &[String], part: &[String]) -> bool {
    words.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(explanations: &[&str], text: &str, expected: &str) {
        let texts: Vec<Text> = explanations.iter().map(|text| Text::new("Ana", text)).collect();
        let acronyms = Acronyms::learn(&texts);
        assert_eq!(acronyms.spell_out(split::words(text)).join(" "), expected, "{text}");
    }

    #[test]
    fn an_explained_acronym_is_spelt_out_everywhere() {
        check(&["Single sign-on (SSO) for partners"], "SSO via SAML", "single sign on via saml");
        check(&["RBAC (role-based access control)"], "Add RBAC", "add role based access control");
        check(&["[Q2] Add audit log export (ALE)"], "ALE", "audit log export");
    }

    #[test]
    fn a_name_that_explains_it_says_it_once() {
        check(&["Single sign-on (SSO)"], "Single sign-on (SSO)", "single sign on");
    }

    #[test]
    fn an_acronym_with_two_meanings_is_left_alone() {
        check(&["Public relations (PR)", "Pull request (PR)"], "PR dashboard", "pr dashboard");
    }

    #[test]
    fn other_brackets_explain_nothing() {
        check(&["Search (fast)", "Refunds (beta)", "(SSO)", "Pay (P)"], "fast sso", "fast sso");
    }
}
