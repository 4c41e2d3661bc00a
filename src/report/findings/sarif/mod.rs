//! SARIF 2.1.0, the OASIS standard that code scanning reads: a result per finding, with the lines of
//! all leaders.

mod log;

use std::io;

use crate::basics::fingerprint::Fingerprints;
use crate::basics::{Place, Problem, Severity};
use crate::decision::{Finding, Matter};
use crate::report::Look;
use crate::report::clean::{clip, terminal};
use crate::report::findings::rules::{self, RULES, rule};
use crate::report::findings::words::{agreement, gone, headline, plan, reasons, ways};
use crate::report::findings::{FindingsPage, Grade, Outcome};
use crate::report::json;
use log::{
    Artifact, Automation, Base, Bases, Driver, Invocation, Level, Location, Log, Notification,
    PartialFingerprints, Physical, Region, Related, Result as Found, Rule, Run, Text, Tool,
};

/// What paths begin at: the root of the repository.
const ROOT: &str = "%SRCROOT%";

/// Lines of other items that a result names; GitHub takes 1,000 at most.
const MOST_RELATED: usize = 100;

/// Characters of a text of a leader; longer ones help nobody.
const LONGEST: usize = 300;

/// Writes one log with one run.
pub fn write(page: &FindingsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let mut fingerprints = Fingerprints::default();
    let results = page
        .shown()
        .map(|(grade, finding)| found(page, grade, finding, &mut fingerprints))
        .collect();
    let run = Run {
        tool: Tool { driver: driver() },
        automation_details: Automation { id: "roundtable/" },
        invocations: [Invocation {
            execution_successful: page.outcome() != Outcome::Incomplete,
            tool_execution_notifications: page.problems.iter().map(|it| told(page, it)).collect(),
        }],
        original_uri_base_ids: Bases {
            root: Base { description: text("The root of the repository.") },
        },
        column_kind: "unicodeCodePoints",
        results,
    };
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [run],
    };
    json::write(&log, out)
}

fn driver() -> Driver {
    let rule = |rule: &rules::Rule| Rule {
        id: rule.name,
        short_description: text(rule.about),
        full_description: text(rule.about),
        help: text(rule.help),
        default_configuration: Level {
            level: match rule.matter {
                Matter::New | Matter::Grown | Matter::Gone | Matter::Overdue => "error",
                Matter::Later | Matter::Doubtful | Matter::Stale | Matter::Unused => "note",
            },
        },
    };
    Driver {
        name: "roundtable",
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: env!("CARGO_PKG_REPOSITORY"),
        rules: RULES.iter().map(rule).collect(),
    }
}

fn found(
    page: &FindingsPage,
    grade: Grade,
    finding: &Finding,
    fingerprints: &mut Fingerprints,
) -> Found {
    let rule = rule(finding.matter);
    let members: Vec<usize> = page.members(finding).all().collect();
    let place = |item: usize| &page.company.items[item].item.place;
    let decision = finding.decision.map(|at| &page.decisions[at]);
    let is_stale = finding.matter == Matter::Stale;
    let first = members.first().copied().filter(|_| !is_stale);
    let at = first.map(place).or(decision.map(|it| &it.place)).or(gone(finding));
    let rest = members.iter().skip(1).take(MOST_RELATED).map(|&item| {
        let plan = format!(
            "{}: {}",
            plan(page.company.items[item], brief),
            brief(&page.company.items[item].item.name)
        );
        (place(item), plan)
    });
    let decided = decision.filter(|_| !is_stale);
    let decided = decided.map(|it| (&it.place, format!("decided: {}", agreement(it, brief))));
    let related = rest.chain(decided);
    Found {
        rule_id: rule.name,
        rule_index: rules::place(finding.matter),
        level: match grade {
            Grade::Blocks => "error",
            Grade::Allowed => "warning",
            Grade::Told => "note",
        },
        message: Text { text: message(page, finding, &members) },
        locations: at.map(|place| location(page, place)).into_iter().collect(),
        related_locations: (1..)
            .zip(related)
            .map(|(id, (place, text))| Related {
                id,
                message: Text { text },
                physical_location: physical(page, place),
            })
            .collect(),
        partial_fingerprints: PartialFingerprints {
            overlap: known_by(page, finding, fingerprints),
        },
    }
}

/// By what a finding is known again: an overlap by who plans what, whatever is the matter with it.
fn known_by(page: &FindingsPage, finding: &Finding, fingerprints: &mut Fingerprints) -> String {
    if let Some(overlap) = finding.overlap.map(|at| &page.overlaps[at]) {
        return fingerprints.of(&["overlap", &overlap.id]);
    }
    let rule = rule(finding.matter).name;
    let decision = finding.decision.map(|at| &page.decisions[at].members);
    let members = decision.into_iter().flatten();
    let members = members.flat_map(|it| [it.leader.as_str(), it.name.as_str()]);
    let items = finding.fresh.iter().map(|&item| page.company.items[item]);
    let items = items.flat_map(|it| [it.leader(), it.item.name.as_str()]);
    let file = gone(finding).map(|place| &*place.file);
    let texts: Vec<&str> = [rule].into_iter().chain(members).chain(items).chain(file).collect();
    fingerprints.of(&texts)
}

/// What is the matter, who plans the first line, what was agreed, why, and the ways out.
fn message(page: &FindingsPage, finding: &Finding, members: &[usize]) -> String {
    let mut lines = vec![format!("{}.", headline(page, finding, brief))];
    lines.extend(members.first().map(|&item| plan(page.company.items[item], brief)));
    let decision = finding.decision.map(|at| &page.decisions[at]);
    lines.extend(decision.map(|it| format!("agreed: {}", agreement(it, brief))));
    let linked = &members[..members.len().min(1)];
    lines.extend(reasons(page, finding, linked, brief).iter().map(|it| format!("why: {it}")));
    lines.extend(
        ways(page, finding, brief).iter().map(|it| format!("{}: {}", it.word, it.sentence)),
    );
    lines.join("\n")
}

fn told(page: &FindingsPage, problem: &Problem) -> Notification {
    let help = problem.help.iter().map(|help| format!("\n{}", brief(help)));
    Notification {
        level: if problem.severity == Severity::Error { "error" } else { "warning" },
        message: Text { text: [brief(&problem.message)].into_iter().chain(help).collect() },
        locations: [location(page, &problem.place)],
    }
}

fn location(page: &FindingsPage, place: &Place) -> Location {
    Location { physical_location: physical(page, place) }
}

fn physical(page: &FindingsPage, place: &Place) -> Physical {
    let uri = page.home.uri(&place.file);
    let uri_base_id = (!uri.starts_with("file://")).then_some(ROOT);
    let region = Region { start_line: place.line, start_column: place.column.max(1) };
    Physical {
        artifact_location: Artifact { uri, uri_base_id },
        region: (place.line > 0).then_some(region),
    }
}

fn text(text: &str) -> Text {
    Text { text: text.to_owned() }
}

/// A text as a part of a message, where brackets would make a link.
fn brief(text: &str) -> String {
    let text = terminal(&clip(text, LONGEST));
    text.replace('\\', r"\\").replace('[', r"\[").replace(']', r"\]")
}
