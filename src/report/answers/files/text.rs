//! The files for a person at a terminal: a row for every roadmap, then what is left out.

use std::io;

use crate::report::Look;
use crate::report::answers::FilesPage;
use crate::report::clean::terminal;
use crate::report::terminal::row::Cell;
use crate::report::terminal::text::{GAP, Prose, widest};
use crate::report::words::count::counted;
use crate::roadmap::{FileRecord, NamedBy, Outcome, RoadmapRecord};

/// The share of the line that names of files may take, in hundredths: the leader needs the rest.
const MOST: usize = 55;

/// A line of the table.
struct Line {
    file: String,
    format: &'static str,
    leader: String,
    items: String,
}

/// Writes the files that are read, with what was read from each, and those that are left out, with
/// the reason.
pub fn write(page: &FilesPage, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let prose = &mut Prose::new(look, out);
    let lines: Vec<Line> = page.files.iter().flat_map(lines).collect();
    if !lines.is_empty() {
        table(&lines, prose)?;
        prose.gap()?;
    }
    let left_out = page.files.iter().filter_map(|file| match &file.outcome {
        Outcome::LeftOut(why) => Some((terminal(&file.file.shown), terminal(why))),
        Outcome::Read { .. } => None,
    });
    let left_out: Vec<(String, String)> = left_out.collect();
    if !left_out.is_empty() {
        prose.text(0, "Left out:", prose.styles.subtle)?;
        let width = narrow(widest(left_out.iter().map(|(file, _)| &**file)), prose);
        let rest = prose.room().saturating_sub(width + GAP).max(1);
        for (file, why) in &left_out {
            let cells = [
                Cell::left(file, width, prose.styles.plain),
                Cell::left(why, rest, prose.styles.subtle),
            ];
            prose.row(&cells)?;
        }
        prose.gap()?;
    }
    prose.text(0, &sentence(page, left_out.len()), prose.styles.strong)
}

fn table(lines: &[Line], prose: &mut Prose) -> io::Result<()> {
    let widest = |text: fn(&Line) -> &str, head: &str| widest(lines.iter().map(text).chain([head]));
    let items = widest(|line| &line.items, "Items");
    let format = widest(|line| line.format, "Format");
    let file = narrow(widest(|line| &line.file, "File"), prose);
    let leader = prose.room().saturating_sub(file + items + format + 3 * GAP).max(1);
    let leader = leader.min(widest(|line| &line.leader, "Leader"));
    let styles = prose.styles;
    prose.row(&[
        Cell::left("File", file, styles.subtle),
        Cell::left("Format", format, styles.subtle),
        Cell::left("Leader", leader, styles.subtle),
        Cell::right("Items", items, styles.subtle),
    ])?;
    lines.iter().try_for_each(|line| {
        prose.row(&[
            Cell::left(&line.file, file, styles.plain),
            Cell::left(line.format, format, styles.subtle),
            Cell::left(&line.leader, leader, styles.accent),
            Cell::right(&line.items, items, styles.plain),
        ])
    })
}

fn narrow(width: usize, prose: &Prose) -> usize {
    width.min(prose.room() * MOST / 100).max(1)
}

/// The lines of a file: one for each leader, the first with the file's name.
fn lines(file: &FileRecord) -> Vec<Line> {
    let Outcome::Read { format, roadmaps, is_broken } = &file.outcome else { return Vec::new() };
    let format = format.unwrap_or("?");
    let shown = terminal(&file.file.shown);
    let broken = if *is_broken { "not read in full" } else { "" };
    if roadmaps.is_empty() {
        let why = if *is_broken { "not read" } else { "empty" };
        return vec![Line { file: shown, format, leader: why.into(), items: "0".into() }];
    }
    let line = |(at, roadmap): (usize, &RoadmapRecord)| Line {
        file: if at == 0 { shown.clone() } else { String::new() },
        format: if at == 0 { format } else { "" },
        leader: [&*leader(roadmap), broken].join(if *is_broken { ", " } else { "" }),
        items: roadmap.items.to_string(),
    };
    roadmaps.iter().enumerate().map(line).collect()
}

/// The leader, and how that is known where the roadmap does not say so itself.
fn leader(roadmap: &RoadmapRecord) -> String {
    let leader = terminal(&roadmap.leader);
    match roadmap.named_by {
        NamedBy::Roadmap => leader,
        NamedBy::Items => format!("{leader} (by its items)"),
        NamedBy::File => format!("{leader} (by the file's name)"),
        NamedBy::Folder => format!("{leader} (by the folder's name)"),
    }
}

fn sentence(page: &FilesPage, left_out: usize) -> String {
    let read = page.files.iter().filter(|file| file.is_read());
    let (mut files, mut items) = (0, 0);
    for file in read {
        files += 1;
        items += file.items();
    }
    let left_out = match left_out {
        0 => String::new(),
        count => format!("; {count} left out"),
    };
    format!("{} read, {}{left_out}.", counted(files, "file"), counted(items, "item"))
}
