//! What the reports for programs have in common: how they are written, and how they show what wrote
//! them, an item and a problem. Fields are added, never renamed or removed, within one schema.

use std::io;

use serde::{Serialize, Serializer};

use crate::basics::{Problem, Severity};
use crate::company::Planned;
use crate::report::clean;

/// Writes a page as indented JSON that cannot steer a terminal.
pub fn write(page: &impl Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(page)?;
    writeln!(out, "{}", clean::json(&text))
}

/// What wrote the report.
pub const TOOL: ToolJson = ToolJson { name: "roundtable", version: env!("CARGO_PKG_VERSION") };

/// The element `tool`.
#[derive(Serialize)]
pub struct ToolJson {
    name: &'static str,
    version: &'static str,
}

/// An item with all that its leader says about it.
#[derive(Serialize)]
pub struct ItemJson<'a> {
    leader: &'a str,
    team: Option<&'a str>,
    name: &'a str,
    id: Option<&'a str>,
    file: &'a str,
    line: u32,
    column: u32,
    status: Option<&'a str>,
    quarter: Option<&'a str>,
    effort: Option<Effort>,
    owner: Option<&'a str>,
    parent: Option<&'a str>,
}

/// The item as programs see it.
pub fn item(planned: Planned<'_>) -> ItemJson<'_> {
    let Planned { roadmap, item, .. } = planned;
    ItemJson {
        leader: planned.leader(),
        team: roadmap.team.as_deref(),
        name: &item.name,
        id: item.id.as_deref(),
        file: &item.place.file,
        line: item.place.line,
        column: item.place.column,
        status: item.status.as_deref(),
        quarter: item.quarter.as_deref(),
        effort: item.effort.map(Effort),
        owner: item.owner.as_deref(),
        parent: item.parent.as_deref(),
    }
}

/// One element of `problems`.
#[derive(Serialize)]
pub struct ProblemJson<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
}

/// The problem as programs see it.
pub fn problem(problem: &Problem) -> ProblemJson<'_> {
    ProblemJson {
        file: &problem.place.file,
        line: problem.place.line,
        column: problem.place.column,
        severity: match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: &problem.message,
        help: problem.help.as_deref(),
    }
}

/// An effort that prints as people write it: `12`, not `12.0`.
pub struct Effort(pub f64);

impl Serialize for Effort {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53: whole numbers below are exact
        if self.0.fract() == 0.0 && (0.0..EXACT).contains(&self.0) {
            serializer.serialize_u64(self.0 as u64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// A measure to a thousandth, so that the last bits of a sum, which no reader needs, are not told.
pub fn rounded(measure: f32) -> f64 {
    (f64::from(measure) * 1000.0).round() / 1000.0
}
