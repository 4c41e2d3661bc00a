//! The frozen report for other programs: fields are added, never renamed or removed, within
//! `roundtable/1`.

mod decision;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::company::Planned;
use crate::overlap::{Link, Overlap, Tier};
use crate::report::Look;
use crate::report::json::{self, ItemJson, ProblemJson, TOOL, ToolJson, item, problem};
pub use crate::report::overlaps::json::decision::AgreedJson;
use crate::report::overlaps::json::decision::DecisionJson;
use crate::report::overlaps::{OverlapsPage, Ranked, listed};
use crate::similarity::Score;

/// Writes one object with every overlap that is wanted and every problem.
pub fn write(page: &OverlapsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let listed = listed(page);
    let report = Report {
        schema: "roundtable/1",
        tool: TOOL,
        summary: SummaryJson {
            roadmaps: page.roadmaps,
            leaders: page.company.planning(),
            items: page.company.items.len(),
            overlaps: page.overlaps.len(),
            certain: page.overlaps.iter().filter(|it| it.is_certain()).count(),
            shown: listed.len(),
        },
        overlaps: listed.into_iter().map(|ranked| judged(page, ranked)).collect(),
        silenced: page.company.items.iter().filter_map(|&planned| silenced(planned)).collect(),
        problems: page.problems.iter().map(problem).collect(),
    };
    json::write(&report, out)
}

/// The overlap as programs see it, with what was agreed about it.
pub fn judged<'a>(
    page: &OverlapsPage<'a>,
    Ranked { overlap, at, .. }: Ranked<'a>,
) -> JudgedJson<'a> {
    let agreed = page.agreed.and_then(|it| it.about(at));
    let decision =
        agreed.map(|(decision, status)| DecisionJson::new(decision, status, &overlap.members));
    JudgedJson { overlap: self::overlap(&page.company.items, overlap), decision }
}

/// The overlap as programs see it.
pub fn overlap<'a>(items: &[Planned<'a>], overlap: &'a Overlap) -> OverlapJson<'a> {
    let Overlap { id, name, kind, shared, leaders, members, links, weakest, mean, .. } = overlap;
    OverlapJson {
        id,
        name,
        kind: kind.word(),
        certain: overlap.is_certain(),
        theme: overlap.tier == Tier::Theme,
        shared: SharedJson {
            share: thousandths(shared.share),
            by_chance: thousandths(shared.by_chance),
        },
        leaders,
        score: ScoreJson { weakest: weakest.ratio(), mean: mean.ratio() },
        thresholds: overlap
            .range
            .map(|[from, to]| RangeJson { from: from.ratio(), to: to.ratio() }),
        items: members.iter().map(|&member| member_item(items, overlap, member)).collect(),
        also_near: overlap.near.iter().map(|&near| item(items[near])).collect(),
        links: local_links(members, links),
    }
}

fn member_item<'a>(items: &[Planned<'a>], overlap: &Overlap, member: usize) -> MemberJson<'a> {
    MemberJson { item: item(items[member]), doubtful: overlap.doubtful.contains(&member) }
}

/// An item that a comment keeps out of the overlaps.
fn silenced(planned: Planned<'_>) -> Option<SilencedJson<'_>> {
    let ignored = planned.item.ignored.as_ref()?;
    Some(SilencedJson { item: item(planned), reason: ignored.reason.as_deref() })
}

/// The links between positions among the overlap's own items, smaller position first.
fn local_links<'a>(members: &[usize], links: &'a [Link]) -> Vec<LinkJson<'a>> {
    let positions: BTreeMap<usize, usize> = members.iter().copied().zip(0..).collect();
    let local = |link: &'a Link| {
        let (a, b) = (*positions.get(&link.a)?, *positions.get(&link.b)?);
        let score = Score::ratio(link.score);
        Some(LinkJson { a: a.min(b), b: a.max(b), score, because: &link.because })
    };
    let mut links: Vec<LinkJson> = links.iter().filter_map(local).collect();
    links.sort_by_key(|link| (link.a, link.b));
    links
}

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    tool: ToolJson,
    summary: SummaryJson,
    overlaps: Vec<JudgedJson<'a>>,
    silenced: Vec<SilencedJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct SummaryJson {
    roadmaps: usize,
    leaders: usize,
    items: usize,
    /// All that were found.
    overlaps: usize,
    /// How many of them are certain.
    certain: usize,
    /// How many of them stand in this report.
    shown: usize,
}

/// One element of `overlaps`, and one line of the JSON lines.
#[derive(Serialize)]
pub struct JudgedJson<'a> {
    #[serde(flatten)]
    overlap: OverlapJson<'a>,
    decision: Option<DecisionJson<'a>>,
}

/// What the members have in common: how much of what their names tell (0 to 1), and how many other
/// features of the company are to be expected to share as much by chance.
#[derive(Serialize)]
struct SharedJson {
    share: f64,
    by_chance: f64,
}

/// A number of three decimals.
fn thousandths(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

/// An overlap without what was agreed about it.
#[derive(Serialize)]
pub struct OverlapJson<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    certain: bool,
    /// Whether its items are called by everyday words alone; such an overlap is not certain.
    theme: bool,
    shared: SharedJson,
    leaders: &'a [String],
    score: ScoreJson,
    thresholds: Option<RangeJson>,
    items: Vec<MemberJson<'a>>,
    /// Items that share only so much that it may be a coincidence; no members.
    also_near: Vec<ItemJson<'a>>,
    links: Vec<LinkJson<'a>>,
}

#[derive(Serialize)]
struct ScoreJson {
    weakest: f64,
    mean: f64,
}

/// Over which thresholds an overlap stays the same group.
#[derive(Serialize)]
struct RangeJson {
    from: f64,
    to: f64,
}

#[derive(Serialize)]
struct MemberJson<'a> {
    #[serde(flatten)]
    item: ItemJson<'a>,
    doubtful: bool,
}

#[derive(Serialize)]
struct SilencedJson<'a> {
    #[serde(flatten)]
    item: ItemJson<'a>,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct LinkJson<'a> {
    a: usize,
    b: usize,
    score: f64,
    because: &'a [String],
}
