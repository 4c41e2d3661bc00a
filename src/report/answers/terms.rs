//! The glossary: what is built in, what roadmaps use of it, and what could be added.

use std::io;

use crate::ask::{Proposal, Terms};
use crate::basics::yaml;
use crate::company::Planned;
use crate::names::glossary::{Area, Entry};
use crate::report::answers::Look;
use crate::report::clean::terminal;
use crate::report::terminal::row::Cell;
use crate::report::terminal::text::{GAP, Paper, widest};
use crate::report::words::count::counted;

/// Everything that can be told about the terms of some roadmaps.
pub struct TermsPage<'a> {
    /// The terms.
    pub terms: &'a Terms,
    /// Every planned item.
    pub items: &'a [Planned<'a>],
    /// How many leaders plan them.
    pub leaders: usize,
    /// How many concepts, and how many proposals of each kind, to show; none for all.
    pub limit: Option<usize>,
    /// How a person sees it.
    pub look: Look,
}

/// Columns of a count.
const COUNT: usize = 8;

/// Writes every area with how many concepts and phrases it has.
///
/// # Errors
/// When `out` cannot be written.
pub fn areas(areas: &[Area], look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let paper = &mut Paper::new(look.width, look.styled, out);
    let pen = paper.pen;
    let name = widest(areas.iter().map(|area| area.name));
    let row = |paper: &mut Paper, cells: [&str; 3], style| {
        let [area, concepts, phrases] = cells;
        paper.row(&[
            Cell::left(area, name, style),
            Cell::right(concepts, COUNT, style),
            Cell::right(phrases, COUNT, style),
        ])
    };
    let phrases = |area: &Area| area.entries.iter().map(|it| it.phrases.len() + 1).sum::<usize>();
    row(paper, ["Area", "concepts", "phrases"], pen.subtle)?;
    for area in areas {
        let (concepts, phrases) = (area.entries.len().to_string(), phrases(area).to_string());
        row(paper, [area.name, &concepts, &phrases], pen.plain)?;
    }
    let concepts = areas.iter().map(|area| area.entries.len()).sum::<usize>();
    let all = areas.iter().map(phrases).sum::<usize>();
    paper.rule(name + 2 * (COUNT + GAP))?;
    row(paper, ["all", &concepts.to_string(), &all.to_string()], pen.strong)?;
    paper.gap()?;
    paper.text(
        0,
        "--area NAME and --concept WORD show entries; with a folder, what its roadmaps use.",
        pen.subtle,
    )
}

/// Writes entries as they would stand in `glossary:` of a `roundtable.yaml`.
///
/// # Errors
/// When `out` cannot be written.
pub fn concepts<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    look: Look,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let paper = &mut Paper::new(look.width, look.styled, out);
    for Entry { concept, phrases } in entries {
        paper.whole(0, &format!("{}:", yaml::scalar(concept)), paper.pen.strong)?;
        for phrase in phrases {
            let text = yaml::scalar(&phrase.text);
            let line = match phrase.with.as_slice() {
                [] => format!("- {text}"),
                with => {
                    let with = yaml::list(with.iter().map(String::as_str));
                    format!("- {{phrase: {text}, with: {with}}}")
                }
            };
            paper.whole(2, &line, paper.pen.plain)?;
        }
    }
    Ok(())
}

/// Writes the concepts that the roadmaps use, then the proposals.
///
/// # Errors
/// When `out` cannot be written.
pub fn terms(page: &TermsPage, out: &mut dyn io::Write) -> io::Result<()> {
    let paper = &mut Paper::new(page.look.width, page.look.styled, out);
    let usages = &page.terms.usages;
    let read =
        format!("{} of {}", counted(page.items.len(), "item"), counted(page.leaders, "leader"));
    let text = format!("{read} use {} of the glossary.", counted(usages.len(), "concept"));
    paper.text(0, &text, paper.pen.strong)?;
    if !usages.is_empty() {
        paper.gap()?;
        write_usages(page, paper)?;
    }
    write_proposals(page, paper)
}

fn write_usages(page: &TermsPage, paper: &mut Paper) -> io::Result<()> {
    let pen = paper.pen;
    let usages = &page.terms.usages;
    let shown = page.limit.unwrap_or(usages.len()).min(usages.len());
    let room = paper.room().saturating_sub(2 * (COUNT + GAP)).max(2);
    let concept = widest(usages[..shown].iter().map(|usage| usage.concept.as_str()));
    let concept = concept.clamp(1, room / 2);
    let row = |paper: &mut Paper, cells: [&str; 4], styles: [anstyle::Style; 2]| {
        let [name, leaders, items, worded] = cells;
        paper.row(&[
            Cell::left(name, concept, styles[0]),
            Cell::right(leaders, COUNT, styles[0]),
            Cell::right(items, COUNT, styles[0]),
            Cell::left(worded, room.saturating_sub(concept + GAP).max(1), styles[1]),
        ])
    };
    row(paper, ["Concept", "leaders", "items", "worded"], [pen.subtle; 2])?;
    for usage in &usages[..shown] {
        let [name, worded] = [&usage.concept, &usage.wordings.join(", ")].map(|it| terminal(it));
        let counts = [usage.leaders, usage.items].map(|count| count.to_string());
        let style = if usage.leaders > 1 { pen.strong } else { pen.plain };
        row(paper, [&name, &counts[0], &counts[1], &worded], [style, pen.subtle])?;
    }
    more(usages.len() - shown, "concept", paper)
}

/// What leaders say means the same, ready to paste; what may, as comments.
fn write_proposals(page: &TermsPage, paper: &mut Paper) -> io::Result<()> {
    let Terms { said, perhaps, .. } = page.terms;
    let pen = paper.pen;
    let shown = |all: &'_ [Proposal]| page.limit.unwrap_or(all.len()).min(all.len());
    if said.is_empty() && perhaps.is_empty() {
        return Ok(());
    }
    paper.gap()?;
    paper.text(0, "To paste into roundtable.yaml, where it is true:", pen.strong)?;
    paper.gap()?;
    paper.whole(0, "glossary:", pen.accent)?;
    for proposal in &said[..shown(said)] {
        paper.whole(2, &line(proposal), pen.accent)?;
    }
    more(said.len() - shown(said), "entry", paper)?;
    if !perhaps.is_empty() {
        paper.whole(2, "# perhaps the same:", pen.subtle)?;
    }
    for proposal in &perhaps[..shown(perhaps)] {
        paper.whole(2, &format!("# {}", line(proposal)), pen.subtle)?;
    }
    more(perhaps.len() - shown(perhaps), "pair", paper)
}

fn line(proposal: &Proposal) -> String {
    let phrases = yaml::list(proposal.phrases.iter().map(String::as_str));
    format!("{}: {phrases}", yaml::scalar(&proposal.concept))
}

fn more(count: usize, what: &str, paper: &mut Paper) -> io::Result<()> {
    match count {
        0 => Ok(()),
        more => {
            let text = format!("# … {more} more of kind {what}: --limit 0 shows all");
            paper.whole(2, &text, paper.pen.subtle)
        }
    }
}
