//! Phrases as they are compared.

use crate::names::glossary::Phrase;
use crate::names::words::{language, stem};

/// The longest phrase, in bytes of its key.
pub const LONGEST: usize = 64;

/// The most words of a phrase that is known in any order.
pub const MOST_WORDS: usize = 5;

/// A phrase as it is looked up.
pub struct Key {
    /// The stems that carry meaning, joined, so that neither inflection nor a space more or less
    /// matters: "log-in page", "login pages".
    pub joined: String,
    /// The same in any order; none where the order tells one thing from another, as in "speech to
    /// text".
    pub bag: Option<String>,
    /// Whether it is two words side by side, which turned round are another thing: a gateway API is
    /// no API gateway.
    pub is_compound: bool,
    /// All its words.
    pub words: Vec<String>,
    /// Stems of which one must stand beside the phrase; none if it speaks for itself.
    pub company: Vec<String>,
}

impl Key {
    /// Reads a phrase.
    pub fn new(phrase: &Phrase) -> Self {
        let words = language::words(&phrase.text);
        let telling = words.iter().filter(|word| !is_little(word));
        let stems: Vec<String> = telling.map(|word| stem(word)).collect();
        let joined = stems.iter().fold(String::new(), |mut joined, stem| {
            join(&mut joined, stem);
            joined
        });
        let is_way = words.iter().any(|word| matches!(word.as_str(), "to" | "from" | "into"));
        let mut unordered: Vec<&str> = stems.iter().map(String::as_str).collect();
        let bag = if is_way { None } else { bag(&mut unordered) };
        let company = phrase.with.iter().map(|word| stem(&word.to_lowercase())).collect();
        let is_compound = words.len() == 2;
        Self { joined, bag, is_compound, words, company }
    }
}

/// Adds a stem to joined stems. Numbers stay apart: "2 for 1" is not "21".
pub fn join(joined: &mut String, stem: &str) {
    if joined.ends_with(|c: char| c.is_ascii_digit())
        && stem.starts_with(|c: char| c.is_ascii_digit())
    {
        joined.push(' ');
    }
    joined.push_str(stem);
}

/// What a phrase is known by.
pub fn key(phrase: &str) -> String {
    Key::new(&Phrase::plain(phrase)).joined
}

/// What a phrase is known by whatever the order of its words: "hijacked account detection",
/// "detection of hijacked accounts". None for a phrase of one word, or of very many.
pub fn bag(stems: &mut [&str]) -> Option<String> {
    if !(2..=MOST_WORDS).contains(&stems.len()) {
        return None;
    }
    stems.sort_unstable();
    Some(stems.join(" "))
}

/// Whether a word carries no meaning in a phrase. `in`, `on`, `out`, `not` and `without` do.
pub fn is_little(word: &str) -> bool {
    const LITTLE: [&str; 27] = [
        "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "into", "is", "it", "its",
        "of", "or", "our", "per", "that", "the", "their", "this", "to", "via", "we", "with",
        "your",
    ];
    LITTLE.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflection_spaces_and_little_words_do_not_matter() {
        assert_eq!(key("Help centres for the partners"), key("help-center partner"));
        assert_eq!(key("log-in page"), key("login pages"));
        assert_ne!(key("opt in"), key("opt out"));
        assert_ne!(key("2 for 1"), key("21"));
        assert_ne!(key("login without password"), key("login with password"));
    }
}
