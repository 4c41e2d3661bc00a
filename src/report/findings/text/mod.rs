//! For a person at a terminal: every finding with the lines it is about, why, and the ways out.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::io;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Snippet};
use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::basics::Place;
use crate::decision::{Finding, Matter};
use crate::report::Look;
use crate::report::clean::terminal;
use crate::report::findings::summary::summary;
use crate::report::findings::words::{agreement, gone, headline, plan, reasons, ways};
use crate::report::findings::{FindingsPage, Grade};
use crate::report::terminal::row::painted;
use crate::report::terminal::snippet::{Marked, renderer};
use crate::report::terminal::text::Prose;
use crate::report::terminal::wrap::wrapped;
use crate::report::words::count::counted;

/// Items of one finding whose lines are shown; more than these nobody reads.
const MOST_ITEMS: usize = 5;

/// Leaders who are named beyond these.
const MOST_NAMED: usize = 5;

/// Columns before a line: its number, the bar and the spaces around them, for numbers of four digits,
/// and the space before a label.
const GUTTER: usize = 8;

/// Columns that the margin and the word before a note take at most.
const NOTED: usize = 18;

/// Writes every finding, what blocks first, and what it comes to.
pub fn write(page: &FindingsPage, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let renderer = renderer(look);
    let mut explained = BTreeSet::new();
    for (grade, finding) in page.shown() {
        let mut group = group(page, grade, finding, look);
        // All ways out stand under the first of a kind; under the others the one that names it.
        let ways = ways(page, finding, terminal);
        let is_first = explained.insert(finding.matter);
        let shown = if is_first { ways.len() } else { usize::from(finding.overlap.is_some()) };
        for way in ways.into_iter().take(shown) {
            group = group.element(Level::HELP.with_name(way.word).message(way.sentence));
        }
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    let prose = &mut Prose::new(look, out);
    summary(page, terminal).iter().try_for_each(|it| prose.text(0, it, prose.styles.plain))
}

/// The items of a finding whose lines are shown, the news first, and those that are cut off.
pub fn shown(page: &FindingsPage, finding: &Finding) -> (Vec<usize>, Vec<usize>) {
    let mut shown: Vec<usize> = page.members(finding).all().collect();
    let rest = shown.split_off(shown.len().min(MOST_ITEMS));
    (shown, rest)
}

fn group<'a>(page: &FindingsPage<'a>, grade: Grade, finding: &Finding, look: Look) -> Group<'a> {
    let level = match grade {
        Grade::Blocks => Level::ERROR,
        Grade::Allowed => Level::WARNING,
        Grade::Told => Level::NOTE,
    };
    let (items, rest) = shown(page, finding);
    let mut group = Group::with_title(level.primary_title(headline(page, finding, terminal)));
    for &item in &items {
        group = group.elements(line_of_item(page, finding, item, look));
    }
    if let Some(place) = gone(finding) {
        group = group.element(Origin::path(terminal(&place.file)));
    }
    if let Some(decision) = finding.decision.map(|at| &page.decisions[at]) {
        let (kind, label) = match finding.matter {
            Matter::Stale => (AnnotationKind::Primary, "nothing holds it any more"),
            _ => (AnnotationKind::Context, "decided here"),
        };
        group = group.elements(line(page, &decision.place, None, kind, label.to_owned(), look));
        group = group.element(noted(look, "agreed", &agreement(decision, terminal)));
    }
    if !rest.is_empty() {
        group = group.element(noted(look, "more", &more(page, &rest)));
    }
    let members = page.members(finding);
    let news = members.news();
    for reason in reasons(page, finding, &news[..news.len().min(MOST_ITEMS)], terminal) {
        group = group.element(noted(look, "why", &reason));
    }
    group
}

/// The line of an item, with who plans it and whether that is news.
fn line_of_item<'a>(
    page: &FindingsPage<'a>,
    finding: &Finding,
    item: usize,
    look: Look,
) -> Vec<Element<'a>> {
    let planned = page.company.items[item];
    let label = plan(planned, terminal);
    let is_fresh = finding.fresh.contains(&item);
    let (kind, label) = match finding.matter {
        _ if !page.members(finding).are_mixed() => (AnnotationKind::Primary, label),
        _ if is_fresh => (AnnotationKind::Primary, format!("new: {label}")),
        Matter::Grown => (AnnotationKind::Context, format!("agreed: {label}")),
        _ => (AnnotationKind::Context, label),
    };
    line(page, &planned.item.place, Some(&planned.item.name), kind, label, look)
}

/// The line at a place; where it is not at hand, the place alone.
fn line<'a>(
    page: &FindingsPage<'a>,
    place: &Place,
    text: Option<&str>,
    kind: AnnotationKind,
    label: String,
    look: Look,
) -> Vec<Element<'a>> {
    if let Some(line) = page.lines.get(place) {
        let marked = Marked { place, line: &line.text, column: line.column, text };
        // A label that does not fit beside its caret stands below the line.
        let fits = marked.end() + label.width() + GUTTER <= look.width;
        let beside = fits.then(|| label.clone());
        let snippet: Snippet<Annotation> = marked.snippet(kind, beside);
        let below = (!fits).then(|| noted(look, "plan", &label));
        return [Some(snippet.into()), below].into_iter().flatten().collect();
    }
    let origin = Origin::path(terminal(&place.file));
    let origin = match place.line {
        0 => origin,
        line => origin.line(line as usize).char_column(place.column as usize),
    };
    vec![origin.into(), Level::NOTE.no_name().message(label).into()]
}

/// A note that wraps within the columns there are.
fn noted<'a>(look: Look, word: &'static str, text: &str) -> Element<'a> {
    let width = look.width.saturating_sub(NOTED).max(NOTED);
    let lines = wrapped(text, width).into_iter().map(|line| painted(&line, Style::new()));
    Level::NOTE.with_name(word).message(lines.collect::<Vec<_>>().join("\n")).into()
}

/// `6 more items, of Diego Santos, Fatima Al-Sayed and 2 more`.
fn more(page: &FindingsPage, rest: &[usize]) -> String {
    let mut leaders: Vec<&str> =
        rest.iter().map(|&item| page.company.items[item].leader()).collect();
    leaders.dedup();
    let cut = leaders.len().saturating_sub(MOST_NAMED);
    let mut named: Vec<String> = leaders.iter().take(MOST_NAMED).map(|it| terminal(it)).collect();
    if cut > 0 {
        named.push(format!("{cut} more"));
    }
    let items = counted(rest.len(), "more item");
    format!("{items}, of {}", named.join(", "))
}
