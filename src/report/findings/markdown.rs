//! For a comment on a pull request, and for the summary of a job: each finding with who plans what
//! and where, why, and what to do; within the room there is.

use std::io;

use crate::basics::Place;
use crate::decision::Finding;
use crate::report::Look;
use crate::report::clean::{clip, markdown};
use crate::report::findings::summary::summary;
use crate::report::findings::words::{agreement, headline, reasons, ways};
use crate::report::findings::{FindingsPage, Grade, Outcome};
use crate::report::words::count::counted;
use crate::report::words::effort;

/// Bytes of a comment: GitHub refuses more than 65,536 characters.
const COMMENT: usize = 65_536;

/// Bytes kept for saying what was cut.
const KEPT: usize = 200;

/// Items of one finding that are shown at once, and that are shown at all.
const MOST_ITEMS: usize = 8;
const MOST_FOLDED: usize = 50;

/// Reasons of one finding.
const MOST_REASONS: usize = 3;

/// Characters of a text of a leader; longer ones help nobody.
const LONGEST: usize = 200;

/// Lets a job find its own comment again, to rewrite it in place of adding another.
const MARKER: &str = "<!-- roundtable check -->";

/// Writes a comment that GitHub takes.
pub fn write(page: &FindingsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    write_within(page, COMMENT, out)
}

/// Writes the comment in at most that many bytes, and says what was cut.
///
/// # Errors
/// If `out` cannot be written.
pub fn write_within(page: &FindingsPage, room: usize, out: &mut dyn io::Write) -> io::Result<()> {
    let mut text = format!("{MARKER}\n### {}\n\n", title(page));
    for sentence in summary(page, brief) {
        text.extend([sentence.as_str(), "\n\n"]);
    }
    let mut cut = 0;
    for (grade, finding) in page.shown() {
        let section = section(page, grade, finding);
        if text.len() + section.len() + KEPT <= room {
            text.push_str(&section);
        } else {
            cut += 1;
        }
    }
    if cut > 0 {
        let more = counted(cut, "more finding");
        text.extend(["… ", &more, " did not fit: `roundtable check` shows all.\n"]);
    }
    let text = clip_bytes(text, room);
    out.write_all(text.as_bytes())
}

/// The beginning of a text, in whole lines.
fn clip_bytes(mut text: String, room: usize) -> String {
    if text.len() > room {
        let line = text.as_bytes()[..room].iter().rposition(|&byte| byte == b'\n');
        text.truncate(line.map_or(0, |at| at + 1));
    }
    text
}

fn title(page: &FindingsPage) -> &'static str {
    match page.outcome() {
        Outcome::Pass => "Nothing has to be decided",
        Outcome::Fail => "Leaders have something to decide",
        Outcome::Incomplete => "Not everything could be read",
    }
}

fn section(page: &FindingsPage, grade: Grade, finding: &Finding) -> String {
    let mark = match grade {
        Grade::Blocks => "❌",
        Grade::Allowed => "⚠️",
        Grade::Told => "ℹ️",
    };
    let members: Vec<usize> = page.members(finding).all().collect();
    let heading = format!("#### {mark} {}\n\n", headline(page, finding, brief));
    let mut parts = vec![heading, table(page, finding, &members)];
    let line = |word: &str, sentence: &str| format!("- **{word}:** {sentence}\n");
    if let Some(decision) = finding.decision.map(|at| &page.decisions[at]) {
        let agreed = format!("{} – {}", agreement(decision, brief), linked(page, &decision.place));
        parts.push(line("agreed", &agreed));
    }
    let reasons = reasons(page, finding, page.members(finding).news(), brief);
    parts.extend(reasons.iter().take(MOST_REASONS).map(|reason| line("why", reason)));
    parts.extend(ways(page, finding, brief).iter().map(|way| line(way.word, &way.sentence)));
    parts.push("\n".to_owned());
    parts.concat()
}

/// Who plans what and where; what is beyond the first rows is folded away.
fn table(page: &FindingsPage, finding: &Finding, members: &[usize]) -> String {
    const HEAD: &str =
        "| Leader | Planned as | When | Effort | Where |\n| :-- | :-- | :-- | --: | :-- |\n";
    let row = |&item: &usize| row(page, finding, item);
    let (first, rest) = members.split_at(members.len().min(MOST_ITEMS));
    if first.is_empty() {
        return String::new();
    }
    let mut text = HEAD.to_owned() + &first.iter().map(row).collect::<String>() + "\n";
    if !rest.is_empty() {
        let shown = &rest[..rest.len().min(MOST_FOLDED)];
        let rows = shown.iter().map(row).collect::<String>();
        let cut = rest.len() - shown.len();
        let cut =
            if cut > 0 { format!("\nand {}\n", counted(cut, "more item")) } else { String::new() };
        let summary = counted(rest.len(), "more item");
        let folded = format!("{HEAD}{rows}{cut}\n");
        let open = ["<details><summary>", &summary, "</summary>\n\n"].concat();
        text.extend([open.as_str(), folded.as_str(), "</details>\n\n"]);
    }
    text
}

fn row(page: &FindingsPage, finding: &Finding, item: usize) -> String {
    let planned = page.company.items[item];
    let (roadmap, plan) = (planned.roadmap, planned.item);
    let team = roadmap.team.as_deref().map(|team| format!(" ({})", brief(team)));
    let is_news = finding.fresh.contains(&item) && page.members(finding).are_mixed();
    let effort = plan.effort.map(effort::number).unwrap_or_default();
    let unit = roadmap.effort_unit.as_deref().filter(|_| !effort.is_empty());
    let unit = unit.map(|unit| format!(" {}", brief(unit))).unwrap_or_default();
    format!(
        "| **{}**{}{} | {} | {} | {effort}{unit} | {} |\n",
        brief(planned.leader()),
        team.unwrap_or_default(),
        if is_news { " 🆕" } else { "" },
        brief(&plan.name),
        plan.quarter.as_deref().map(brief).unwrap_or_default(),
        linked(page, &plan.place),
    )
}

/// File and line, as a link where it is known where people read them.
fn linked(page: &FindingsPage, place: &Place) -> String {
    let shown = markdown(&format!("{}:{}", page.home.path(&place.file), place.line.max(1)));
    match page.home.link(place) {
        Some(link) => format!("[{shown}]({link})"),
        None => shown,
    }
}

fn brief(text: &str) -> String {
    markdown(&clip(text, LONGEST))
}
