//! Acronyms that the roadmaps explain themselves: "Single sign-on (SSO)" explains SSO everywhere,
//! and so does another leader's name that says the words instead.

use std::collections::BTreeMap;

use crate::company::LeaderId;
use crate::names::learned::initials;
use crate::names::learned::text::Text;
use crate::names::words::{noise, split};
use crate::roadmap::Item;

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

    /// The same with what queries explain, or spell out; nothing where there are none.
    pub fn with_queries(texts: &[Text], queries: &[Item]) -> Self {
        if queries.is_empty() {
            return Self::default();
        }
        let known = texts.iter().cloned();
        let asked = queries.iter().map(|query| Text::new(LeaderId::NOBODY, &query.name));
        Self::learn(&known.chain(asked).collect::<Vec<_>>())
    }

    /// Other ways to write the words of a query: with every acronym spelt out that `known` does not
    /// know, and with such an acronym in place of its words.
    pub fn other_ways(&self, words: &[String], known: &Self) -> Vec<Vec<String>> {
        let new = |acronym: &&String| !known.0.contains_key(*acronym);
        let mut ways = Vec::new();
        if words.iter().filter(new).any(|word| self.0.contains_key(word)) {
            ways.push(self.spell_out(words.to_vec()));
        }
        for (acronym, meaning) in self.0.iter().filter(|(acronym, _)| new(acronym)) {
            let at = words.windows(meaning.len()).position(|window| window == meaning);
            ways.extend(at.map(|at| {
                let rest = &words[at + meaning.len()..];
                [&words[..at], std::slice::from_ref(acronym), rest].concat()
            }));
        }
        ways
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
        let texts: Vec<Text> =
            explanations.iter().map(|text| Text::new(LeaderId(0), text)).collect();
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
