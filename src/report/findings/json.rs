//! The findings as a report for other programs: fields are added, never renamed or removed, within
//! `roundtable-check/1`.

use std::io;

use serde::Serialize;

use crate::decision::{Decision, Finding, Member};
use crate::report::Look;
use crate::report::findings::rules::rule;
use crate::report::findings::summary::decided;
use crate::report::findings::{FindingsPage, Grade, Outcome};
use crate::report::json::{self, ProblemJson, TOOL, ToolJson, problem};
use crate::report::overlaps::json::{AgreedJson, OverlapJson, overlap};

/// Writes one object with what it comes to, every finding, overlap and decision, and every problem.
pub fn write(page: &FindingsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let findings: Vec<FindingJson> =
        page.shown().map(|(grade, it)| finding(page, grade, it)).collect();
    let report = Report {
        schema: "roundtable-check/1",
        tool: TOOL,
        verdict: match page.outcome() {
            Outcome::Pass => "pass",
            Outcome::Fail => "fail",
            Outcome::Incomplete => "incomplete",
        },
        today: page.today.to_string(),
        since: page.since,
        budget: page.budget,
        summary: SummaryJson {
            roadmaps: page.roadmaps,
            leaders: page.company.planning(),
            items: page.company.items.len(),
            overlaps: page.to_decide().count(),
            doubtful: page.across().count() - page.to_decide().count(),
            settled: decided(page).len(),
            blocking: page.blocking.len(),
            told: page.told.len(),
            shown: findings.len(),
        },
        findings,
        overlaps: page
            .across()
            .filter(|(_, it)| page.filter.keeps(it, page.company))
            .map(|(_, it)| overlap(&page.company.items, it))
            .collect(),
        decisions: page.decisions.iter().map(decision).collect(),
        problems: page.problems.iter().map(problem).collect(),
    };
    json::write(&report, out)
}

fn finding<'a>(page: &FindingsPage<'a>, grade: Grade, finding: &'a Finding) -> FindingJson<'a> {
    let overlap = finding.overlap.map(|at| &page.overlaps[at]);
    let news = |&item: &usize| {
        let planned = page.company.items[item];
        NewsJson {
            leader: planned.leader(),
            name: &planned.item.name,
            id: planned.item.id.as_deref(),
            file: &planned.item.place.file,
            line: planned.item.place.line,
            column: planned.item.place.column,
        }
    };
    FindingJson {
        matter: finding.matter.word(),
        rule: rule(finding.matter).name,
        blocks: grade != Grade::Told,
        overlap: overlap.map(|it| it.id.as_str()),
        decision: finding.decision,
        news: finding.fresh.iter().map(news).collect(),
        roadmap: finding.gone.as_ref().map(|gone| GoneJson {
            file: &gone.place.file,
            leaders: &gone.leaders,
            items: gone.items,
            why: &gone.why,
        }),
    }
}

fn decision(decision: &Decision) -> DecisionJson<'_> {
    DecisionJson {
        overlap: &decision.overlap,
        agreed: AgreedJson::new(decision),
        column: decision.place.column,
        members: decision.members.iter().map(MemberJson::new).collect(),
    }
}

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    tool: ToolJson,
    verdict: &'static str,
    today: String,
    since: Option<&'a str>,
    budget: usize,
    summary: SummaryJson,
    findings: Vec<FindingJson<'a>>,
    overlaps: Vec<OverlapJson<'a>>,
    decisions: Vec<DecisionJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
}

/// Overlaps are those between leaders that must be decided, doubtful are the others; settled are
/// those about which nothing is told. Shown is how many findings stand in this report.
#[derive(Serialize)]
struct SummaryJson {
    roadmaps: usize,
    leaders: usize,
    items: usize,
    overlaps: usize,
    doubtful: usize,
    settled: usize,
    blocking: usize,
    told: usize,
    shown: usize,
}

/// `overlap` is the id of an element of `overlaps`, `decision` the position in `decisions`.
#[derive(Serialize)]
struct FindingJson<'a> {
    matter: &'static str,
    rule: &'static str,
    blocks: bool,
    overlap: Option<&'a str>,
    decision: Option<usize>,
    news: Vec<NewsJson<'a>>,
    /// The roadmap that is read no more.
    roadmap: Option<GoneJson<'a>>,
}

#[derive(Serialize)]
struct GoneJson<'a> {
    file: &'a str,
    leaders: &'a [String],
    items: usize,
    why: &'a str,
}

#[derive(Serialize)]
struct NewsJson<'a> {
    leader: &'a str,
    name: &'a str,
    id: Option<&'a str>,
    file: &'a str,
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct DecisionJson<'a> {
    overlap: &'a str,
    #[serde(flatten)]
    agreed: AgreedJson<'a>,
    column: u32,
    members: Vec<MemberJson<'a>>,
}

#[derive(Serialize)]
struct MemberJson<'a> {
    leader: &'a str,
    id: Option<&'a str>,
    name: &'a str,
}

impl<'a> MemberJson<'a> {
    fn new(Member { leader, id, name, .. }: &'a Member) -> Self {
        Self { leader, id: id.as_deref(), name }
    }
}
