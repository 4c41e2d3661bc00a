//! The answer for a person at a terminal.

use std::io;

use crate::ask::{Answer, Match, Membership};
use crate::company::Planned;
use crate::report::Look;
use crate::report::answers::FindPage;
use crate::report::clean::terminal;
use crate::report::terminal::row::Cell;
use crate::report::terminal::text::{GAP, Prose, widest};
use crate::report::words::count::counted;

/// Writes a block for every match, or says that there is none.
pub fn write(page: &FindPage, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let prose = &mut Prose::new(look, out);
    let Answer { matches, beside, more, filtered, nearest, .. } = page.answer;
    prose.text(0, &sentence(page), prose.styles.strong)?;
    for (caption, row) in [
        ("", matches),
        ("Alike too, and not counted:", beside),
        ("Nearest, and most likely something else:", nearest),
    ] {
        if !row.is_empty() && !caption.is_empty() {
            prose.gap()?;
            prose.text(0, caption, prose.styles.subtle)?;
        }
        for found in row {
            prose.gap()?;
            block(page, found, prose)?;
        }
    }
    let cut =
        (*more > 0).then(|| format!("… {}: --limit 0 shows all", counted(*more, "more item")));
    let flags = page.filter.flags().join(", ");
    let left_out = (*filtered > 0).then(|| {
        let (are, do_not) =
            if *filtered == 1 { ("is", "it does not") } else { ("are", "they do not") };
        format!("{} {are} not shown: {do_not} match {flags}", counted(*filtered, "item"))
    });
    for note in [cut, left_out].into_iter().flatten() {
        prose.gap()?;
        prose.text(0, &note, prose.styles.subtle)?;
    }
    Ok(())
}

/// `3 leaders plan something like "partner SSO".`
fn sentence(page: &FindPage) -> String {
    let text = terminal(page.text);
    let read = counted(page.company.items.len(), "item");
    let all = counted(page.company.planning(), "leader");
    match page.answer.leaders.len() {
        0 => format!("Nobody plans anything like \"{text}\" among {read} of {all}."),
        1 => format!("One leader plans something like \"{text}\"{}.", overlap(page)),
        count => format!("{count} leaders plan something like \"{text}\"{}.", overlap(page)),
    }
}

/// The overlap that it would be in: `, as in the overlap Single sign-on (o-5d3f0a91)`.
fn overlap(page: &FindPage) -> String {
    let overlap = page.answer.overlap.map(|at| &page.overlaps[at]);
    overlap
        .map(|it| format!(", as in the overlap {} ({})", terminal(&it.name), it.id))
        .unwrap_or_default()
}

/// Why it is counted although it is less alike, or not counted although it is alike.
fn membership(page: &FindPage, found: &Match) -> Option<String> {
    Some(match found.membership {
        Membership::Alike => return None,
        Membership::Member => "counted because the overlap holds it".to_owned(),
        Membership::Elsewhere(Some(at)) => {
            let overlap = &page.overlaps[at];
            format!("in another overlap: {} ({})", terminal(&overlap.name), overlap.id)
        }
        Membership::Elsewhere(None) => "not in the overlap with the others".to_owned(),
        Membership::Silenced => "silenced by a comment, roundtable: ignore".to_owned(),
        Membership::Dropped => "dropped".to_owned(),
    })
}

/// The name and how alike it is; who, when and how far; where; why.
fn block(page: &FindPage, found: &Match, prose: &mut Prose) -> io::Result<()> {
    let planned = page.company.items[found.item];
    let Planned { roadmap, item, .. } = planned;
    let styles = prose.styles;
    let score = found.score.to_string();
    let name = terminal(&item.name);
    let room = prose.room().saturating_sub(score.len() + GAP).max(1);
    let scored =
        [Cell::left(&score, score.len(), styles.subtle), Cell::left(&name, room, styles.strong)];
    prose.row(&scored)?;

    let indent = score.len() + GAP;
    let optional =
        |text: &Option<String>| text.as_deref().map(terminal).filter(|it| !it.is_empty());
    let leader = terminal(planned.leader());
    let facts: Vec<String> =
        [optional(&roadmap.team), optional(&item.quarter), optional(&item.status)]
            .into_iter()
            .flatten()
            .collect();
    let facts = facts.join(", ");
    let width = widest([leader.as_str()]).min(room / 2).max(1);
    let rest = room.saturating_sub(width + GAP).max(1);
    let margin = Cell::left("", score.len(), styles.subtle);
    prose.row(&[
        margin,
        Cell::left(&leader, width, styles.accent),
        Cell::left(&facts, rest, styles.plain),
    ])?;
    if let Some(alias) = &found.alias {
        let alias = format!("also called \"{}\"", terminal(alias));
        prose.text(indent, &alias, styles.plain)?;
    }
    prose.text(indent, &terminal(&found.because.join("; ")), styles.subtle)?;
    if let Some(membership) = membership(page, found) {
        prose.text(indent, &membership, styles.accent)?;
    }
    let place = format!("{}:{}", item.place.file, item.place.line.max(1));
    prose.whole(indent, &terminal(&place), styles.subtle)
}
