//! The XML of `JUnit`: a test case for every overlap between leaders, which fails until it is decided.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesText;

use crate::basics::{Place, Problem, Severity};
use crate::decision::Finding;
use crate::overlap::Overlap;
use crate::report::Look;
use crate::report::clean::xml;
use crate::report::findings::rules::rule;
use crate::report::findings::words::{agreement, gone, headline, name, plan, reasons, ways};
use crate::report::findings::{FindingsPage, Grade};

/// A test case and how it went.
struct Case<'a> {
    class: &'static str,
    name: String,
    place: Option<&'a Place>,
    outcome: Went,
}

enum Went {
    Passed,
    /// The element, what kind of trouble, what is the matter, and more about it.
    Not(&'static str, &'static str, String, String),
}

/// Writes one suite: what could not be read, every overlap between leaders, then decisions and
/// comments that hold nothing any more.
pub fn write(page: &FindingsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let cases = cases(page);
    let count = |element: &str| {
        let is = |case: &&Case| matches!(case.outcome, Went::Not(found, ..) if found == element);
        cases.iter().filter(is).count().to_string()
    };
    let counts = [
        ("tests", cases.len().to_string()),
        ("failures", count("failure")),
        ("errors", count("error")),
        ("skipped", count("skipped")),
    ];
    let counts = || counts.iter().map(|(name, value)| (*name, value.as_str()));
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let mut writer = Writer::new_with_indent(out, b' ', 2);
    writer
        .create_element("testsuites")
        .with_attribute(("name", "roundtable"))
        .with_attributes(counts())
        .write_inner_content(|writer| {
            let suite = writer.create_element("testsuite");
            let suite = suite.with_attribute(("name", "roundtable check"));
            suite.with_attributes(counts()).write_inner_content(|writer| {
                cases.iter().try_for_each(|case| write_case(page, case, writer))
            })?;
            Ok(())
        })?;
    writeln!(writer.get_mut())
}

fn cases<'a>(page: &FindingsPage<'a>) -> Vec<Case<'a>> {
    let found: Vec<(Grade, &Finding)> = page.shown().collect();
    let of_overlap: BTreeMap<usize, &(Grade, &Finding)> =
        found.iter().filter_map(|it| Some((it.1.overlap?, it))).collect();
    // What is found and not shown has not passed: it is no case at all.
    let open: BTreeSet<usize> = page.findings().filter_map(|(_, it)| it.overlap).collect();
    let is_case = |&(at, overlap): &(usize, &Overlap)| {
        of_overlap.contains_key(&at)
            || !open.contains(&at) && page.filter.keeps(overlap, page.company)
    };
    let unread = page.problems.iter().filter(|it| it.severity == Severity::Error).map(unread);
    let overlaps = page.across().filter(is_case).map(|(at, overlap)| Case {
        class: "overlap",
        name: format!("{} ({})", xml(&overlap.name), overlap.id),
        place: overlap.members.first().map(|&item| &page.company.items[item].item.place),
        outcome: of_overlap.get(&at).map_or(Went::Passed, |it| outcome(page, it.0, it.1)),
    });
    let others = found.iter().filter(|it| it.1.overlap.is_none()).map(|&(grade, finding)| {
        let item = finding.fresh.first().map(|&item| &page.company.items[item].item.place);
        Case {
            class: rule(finding.matter).name,
            name: xml(gone(finding).map_or_else(|| name(page, finding), |place| &place.file)),
            place: item.or(finding.decision.map(|at| &page.decisions[at].place)).or(gone(finding)),
            outcome: outcome(page, grade, finding),
        }
    });
    unread.chain(overlaps).chain(others).collect()
}

fn unread(problem: &Problem) -> Case<'_> {
    let more = problem.help.as_deref().map(xml).unwrap_or_default();
    Case {
        class: "roadmap",
        name: xml(&problem.place.to_string()),
        place: Some(&problem.place),
        outcome: Went::Not("error", "unread", xml(&problem.message), more),
    }
}

fn outcome(page: &FindingsPage, grade: Grade, finding: &Finding) -> Went {
    let element = if grade == Grade::Blocks { "failure" } else { "skipped" };
    let headline = headline(page, finding, xml);
    Went::Not(element, rule(finding.matter).name, headline, story(page, finding))
}

/// Who plans what and where, what was agreed, why, and the ways out: a line each.
fn story(page: &FindingsPage, finding: &Finding) -> String {
    let members: Vec<usize> = page.members(finding).all().collect();
    let member = |&item: &usize| {
        let planned = page.company.items[item];
        let place = &planned.item.place;
        let place = format!("{}:{}", page.home.path(&place.file), place.line.max(1));
        format!("{}: {} ({})", plan(planned, xml), xml(&planned.item.name), xml(&place))
    };
    let mut lines: Vec<String> = members.iter().map(member).collect();
    let decision = finding.decision.map(|at| &page.decisions[at]);
    lines.extend(decision.map(|it| format!("agreed: {}", agreement(it, xml))));
    lines.extend(reasons(page, finding, &members, xml).iter().map(|it| format!("why: {it}")));
    lines.extend(ways(page, finding, xml).iter().map(|it| format!("{}: {}", it.word, it.sentence)));
    lines.join("\n")
}

fn write_case(
    page: &FindingsPage,
    case: &Case,
    writer: &mut Writer<&mut dyn io::Write>,
) -> io::Result<()> {
    let file = case.place.map(|place| xml(&page.home.path(&place.file))).unwrap_or_default();
    let line = case.place.map_or(1, |place| place.line.max(1)).to_string();
    let element = writer.create_element("testcase").with_attributes([
        ("classname", case.class),
        ("name", case.name.as_str()),
        ("file", file.as_str()),
        ("line", line.as_str()),
    ]);
    let Went::Not(kind, rule, message, more) = &case.outcome else {
        element.write_empty()?;
        return Ok(());
    };
    element.write_inner_content(|writer| {
        let trouble = writer.create_element(*kind);
        // A skipped case has a message only.
        let rule = Some(("type", *rule)).filter(|_| *kind != "skipped");
        let trouble = trouble.with_attributes(rule).with_attribute(("message", message.as_str()));
        trouble.write_text_content(BytesText::new(more))?;
        Ok(())
    })?;
    Ok(())
}
