//! Whose a file is that names no leader.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::basics::{Place, Problem, Severity, show};
use crate::document::fold_key;
use crate::roadmap::files::RoadmapFile;
use crate::roadmap::period::is_period;
use crate::roadmap::record::NamedBy;

/// File names that say nothing about the leader; the folder's name does.
const NAMELESS: &[&str] = &["roadmap", "roadmaps", "plan", "plans", "index", "items", "features"];

/// Words that are not part of a leader's name at either end of a file's name: `ida.roadmap.yaml`.
const KINDS: &[&str] = &["roadmap", "roadmaps", "plan", "plans"];

/// The signs between the words of a file's name.
const JOINTS: &[char] = &['.', '-', '_', ' '];

/// Whose a file is as far as its path tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The leader.
    pub leader: String,
    /// What tells it.
    pub from: NamedBy,
}

impl Guess {
    /// A leader that a file is named after.
    pub fn file(leader: &str) -> Self {
        Self { leader: leader.to_owned(), from: NamedBy::File }
    }
}

/// How the files of a reading are named.
pub struct Whose {
    /// The stems that several folders have: `ida/2027-q1.yaml`, `kim/2027-q1.yaml`.
    repeated: BTreeSet<String>,
}

impl Whose {
    /// Looks at the names of all files.
    pub fn of(files: &[RoadmapFile]) -> Self {
        let mut folders: BTreeMap<String, BTreeSet<Option<&Path>>> = BTreeMap::new();
        for file in files {
            let path = Path::new(&file.shown);
            folders.entry(fold_key(&stem(path))).or_default().insert(path.parent());
        }
        let repeated = folders.into_iter().filter(|(_, folders)| folders.len() > 1);
        Self { repeated: repeated.map(|(stem, _)| stem).collect() }
    }

    /// The leader of a file that names none: its name without its ending and without the word
    /// roadmap, or the folder's name where the file's name says nothing about a person.
    pub fn file(&self, shown: &str) -> Guess {
        let path = Path::new(shown);
        let stem = stem(path);
        let folder =
            path.parent().and_then(Path::file_name).map(|it| it.to_string_lossy().into_owned());
        match folder {
            Some(folder) if self.is_nameless(&stem) && !is_nameless(&folder) => {
                Guess { leader: folder, from: NamedBy::Folder }
            }
            _ => Guess::file(without_kind(without_copy(&stem))),
        }
    }

    fn is_nameless(&self, stem: &str) -> bool {
        is_nameless(stem) || is_period(stem) || self.repeated.contains(&fold_key(stem))
    }
}

/// One warning for every file that is another copy of one beside it, as browsers and file managers
/// name them: `ana (1).yaml` beside `ana.yaml`.
pub fn copies(files: &[RoadmapFile]) -> Vec<Problem> {
    let known: BTreeSet<PathBuf> = files.iter().map(|file| PathBuf::from(&file.shown)).collect();
    let copy = |file: &RoadmapFile| {
        let path = Path::new(&file.shown);
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let original = path.with_file_name(format!("{}.{ending}", without_copy(&stem(path))));
        let is_copy = original != path && known.contains(&original);
        is_copy.then(|| Problem {
            place: Place::whole(&file.shown),
            severity: Severity::Warning,
            message: format!(
                "looks like another copy of {}: its items count again",
                show(&original)
            ),
            help: Some("remove one of the two, or rename it if it is another roadmap".to_owned()),
            source: None,
        })
    };
    files.iter().filter_map(copy).collect()
}

/// A file's name without what is added to that of a copy: `ana (1)`, `ana copy`, `ana - Copy (2)`.
fn without_copy(stem: &str) -> &str {
    let numbered = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once('('));
    let numbered = numbered.filter(|(_, digits)| digits.parse::<u8>().is_ok());
    let stem = numbered.map_or(stem, |(stem, _)| stem.trim_end());
    for ending in [" - Copy", " copy", "_copy", "-copy"] {
        if let Some(stem) = stem.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            return stem;
        }
    }
    stem
}

fn is_nameless(stem: &str) -> bool {
    NAMELESS.contains(&stem.to_lowercase().as_str())
}

/// A file's name without its ending.
fn stem(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    stem.unwrap_or_else(|| path.to_string_lossy().into_owned())
}

/// `ida.roadmap`, `kim-roadmap` and `roadmap_bo` without the word and its joint.
fn without_kind(stem: &str) -> &str {
    let lower = stem.to_lowercase();
    if lower.len() != stem.len() {
        return stem;
    }
    for kind in KINDS {
        let before = lower.strip_suffix(kind).filter(|rest| rest.ends_with(JOINTS));
        let behind = lower.strip_prefix(kind).filter(|rest| rest.starts_with(JOINTS));
        let rest = match (before, behind) {
            (Some(rest), _) => &stem[..rest.len()],
            (_, Some(rest)) => &stem[stem.len() - rest.len()..],
            (None, None) => continue,
        };
        let rest = rest.trim_matches(JOINTS);
        if !rest.is_empty() {
            return rest;
        }
    }
    stem
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn check(files: &[(&str, &str)]) {
        let found: Vec<RoadmapFile> = files
            .iter()
            .map(|(file, _)| RoadmapFile { shown: (*file).to_owned(), path: PathBuf::from(file) })
            .collect();
        let whose = Whose::of(&found);
        for (file, leader) in files {
            assert_eq!(whose.file(file).leader, *leader, "{file}");
        }
    }

    #[test]
    fn a_file_is_its_leaders_or_its_folders() {
        check(&[("plans/ana-ruiz.yaml", "ana-ruiz"), ("bo.yml", "bo")]);
        check(&[("ana/roadmap.yaml", "ana"), ("plans/roadmap.yaml", "roadmap")]);
        check(&[("ana/2027-q1.yaml", "ana"), ("plan-a.yaml", "a")]);
    }

    #[test]
    fn files_that_are_called_alike_are_their_folders() {
        check(&[("ana/okrs.yaml", "ana"), ("bo/okrs.yaml", "bo"), ("cy/maps.yaml", "maps")]);
    }

    #[test]
    fn a_copy_belongs_to_the_leader_of_what_it_copies() {
        check(&[("ana (1).yaml", "ana"), ("ana.yaml", "ana"), ("bo - Copy (2).yaml", "bo")]);
        check(&[("team (emea).yaml", "team (emea)"), ("cy copy.json", "cy")]);
    }

    #[test]
    fn the_word_roadmap_is_no_part_of_a_name() {
        check(&[
            ("ida.roadmap.yaml", "ida"),
            ("kim-roadmap.yaml", "kim"),
            ("roadmap_bo.json", "bo"),
            ("Roadmap Ana Ruiz.yaml", "Ana Ruiz"),
            ("roadmapper.yaml", "roadmapper"),
        ]);
    }
}
