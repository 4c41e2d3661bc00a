//! `--since`: what the roadmaps and the decisions were before a change, out of git.
//!
//! Nothing is checked out and nothing is written: the files of then are read from git's objects.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use roundtable::config;
use roundtable::decision::{Decision, file};
use roundtable::document::Source;
use roundtable::roadmap::{self, FileRecord, Mapping, Reading, Roadmap};

use crate::cli::flags::agreed::DecisionsFile;
use crate::cli::git::{self, Repository, TreeEntry, tree};

/// What stood in the repository before the change.
pub struct Then {
    /// The roadmaps, as far as they could be read.
    pub roadmaps: Vec<Roadmap>,
    /// What was agreed, as far as it could be read.
    pub decisions: Vec<Decision>,
    /// What became of every file, by the configuration of then.
    pub files: Vec<FileRecord>,
    /// What the reader should know about the comparison.
    pub note: Option<String>,
}

/// How things stand now.
pub struct Now<'a> {
    /// The paths that are judged.
    pub paths: &'a [PathBuf],
    /// How roadmaps are read.
    pub mapping: &'a Mapping,
    /// The configuration that says so, if there is one.
    pub config: Option<&'a Path>,
    /// What became of every file.
    pub files: &'a [FileRecord],
    /// What was agreed.
    pub kept: &'a DecisionsFile,
}

/// Reads what stood under the paths where the work since a commit began: in the merge base of that
/// commit and `HEAD`, or in the commit itself where they have no common ancestor.
///
/// The mapping is that of now, so that a change of the configuration is no change of the roadmaps;
/// only which files were read is told by the configuration of then. A folder that was renamed as a
/// whole is read under its name of now.
///
/// # Errors
/// When git is not there, the working folder is in no repository, the commit is not known, a path
/// lies outside of the repository, or the clone is too shallow to hold the merge base: what others
/// changed since would count as brought by this change.
pub fn read(since: &str, now: &Now) -> Result<Then> {
    let Now { paths, mapping, kept, .. } = *now;
    let repository = Repository::open()?;
    for path in paths {
        if path.canonicalize().is_ok_and(|real| !real.starts_with(&repository.top)) {
            let path = roundtable::basics::show(path);
            bail!("{path} is outside of this git repository: --since knows nothing of its past");
        }
    }
    let commit = repository.commit(since)?;
    let (base, note) = match git::merge_base(&commit)? {
        Some(base) => (base, None),
        None if repository.is_shallow => bail!(
            "--since: cannot tell what came since {since}: this clone is shallow and holds no \
             common ancestor of both; fetch the rest: git fetch --unshallow, or check out with \
             fetch-depth: 0"
        ),
        None => {
            let note =
                format!("compared with {since} itself, because the two have no common ancestor");
            (commit, Some(note))
        }
    };
    let entries = repository.entries(&base)?;
    let foreign = foreign(&entries, paths);
    let mut entries = tree::linked(entries)?;
    tree::follow(&mut entries, paths, now.files)?;
    let read = |mapping: &Mapping| -> Result<Reading> {
        let files: Vec<PathBuf> = entries.keys().cloned().collect();
        let found = roadmap::find_among(paths, mapping, &files);
        let contents = git::contents(found.iter().map(|found| &entries[&found.path]))?;
        Ok(roadmap::read_bytes(found.into_iter().zip(contents).collect(), mapping))
    };
    let content = |file: &Path| -> Result<Option<Vec<u8>>> {
        let object = inside(file, &repository.top).and_then(|path| entries.get(&path));
        Ok(git::contents(object.into_iter())?.pop())
    };
    let Reading { mut roadmaps, mut files, .. } = read(mapping)?;
    let config = now.config.map(content).transpose()?.flatten();
    let mapping_then = mapping_of(config, now);
    if mapping_then != *mapping {
        files = read(&mapping_then)?.files;
    }
    roadmaps.extend(roadmap::read(&foreign, mapping).roadmaps);
    let agreed = content(&kept.path)?;
    let decisions = match agreed {
        Some(bytes) => file::read(&Source::decode(bytes, &kept.file).0).0,
        None if is_elsewhere(&kept.path, &repository.top) => kept.decisions.clone(),
        None => Vec::new(),
    };
    Ok(Then { roadmaps, decisions, files, note })
}

/// How roadmaps were read by the configuration of then; by that of now where it could not be read.
fn mapping_of(config: Option<Vec<u8>>, now: &Now) -> Mapping {
    let Some(file) = now.config else { return now.mapping.clone() };
    let Some(bytes) = config else {
        let Mapping { root, ours, tracked, .. } = now.mapping.clone();
        return Mapping { root, ours, tracked, ..Mapping::default() };
    };
    let source = Source::decode(bytes, &roundtable::basics::show(file)).0;
    let Ok(then) = config::parse(&source, &now.mapping.root) else { return now.mapping.clone() };
    let Mapping { ours, tracked, .. } = now.mapping.clone();
    Mapping { ours, tracked, ..then.mapping }
}

/// The folders of other repositories below the paths: as nothing is known of their past, they count
/// as they are.
fn foreign(entries: &BTreeMap<PathBuf, TreeEntry>, paths: &[PathBuf]) -> Vec<PathBuf> {
    let scanned: Vec<PathBuf> = paths.iter().filter_map(|path| path.canonicalize().ok()).collect();
    let is_foreign = |(path, entry): &(&PathBuf, &TreeEntry)| {
        **entry == TreeEntry::Foreign && scanned.iter().any(|it| path.starts_with(it))
    };
    let foreign = entries.iter().filter(is_foreign).map(|(path, _)| path.clone());
    foreign.filter(|path| path.is_dir()).collect()
}

/// A file that need not be there any more, as a path from the root; none if it is outside.
fn inside(file: &Path, top: &Path) -> Option<PathBuf> {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let real = folder.canonicalize().ok()?.join(file.file_name()?);
    real.starts_with(top).then_some(real)
}

/// Whether a file is kept where this repository cannot tell its past: then it counts as it is.
fn is_elsewhere(file: &Path, top: &Path) -> bool {
    inside(file, top).is_none()
}
