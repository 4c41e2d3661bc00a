//! Whose a file is that names no leader.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

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
            _ => Guess::file(without_kind(&stem)),
        }
    }

    fn is_nameless(&self, stem: &str) -> bool {
        is_nameless(stem) || is_period(stem) || self.repeated.contains(&fold_key(stem))
    }
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
