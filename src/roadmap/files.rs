//! Finds the roadmap files that the user named.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use ignore::WalkBuilder;

use crate::basics::{Place, Problem, Severity, lower, show};
use crate::document;
use crate::roadmap::mapping::{Mapping, ReadyMapping};
use crate::roadmap::unlisted::Unlisted;

/// Files of the tool itself, which are never roadmaps.
const OURS: &[&str] = &["roundtable.yaml", "roundtable.yml", "decisions.yaml"];

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoadmapFile {
    /// The path as the user would write it, with forward slashes.
    pub shown: String,
    /// The path from the root, so that patterns fit; links inside a folder stay.
    pub path: PathBuf,
}

/// Finds every roadmap file below the paths, each once, in the order of the shown paths.
///
/// A file that is named is read whatever its ending, unless it is one of the tool's own that the
/// mapping knows; in folders, hidden and git-ignored files are
/// left out, as ripgrep does. A path that does not exist or a folder without a roadmap is a
/// problem.
pub fn find(paths: &[PathBuf], ready: &ReadyMapping) -> (Vec<RoadmapFile>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut found = BTreeMap::new();
    for path in paths {
        let before = problems.len();
        let mut unlisted = Unlisted::default();
        let files = if path.is_dir() {
            walk(path, ready, &mut problems, &mut unlisted)
        } else {
            vec![path.clone()]
        };
        if files.is_empty() && problems.len() == before {
            problems.push(no_roadmap(path, ready));
        }
        problems.extend(unlisted.problem(path));
        for file in files {
            // A pipe, such as /dev/stdin, is there and has no other name.
            let piped = |_| fs::metadata(&file).map(|_| file.clone());
            match file.canonicalize().or_else(piped) {
                Ok(real) if ready.is_ours(&real) => {}
                Ok(real) => note(&mut found, real, RoadmapFile::new(path, &file)),
                Err(error) => problems.push(missing(&file, &error)),
            }
        }
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort();
    problems.dedup();
    (found, problems)
}

/// The files of a tree that `find` would find below the paths if the tree were on disk.
///
/// Goes in: the files, as paths from the root; nothing is asked of the disk but what the paths
/// stand for now. Links are not followed: a file is known by its path.
pub fn find_among(paths: &[PathBuf], mapping: &Mapping, files: &[PathBuf]) -> Vec<RoadmapFile> {
    let ready = mapping.ready();
    let mut found = BTreeMap::new();
    for path in paths {
        let Ok(real) = path.canonicalize() else { continue };
        for file in files {
            let Ok(inside) = file.strip_prefix(&real) else { continue };
            let named = inside.as_os_str().is_empty();
            let hidden = |part: Component| part.as_os_str().as_encoded_bytes().starts_with(b".");
            let shown = if named { show(path) } else { show(&path.join(inside)) };
            let wanted = named || !inside.components().any(hidden) && is_wanted(file, &ready);
            if wanted && !ready.is_ours(file) {
                note(&mut found, file.clone(), RoadmapFile { shown, path: file.clone() });
            }
        }
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort();
    found
}

impl RoadmapFile {
    /// A file that was found below a path, or is that path.
    fn new(below: &Path, file: &Path) -> Self {
        let folder = if below == file { file.parent().unwrap_or(Path::new("")) } else { below };
        let root = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let inside = file.strip_prefix(folder).unwrap_or(file);
        let path = root.canonicalize().map_or_else(|_| file.to_owned(), |root| root.join(inside));
        Self { shown: show(file), path }
    }
}

/// Of two ways to name one file the shorter stays, whatever the order of paths.
fn note(found: &mut BTreeMap<PathBuf, RoadmapFile>, real: PathBuf, file: RoadmapFile) {
    let entry = found.entry(real).or_insert_with(|| file.clone());
    let rank = |file: &RoadmapFile| (file.shown.len(), file.clone());
    if rank(&file) < rank(entry) {
        *entry = file;
    }
}

fn walk(
    folder: &Path,
    ready: &ReadyMapping,
    problems: &mut Vec<Problem>,
    unlisted: &mut Unlisted,
) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in WalkBuilder::new(folder).follow_links(true).build() {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                if !path.is_file() {
                    continue;
                }
                if is_roadmap(folder, path, ready) {
                    files.push(path.to_owned());
                } else if is_open(folder, path, ready) {
                    unlisted.note(path);
                }
            }
            Err(error) => problems.extend(refused(folder, &error)),
        }
    }
    files
}

fn is_roadmap(folder: &Path, path: &Path, ready: &ReadyMapping) -> bool {
    is_wanted(&RoadmapFile::new(folder, path).path, ready)
}

/// Whether nobody said whether a file is a roadmap: neither `files:` nor `exclude:` speaks of it.
fn is_open(folder: &Path, path: &Path, ready: &ReadyMapping) -> bool {
    !ready.names_files() && ready.take(&RoadmapFile::new(folder, path).path)
}

/// Whether a file of a folder is a roadmap, by its path from the root.
fn is_wanted(path: &Path, ready: &ReadyMapping) -> bool {
    let ours = path.file_name().is_some_and(|name| OURS.iter().any(|ours| name == *ours));
    let known = ready.names_files() || document::is_known(path);
    !ours && known && ready.take(path)
}

fn no_roadmap(folder: &Path, ready: &ReadyMapping) -> Problem {
    let help = if ready.names_files() {
        "nothing here fits files: in roundtable.yaml, whose patterns begin at its own folder".into()
    } else {
        let endings = document::endings();
        format!("roadmaps end in {endings}; hidden, git-ignored and excluded files are not read")
    };
    error(folder, "no roadmap file in this folder").with_help(help)
}

fn missing(path: &Path, error_: &io::Error) -> Problem {
    if error_.kind() == io::ErrorKind::NotFound {
        let (message, help) = match path.symlink_metadata() {
            Err(_) => (
                "no such file or folder",
                "name the files of roadmaps, or the folders that hold them",
            ),
            Ok(_) => ("a link to a file that is not there", "correct the link, or remove it"),
        };
        return error(path, message).with_help(help);
    }
    // Walking wraps the reason into a sentence that names the path once more.
    let reason = error_.get_ref().and_then(|wrapped| wrapped.source());
    let reason = reason.map_or_else(|| error_.to_string(), ToString::to_string);
    error(path, &format!("cannot be read: {}", lower(&reason)))
}

/// A folder that cannot be looked into; a loop of links is harmless.
fn refused(folder: &Path, failure: &ignore::Error) -> Option<Problem> {
    let (path, failure) = innermost(folder, failure);
    match failure {
        ignore::Error::Loop { .. } => None,
        ignore::Error::Io(io) => Some(missing(path, io)),
        other => Some(error(path, &lower(&other.to_string()))),
    }
}

fn innermost<'a>(path: &'a Path, failure: &'a ignore::Error) -> (&'a Path, &'a ignore::Error) {
    match failure {
        ignore::Error::WithPath { path, err } => innermost(path, err),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            innermost(path, err)
        }
        other => (path, other),
    }
}

fn error(path: &Path, message: &str) -> Problem {
    Problem {
        place: Place::whole(&show(path)),
        severity: Severity::Error,
        message: message.into(),
        help: None,
        source: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[&str], paths: &[&str], expected: &[&str], problems: &[&str]) {
        let folder = tempfile::tempdir().expect("a folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, "").expect("a file");
        }
        let paths: Vec<_> = paths.iter().map(|path| folder.path().join(path)).collect();
        let mapping = Mapping { root: folder.path().into(), ..Mapping::default() };
        let (found, told) = find(&paths, &mapping.ready());
        let real = folder.path().canonicalize().expect("a folder");
        let all: Vec<_> = files.iter().map(|file| real.join(file)).collect();
        assert_eq!(find_among(&paths, &mapping, &all), found, "without the disk");
        let root = format!("{}/", show(folder.path()));
        let relative = |text: String| text.replace(&root, "");
        let found: Vec<_> = found.into_iter().map(|f| relative(f.shown)).collect();
        assert_eq!(found, expected);
        let told: Vec<_> =
            told.iter().map(|p| relative(format!("{}: {}", p.place, p.message))).collect();
        assert_eq!(told, problems);
    }

    #[test]
    fn every_roadmap_of_a_folder_is_found_once_and_in_order() {
        let files = ["a/z.yaml", "a/b.yml", "a/c/d.JSON", "a/e.txt", "a/.hidden.yaml"];
        let expected = ["a/b.yml", "a/c/d.JSON", "a/z.yaml"];
        let told = ["a: 1 file was not read: 1 .txt"];
        check(&files, &["a", "a/b.yml", "a/./c/../b.yml"], &expected, &told);
    }

    #[test]
    fn a_named_file_is_read_whatever_it_is_called() {
        check(&["a/.b.txt"], &["a/.b.txt"], &["a/.b.txt"], &[]);
    }

    #[test]
    fn the_files_of_the_tool_are_no_roadmaps() {
        check(&["a/roundtable.yaml", "a/decisions.yaml", "a/b.yaml"], &["a"], &["a/b.yaml"], &[]);
    }

    #[test]
    fn a_decisions_file_of_another_name_is_no_roadmap_even_if_it_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let [plan, agreed] = ["plan.yaml", "agreed.yaml"].map(|name| folder.path().join(name));
        for file in [&plan, &agreed] {
            fs::write(file, "").expect("a file");
        }
        let mapping = Mapping { ours: vec![agreed.clone()], ..Mapping::default() };
        let (found, problems) = find(&[folder.path().into(), agreed], &mapping.ready());
        assert_eq!(found.iter().map(|it| &*it.shown).collect::<Vec<_>>(), [show(&plan)]);
        assert_eq!(problems, []);
    }

    #[test]
    fn a_path_that_is_not_there_and_an_empty_folder_are_problems() {
        let problems = [
            "x.yaml: no such file or folder",
            "a: no roadmap file in this folder",
            "a: 1 file was not read: 1 .txt",
        ];
        check(&["a/b.txt"], &["x.yaml", "a"], &[], &problems);
    }

    #[test]
    fn paths_are_shown_as_a_person_writes_them() {
        for (path, shown) in [
            ("./a/b.yaml", "a/b.yaml"),
            ("a//b", "a/b"),
            ("/a/b", "/a/b"),
            ("../a", "../a"),
            (".", "."),
        ] {
            assert_eq!(show(Path::new(path)), shown);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_nothing_is_told_as_one() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.yaml"), "").expect("a file");
        let link = folder.path().join("b.yaml");
        std::os::unix::fs::symlink("nowhere", &link).expect("a link");
        let mapping = Mapping::default();
        for path in [folder.path(), &link] {
            let (_, problems) = find(&[path.into()], &mapping.ready());
            let told: Vec<_> = problems.iter().map(|problem| &*problem.message).collect();
            assert_eq!(told, ["a link to a file that is not there"]);
        }
    }

    #[cfg(unix)]
    #[test]
    fn loops_of_links_are_harmless() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.yaml"), "").expect("a file");
        std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).expect("a link");
        let mapping = Mapping::default();
        let (found, problems) = find(&[folder.path().into()], &mapping.ready());
        assert_eq!((found.len(), problems), (1, Vec::new()));
    }
}
