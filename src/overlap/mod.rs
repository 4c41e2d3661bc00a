//! Features that are planned more than once.

mod filter;
mod id;
mod kind;
mod stability;
mod tier;
mod title;

pub use filter::Filter;
pub use kind::Kind;
pub use tier::Tier;

use std::cmp::Reverse;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::cluster::{Constraints, Group, ItemLink, Shared};
use crate::company::{Company, Planned};
use crate::comparison::{Comparison, Settings, Tried};
use crate::opinion::{Opinion, Opinions, Verdict};
use crate::similarity::Score;

/// A group of items that are one feature.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// Stable while its members keep leader and id (or name): `o-5d3f0a91`.
    pub id: String,
    /// What all its members share, in the best spelling.
    pub name: String,
    /// How its leaders stand to each other.
    pub kind: Kind,
    /// How far it can be trusted.
    pub tier: Tier,
    /// What its members have in common, by which that is judged.
    pub shared: Shared,
    /// Its leaders, sorted, each once.
    pub leaders: Vec<String>,
    /// Its items, as indices among the planned items, ascending.
    pub members: Vec<usize>,
    /// Items that are only near: what they have in common with the members may be a coincidence; as
    /// indices among the planned items, ascending.
    pub near: Vec<usize>,
    /// The links that hold it together, best first, between indices among the planned items.
    pub links: Vec<Link>,
    /// The pairs of items that are needed to hold it together, best first.
    pub needed: Vec<[usize; 2]>,
    /// The score of the weakest link that is needed to hold it together; never above `mean`.
    pub weakest: Score,
    /// The mean score over the links that are needed to hold it together.
    pub mean: Score,
    /// The sum of the efforts that its open members state; none if none does.
    pub effort: Option<f64>,
    /// The members that only just belong, as indices among the planned items, ascending.
    pub doubtful: Vec<usize>,
    /// The lowest and the highest threshold at which it stays the same group, if that was tried.
    pub range: Option<[Score; 2]>,
}

/// Two items found alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The first item, as its index among the planned items; smaller than `b`.
    pub a: usize,
    /// The second item.
    pub b: usize,
    /// How alike.
    pub score: Score,
    /// Why, the strongest reason first, in words for a person: `same words: single, sign, on`.
    pub because: Vec<String>,
}

/// Makes overlaps of groups, those first that a reader should see first: what is sure, and within
/// that the widest. A group of which all is done, or that has no open member, is none.
///
/// `tried` holds the groups at the threshold in force and at others, by which the range of each is
/// told.
pub fn overlaps(
    comparison: &Comparison,
    company: &Company,
    tried: &[Tried],
    settings: &Settings,
) -> Vec<Overlap> {
    let threshold = settings.threshold;
    let ranges = stability::Ranges::new(tried, threshold);
    let groups = tried.iter().filter(|tried| tried.threshold == threshold);
    let groups: Vec<&Group> = groups.flat_map(|tried| &tried.groups).collect();
    let overlap = |group: &Group| {
        let kind = Kind::of(company, &group.items)?;
        let range = ranges.of(&group.items);
        let made = overlap(comparison, company, group, settings);
        Some(Overlap { kind, range, ..made })
    };
    let mut overlaps: Vec<Overlap> = groups.into_par_iter().filter_map(overlap).collect();
    rank(&mut overlaps);
    overlaps
}

/// The silenced items that would be in an overlap of kind [`Kind::Across`] if nothing was silenced,
/// ascending: those whose silence makes a difference.
pub fn silenced(
    comparison: &Comparison,
    company: &Company,
    threshold: Score,
    constraints: &Constraints,
) -> Vec<usize> {
    let is_silenced = |item: &usize| company.items[*item].is_silenced();
    if !constraints.excluded.iter().any(is_silenced) {
        return Vec::new();
    }
    let is_dropped = |item: &usize| company.items[*item].is_dropped();
    let excluded = constraints.excluded.iter().copied().filter(is_dropped).collect();
    let heard = Constraints { excluded, ..constraints.clone() };
    let groups = comparison.groups(threshold, &heard);
    let across = groups.iter().filter(|it| Kind::of(company, &it.items) == Some(Kind::Across));
    let mut silenced: Vec<usize> =
        across.flat_map(|group| &group.items).copied().filter(is_silenced).collect();
    silenced.sort_unstable();
    silenced
}

/// The overlap of every item that is in one, as its index.
pub fn by_item(overlaps: &[Overlap]) -> FxHashMap<usize, usize> {
    let items = overlaps.iter().enumerate();
    items.flat_map(|(at, overlap)| overlap.members.iter().map(move |&item| (item, at))).collect()
}

impl Overlap {
    /// Whether what its items share is no coincidence.
    pub fn is_certain(&self) -> bool {
        self.tier == Tier::Certain
    }
}

/// Sorts overlaps: what is certain first, then by kind, then the widest by leaders, items and effort,
/// then the surest, and at last by name and id, so that no place decides. Of what is only worth a look
/// the least coincidence comes first, since the widest is often the vaguest.
fn rank(overlaps: &mut [Overlap]) {
    let coincidence = |o: &Overlap| match o.tier {
        Tier::Doubtful => o.shared.by_chance,
        Tier::Certain | Tier::Theme => 0.0,
    };
    let width = |o: &Overlap| (Reverse(o.leaders.len()), Reverse(o.members.len()));
    let effort = |o: &Overlap| o.effort.unwrap_or(0.0);
    overlaps.sort_by(|x, y| {
        (x.tier, x.kind)
            .cmp(&(y.tier, y.kind))
            .then_with(|| coincidence(x).total_cmp(&coincidence(y)))
            .then_with(|| width(x).cmp(&width(y)))
            .then_with(|| effort(y).total_cmp(&effort(x)))
            .then_with(|| y.mean.cmp(&x.mean))
            .then_with(|| (&x.name, &x.id).cmp(&(&y.name, &y.id)))
    });
}

fn overlap(
    comparison: &Comparison,
    company: &Company,
    group: &Group,
    settings: &Settings,
) -> Overlap {
    let members: Vec<Planned> = group.items.iter().map(|&item| company.items[item]).collect();
    let mut leaders: Vec<String> = members.iter().map(|it| it.leader().to_owned()).collect();
    leaders.sort_unstable();
    leaders.dedup();
    let open = members.iter().filter(|member| !member.is_done());
    let efforts: Vec<f64> = open.filter_map(|member| member.item.effort).collect();
    let needed = stability::needed(group);
    let mean = needed.iter().map(|link| link.score.ratio()).sum::<f64>() / needed.len() as f64;
    let mean = Score::from_ratio(mean);
    let link = |link: &ItemLink| Link {
        a: link.a,
        b: link.b,
        score: link.score,
        because: because(comparison, company, settings.opinions, link),
    };
    let verdicts = needed.iter().map(|link| opinion(company, settings.opinions, link));
    let is_confirmed = !settings.opinions.is_empty()
        && verdicts.into_iter().all(|it| it.is_some_and(|it| it.verdict == Verdict::Same));
    Overlap {
        id: id::of(&members),
        name: title::of(comparison, company, &group.items),
        kind: Kind::Across,
        tier: if is_confirmed { Tier::Certain } else { Tier::of(comparison, group, mean) },
        shared: group.shared,
        near: group.near.clone(),
        leaders,
        weakest: needed.last().map_or_else(Score::default, |link| link.score).min(mean),
        needed: needed.iter().map(|link| [link.a, link.b]).collect(),
        mean,
        effort: (!efforts.is_empty()).then(|| efforts.iter().sum()),
        links: group.links.iter().map(link).collect(),
        doubtful: stability::doubtful(comparison, group, settings.threshold),
        range: None,
        members: group.items.clone(),
    }
}

/// Why two items are linked, and what is thought of them.
fn because(
    comparison: &Comparison,
    company: &Company,
    opinions: &Opinions,
    link: &ItemLink,
) -> Vec<String> {
    let mut because = comparison.reasons(company, link.a, link.b);
    because.extend(opinion(company, opinions, link).map(Opinion::reason));
    because
}

fn opinion<'a>(company: &Company, opinions: &'a Opinions, link: &ItemLink) -> Option<&'a Opinion> {
    opinions.of(company.items[link.a].item, company.items[link.b].item)
}

#[cfg(test)]
mod tests;
