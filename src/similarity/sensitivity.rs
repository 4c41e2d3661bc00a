//! How alike names must be.

use crate::similarity::Score;

/// How alike names must be to be called one feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sensitivity {
    /// Only what is beyond doubt.
    Low,
    /// What a reader agrees with at first sight.
    #[default]
    Normal,
    /// What is worth a look, doubtful pairs included.
    High,
}

impl Sensitivity {
    /// Every sensitivity, the strictest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Normal, Self::High];

    /// The word for it: `low`, `normal` or `high`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
        }
    }

    /// The score from which two names are alike.
    pub fn threshold(self) -> Score {
        Score::from_ratio(match self {
            Self::Low => 0.75,
            Self::Normal => 0.6,
            Self::High => 0.5,
        })
    }
}
