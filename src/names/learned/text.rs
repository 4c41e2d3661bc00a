//! A text that is read: a name or an alias.

use crate::company::LeaderId;
use crate::names::words::split;

/// A name or an alias, cut into words.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// The leader who wrote it.
    pub leader: LeaderId,
    /// As written.
    pub written: &'a str,
    /// In lower case.
    pub words: Vec<String>,
}

impl<'a> Text<'a> {
    /// Cuts what a leader wrote into words.
    pub fn new(leader: LeaderId, text: &'a str) -> Self {
        Self { leader, written: text, words: split::words(text) }
    }

    /// Whether a word is written in capitals, and not all of the text is.
    pub fn says_in_capitals(&self, word: &str) -> bool {
        (self.words.len() == 1 || self.written.contains(char::is_lowercase))
            && word.len() > 1
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && self.written.contains(&word.to_uppercase())
    }
}
