//! How alike two names are.

use std::fmt;

/// A likeness in thousandths, from 0 (nothing in common) to 1000 (the same): totally ordered, and
/// the same bytes on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Score(u16);

impl Score {
    /// The same.
    pub const SAME: Self = Self(1000);

    /// A score known in thousandths, at most 1000.
    pub const fn from_thousandths(thousandths: u16) -> Self {
        Self(if thousandths > 1000 { 1000 } else { thousandths })
    }

    /// The score nearest to `ratio`, which is clamped to 0 to 1; what is not a number is 0.
    pub fn from_ratio(ratio: f64) -> Self {
        Self((ratio.clamp(0.0, 1.0) * 1000.0).round() as u16)
    }

    /// The score as a number from 0 to 1.
    pub fn ratio(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl fmt::Display for Score {
    /// Writes two decimals, `0.84`, or as many as asked for: `{:.3}`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:.*}", f.precision().unwrap_or(2), self.ratio())
    }
}
