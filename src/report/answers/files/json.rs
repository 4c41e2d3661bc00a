//! The files for other programs.

use std::io;

use serde::Serialize;

use crate::report::Look;
use crate::report::answers::FilesPage;
use crate::report::json::{self, ProblemJson, TOOL, ToolJson, problem};
use crate::roadmap::{FileRecord, NamedBy, Outcome, RoadmapRecord};

/// Writes one object with every file, what was read from it or why not, and every problem.
pub fn write(page: &FilesPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let report = Report {
        schema: "roundtable-files/1",
        tool: TOOL,
        files: page.files.iter().map(file).collect(),
        problems: page.problems.iter().map(problem).collect(),
    };
    json::write(&report, out)
}

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    tool: ToolJson,
    files: Vec<FileJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct FileJson<'a> {
    file: &'a str,
    /// Null for what is left out or in no format that is known.
    format: Option<&'a str>,
    /// Whether it was read to its end.
    complete: bool,
    roadmaps: Vec<RoadmapJson<'a>>,
    /// Why it is left out; null for what is read.
    left_out: Option<&'a str>,
}

#[derive(Serialize)]
struct RoadmapJson<'a> {
    leader: &'a str,
    named_by: &'static str,
    items: usize,
}

fn file(record: &FileRecord) -> FileJson<'_> {
    let file = &*record.file.shown;
    match &record.outcome {
        Outcome::Read { format, roadmaps, is_broken } => FileJson {
            file,
            format: *format,
            complete: !is_broken,
            roadmaps: roadmaps.iter().map(roadmap).collect(),
            left_out: None,
        },
        Outcome::LeftOut(why) => FileJson {
            file,
            format: None,
            complete: false,
            roadmaps: Vec::new(),
            left_out: Some(why),
        },
    }
}

fn roadmap(record: &RoadmapRecord) -> RoadmapJson<'_> {
    let named_by = match record.named_by {
        NamedBy::Roadmap => "roadmap",
        NamedBy::Items => "items",
        NamedBy::File => "file",
        NamedBy::Folder => "folder",
    };
    RoadmapJson { leader: &record.leader, named_by, items: record.items }
}
