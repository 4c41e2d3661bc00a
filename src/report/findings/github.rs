//! Annotations in the log of a GitHub job, as its runner reads them (workflow commands).

use std::io;

use crate::basics::{Place, Problem, Severity};
use crate::decision::{Finding, Matter};
use crate::report::Look;
use crate::report::clean::{GITHUB_BREAK, clip, github, github_property};
use crate::report::findings::summary::summary;
use crate::report::findings::words::{agreement, gone, headline, plan, reasons, ways};
use crate::report::findings::{FindingsPage, Grade};
use crate::report::words::count::counted;

/// Annotations of one level that GitHub shows per step; it drops all others without a word.
const MOST: usize = 10;

/// Other items that an annotation names.
const MOST_OTHERS: usize = 5;

/// Characters of a text in an annotation; longer ones help nobody.
const LONGEST: usize = 200;

/// The levels of annotations, the worst first.
const LEVELS: [&str; 3] = ["error", "warning", "notice"];

/// One annotation.
struct Note<'a> {
    level: &'static str,
    place: &'a Place,
    title: String,
    message: Vec<String>,
}

/// Writes an annotation for what could not be read and for every line that is news, the first line
/// of every finding before the second of any, and what it comes to as the last.
pub fn write(page: &FindingsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let mut notes: Vec<Note> = page.problems.iter().map(unread).collect();
    let mut found: Vec<(usize, Note)> = Vec::new();
    for (grade, finding) in page.shown() {
        found.extend((0..).zip(notes_of(page, grade, finding)));
    }
    found.sort_by_key(|(turn, _)| *turn);
    notes.extend(found.into_iter().map(|(_, note)| note));
    for level in LEVELS {
        let notes: Vec<&Note> = notes.iter().filter(|note| note.level == level).collect();
        // One is left for what did not fit; among the notices one for what it comes to.
        let most = if level == "notice" { MOST - 1 } else { MOST };
        let shown = if notes.len() > most { most - 1 } else { notes.len() };
        for note in &notes[..shown] {
            command(page, note, out)?;
        }
        if notes.len() > shown {
            let more = counted(notes.len() - shown, "more line");
            writeln!(out, "::{level} title=roundtable::{more}: the summary of this job has all")?;
        }
    }
    writeln!(out, "::notice title=roundtable::{}", summary(page, brief).join(GITHUB_BREAK))
}

fn command(page: &FindingsPage, note: &Note, out: &mut dyn io::Write) -> io::Result<()> {
    let Note { level, place, title, message } = note;
    let file = github_property(&page.home.path(&place.file));
    let at = match place.line {
        0 => String::new(),
        line => format!(",line={line},col={}", place.column.max(1)),
    };
    let title = github_property(title);
    writeln!(out, "::{level} file={file}{at},title={title}::{}", message.join(GITHUB_BREAK))
}

fn unread(problem: &Problem) -> Note<'_> {
    let level = match problem.severity {
        Severity::Error => LEVELS[0],
        Severity::Warning => LEVELS[1],
    };
    let help = problem.help.as_deref().map(brief);
    let message = [Some(brief(&problem.message)), help].into_iter().flatten().collect();
    Note { level, place: &problem.place, title: "roundtable".to_owned(), message }
}

/// One annotation for every item that is news; where none is, one for what the finding is about.
fn notes_of<'a>(page: &FindingsPage<'a>, grade: Grade, finding: &'a Finding) -> Vec<Note<'a>> {
    let level = match grade {
        Grade::Blocks => LEVELS[0],
        Grade::Allowed => LEVELS[1],
        Grade::Told => LEVELS[2],
    };
    // The title is encoded as a whole; what is clipped here is not.
    let title = headline(page, finding, |text| clip(text, LONGEST).into_owned());
    let note = |place: &'a Place, item: Option<usize>| Note {
        level,
        place,
        title: title.clone(),
        message: message(page, finding, item),
    };
    let place = |item: usize| &page.company.items[item].item.place;
    if !finding.fresh.is_empty() {
        return finding.fresh.iter().map(|&item| note(place(item), Some(item))).collect();
    }
    let first = finding.overlap.and_then(|at| page.overlaps[at].members.first().copied());
    let decision = finding.decision.map(|at| &page.decisions[at].place);
    let at = first.filter(|_| finding.matter != Matter::Stale);
    let at_all = at.map(place).or(decision).or(gone(finding));
    at_all.map(|place| note(place, at)).into_iter().collect()
}

/// Who else, what was agreed, why, and the ways out.
fn message(page: &FindingsPage, finding: &Finding, item: Option<usize>) -> Vec<String> {
    let members: Vec<usize> = page.members(finding).all().collect();
    let mut lines = Vec::new();
    lines.extend(item.map(|item| brief_plan(page, item)));
    let others: Vec<usize> = members.iter().copied().filter(|it| Some(*it) != item).collect();
    for &other in others.iter().take(MOST_OTHERS) {
        let place = &page.company.items[other].item.place;
        let place = format!("{}:{}", page.home.path(&place.file), place.line.max(1));
        lines.push(format!("also {} ({})", brief_plan(page, other), github(&place)));
    }
    if others.len() > MOST_OTHERS {
        lines.push(format!("and {}", counted(others.len() - MOST_OTHERS, "more item")));
    }
    let decision = finding.decision.map(|at| &page.decisions[at]);
    lines.extend(decision.map(|it| format!("agreed: {}", agreement(it, brief))));
    let linked: Vec<usize> = item.into_iter().collect();
    lines.extend(reasons(page, finding, &linked, brief).iter().map(|it| format!("why: {it}")));
    lines.extend(
        ways(page, finding, brief).iter().map(|it| format!("{}: {}", it.word, it.sentence)),
    );
    lines
}

/// `Bo Chen (Data), 2027-Q2, 8 person-weeks: SSO via SAML`.
fn brief_plan(page: &FindingsPage, item: usize) -> String {
    let planned = page.company.items[item];
    format!("{}: {}", plan(planned, brief), brief(&planned.item.name))
}

fn brief(text: &str) -> String {
    github(&clip(text, LONGEST))
}
