//! Finds the roadmap files that the user named.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use ignore::WalkBuilder;
use rustc_hash::FxHashSet;

use crate::basics::{Place, Problem, Severity, lower, show, spelling};
use crate::document;
use crate::roadmap::FileRecord;
use crate::roadmap::mapping::{Mapping, ReadyMapping};
use crate::roadmap::unlisted::Unlisted;

const OURS_SAID: &str = "a file of roundtable itself";

const NO_FORMAT: &str = "in no format that is read";

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoadmapFile {
    /// The path as the user would write it, with forward slashes.
    pub shown: String,
    /// The path from the root, so that patterns fit; links inside a folder stay.
    pub path: PathBuf,
}

/// What lies below the paths.
#[derive(Default)]
pub struct Found {
    /// The files to read, each once, in the order of their shown paths.
    pub files: Vec<RoadmapFile>,
    /// Those of them that the user named: not found in a folder.
    pub named: BTreeSet<PathBuf>,
    /// The files and folders that are left out, in the order of their shown paths.
    pub left_out: Vec<FileRecord>,
    /// What is not there, cannot be looked into, or may hold plans and is not read.
    pub problems: Vec<Problem>,
}

/// Finds every roadmap file below the paths.
///
/// A file that is named is read whatever its ending, unless it is one of the tool's own that the
/// mapping knows; in folders, hidden and git-ignored files are left out, as ripgrep does, unless git
/// tracks them all the same. What a user's own ignore file says decides nothing: the answer is the
/// same on every machine. A path that does not exist or a folder without a roadmap is a problem.
pub fn find(paths: &[PathBuf], ready: &ReadyMapping) -> Found {
    let mut all = Found::default();
    let mut found = BTreeMap::new();
    for path in paths {
        let before = all.problems.len();
        let files = if path.is_dir() {
            let walk = Walk::of(path, ready);
            all.left_out.extend(walk.left_out);
            all.problems.extend(walk.problems);
            walk.files
        } else {
            all.named.extend(path.canonicalize().ok());
            vec![path.clone()]
        };
        if files.is_empty() && all.problems[before..].iter().all(is_warning) {
            all.problems.insert(before, no_roadmap(path, ready));
        }
        for file in files {
            // A pipe, such as /dev/stdin, is there and has no other name.
            let piped = |_| fs::metadata(&file).map(|_| file.clone());
            match file.canonicalize().or_else(piped) {
                Ok(real) if ready.is_ours(&real) => {
                    let file = RoadmapFile::new(path, &file);
                    all.left_out.push(FileRecord::left_out(file.shown, file.path, OURS_SAID));
                }
                Ok(real) => note(&mut found, real, RoadmapFile::new(path, &file)),
                Err(error) => all.problems.push(missing(&file, &error)),
            }
        }
    }
    all.files = found.into_values().collect();
    all.files.sort();
    all.left_out.sort_by(|a, b| a.file.cmp(&b.file));
    all.left_out.dedup();
    all.problems.dedup();
    all
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
            let shown = if named { show(path) } else { show(&path.join(inside)) };
            let wanted =
                named || !inside.components().any(is_hidden) && unwanted(file, &ready).is_none();
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

/// What lies in one folder.
#[derive(Default)]
struct Walk {
    files: Vec<PathBuf>,
    left_out: Vec<FileRecord>,
    problems: Vec<Problem>,
}

impl Walk {
    fn of(folder: &Path, ready: &ReadyMapping) -> Self {
        let mut walk = Self::default();
        let mut unlisted = Unlisted::default();
        let mut seen = FxHashSet::default();
        for entry in WalkBuilder::new(folder).follow_links(true).git_global(false).build() {
            match entry {
                Ok(entry) => {
                    walk.look(folder, entry.path(), ready, &mut unlisted);
                    seen.insert(entry.into_path());
                }
                Err(error) => walk.problems.extend(refused(folder, &error)),
            }
        }
        for path in tracked(folder, ready) {
            if !seen.contains(&path) {
                walk.look(folder, &path, ready, &mut unlisted);
                seen.insert(path);
            }
        }
        walk.beyond(folder, &seen);
        walk.problems.extend(unlisted.problem(folder));
        walk
    }

    /// Takes a file, or says why it is left out.
    fn look(&mut self, folder: &Path, path: &Path, ready: &ReadyMapping, unlisted: &mut Unlisted) {
        if !path.is_file() {
            return;
        }
        let file = RoadmapFile::new(folder, path);
        let Some(why) = unwanted(&file.path, ready) else {
            return self.files.push(path.to_owned());
        };
        if why == NO_FORMAT {
            unlisted.note(path);
        }
        self.left_out.push(FileRecord::left_out(file.shown, file.path, why));
    }

    /// Notes what the walk did not come to: what is hidden or ignored, folders as a whole.
    fn beyond(&mut self, folder: &Path, seen: &FxHashSet<PathBuf>) {
        let open = seen.clone();
        let mut all = WalkBuilder::new(folder);
        all.standard_filters(false).filter_entry(move |entry| {
            let is_git = entry.file_name() == ".git";
            let parent = entry.path().parent().is_some_and(|it| open.contains(it));
            !is_git && (entry.depth() == 0 || parent)
        });
        for entry in all.build().flatten() {
            let path = entry.path();
            if !seen.contains(path) {
                let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
                let why = if hidden { "hidden" } else { "ignored (.gitignore, .ignore)" };
                let RoadmapFile { mut shown, path } = RoadmapFile::new(folder, path);
                if entry.file_type().is_some_and(|it| it.is_dir()) {
                    shown.push('/');
                }
                self.left_out.push(FileRecord::left_out(shown, path, why));
            }
        }
    }
}

/// The files below a folder that git tracks, hidden ones left out, as paths that begin with the
/// folder.
fn tracked(folder: &Path, ready: &ReadyMapping) -> Vec<PathBuf> {
    let Ok(real) = folder.canonicalize() else { return Vec::new() };
    let inside = ready.tracked().range(real.clone()..).take_while(|path| path.starts_with(&real));
    let inside = inside.filter_map(|path| path.strip_prefix(&real).ok());
    let visible = inside.filter(|path| !path.components().any(is_hidden));
    visible.map(|path| folder.join(path)).collect()
}

fn is_hidden(part: Component) -> bool {
    part.as_os_str().as_encoded_bytes().starts_with(b".")
}

fn is_warning(problem: &Problem) -> bool {
    problem.severity == Severity::Warning
}

/// Whether a file is one of the tool's own by its name, which is then never a roadmap: decisions, or
/// a configuration, misspelt ones included.
pub fn is_own(path: &Path) -> bool {
    let lower = |part: Option<&OsStr>| part.map(|it| it.to_string_lossy().to_lowercase());
    let stem = lower(path.file_stem()).unwrap_or_default();
    let ending = lower(path.extension()).unwrap_or_default();
    let is_yaml = matches!(ending.as_str(), "yaml" | "yml");
    let stem = stem.trim_start_matches('.');
    is_yaml && (stem == "decisions" || spelling::closest(stem, ["roundtable"]).is_some())
}

/// Why a file of a folder is no roadmap, by its path from the root; none if it is to be read.
fn unwanted(path: &Path, ready: &ReadyMapping) -> Option<&'static str> {
    match () {
        () if is_own(path) => Some(OURS_SAID),
        () if !ready.names_files() && !document::is_known(path) && !ready.excludes(path) => {
            Some(NO_FORMAT)
        }
        () if ready.excludes(path) => Some("excluded in roundtable.yaml"),
        () if !ready.takes(path) => Some("fits none of files: in roundtable.yaml"),
        () => None,
    }
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
        let Found { files: found, problems: told, .. } = find(&paths, &mapping.ready());
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
        let found = find(&[folder.path().into(), agreed], &mapping.ready());
        assert_eq!(found.files.iter().map(|it| &*it.shown).collect::<Vec<_>>(), [show(&plan)]);
        assert_eq!(found.problems, []);
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
            let Found { problems, .. } = find(&[path.into()], &mapping.ready());
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
        let Found { files, problems, .. } = find(&[folder.path().into()], &mapping.ready());
        assert_eq!((files.len(), problems), (1, Vec::new()));
    }
}
