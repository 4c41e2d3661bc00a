//! How files that are not in the canonical form are read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use crate::basics::person;
use crate::document::same_key;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// Which files are roadmaps, and where in them things are; the default guesses well.
///
/// Patterns are those of `.gitignore`, relative to `root`: `vendors`, `plans/*.yaml`,
/// `**/templates`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// The folder that patterns are relative to; the working folder if empty.
    pub root: PathBuf,
    /// Which files are roadmaps; all of a known format if empty.
    pub files: Vec<String>,
    /// Which files are not, although `files` says so.
    pub exclude: Vec<String>,
    /// How every file is read.
    pub rule: FileMapping,
    /// Where a folder or a file differs; the last that fits wins, field by field.
    pub folders: Vec<Folder>,
    /// Files of the tool itself, which are never roadmaps, as paths from the working folder.
    pub ours: Vec<PathBuf>,
    /// The leaders with their other names; a name without any is a leader of its own.
    pub leaders: Vec<(String, Vec<String>)>,
    /// The files that git tracks, as canonical paths: they are there, whatever an ignore file says.
    pub tracked: BTreeSet<PathBuf>,
}

/// How files below a folder are read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folder {
    /// The pattern that its files fit.
    pub path: String,
    /// What differs there.
    pub rule: FileMapping,
}

/// Where things are in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileMapping {
    /// Dotted paths to the items, through lists: `milestones.deliverables`; guessed if empty.
    pub items: Vec<String>,
    /// Keys of lists that hold no items, and need not be told.
    pub not_items: Vec<String>,
    /// For a canonical field the keys (dotted paths) to look under, the first that holds something
    /// wins. A field that is not here is guessed by its usual names; one without keys is not read.
    pub fields: BTreeMap<String, Vec<String>>,
}

impl FileMapping {
    /// Whether the lists under a key are known to hold no items.
    pub fn is_not_items(&self, key: &str) -> bool {
        self.not_items.iter().any(|known| same_key(known, key))
    }
}

/// A mapping made ready to be asked about many files.
pub struct ReadyMapping<'a> {
    mapping: &'a Mapping,
    root: PathBuf,
    files: Option<Gitignore>,
    exclude: Gitignore,
    folders: Vec<Gitignore>,
    ours: Vec<PathBuf>,
}

impl Mapping {
    /// The leader who is called so, if it is another name of one.
    pub fn leader(&self, name: &str) -> Option<String> {
        let key = if self.leaders.is_empty() { return None } else { person(name) };
        let is_other = |other: &String| person(other) == key;
        let found = self.leaders.iter().find(|(_, others)| others.iter().any(is_other));
        found.map(|(name, _)| name.clone())
    }

    /// Every name that is given to a leader, as names of people are compared.
    pub fn known_leaders(&self) -> BTreeSet<String> {
        let names = self.leaders.iter().flat_map(|(name, others)| others.iter().chain([name]));
        names.map(|name| person(name)).collect()
    }

    /// Makes the patterns ready; a pattern that is none (see [`valid`]) fits nothing.
    pub fn ready(&self) -> ReadyMapping<'_> {
        let root = if self.root.as_os_str().is_empty() { Path::new(".") } else { &self.root };
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let one = |folder: &Folder| patterns(&root, std::slice::from_ref(&folder.path));
        ReadyMapping {
            files: (!self.files.is_empty()).then(|| patterns(&root, &self.files)),
            exclude: patterns(&root, &self.exclude),
            folders: self.folders.iter().map(one).collect(),
            ours: self.ours.iter().filter_map(|file| file.canonicalize().ok()).collect(),
            mapping: self,
            root,
        }
    }
}

impl ReadyMapping<'_> {
    /// Whether a file found in a folder fits `files`; the path begins at a canonical folder.
    pub fn takes(&self, path: &Path) -> bool {
        self.files.as_ref().is_none_or(|files| self.fits(files, path))
    }

    /// Whether a file found in a folder fits `exclude`; the path begins at a canonical folder.
    pub fn excludes(&self, path: &Path) -> bool {
        self.fits(&self.exclude, path)
    }

    /// The files that git tracks, as canonical paths.
    pub fn tracked(&self) -> &BTreeSet<PathBuf> {
        &self.mapping.tracked
    }

    /// Whether a file, as its canonical path, is one of the tool itself.
    pub fn is_ours(&self, real: &Path) -> bool {
        self.ours.iter().any(|ours| ours == real)
    }

    /// Whether `files` names what is read, so that a file's ending does not matter.
    pub fn names_files(&self) -> bool {
        self.files.is_some()
    }

    /// How a file is read; the path begins at a canonical folder.
    pub fn of(&self, path: &Path) -> FileMapping {
        let mut rule = self.mapping.rule.clone();
        for (folder, pattern) in self.mapping.folders.iter().zip(&self.folders) {
            if self.fits(pattern, path) {
                if !folder.rule.items.is_empty() {
                    rule.items.clone_from(&folder.rule.items);
                }
                rule.fields.extend(folder.rule.fields.clone());
                rule.not_items.extend(folder.rule.not_items.clone());
            }
        }
        rule
    }

    /// Outside of the root, where only a configuration that was named can reach, a pattern fits
    /// from the top: `**/kep.yaml` does, `plans/**` hardly.
    fn fits(&self, patterns: &Gitignore, path: &Path) -> bool {
        let names = |part: &Component| matches!(part, Component::Normal(_));
        let path = match path.strip_prefix(&self.root) {
            Ok(inside) => inside.to_owned(),
            Err(_) => path.components().filter(names).collect::<PathBuf>(),
        };
        !path.has_root() && patterns.matched_path_or_any_parents(path, false).is_ignore()
    }
}

/// Whether a text is a pattern.
///
/// # Errors
/// Why it is none, in words.
pub fn valid(pattern: &str) -> Result<(), String> {
    let mut builder = GitignoreBuilder::new("");
    builder.add_line(None, pattern).map(|_| ()).map_err(|error| why(&error.to_string()))
}

/// The reason alone: neither the pattern again nor advice about other tools' patterns.
fn why(told: &str) -> String {
    let told = told.split(" (maybe").next().unwrap_or_default();
    told.rsplit_once("': ").map_or(told, |(_, reason)| reason).to_owned()
}

fn patterns(root: &Path, lines: &[String]) -> Gitignore {
    let mut builder = GitignoreBuilder::new(root);
    for line in lines {
        // A pattern that is none was reported when the configuration was read.
        let _ = builder.add_line(None, line.strip_prefix("./").unwrap_or(line));
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[&str], exclude: &[&str], path: &str, taken: bool) {
        let list = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect();
        let mapping = Mapping { files: list(files), exclude: list(exclude), ..Mapping::default() };
        let ready = mapping.ready();
        assert_eq!(
            ready.takes(&ready.root.join(path)) && !ready.excludes(&ready.root.join(path)),
            taken,
            "{files:?} {exclude:?} {path}"
        );
    }

    #[test]
    fn patterns_say_which_files_are_roadmaps() {
        check(&[], &[], "a/b.yaml", true);
        check(&["plans/**/*.yaml"], &[], "plans/x/b.yaml", true);
        check(&["plans/**/*.yaml"], &[], "plans/b.yaml", true);
        check(&["plans/**/*.yaml"], &[], "b.yaml", false);
        check(&["./plans"], &[], "plans/x/b.yaml", true);
        check(&["*.yml", "*.yaml"], &[], "deep/down/b.yaml", true);
    }

    #[test]
    fn a_pattern_for_any_folder_fits_outside_of_the_root_too() {
        let mapping = Mapping {
            root: std::env::temp_dir(),
            files: vec!["**/kep.yaml".into(), "plans/*.yaml".into()],
            ..Mapping::default()
        };
        let ready = mapping.ready();
        assert!(ready.takes(Path::new("/elsewhere/plans/kep.yaml")));
        assert!(!ready.takes(Path::new("/elsewhere/plans/a.yaml")));
    }

    #[test]
    fn what_is_excluded_is_not_read() {
        check(&[], &["**/templates/**"], "a/templates/b.yaml", false);
        check(&[], &["templates"], "a/templates/b.yaml", false);
        check(&["*.yaml"], &["b.yaml"], "a/b.yaml", false);
        check(&[], &["["], "a/b.yaml", true);
    }

    #[test]
    fn the_last_folder_that_fits_wins_field_by_field() {
        let rule = |key: &str, path: &str| FileMapping {
            items: Vec::new(),
            not_items: Vec::new(),
            fields: BTreeMap::from([(key.to_owned(), vec![path.to_owned()])]),
        };
        let folder = |path: &str, rule| Folder { path: path.into(), rule };
        let mapping = Mapping {
            rule: rule("name", "title"),
            folders: vec![folder("a", rule("name", "summary")), folder("a/b", rule("id", "key"))],
            ..Mapping::default()
        };
        let ready = mapping.ready();
        let found = ready.of(&ready.root.join("a/b/c.yaml"));
        assert_eq!(found.fields["name"], ["summary"]);
        assert_eq!(found.fields["id"], ["key"]);
        assert_eq!(ready.of(&ready.root.join("x.yaml")).fields["name"], ["title"]);
    }
}
