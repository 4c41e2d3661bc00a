//! How right a way to compare is, counted over judged pairs.

/// Counts of judged pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConfusionMatrix {
    /// Pairs called one feature that are one.
    pub joined: usize,
    /// Pairs called one feature that are two.
    pub wrong: usize,
    /// Pairs called two features that are one.
    pub missed: usize,
}

impl ConfusionMatrix {
    /// Counts pairs, each as what it is and what it was called, `true` for one feature.
    pub fn count(pairs: impl Iterator<Item = (bool, bool)>) -> Self {
        let mut matrix = Self::default();
        for (is, called) in pairs {
            match (is, called) {
                (true, true) => matrix.joined += 1,
                (false, true) => matrix.wrong += 1,
                (true, false) => matrix.missed += 1,
                (false, false) => {}
            }
        }
        matrix
    }

    /// The share of pairs called one that are one; 1 where none was called one.
    pub fn precision(&self) -> f64 {
        share(self.joined, self.wrong)
    }

    /// The share of pairs that are one which were called so; 1 where none is one.
    pub fn recall(&self) -> f64 {
        share(self.joined, self.missed)
    }

    /// The harmonic mean of precision and recall (van Rijsbergen 1979).
    pub fn f1(&self) -> f64 {
        share(2 * self.joined, self.wrong + self.missed)
    }
}

fn share(part: usize, rest: usize) -> f64 {
    if part + rest == 0 { 1.0 } else { part as f64 / (part + rest) as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_pair_costs_precision_and_a_missed_one_recall() {
        let pairs = [(true, true), (true, true), (false, true), (true, false), (false, false)];
        let matrix = ConfusionMatrix::count(pairs.into_iter());
        assert_eq!(matrix, ConfusionMatrix { joined: 2, wrong: 1, missed: 1 });
        assert!((matrix.precision() - 2.0 / 3.0).abs() < 1e-9);
        assert!((matrix.recall() - 2.0 / 3.0).abs() < 1e-9);
        assert!((matrix.f1() - 2.0 / 3.0).abs() < 1e-9);
    }
}
