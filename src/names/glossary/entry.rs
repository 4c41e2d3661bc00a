//! A concept and the phrases that mean it, as people write them down.

/// A concept with its phrases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The most usual name; itself a phrase.
    pub concept: String,
    /// Other names.
    pub phrases: Vec<Phrase>,
}

/// A phrase, perhaps one that means its concept only in company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The phrase.
    pub text: String,
    /// Words of which one must stand elsewhere in the name, the description or the tags; none if
    /// the phrase speaks for itself.
    pub with: Vec<String>,
}

impl Phrase {
    /// A phrase that speaks for itself.
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), with: Vec::new() }
    }
}
