//! Features that are planned more than once.

mod apart;
mod group;
mod id;
mod kind;
mod links;
mod silence;
mod stability;
mod title;

pub use kind::{judge, silenced};
pub use links::Link;
pub use silence::{heard, touched};
pub use stability::{Try, find_doubts, find_ranges};

use std::cmp::Reverse;

use rayon::prelude::*;

use crate::company::Planned;
use crate::similarity::{self, Forms, Score};
use group::Group;

/// How the leaders of an overlap stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Leaders with no reporting line between them: duplication.
    Across,
    /// All on one reporting line, or deployed by `parent`: the strategy is deployed, not duplicated.
    Down,
    /// One leader twice.
    Within,
}

impl Kind {
    /// Every kind, the most pressing first.
    pub const ALL: [Self; 3] = [Self::Across, Self::Down, Self::Within];

    /// The word for it in every output: `across`, `down` or `within`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Across => "across",
            Self::Down => "down",
            Self::Within => "within",
        }
    }
}

/// A group of items that are one feature.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// Stable while its members keep leader and id (or name): `o-5d3f0a91`.
    pub id: String,
    /// The member most like all others (the medoid), in its best spelling.
    pub name: String,
    /// How its leaders stand to each other.
    pub kind: Kind,
    /// Its leaders, sorted, each once.
    pub leaders: Vec<String>,
    /// Its items, as indices among the planned items, ascending.
    pub members: Vec<usize>,
    /// The links that hold it together, between indices among the planned items.
    pub links: Vec<Link>,
    /// The score of the weakest link that is needed to hold it together.
    pub weakest: Score,
    /// The mean score over its links.
    pub mean: Score,
    /// The sum of the efforts that are stated; none if none is.
    pub effort: Option<f64>,
    /// The members that only just belong, as indices among the planned items, ascending.
    pub doubtful: Vec<usize>,
    /// The lowest and the highest threshold at which it stays the same group, if that was tried.
    pub range: Option<[Score; 2]>,
}

/// Makes overlaps of groups of names: every group, and every name that several items have.
///
/// Silenced items are left out; every name of a group must be [`heard`]. No overlap holds both items
/// of a pair of `told_apart`, each the smaller first. Every overlap is `within` or `across`;
/// reporting lines are judged elsewhere.
pub fn overlaps(
    forms: &Forms,
    groups: &[Vec<u32>],
    links: &[similarity::Alike],
    items: &[Planned],
    told_apart: &[[usize; 2]],
) -> Vec<Overlap> {
    let groups = group::groups(forms.names(), groups, links, |item| !items[item].is_silenced());
    apart::split(groups, told_apart, items)
        .par_iter()
        .map(|group| overlap(forms, group, items))
        .collect()
}

/// Sorts overlaps: by kind, then the most leaders first, then items, then effort, then place.
pub fn rank(overlaps: &mut [Overlap], items: &[Planned]) {
    overlaps.sort_by(|x, y| {
        let counts = |o: &Overlap| (o.kind, Reverse(o.leaders.len()), Reverse(o.members.len()));
        let place = |o: &Overlap| o.members.iter().map(|&item| &items[item].item.place).min();
        counts(x)
            .cmp(&counts(y))
            .then_with(|| y.effort.unwrap_or(0.0).total_cmp(&x.effort.unwrap_or(0.0)))
            .then_with(|| place(x).cmp(&place(y)))
    });
}

fn overlap(forms: &Forms, group: &Group, items: &[Planned]) -> Overlap {
    let members = group.items();
    let links = links::of(forms, group, items);
    let mut leaders: Vec<String> =
        members.iter().map(|&item| items[item].leader().to_owned()).collect();
    leaders.sort_unstable();
    leaders.dedup();
    let efforts: Vec<f64> = members.iter().filter_map(|&item| items[item].item.effort).collect();
    let mean = links.iter().map(|link| link.score.ratio()).sum::<f64>() / links.len() as f64;
    Overlap {
        id: id::of(&members, items),
        name: title::of(forms, &members, items),
        kind: if leaders.len() > 1 { Kind::Across } else { Kind::Within },
        leaders,
        weakest: links::weakest(&links),
        mean: Score::from_ratio(mean),
        effort: (!efforts.is_empty()).then(|| efforts.iter().sum()),
        members,
        links,
        doubtful: Vec::new(),
        range: None,
    }
}
