//! How alike two names are, from 0 to 1, and why.

mod score;
mod sensitivity;

pub use score::Score;
pub use sensitivity::Sensitivity;

/// Two items found alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The first item, as its index among the planned items; smaller than `b`.
    pub a: usize,
    /// The second item.
    pub b: usize,
    /// How alike.
    pub score: Score,
    /// Why, the strongest reason first, in words for a person: `same words: single, sign, on`.
    pub because: Vec<String>,
}
