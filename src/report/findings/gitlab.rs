//! GitLab's Code Quality report: one entry per line that is news, as its merge requests show them.

use std::io;

use serde::Serialize;

use crate::basics::fingerprint::Fingerprints;
use crate::basics::{Place, Severity};
use crate::decision::{Finding, Matter};
use crate::report::Look;
use crate::report::clean::terminal;
use crate::report::findings::rules::rule;
use crate::report::findings::words::{gone, headline, plan, ways};
use crate::report::findings::{FindingsPage, Grade};
use crate::report::json;

/// Writes an array with an entry for what could not be read and for every line that is news.
pub fn write(page: &FindingsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let mut fingerprints = Fingerprints::default();
    let mut entries = Vec::new();
    for problem in page.problems {
        let severity = if problem.severity == Severity::Error { "critical" } else { "minor" };
        let fingerprint = fingerprints.of(&["unread", &problem.place.file, &problem.message]);
        let description = terminal(&problem.message);
        entries.push(entry(page, "unread", severity, description, &problem.place, fingerprint));
    }
    for (grade, finding) in page.shown() {
        entries.extend(found(page, grade, finding, &mut fingerprints));
    }
    json::write(&entries, out)
}

/// An entry for every item that is news; where none is, one for what the finding is about. An item
/// is known by leader and id, or name, so that its entry stays when others join the overlap.
fn found(
    page: &FindingsPage,
    grade: Grade,
    finding: &Finding,
    fingerprints: &mut Fingerprints,
) -> Vec<EntryJson> {
    let severity = match grade {
        Grade::Blocks => "major",
        Grade::Allowed => "minor",
        Grade::Told => "info",
    };
    let rule = rule(finding.matter).name;
    let headline = headline(page, finding, terminal);
    let way = ways(page, finding, terminal).first().map(|way| way.sentence.clone());
    let way = way.unwrap_or_default();
    let decision = finding.decision.map(|at| &page.decisions[at]);
    if let (Matter::Stale, Some(decision)) = (finding.matter, decision) {
        let members: Vec<&str> =
            decision.members.iter().flat_map(|it| [it.leader.as_str(), &it.name]).collect();
        let fingerprint = fingerprints.of(&[&[rule][..], &members].concat());
        let description = format!("{headline}; {way}");
        return vec![entry(page, rule, severity, description, &decision.place, fingerprint)];
    }
    if let Some(place) = gone(finding) {
        let fingerprint = fingerprints.of(&[rule, &place.file]);
        let description = format!("{headline}; {way}");
        return vec![entry(page, rule, severity, description, place, fingerprint)];
    }
    let members = page.members(finding);
    let entry_of = |&item: &usize| {
        let planned = page.company.items[item];
        let key = planned.item.id.as_ref().unwrap_or(&planned.item.name);
        let fingerprint = fingerprints.of(&[rule, planned.leader(), key]);
        let description = format!("{headline}; {}; {way}", plan(planned, terminal));
        entry(page, rule, severity, description, &planned.item.place, fingerprint)
    };
    members.news().iter().map(entry_of).collect()
}

fn entry(
    page: &FindingsPage,
    rule: &'static str,
    severity: &'static str,
    description: String,
    place: &Place,
    fingerprint: String,
) -> EntryJson {
    let path = page.home.path(&place.file);
    let lines = LinesJson { begin: place.line.max(1) };
    let location = LocationJson { path, lines };
    EntryJson { description, check_name: rule, fingerprint, severity, location }
}

#[derive(Serialize)]
struct EntryJson {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: LocationJson,
}

#[derive(Serialize)]
struct LocationJson {
    path: String,
    lines: LinesJson,
}

#[derive(Serialize)]
struct LinesJson {
    begin: u32,
}
