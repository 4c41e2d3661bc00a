//! Something in the input that could not be read or is suspicious.

use crate::basics::Place;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something could not be read: the job is not done in full, the exit code is 2.
    Error,
    /// Everything was read, but perhaps not as meant.
    Warning,
}

/// What is wrong, where, and the way out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// How bad.
    pub severity: Severity,
    /// What: lower case, no full stop, as in `unknown key "featurs" (did you mean "features"?)`.
    pub message: String,
    /// What to do about it, in the same style.
    pub help: Option<String>,
    /// The line itself, without its line break; none for a whole file. Of a very long line only
    /// what stands around the column, and then it begins or ends with `…`.
    pub source: Option<String>,
}

impl Problem {
    /// The same problem with a way out.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// An operating system's sentence in the style of ours.
pub fn lower(sentence: &str) -> String {
    let sentence = sentence.split(" (os error").next().unwrap_or_default();
    let mut chars = sentence.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
