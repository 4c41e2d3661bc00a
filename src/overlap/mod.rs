//! Features that are planned more than once.

use crate::similarity::{Link, Score};

/// How the leaders of an overlap stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Leaders with no reporting line between them: duplication.
    Across,
    /// All on one reporting line, or deployed by `parent`: the strategy is deployed, not duplicated.
    Down,
    /// One leader twice.
    Within,
}

impl Kind {
    /// The word for it in every output: `across`, `down` or `within`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Across => "across",
            Self::Down => "down",
            Self::Within => "within",
        }
    }
}

/// A group of items that are one feature.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// Stable while its members keep leader and id (or name): `o-5d3f0a91`.
    pub id: String,
    /// The member most like all others (the medoid), in its best spelling.
    pub name: String,
    /// How its leaders stand to each other.
    pub kind: Kind,
    /// Its leaders, sorted, each once.
    pub leaders: Vec<String>,
    /// Its items, as indices among the planned items: sorted by leader, then place.
    pub members: Vec<usize>,
    /// The links that hold it together, between indices among the planned items.
    pub links: Vec<Link>,
    /// The score of the weakest link that is needed to hold it together.
    pub weakest: Score,
    /// The mean score over its links.
    pub mean: Score,
    /// The sum of the efforts that are stated; none if none is.
    pub effort: Option<f64>,
}
