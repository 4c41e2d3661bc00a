//! How alike two names are, from 0 to 1, and why.
//!
//! Two forms of names are alike as far as their [`vectors`](crate::vectors) point the same way,
//! less what each says that the other does not, and much less if they say opposite things. Which
//! of the alike are *linked* is decided in context: each must be the other's best match on the
//! other leader's roadmap.

mod alignment;
mod context;
mod contrast;
mod distinct;
mod likeness;
mod link;
mod planners;
mod reasons;
mod score;
mod scored;
mod sensitivity;
mod signals;

pub use alignment::Swap;
pub use contrast::{Contrast, Row};
pub use likeness::{Evidence, Likeness, Step};
pub use link::{Links, links, needed};
pub use planners::Planners;
pub use reasons::reasons;
pub use score::Score;
pub use scored::{ScoredPair, scored_pairs};
pub use sensitivity::Sensitivity;
pub use signals::{Effect, SIGNALS, Signal};

use crate::names::{self, Names};
use crate::vectors::Views;
use contrast::Contrasts;
use distinct::Distinct;

/// What a company says about names that look alike and are not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rules<'a> {
    /// Words that tell two features apart, beside the built-in ones.
    pub contrasts: &'a [Row],
    /// Pairs of names that are never one.
    pub distinct: &'a [[String; 2]],
}

/// What is compared: the forms of all names with their vectors.
pub struct Forms<'a> {
    names: Names<'a>,
    views: Vec<Views>,
    contrasts: Contrasts,
    distinct: Distinct,
}

impl<'a> Forms<'a> {
    /// The forms of `names`, whose vectors are `views` in the same order, compared by the
    /// company's own rules beside the built-in ones.
    pub fn new(names: Names<'a>, views: Vec<Views>, rules: Rules) -> Self {
        let contrasts = Contrasts::new(&names.vocabulary, rules.contrasts);
        let distinct = Distinct::new(&names, rules.distinct);
        Self { names, views, contrasts, distinct }
    }

    /// Whether the company says of any two names that they are never one.
    pub fn has_distinct(&self) -> bool {
        self.distinct.is_some()
    }

    /// Whether the company says of two names that they are never one.
    pub fn are_distinct(&self, a: u32, b: u32) -> bool {
        self.distinct.holds(a, b)
    }

    /// The names that the forms belong to.
    pub fn names(&self) -> &Names<'a> {
        &self.names
    }

    /// How alike two names are, and which of their forms are most alike: the best of them decides,
    /// since an alias is as good as the name. How alike the items' descriptions are comes on top.
    pub fn compare(&self, a: u32, b: u32) -> ((u32, u32), Likeness) {
        let own = |name: u32| self.names.names[name as usize].whole[0];
        let first = (own(a), own(b));
        let ways = self.names.ways(a, b).filter(|&way| way != first);
        let compared = ways.map(|(x, y)| ((x, y), self.likeness(x, y)));
        let (forms, likeness) =
            compared.fold((first, self.likeness(first.0, first.1)), |best, next| {
                if next.1.score > best.1.score { next } else { best }
            });
        (forms, likeness.supported(context::support(&self.names, a, b).measured))
    }

    /// The same likeness of two names if all that their descriptions say counts, however long they
    /// are.
    pub fn in_full(&self, a: u32, b: u32, likeness: Likeness) -> Likeness {
        let support = context::support(&self.names, a, b);
        likeness.supported(support.in_full.max(support.measured))
    }

    /// Whether a name is one that any team could have.
    pub fn is_generic(&self, name: u32) -> bool {
        names::is_generic(&self.names, self.names.names[name as usize].whole[0])
    }

    /// How alike two names are, and how alike they are in full.
    fn scores(&self, a: u32, b: u32) -> (Score, Score) {
        let (_, likeness) = self.compare(a, b);
        (likeness.score, self.in_full(a, b, likeness).score)
    }

    /// How alike two names are.
    pub fn score(&self, a: u32, b: u32) -> Score {
        self.compare(a, b).1.score
    }
}

#[cfg(test)]
mod tests;
