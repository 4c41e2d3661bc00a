//! The order in which every format lists the overlaps, and the rank that follows from it.

use crate::decision::DecisionStatus;
use crate::overlap::Overlap;
use crate::report::overlaps::{Limit, OverlapsPage};

/// An overlap and its rank, which is the same number in every format and view.
#[derive(Clone, Copy)]
pub struct Ranked<'a> {
    /// From 1.
    pub rank: usize,
    /// The overlap.
    pub overlap: &'a Overlap,
    /// Its index among the page's overlaps.
    pub at: usize,
}

/// Every overlap: duplication across leaders first, then down a line, then within one leader; among
/// each kind what is not decided first, since what was agreed is no news, and then the worst.
pub fn ranked<'a>(page: &OverlapsPage<'a>) -> Vec<Ranked<'a>> {
    let standing = |at: usize| page.agreed.and_then(|agreed| agreed.statuses.get(at));
    let is_decided = |at: usize| standing(at).is_some_and(DecisionStatus::is_decided);
    let mut overlaps: Vec<(usize, &Overlap)> = page.overlaps.iter().enumerate().collect();
    overlaps.sort_by_key(|&(at, overlap)| (overlap.kind, is_decided(at)));
    (1..).zip(overlaps).map(|(rank, (at, overlap))| Ranked { rank, overlap, at }).collect()
}

/// The overlaps that a reader wants to see, and how many of them the limit cut off; `usual` is the
/// limit where the reader names none.
pub fn shown<'a>(page: &OverlapsPage<'a>, usual: Limit) -> (Vec<Ranked<'a>>, usize) {
    let mut shown = ranked(page);
    shown.retain(|ranked| page.view.kinds.contains(&ranked.overlap.kind));
    let wanted = shown.len();
    let limit = if page.view.limit == Limit::Usual { usual } else { page.view.limit };
    if let Limit::Most(most) = limit {
        shown.truncate(most);
    }
    let cut = wanted - shown.len();
    (shown, cut)
}
