//! Reads all roadmaps of a company, on all cores.

use std::mem;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::basics::{Problem, Severity};
use crate::document::{self, Document};
use crate::roadmap::files::{Found, find};
use crate::roadmap::mapping::{FileMapping, Mapping, ReadyMapping};
use crate::roadmap::record::{FileRecord, Outcome, RoadmapRecord};
use crate::roadmap::shape::{self, Other, Shaped};
use crate::roadmap::whose::{self, Guess, Whose};
use crate::roadmap::{Roadmap, RoadmapFile, ignore, unread};

/// Everything that could be read, and every problem.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The roadmaps, in the order of their places.
    pub roadmaps: Vec<Roadmap>,
    /// The problems, in the order of their places.
    pub problems: Vec<Problem>,
    /// What became of every file, in the order of their shown paths.
    pub files: Vec<FileRecord>,
}

impl Reading {
    /// The files that were read, in full or in part.
    pub fn read(&self) -> impl Iterator<Item = &FileRecord> {
        self.files.iter().filter(|file| file.is_read())
    }
}

/// Reads every roadmap in files and folders, in any order and mix; each file once.
///
/// # Threading
/// Files are read on all cores; the result does not depend on how many there are.
pub fn read(paths: &[PathBuf], mapping: &Mapping) -> Reading {
    let ready = mapping.ready();
    let Found { files, named, left_out, mut problems } = find(paths, &ready);
    problems.extend(whose::copies(&files));
    let whose = Whose::of(&files);
    let read = |file: RoadmapFile| {
        let is_named = named.contains(&file.path);
        let mut part = Part::new(&file, &whose, &ready, is_named);
        document::open(&file.path, &file.shown, |document| part.add(document));
        part.done(file)
    };
    gathered(files.into_par_iter().map(read).collect(), left_out, problems, mapping)
}

/// Reads roadmaps whose bytes are at hand, such as those of another commit, as [`read`] does.
pub fn read_bytes(files: Vec<(RoadmapFile, Vec<u8>)>, mapping: &Mapping) -> Reading {
    let ready = mapping.ready();
    let (found, bytes): (Vec<RoadmapFile>, Vec<Vec<u8>>) = files.into_iter().unzip();
    let whose = Whose::of(&found);
    let read = |(file, bytes): (RoadmapFile, Vec<u8>)| {
        let mut part = Part::new(&file, &whose, &ready, false);
        document::read(bytes, &file.shown, |document| part.add(document));
        part.done(file)
    };
    gathered(found.into_par_iter().zip(bytes).map(read).collect(), Vec::new(), Vec::new(), mapping)
}

fn gathered(
    parts: Vec<(FileRecord, Shaped)>,
    left_out: Vec<FileRecord>,
    mut problems: Vec<Problem>,
    mapping: &Mapping,
) -> Reading {
    let mut reading = Reading { files: left_out, ..Reading::default() };
    let mut lists = Vec::new();
    let mut others = Vec::new();
    for (file, Shaped { roadmaps, problems: told, unread, other }) in parts {
        lists.extend(unread);
        others.extend(other.filter(Other::is_told).map(|it| (file.file.shown.clone(), it)));
        reading.files.push(file);
        reading.roadmaps.extend(roadmaps);
        problems.extend(told);
    }
    problems.extend(unread::warnings(lists));
    problems.extend(unread::others(&others));
    for roadmap in &mut reading.roadmaps {
        for name in [Some(&mut roadmap.leader), roadmap.reports_to.as_mut()].into_iter().flatten() {
            if let Some(leader) = mapping.leader(name) {
                *name = leader;
            }
        }
    }
    problems.sort();
    reading.problems = problems;
    reading.files.sort_by(|a, b| a.file.cmp(&b.file));
    reading
}

/// What a file holds, as far as it is read.
struct Part {
    leader: Guess,
    rule: FileMapping,
    /// Whether the user named the file, rather than a folder around it.
    is_named: bool,
    format: Option<&'static str>,
    shaped: Shaped,
}

impl Part {
    /// Nothing yet of a file.
    fn new(file: &RoadmapFile, whose: &Whose, ready: &ReadyMapping, is_named: bool) -> Self {
        let (leader, rule) = (whose.file(&file.shown), ready.of(&file.path));
        Self { leader, rule, is_named, format: None, shaped: Shaped::default() }
    }

    /// Adds what a document of the file holds.
    fn add(&mut self, mut document: Document) {
        let source = document.source;
        self.format = document.format.map(|format| format.name);
        let mut told = mem::take(&mut document.problems);
        if document.nodes.is_empty() && told.is_empty() {
            told.push(source.warning(0, 0, "the file is empty"));
        }
        let mut read = Vec::new();
        for node in &document.nodes {
            let shaped = shape::roadmaps(node, source, &self.rule, &self.leader);
            read.extend(shaped.roadmaps);
            told.extend(shaped.problems);
            self.shaped.unread.extend(shaped.unread);
            self.shaped.other = shaped.other.or(self.shaped.other.take());
        }
        if document.has_comments() && self.shaped.other.is_none() {
            told.extend(ignore::silence(&mut read, &document.nodes, source));
        } else if self.shaped.other.is_none() {
            told.extend(ignore::without_comments(source));
        }
        self.shaped.roadmaps.extend(read);
        self.shaped.problems.extend(told);
    }

    /// The file with what became of it. A file that holds something else is no roadmap; that is an
    /// error only where the user named it, or where it is a part of a roadmap.
    fn done(mut self, file: RoadmapFile) -> (FileRecord, Shaped) {
        let is_error = |it: &Problem| it.severity == Severity::Error;
        let cause = self.shaped.problems.iter().any(is_error);
        let is_roadmap = !self.shaped.roadmaps.is_empty() || cause;
        let is_meant = |it: &Other| self.is_named && it.is_told() || it.is_meant();
        match self.shaped.other.take() {
            Some(other) if !is_roadmap && !is_meant(&other) => {
                let outcome = Outcome::LeftOut(other.what());
                self.shaped.other = Some(other);
                (FileRecord { file, outcome }, self.shaped)
            }
            other => {
                // What could not be read for a cause that is told is no problem of its own.
                let problem = other.filter(|_| !cause).and_then(|it| it.problem(&file.shown));
                self.shaped.problems.extend(problem);
                let is_broken = self.shaped.problems.iter().any(is_error);
                let roadmaps = self.shaped.roadmaps.iter().map(RoadmapRecord::of).collect();
                let outcome = Outcome::Read { format: self.format, roadmaps, is_broken };
                (FileRecord { file, outcome }, self.shaped)
            }
        }
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
        let broken = |it: &&FileRecord| matches!(it.outcome, Outcome::Read { is_broken: true, .. });
        assert_eq!((reading.read().count(), reading.read().filter(broken).count()), (4, 1));
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
