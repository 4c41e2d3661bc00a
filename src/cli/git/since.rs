//! `--since`: what the roadmaps and the decisions were before a change, out of git.
//!
//! Nothing is checked out and nothing is written: the files of then are read from git's objects.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use roundtable::decision::{Decision, file};
use roundtable::document::Source;
use roundtable::roadmap::{self, Mapping, Reading, Roadmap};

use crate::cli::flags::agreed::DecisionsFile;
use crate::cli::git::{self, Repository, TreeEntry, tree};

/// What stood in the repository before the change.
pub struct Then {
    /// The roadmaps, as far as they could be read.
    pub roadmaps: Vec<Roadmap>,
    /// What was agreed, as far as it could be read.
    pub decisions: Vec<Decision>,
    /// What the reader should know about the comparison.
    pub note: Option<String>,
}

/// Reads what stood under the paths where the work since a commit began: in the merge base of that
/// commit and `HEAD`, or in the commit itself where they have no common ancestor.
///
/// The mapping is that of now, so that a change of the configuration is no change of the roadmaps.
///
/// # Errors
/// When git is not there, the working folder is in no repository, the commit is not known, a path
/// lies outside of the repository, or the clone is too shallow to hold the merge base: what others
/// changed since would count as brought by this change.
pub fn read(
    since: &str,
    paths: &[PathBuf],
    mapping: &Mapping,
    kept: &DecisionsFile,
) -> Result<Then> {
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
    let entries = tree::linked(entries)?;
    let files: Vec<PathBuf> = entries.keys().cloned().collect();
    let found = roadmap::find_among(paths, mapping, &files);
    let agreed = inside(&kept.path, &repository.top).filter(|path| entries.contains_key(path));
    let objects = found.iter().map(|found| &found.path).chain(&agreed).map(|path| &entries[path]);
    let mut contents = git::contents(objects)?;
    let agreed = agreed.and_then(|_| contents.pop());
    let files = found.into_iter().zip(contents).collect();
    let Reading { mut roadmaps, .. } = roadmap::read_bytes(files, mapping);
    roadmaps.extend(roadmap::read(&foreign, mapping).roadmaps);
    let decisions = match agreed {
        Some(bytes) => file::read(&Source::decode(bytes, &kept.file).0).0,
        None if is_elsewhere(&kept.path, &repository.top) => kept.decisions.clone(),
        None => Vec::new(),
    };
    Ok(Then { roadmaps, decisions, note })
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
