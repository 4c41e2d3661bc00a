//! Which overlaps a page shows, and in which order.

use crate::decision::DecisionStatus;
use crate::overlap::{Filter, Kind, Overlap, Tier};
use crate::report::overlaps::{Limit, OverlapsPage};

/// Overlaps that are only worth a look, of which a person is shown a line each; who wants more asks
/// for it.
const MOST_BRIEF: usize = 5;

/// An overlap and its rank, which is the same number in every format and view.
#[derive(Clone, Copy)]
pub struct Ranked<'a> {
    /// From 1.
    pub rank: usize,
    /// The overlap.
    pub overlap: &'a Overlap,
    /// Its index among the page's overlaps.
    pub at: usize,
    /// How far it can be trusted; what somebody has decided about is certain.
    pub tier: Tier,
}

/// What a person is shown.
pub struct Shown<'a> {
    /// The overlaps of which everything is shown.
    pub whole: Vec<Ranked<'a>>,
    /// How many more the limit cut off.
    pub cut: usize,
    /// The overlaps worth a look, of which a line is shown.
    pub brief: Vec<Ranked<'a>>,
    /// How many more of them there are.
    pub cut_brief: usize,
    /// The themes, of which the name is shown.
    pub themes: Vec<Ranked<'a>>,
    /// How many overlaps of the kinds that are shown the filters left out.
    pub filtered: usize,
}

/// Every overlap: what is certain or decided first, then what is only worth a look, then themes; within
/// that by kind, what is not decided first, since what was agreed is no news, and then the widest.
pub fn ranked<'a>(page: &OverlapsPage<'a>) -> Vec<Ranked<'a>> {
    let status = |at: usize| page.agreed.and_then(|agreed| agreed.statuses.get(at));
    let key = |at: usize, overlap: &Overlap| {
        let is_known = status(at).is_some_and(|it| it.decision.is_some());
        let is_decided = status(at).is_some_and(DecisionStatus::is_decided);
        let tier = if is_known { Tier::Certain } else { overlap.tier };
        (tier, overlap.kind, is_decided)
    };
    let overlaps = page.overlaps.iter().enumerate();
    let mut overlaps: Vec<_> =
        overlaps.map(|(at, overlap)| (key(at, overlap), at, overlap)).collect();
    overlaps.sort_by_key(|&(key, ..)| key);
    let ranked = (1..).zip(overlaps);
    ranked.map(|(rank, ((tier, ..), at, overlap))| Ranked { rank, overlap, at, tier }).collect()
}

/// The overlaps that a program is told: all of them, unless the reader asked for less.
pub fn listed<'a>(page: &OverlapsPage<'a>) -> Vec<Ranked<'a>> {
    let mut listed = kept(page, &page.view.filter);
    listed.truncate(most(page.view.limit, Limit::All));
    listed
}

/// The overlaps that a person is shown; `usual` is the limit where the reader names none.
///
/// What is worth a look is told in brief, themes by name, unless the reader asks for it or there is nothing surer.
pub fn shown<'a>(page: &OverlapsPage<'a>, usual: Limit) -> Shown<'a> {
    let mut filter = page.view.filter.clone();
    if filter.kinds.is_empty() {
        filter.kinds = Kind::USUAL.to_vec();
    }
    let all = kept(page, &Filter { kinds: filter.kinds.clone(), ..Filter::default() }).len();
    let kept = kept(page, &filter);
    let filtered = all - kept.len();
    let is_brief = !page.view.doubtful && kept.iter().any(|it| it.tier == Tier::Certain);
    let (mut whole, rest): (Vec<_>, Vec<_>) =
        kept.into_iter().partition(|it| !is_brief || it.tier == Tier::Certain);
    let (themes, mut brief): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|it| it.tier == Tier::Theme);
    let limit = most(page.view.limit, usual);
    let cut = whole.len().saturating_sub(limit);
    whole.truncate(limit);
    let limit = if page.view.limit == Limit::All { usize::MAX } else { MOST_BRIEF };
    let cut_brief = brief.len().saturating_sub(limit);
    brief.truncate(limit);
    Shown { whole, cut, brief, cut_brief, themes, filtered }
}

fn kept<'a>(page: &OverlapsPage<'a>, filter: &Filter) -> Vec<Ranked<'a>> {
    let mut kept = ranked(page);
    kept.retain(|ranked| filter.keeps(ranked.overlap, page.company));
    kept
}

fn most(limit: Limit, usual: Limit) -> usize {
    match (limit, usual) {
        (Limit::Most(most), _) | (Limit::Usual, Limit::Most(most)) => most,
        _ => usize::MAX,
    }
}
