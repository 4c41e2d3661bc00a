//! Phrases as they are compared.

use crate::normalize::{split, stem};

/// The longest phrase, in bytes of its key.
pub const LONGEST: usize = 64;

/// The most words of a phrase that is known in any order.
pub const MOST_WORDS: usize = 5;

/// What a phrase is known by: its stems without the little words, joined, so that neither
/// inflection nor a space more or less matters ("log-in page", "login pages").
pub fn key(phrase: &str) -> String {
    stems(phrase).concat()
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

/// The stems of a phrase that carry meaning.
pub fn stems(phrase: &str) -> Vec<String> {
    let words = split::words(phrase);
    words.iter().filter(|word| !is_little(word)).map(|word| stem(word)).collect()
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
        assert_ne!(key("login without password"), key("login with password"));
    }
}
