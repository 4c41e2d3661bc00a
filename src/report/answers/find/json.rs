//! The answer for other programs.

use std::io;

use serde::Serialize;

use crate::ask::{Match, Membership};
use crate::report::Look;
use crate::report::answers::FindPage;
use crate::report::json::{self, ItemJson, ProblemJson, TOOL, ToolJson, item, problem};

/// Writes one object with the items that are like a name, and every problem.
pub fn write<'a>(page: &FindPage<'a>, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let id = |at: usize| page.overlaps[at].id.as_str();
    let overlap = page.answer.overlap.map(id);
    let told = |found: &'a Match| MatchJson {
        item: item(page.company.items[found.item]),
        score: found.score.ratio(),
        because: &found.because,
        alias: found.alias.as_deref(),
        counted: found.membership.is_counted(),
        why: match found.membership {
            Membership::Alike => "alike",
            Membership::Member => "overlap",
            Membership::Elsewhere(_) => "elsewhere",
            Membership::Silenced => "silenced",
            Membership::Dropped => "dropped",
        },
        overlap: match found.membership {
            Membership::Alike | Membership::Member => overlap,
            Membership::Elsewhere(other) => other.map(id),
            Membership::Silenced | Membership::Dropped => None,
        },
    };
    let report = Report {
        schema: "roundtable/1",
        tool: TOOL,
        query: page.text,
        threshold: page.threshold.ratio(),
        overlap,
        leaders: &page.answer.leaders,
        matches: page.answer.matches.iter().map(told).collect(),
        beside: page.answer.beside.iter().map(told).collect(),
        more: page.answer.more,
        filtered: page.answer.filtered,
        nearest: page.answer.nearest.iter().map(told).collect(),
        problems: page.problems.iter().map(problem).collect(),
    };
    json::write(&report, out)
}

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    tool: ToolJson,
    query: &'a str,
    threshold: f64,
    /// The overlap that the query would be in, by its id.
    overlap: Option<&'a str>,
    /// Who is counted.
    leaders: &'a [String],
    matches: Vec<MatchJson<'a>>,
    /// Alike enough, and not counted.
    beside: Vec<MatchJson<'a>>,
    more: usize,
    filtered: usize,
    nearest: Vec<MatchJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct MatchJson<'a> {
    #[serde(flatten)]
    item: ItemJson<'a>,
    score: f64,
    because: &'a [String],
    /// The other name of the item by which it was found.
    alias: Option<&'a str>,
    counted: bool,
    /// Why it is counted: `alike`, or as a member of the `overlap`; or why not: it is `elsewhere`,
    /// `silenced` or `dropped`.
    why: &'static str,
    /// The overlap that holds it, by its id.
    overlap: Option<&'a str>,
}
