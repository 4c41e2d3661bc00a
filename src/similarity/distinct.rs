//! Pairs of names of which a company says that they are never one.

use rustc_hash::FxHashSet;

use crate::names::Names;

/// The pairs, as numbers of names, the smaller first.
#[derive(Default)]
pub struct Distinct(FxHashSet<(u32, u32)>);

impl Distinct {
    /// Looks the pairs up among the names; what nobody plans is left out.
    pub fn new(names: &Names, pairs: &[[String; 2]]) -> Self {
        let mut found = FxHashSet::default();
        for [left, right] in pairs {
            let right = names.called(right);
            for a in names.called(left) {
                found.extend(right.iter().filter(|&&b| b != a).map(|&b| (a.min(b), a.max(b))));
            }
        }
        Self(found)
    }

    /// Whether there is any.
    pub fn is_some(&self) -> bool {
        !self.0.is_empty()
    }

    /// Whether two names are such a pair.
    pub fn holds(&self, a: u32, b: u32) -> bool {
        !self.0.is_empty() && self.0.contains(&(a.min(b), a.max(b)))
    }
}
