//! Who plans something like this, best first.

use std::io;

use crate::ask::{Answer, Match};
use crate::basics::Problem;
use crate::company::Planned;
use crate::report::answers::Look;
use crate::report::clean::terminal;
use crate::report::overlaps::json;
use crate::report::terminal::row::Cell;
use crate::report::terminal::text::{GAP, Paper, widest};
use crate::report::words::count::counted;
use crate::similarity::Score;

/// Everything that the answer can tell.
pub struct AnswerPage<'a> {
    /// What was asked for.
    pub text: &'a str,
    /// What was found.
    pub answer: &'a Answer,
    /// Every planned item.
    pub items: &'a [Planned<'a>],
    /// How many leaders plan them.
    pub leaders: usize,
    /// From where on an item was counted as found.
    pub threshold: Score,
    /// What could not be read.
    pub problems: &'a [Problem],
    /// How a person sees it.
    pub look: Look,
}

/// An output format of an answer.
pub struct FindFormat {
    /// As in `--format NAME`.
    pub name: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// Writes the answer.
    pub write: fn(&AnswerPage, &mut dyn io::Write) -> io::Result<()>,
}

/// Every format of an answer, the default first.
pub const FIND_FORMATS: &[FindFormat] = &[
    FindFormat { name: "table", about: "For a person at a terminal", write },
    FindFormat { name: "json", about: "One object, versioned", write: json::write_answer },
];

/// Writes a block for every match, or says that there is none.
fn write(page: &AnswerPage, out: &mut dyn io::Write) -> io::Result<()> {
    let paper = &mut Paper::new(page.look.width, page.look.styled, out);
    let Answer { matches, more, nearest, .. } = page.answer;
    paper.text(0, &sentence(page), paper.pen.strong)?;
    let shown = if matches.is_empty() { nearest } else { matches };
    if matches.is_empty() && !nearest.is_empty() {
        paper.gap()?;
        paper.text(0, "Nearest, and most likely something else:", paper.pen.subtle)?;
    }
    for found in shown {
        paper.gap()?;
        block(page, found, paper)?;
    }
    if *more > 0 {
        paper.gap()?;
        let more = counted(*more, "more item");
        paper.text(0, &format!("… {more}: --limit 0 shows all"), paper.pen.subtle)?;
    }
    Ok(())
}

/// `3 leaders plan something like "partner SSO".`
fn sentence(page: &AnswerPage) -> String {
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
fn block(page: &AnswerPage, found: &Match, paper: &mut Paper) -> io::Result<()> {
    let Planned { roadmap, item, .. } = page.items[found.item];
    let pen = paper.pen;
    let score = found.score.to_string();
    let name = terminal(&item.name);
    let room = paper.room().saturating_sub(score.len() + GAP).max(1);
    let scored = [Cell::left(&score, score.len(), pen.subtle), Cell::left(&name, room, pen.strong)];
    paper.row(&scored)?;

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
    let margin = Cell::left("", score.len(), pen.subtle);
    paper.row(&[
        margin,
        Cell::left(&leader, width, pen.accent),
        Cell::left(&facts, rest, pen.plain),
    ])?;
    paper.text(indent, &terminal(&found.because.join("; ")), pen.subtle)?;
    let place = format!("{}:{}", item.place.file, item.place.line.max(1));
    paper.whole(indent, &terminal(&place), pen.subtle)
}
