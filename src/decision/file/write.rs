//! Adds entries to the decisions file and changes nothing else in it.

use crate::basics::yaml::scalar;
use crate::basics::{Place, Problem, Severity};
use crate::decision::file::{TOP, read};
use crate::decision::{Decision, Member};
use crate::document::{Node, Source, Value, yaml};

/// What a new file begins with.
const HEAD: &str = "\
# What the leaders agreed about features that several of them plan; `roundtable decide` adds to it.
# merge: one leads and the others' items go. shared: one builds it, the others use it.
# separate: built twice on purpose. distinct: not the same thing. later: decided by `until`.
";

/// The text of the file with more entries at its end.
///
/// Every character that is there stays: comments, order, line ends; only an empty list (`[]`)
/// makes room. The new text is read once more, so that nothing is lost unseen.
///
/// # Errors
/// What is wrong with the file, or why an entry cannot be added to it as it is written.
pub fn append(source: &Source, entries: &[Decision]) -> Result<String, Vec<Problem>> {
    let (before, problems) = read(source);
    let errors: Vec<_> = problems.into_iter().filter(|it| it.severity == Severity::Error).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let ways = [Gap::Line, Gap::None].map(|gap| added(source, entries, gap));
    let expected: Vec<_> = before.iter().chain(entries).map(said).collect();
    let holds_all = |text: &String| {
        let (after, problems) = read(&Source::new(text.clone(), &source.file));
        problems.iter().all(|it| it.severity != Severity::Error)
            && after.iter().map(said).collect::<Vec<_>>() == expected
    };
    ways.into_iter().find(holds_all).ok_or_else(|| {
        let place = before.first().map(|it| (it.place.line, it.place.column)).unwrap_or_default();
        let problem = source.error(place.0, place.1, "nothing can be added to entries so written");
        vec![problem.with_help("begin every entry on a line of its own with - overlap: NAME")]
    })
}

/// The text of the file without an entry that was added to it; the last one that says the same goes,
/// nothing where none does.
pub fn remove(source: &Source, entry: &Decision) -> String {
    let (decisions, _) = read(source);
    let Some(found) = decisions.iter().rev().find(|it| said(it) == said(entry)) else {
        return source.text.clone();
    };
    let lines: Vec<&str> = source.text.split_inclusive('\n').collect();
    let start = found.place.line as usize - 1;
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_inside = |line: &&&str| !line.trim().is_empty() && indent(line) > indent(lines[start]);
    let end = start + 1 + lines[start + 1..].iter().take_while(is_inside).count();
    let start = if start > 0 && lines[start - 1].trim().is_empty() { start - 1 } else { start };
    [&lines[..start], &lines[end..]].concat().concat()
}

/// What stands between two entries. A text block that keeps its line ends would swallow a blank
/// line.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    Line,
    None,
}

fn added(source: &Source, entries: &[Decision], gap: Gap) -> String {
    let text = &source.text;
    let (nodes, _) = yaml::read(source);
    let top = nodes.first().and_then(|node| node.entries().first());
    let mut old = text.clone();
    if let Some((key, list)) = top.filter(|(_, list)| list.is_blank()) {
        old = without_empty_list(text, key, list);
    }
    let indent = top.map_or(2, |(key, list)| match list.list().first() {
        Some(entry) => dash(source, entry),
        None => key.column as usize + 1,
    });
    let (old, end) = split_end(&old);
    let mut new = String::new();
    if old.trim().is_empty() {
        new.push_str(HEAD);
    }
    if top.is_none() {
        new = format!("{new}{TOP}:\n");
    }
    for entry in entries {
        let is_behind_a_gap = new.is_empty() && (old.ends_with("\n\n") || old.ends_with("\n\r\n"));
        if gap == Gap::Line && !is_behind_a_gap {
            new.push('\n');
        }
        new.push_str(&written(entry, &" ".repeat(indent)));
    }
    if !old.is_empty() && !old.ends_with('\n') {
        new.insert(0, '\n');
    }
    // What was there stays as it is; what comes has the same line ends.
    let new = if text.contains("\r\n") { new.replace('\n', "\r\n") } else { new };
    old + &new + &end
}

/// Cuts off the mark that ends the document, if any, and what stands behind it.
fn split_end(text: &str) -> (String, String) {
    let at = text.starts_with("...").then_some(0).or_else(|| text.find("\n...").map(|at| at + 1));
    let (old, end) = text.split_at(at.unwrap_or(text.len()));
    (old.to_owned(), end.to_owned())
}

/// The text without the `[]` or `null` that stands for no entry; the place behind the key is kept.
fn without_empty_list(text: &str, key: &Node, list: &Node) -> String {
    let start = (key.end as usize).min(text.len());
    let rest = &text[start..];
    let line = rest.find('\n').unwrap_or(rest.len());
    let written = ["[]", "[ ]", "null", "~", "{}"].iter();
    let found = written.filter_map(|it| Some((rest[..line].find(it)?, it.len())));
    let before_comment = rest[..line].find(" #").unwrap_or(line);
    match found
        .min()
        .filter(|(at, _)| *at < before_comment && !matches!(list.value, Value::Text(_)))
    {
        Some((at, length)) => {
            let (left, right) = (rest[..at].trim_end_matches(' '), &rest[at + length..]);
            format!("{}{left}{right}", &text[..start])
        }
        None => text.to_owned(),
    }
}

/// How far the dash of an entry is from the left; it may stand on a line before.
fn dash(source: &Source, entry: &Node) -> usize {
    let before = entry.column as usize - 1;
    let own = source.line(entry.line).unwrap_or_default();
    let own: String = own.chars().take(before).collect();
    let lines = (1..entry.line).rev().filter_map(|line| source.line(line).map(str::to_owned));
    let mut lines = std::iter::once(own).chain(lines);
    lines.find_map(|line| line.find('-').filter(|at| line[..*at].trim().is_empty())).unwrap_or(2)
}

/// One entry: a line for what was agreed, then a line for each member.
///
/// No line stands in two entries, so that two branches that both decided merge line by line
/// (`merge=union` in `.gitattributes`).
fn written(entry: &Decision, indent: &str) -> String {
    let days = [entry.date, entry.until].map(|day| day.map(|day| day.to_string()));
    let [date, until] = days;
    let texts = [&entry.lead, &entry.reason, &entry.by].map(|it| it.as_deref().map(scalar));
    let [lead, reason, by] = texts;
    let overlap = Some(scalar(&entry.overlap));
    let agreed = Some(entry.agreed.word().to_owned());
    let values = [
        ("overlap", overlap),
        ("decision", agreed),
        ("lead", lead),
        ("reason", reason),
        ("by", by),
        ("date", date),
        ("until", until),
    ];
    let said =
        values.iter().filter_map(|(key, value)| Some(format!("{key}: {}, ", value.as_ref()?)));
    let members = entry.members.iter().map(|it| format!("\n{indent}    {{{}}}", listed(it)));
    let (said, members) = (said.collect::<String>(), members.collect::<Vec<_>>().join(","));
    format!("{indent}- {{{said}members: [{members}]}}\n")
}

fn listed(member: &Member) -> String {
    let id = member.id.as_ref().map(|id| format!("id: {}, ", scalar(id))).unwrap_or_default();
    format!("leader: {}, {id}name: {}", scalar(&member.leader), scalar(&member.name))
}

/// What an entry says, wherever it stands.
fn said(entry: &Decision) -> Decision {
    let mut said = entry.clone();
    said.place = Place::default();
    for member in &mut said.members {
        member.place = Place::default();
    }
    said
}
