//! How far an overlap can be trusted.

use crate::cluster::{Group, SURE};
use crate::comparison::Comparison;
use crate::names;
use crate::similarity::Score;

/// How far an overlap can be trusted; what a reader should see first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// What its items share is no coincidence.
    Certain,
    /// It is worth a look.
    Doubtful,
    /// Its items are called by everyday words alone, which name no feature: "Reports".
    Theme,
}

impl Tier {
    /// The tier of a group whose needed links have that mean score.
    pub fn of(comparison: &Comparison, group: &Group, mean: Score) -> Self {
        let names = comparison.forms.names();
        let is_everyday = |&item: &usize| {
            let name = &names.names[comparison.name_of(item) as usize];
            names::is_everyday(names, name.whole[0])
        };
        if group.shared.is_certain() && mean >= SURE {
            Self::Certain
        } else if group.items.iter().all(is_everyday) {
            Self::Theme
        } else {
            Self::Doubtful
        }
    }
}
