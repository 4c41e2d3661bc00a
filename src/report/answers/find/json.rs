//! The answer for other programs.

use std::io;

use serde::Serialize;

use crate::ask::Match;
use crate::report::Look;
use crate::report::answers::FindPage;
use crate::report::json::{self, ItemJson, ProblemJson, TOOL, ToolJson, item, problem};

/// Writes one object with the items that are like a name, and every problem.
pub fn write(page: &FindPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let told = |found: &Match| MatchJson {
        item: item(page.items[found.item]),
        score: found.score.ratio(),
        because: found.because.clone(),
    };
    let report = Report {
        schema: "roundtable/1",
        tool: TOOL,
        query: page.text,
        threshold: page.threshold.ratio(),
        matches: page.answer.matches.iter().map(told).collect(),
        more: page.answer.more,
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
    matches: Vec<MatchJson<'a>>,
    more: usize,
    nearest: Vec<MatchJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct MatchJson<'a> {
    #[serde(flatten)]
    item: ItemJson<'a>,
    score: f64,
    because: Vec<String>,
}
