//! Reads all roadmaps of a company, on all cores.

use std::mem;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::basics::{Problem, Severity};
use crate::document::{self, Document};
use crate::roadmap::files::{RoadmapFile, find};
use crate::roadmap::mapping::{FileMapping, Mapping};
use crate::roadmap::shape::{self, Shaped};
use crate::roadmap::whose::Whose;
use crate::roadmap::{Roadmap, ignore, unread};

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
    let whose = Whose::of(&found);
    let read = |found: &RoadmapFile| {
        let mut part = Shaped::default();
        document::open(&found.path, &found.shown, |document| {
            add(&mut part, document, &whose.file(&found.shown), &ready.of(&found.path));
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
    let whose = Whose::of(&found);
    let read = |(found, bytes): (&RoadmapFile, Vec<u8>)| {
        let mut part = Shaped::default();
        document::read(bytes, &found.shown, |document| {
            add(&mut part, document, &whose.file(&found.shown), &ready.of(&found.path));
        });
        part
    };
    let parts = found.par_iter().zip(bytes).map(read).collect();
    gathered(found, parts, Vec::new())
}

fn gathered(found: Vec<RoadmapFile>, parts: Vec<Shaped>, mut problems: Vec<Problem>) -> Reading {
    let files = found.into_iter().map(|file| file.path).collect();
    let mut reading = Reading { files, ..Reading::default() };
    let mut lists = Vec::new();
    for Shaped { roadmaps, problems: told, unread } in parts {
        lists.extend(unread);
        reading.unread += usize::from(told.iter().any(|p| p.severity == Severity::Error));
        reading.roadmaps.extend(roadmaps);
        problems.extend(told);
    }
    problems.extend(unread::warnings(lists));
    problems.sort();
    reading.problems = problems;
    reading
}

/// Adds what a document holds to what its file holds.
fn add(part: &mut Shaped, mut document: Document, leader: &str, rule: &FileMapping) {
    let source = document.source;
    let mut told = mem::take(&mut document.problems);
    if document.nodes.is_empty() && told.is_empty() {
        told.push(source.warning(0, 0, "the file is empty"));
    }
    let mut read = Vec::new();
    for node in &document.nodes {
        let shaped = shape::roadmaps(node, source, rule, leader);
        read.extend(shaped.roadmaps);
        told.extend(shaped.problems);
        part.unread.extend(shaped.unread);
    }
    if document.has_comments() {
        told.extend(ignore::silence(&mut read, &document.nodes, source));
    }
    part.roadmaps.extend(read);
    part.problems.extend(told);
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
