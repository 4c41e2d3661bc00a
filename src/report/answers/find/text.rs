//! The answer for a person at a terminal.

use std::io;

use crate::ask::{Answer, Match};
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
    let Answer { matches, more, nearest, .. } = page.answer;
    prose.text(0, &sentence(page), prose.styles.strong)?;
    let shown = if matches.is_empty() { nearest } else { matches };
    if matches.is_empty() && !nearest.is_empty() {
        prose.gap()?;
        prose.text(0, "Nearest, and most likely something else:", prose.styles.subtle)?;
    }
    for found in shown {
        prose.gap()?;
        block(page, found, prose)?;
    }
    if *more > 0 {
        prose.gap()?;
        let more = counted(*more, "more item");
        prose.text(0, &format!("… {more}: --limit 0 shows all"), prose.styles.subtle)?;
    }
    Ok(())
}

/// `3 leaders plan something like "partner SSO".`
fn sentence(page: &FindPage) -> String {
    let text = terminal(page.text);
    let read = counted(page.items.len(), "item");
    let all = counted(page.leaders, "leader");
    match page.answer.leaders.len() {
        0 => format!("Nobody plans anything like \"{text}\" among {read} of {all}."),
        1 => format!("One leader plans something like \"{text}\"."),
        count => format!("{count} leaders plan something like \"{text}\"."),
    }
}

/// The name and how alike it is; who, when and how far; where; why.
fn block(page: &FindPage, found: &Match, prose: &mut Prose) -> io::Result<()> {
    let Planned { roadmap, item, .. } = page.items[found.item];
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
    let leader = terminal(&roadmap.leader);
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
    prose.text(indent, &terminal(&found.because.join("; ")), styles.subtle)?;
    let place = format!("{}:{}", item.place.file, item.place.line.max(1));
    prose.whole(indent, &terminal(&place), styles.subtle)
}
