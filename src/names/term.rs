//! What a word stands for where names are compared.

use crate::names::words::{is_noise, noise, stem};

/// What a term stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    /// A concept of the glossary, in place of the phrase that means it.
    Concept,
    /// A word of the phrase that means a concept. It weighs nothing, and tells the feature from one
    /// that adds another word to the concept.
    Spent,
    /// A word that the name says.
    Word,
    /// A word that a concept beside it implies. It weighs nothing, and still tells features apart.
    Implied,
}

/// A word as it is compared: terms are the same if kind and stem are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// What it stands for.
    pub kind: TermKind,
    /// The word without inflection, in American spelling; the name of a concept.
    pub stem: String,
}

impl Term {
    /// The concept that it stands for.
    pub fn concept(&self) -> Option<&str> {
        (self.kind == TermKind::Concept).then_some(self.stem.as_str())
    }

    /// Whether a concept says it already, so that it weighs nothing.
    pub fn is_covered(&self) -> bool {
        matches!(self.kind, TermKind::Implied | TermKind::Spent)
    }

    /// Whether it is a concept or a word that tells what is built, and no concept says it already.
    pub fn tells(&self) -> bool {
        match self.kind {
            TermKind::Concept => true,
            TermKind::Word => !is_noise(&self.stem),
            TermKind::Implied | TermKind::Spent => false,
        }
    }

    /// Whether it is a function word.
    pub fn is_glue(&self) -> bool {
        self.kind == TermKind::Word && noise::is_glue(&self.stem)
    }

    /// Whether it stands for a name that nobody has written yet: `title`, `tbd`.
    pub fn is_placeholder(&self) -> bool {
        self.kind == TermKind::Word && noise::is_placeholder(&self.stem)
    }

    /// Whether it stands in plans of any company and tells little about which feature is meant.
    pub fn is_everyday(&self) -> bool {
        self.kind != TermKind::Concept && noise::is_everyday(&self.stem)
    }

    /// How likely it is to stand in any feature of any company, 0 to 1, as is believed before
    /// counting; a concept as its words together, as if they stood there independently.
    pub fn ordinariness(&self) -> f64 {
        match self.kind {
            TermKind::Word => noise::ordinariness(&self.stem),
            TermKind::Concept => {
                let words = self.stem.split(' ').filter(|word| !word.is_empty());
                let stems: Vec<String> = words.map(stem).collect();
                let pair = match stems.as_slice() {
                    [one, other] => noise::ordinariness_of_pair(one, other),
                    _ => None,
                };
                let alone = || stems.iter().map(|stem| noise::ordinariness(stem)).product();
                pair.unwrap_or_else(alone)
            }
            TermKind::Implied | TermKind::Spent => 1.0,
        }
    }

    /// How likely it is to stand together with another word in any feature, if the two are a turn of
    /// phrase of plans; 0 to 1.
    pub fn ordinariness_with(&self, other: &Self) -> Option<f64> {
        let are_words = self.kind == TermKind::Word && other.kind == TermKind::Word;
        are_words.then(|| noise::ordinariness_of_pair(&self.stem, &other.stem)).flatten()
    }

    /// How likely it is to stand in any name, 0 to 1, as is believed before counting.
    pub fn commonness(&self) -> f64 {
        match self.kind {
            TermKind::Word => noise::commonness(&self.stem),
            TermKind::Concept | TermKind::Implied | TermKind::Spent => noise::UNCOMMON,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Term, TermKind};

    #[test]
    fn only_words_and_concepts_tell() {
        for (kind, stem, tells) in [
            (TermKind::Word, "ledger", true),
            (TermKind::Word, "support", false),
            (TermKind::Concept, "support", true),
            (TermKind::Implied, "ledger", false),
            (TermKind::Spent, "ledger", false),
        ] {
            let term = Term { kind, stem: stem.to_owned() };
            assert_eq!(term.tells(), tells, "{term:?}");
        }
    }
}
