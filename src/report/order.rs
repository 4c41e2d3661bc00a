//! The order in which every format lists the overlaps, and the rank that follows from it.

use crate::overlap::Overlap;
use crate::report::Page;

/// An overlap and its rank, which is the same number in every format and view.
#[derive(Clone, Copy)]
pub struct Ranked<'a> {
    /// From 1.
    pub rank: usize,
    /// The overlap.
    pub overlap: &'a Overlap,
}

/// Every overlap: duplication across leaders first, then down a line, then within one leader, and
/// worst first among each kind.
pub fn ranked<'a>(page: &Page<'a>) -> Vec<Ranked<'a>> {
    let mut overlaps: Vec<&Overlap> = page.overlaps.iter().collect();
    overlaps.sort_by_key(|overlap| overlap.kind);
    (1..).zip(overlaps).map(|(rank, overlap)| Ranked { rank, overlap }).collect()
}

/// The overlaps that a person wants to see, and how many of them the limit cut off.
pub fn shown<'a>(page: &Page<'a>) -> (Vec<Ranked<'a>>, usize) {
    let mut shown = ranked(page);
    shown.retain(|ranked| page.view.kinds.contains(&ranked.overlap.kind));
    let wanted = shown.len();
    shown.truncate(page.view.limit.unwrap_or(wanted));
    let cut = wanted - shown.len();
    (shown, cut)
}
