//! The glossary for a person at a terminal.

use std::io;

use crate::ask::{Proposal, Terms};
use crate::basics::yaml;
use crate::names::glossary::{Area, Entry};
use crate::report::Look;
use crate::report::answers::{GlossaryPage, TermsPage};
use crate::report::clean::terminal;
use crate::report::terminal::row::Cell;
use crate::report::terminal::text::{GAP, Prose, widest};
use crate::report::words::count::counted;

/// Columns of a count.
const COUNT: usize = 8;

/// Writes areas, entries or terms, whichever was asked for.
pub fn write(page: &GlossaryPage, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let prose = &mut Prose::new(look, out);
    match page {
        GlossaryPage::Areas(areas) => write_areas(areas, prose),
        GlossaryPage::Entries(entries) => write_entries(entries, prose),
        GlossaryPage::Terms(terms) => write_terms(terms, prose),
    }
}

/// Writes every area with how many concepts and phrases it has.
fn write_areas(areas: &[Area], prose: &mut Prose) -> io::Result<()> {
    let styles = prose.styles;
    let name = widest(areas.iter().map(|area| area.name));
    let row = |prose: &mut Prose, cells: [&str; 3], style| {
        let [area, concepts, phrases] = cells;
        prose.row(&[
            Cell::left(area, name, style),
            Cell::right(concepts, COUNT, style),
            Cell::right(phrases, COUNT, style),
        ])
    };
    let phrases = |area: &Area| area.entries.iter().map(|it| it.phrases.len() + 1).sum::<usize>();
    row(prose, ["Area", "concepts", "phrases"], styles.subtle)?;
    for area in areas {
        let (concepts, phrases) = (area.entries.len().to_string(), phrases(area).to_string());
        row(prose, [area.name, &concepts, &phrases], styles.plain)?;
    }
    let concepts = areas.iter().map(|area| area.entries.len()).sum::<usize>();
    let all = areas.iter().map(phrases).sum::<usize>();
    prose.rule(name + 2 * (COUNT + GAP))?;
    row(prose, ["all", &concepts.to_string(), &all.to_string()], styles.strong)?;
    prose.gap()?;
    prose.text(
        0,
        "--area NAME and --concept WORD show entries; with a folder, what its roadmaps use.",
        styles.subtle,
    )
}

/// Writes entries as they would stand in `glossary:` of a `roundtable.yaml`.
fn write_entries(entries: &[&Entry], prose: &mut Prose) -> io::Result<()> {
    for Entry { concept, phrases } in entries {
        prose.whole(0, &format!("{}:", yaml::scalar(concept)), prose.styles.strong)?;
        for phrase in phrases {
            let text = yaml::scalar(&phrase.text);
            let line = match phrase.with.as_slice() {
                [] => format!("- {text}"),
                with => {
                    let with = yaml::list(with.iter().map(String::as_str));
                    format!("- {{phrase: {text}, with: {with}}}")
                }
            };
            prose.whole(2, &line, prose.styles.plain)?;
        }
    }
    Ok(())
}

/// Writes the concepts that the roadmaps use, then the proposals.
fn write_terms(page: &TermsPage, prose: &mut Prose) -> io::Result<()> {
    let usages = &page.terms.usages;
    let read =
        format!("{} of {}", counted(page.items.len(), "item"), counted(page.leaders, "leader"));
    let text = format!("{read} use {} of the glossary.", counted(usages.len(), "concept"));
    prose.text(0, &text, prose.styles.strong)?;
    if !usages.is_empty() {
        prose.gap()?;
        write_usages(page, prose)?;
    }
    write_proposals(page, prose)
}

fn write_usages(page: &TermsPage, prose: &mut Prose) -> io::Result<()> {
    let styles = prose.styles;
    let usages = &page.terms.usages;
    let shown = page.limit.unwrap_or(usages.len()).min(usages.len());
    let room = prose.room().saturating_sub(2 * (COUNT + GAP)).max(2);
    let concept = widest(usages[..shown].iter().map(|usage| usage.concept.as_str()));
    let concept = concept.clamp(1, room / 2);
    let row = |prose: &mut Prose, cells: [&str; 4], styles: [anstyle::Style; 2]| {
        let [name, leaders, items, worded] = cells;
        prose.row(&[
            Cell::left(name, concept, styles[0]),
            Cell::right(leaders, COUNT, styles[0]),
            Cell::right(items, COUNT, styles[0]),
            Cell::left(worded, room.saturating_sub(concept + GAP).max(1), styles[1]),
        ])
    };
    row(prose, ["Concept", "leaders", "items", "worded"], [styles.subtle; 2])?;
    for usage in &usages[..shown] {
        let [name, worded] = [&usage.concept, &usage.wordings.join(", ")].map(|it| terminal(it));
        let counts = [usage.leaders, usage.items].map(|count| count.to_string());
        let style = if usage.leaders > 1 { styles.strong } else { styles.plain };
        row(prose, [&name, &counts[0], &counts[1], &worded], [style, styles.subtle])?;
    }
    more(usages.len() - shown, "concept", prose)
}

/// What leaders say means the same, ready to paste; what may, as comments.
fn write_proposals(page: &TermsPage, prose: &mut Prose) -> io::Result<()> {
    let Terms { said, perhaps, .. } = page.terms;
    let styles = prose.styles;
    let shown = |all: &'_ [Proposal]| page.limit.unwrap_or(all.len()).min(all.len());
    if said.is_empty() && perhaps.is_empty() {
        return Ok(());
    }
    prose.gap()?;
    prose.text(0, "To paste into roundtable.yaml, where it is true:", styles.strong)?;
    prose.gap()?;
    prose.whole(0, "glossary:", styles.accent)?;
    for proposal in &said[..shown(said)] {
        prose.whole(2, &line(proposal), styles.accent)?;
    }
    more(said.len() - shown(said), "entry", prose)?;
    if !perhaps.is_empty() {
        prose.whole(2, "# perhaps the same:", styles.subtle)?;
    }
    for proposal in &perhaps[..shown(perhaps)] {
        prose.whole(2, &format!("# {}", line(proposal)), styles.subtle)?;
    }
    more(perhaps.len() - shown(perhaps), "pair", prose)
}

fn line(proposal: &Proposal) -> String {
    let phrases = yaml::list(proposal.phrases.iter().map(String::as_str));
    format!("{}: {phrases}", yaml::scalar(&proposal.concept))
}

fn more(count: usize, what: &str, prose: &mut Prose) -> io::Result<()> {
    match count {
        0 => Ok(()),
        more => {
            let text = format!("# … {more} more of kind {what}: --limit 0 shows all");
            prose.whole(2, &text, prose.styles.subtle)
        }
    }
}
