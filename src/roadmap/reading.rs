//! Reads all roadmaps of a company, on all cores.

use std::mem;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::basics::{Problem, Severity};
use crate::document::{self, Document};
use crate::roadmap::files::{RoadmapFile, find};
use crate::roadmap::mapping::{FileMapping, Mapping};
use crate::roadmap::{Roadmap, ignore, shape};

/// File names that say nothing about the leader; the folder's name does.
const NAMELESS: &[&str] = &["roadmap", "roadmaps", "plan", "plans", "index", "items", "features"];

/// Everything that could be read, and every problem.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The roadmaps, in the order of their places.
    pub roadmaps: Vec<Roadmap>,
    /// The problems, in the order of their places.
    pub problems: Vec<Problem>,
    /// The files that were found, in the order of their shown paths.
    pub files: Vec<PathBuf>,
    /// How many of them were not read in full.
    pub unread: usize,
}

/// Reads every roadmap in files and folders, in any order and mix; each file once.
///
/// # Threading
/// Files are read on all cores; the result does not depend on how many there are.
pub fn read(paths: &[PathBuf], mapping: &Mapping) -> Reading {
    let ready = mapping.ready();
    let (found, problems) = find(paths, &ready);
    let read = |found: &RoadmapFile| {
        let mut part = FilePart::default();
        document::open(&found.path, &found.shown, |document| {
            add(&mut part, document, found, &ready.of(&found.path));
        });
        part
    };
    let parts = found.par_iter().map(read).collect();
    gathered(found, parts, problems)
}

/// Reads roadmaps whose bytes are at hand, such as those of another commit, as [`read`] does.
pub fn read_bytes(files: Vec<(RoadmapFile, Vec<u8>)>, mapping: &Mapping) -> Reading {
    let ready = mapping.ready();
    let (found, bytes): (Vec<RoadmapFile>, Vec<Vec<u8>>) = files.into_iter().unzip();
    let read = |(found, bytes): (&RoadmapFile, Vec<u8>)| {
        let mut part = FilePart::default();
        document::read(bytes, &found.shown, |document| {
            add(&mut part, document, found, &ready.of(&found.path));
        });
        part
    };
    let parts = found.par_iter().zip(bytes).map(read).collect();
    gathered(found, parts, Vec::new())
}

/// What one file holds.
type FilePart = (Vec<Roadmap>, Vec<Problem>);

fn gathered(found: Vec<RoadmapFile>, parts: Vec<FilePart>, mut problems: Vec<Problem>) -> Reading {
    let files = found.into_iter().map(|file| file.path).collect();
    let mut reading = Reading { files, ..Reading::default() };
    for (roadmaps, told) in parts {
        reading.unread += usize::from(told.iter().any(|p| p.severity == Severity::Error));
        reading.roadmaps.extend(roadmaps);
        problems.extend(told);
    }
    problems.sort();
    reading.problems = problems;
    reading
}

/// Adds what a document holds to what its file holds.
fn add(
    (roadmaps, problems): &mut FilePart,
    mut document: Document,
    found: &RoadmapFile,
    rule: &FileMapping,
) {
    let source = document.source;
    let mut told = mem::take(&mut document.problems);
    if document.nodes.is_empty() && told.is_empty() {
        told.push(source.warning(0, 0, "the file is empty"));
    }
    let leader = leader(Path::new(&found.shown));
    let mut read = Vec::new();
    for node in &document.nodes {
        let (some, doubts) = shape::roadmaps(node, source, rule, &leader);
        read.extend(some);
        told.extend(doubts);
    }
    if document.has_comments() {
        told.extend(ignore::silence(&mut read, &document.nodes, source));
    }
    roadmaps.extend(read);
    problems.extend(told);
}

/// The leader of a file that names none: the file's name without its ending, or the folder's where
/// every file is called `roadmap`.
fn leader(path: &Path) -> String {
    let name = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let stem = name(path).unwrap_or_else(|| path.to_string_lossy().into_owned());
    let folder = path.parent().and_then(Path::file_name).map(|f| f.to_string_lossy().into_owned());
    let nameless = |name: &str| NAMELESS.contains(&name.to_lowercase().as_str());
    match folder {
        Some(folder) if nameless(&stem) && !nameless(&folder) => folder,
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Writes files into a folder, reads it, and tells items and problems, one a line.
    fn check(files: &[(&str, &str)], expected: &[&str]) -> Reading {
        let folder = tempfile::tempdir().expect("a folder");
        for (file, text) in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let reading = read(&[folder.path().into()], &Mapping::default());
        let items = reading.roadmaps.iter().flat_map(|roadmap| {
            roadmap.items.iter().map(|item| format!("{}: {}", roadmap.leader, item.name))
        });
        let mut lines: Vec<_> = items.collect();
        lines.sort();
        let root = format!("{}/", crate::basics::show(folder.path()));
        let told = |p: &Problem| format!("{}: {}", p.place, p.message).replace(&root, "");
        lines.extend(reading.problems.iter().map(told));
        assert_eq!(lines, expected);
        reading
    }

    #[test]
    fn one_bad_file_hides_no_other() {
        let reading = check(
            &[("a.yaml", "- A"), ("b.yaml", "a: ["), ("c.json", "[\"C\"]"), ("d.yaml", "")],
            &[
                "a: A",
                "c: C",
                "b.yaml:1:4: a bracket is opened here and never closed; line 1 was not read",
                "d.yaml: the file is empty",
            ],
        );
        assert_eq!((reading.files.len(), reading.unread), (4, 1));
    }

    #[test]
    fn a_file_that_is_called_roadmap_is_its_folders() {
        check(&[("ana/roadmap.yaml", "- A"), ("bo.yml", "- B")], &["ana: A", "bo: B"]);
    }

    #[test]
    fn the_order_of_files_and_items_changes_nothing() {
        let expected = ["Ana: A", "Ana: B", "Ana: C", "Bo: A"];
        check(
            &[
                ("1.yaml", "leader: Ana\nitems: [C, A]"),
                ("2.yaml", "leader: Bo\nitems: [A]"),
                ("3.yaml", "leader: Ana\nitems: [B]"),
            ],
            &expected,
        );
        check(
            &[
                ("1.yaml", "leader: Ana\nitems: [B]"),
                ("2.yaml", "leader: Ana\nitems: [A, C]"),
                ("3.yaml", "leader: Bo\nitems: [A]"),
            ],
            &expected,
        );
    }
}
