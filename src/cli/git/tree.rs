//! Follows the links of a tree that is not on disk.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use anyhow::Result;

use roundtable::roadmap::FileRecord;

use crate::cli::git::{self, Object, TreeEntry};

/// How many links may stand on the way to a file.
const ROUNDS: usize = 4;

/// Every file of a tree with its object, also under the links that lead to it or to its folder. A
/// link out of the tree leads to nothing.
pub fn linked(entries: BTreeMap<PathBuf, TreeEntry>) -> Result<BTreeMap<PathBuf, Object>> {
    let mut files = BTreeMap::new();
    let mut links = Vec::new();
    for (path, entry) in entries {
        match entry {
            TreeEntry::File(object) => {
                files.insert(path, object);
            }
            TreeEntry::Link(object) => links.push((path, object)),
            TreeEntry::Foreign => {}
        }
    }
    if links.is_empty() {
        return Ok(files);
    }
    let targets = git::contents(links.iter().map(|(_, object)| object))?;
    let links: Vec<(PathBuf, PathBuf)> =
        links.into_iter().zip(targets).map(|((link, _), to)| aimed(link, &to)).collect();
    for _ in 0..ROUNDS {
        let more: Vec<_> = links.iter().flat_map(|(link, to)| below(&files, link, to)).collect();
        let before = files.len();
        files.extend(more);
        if files.len() == before {
            break;
        }
    }
    Ok(files)
}

/// Adds the files of a folder that was renamed as a whole, under its name of now.
///
/// Goes in: the files of the tree, the paths that are judged, and the files that are read now. A
/// path with no file in the tree had the name of the folder that is gone and held most of the same
/// contents at the same places.
///
/// # Errors
/// When git cannot be asked.
pub fn follow(
    entries: &mut BTreeMap<PathBuf, Object>,
    paths: &[PathBuf],
    now: &[FileRecord],
) -> Result<()> {
    for folder in paths.iter().filter_map(|path| path.canonicalize().ok()) {
        let is_inside = |path: &&PathBuf| path.starts_with(&folder);
        if !folder.is_dir() || entries.keys().any(|path| is_inside(&path)) {
            continue;
        }
        let files = now.iter().filter(|it| it.is_read()).map(|it| &it.file.path);
        let files: Vec<&PathBuf> = files.filter(is_inside).collect();
        let objects = git::objects(&files)?;
        let mut votes: BTreeMap<PathBuf, usize> = BTreeMap::new();
        for (file, object) in files.iter().zip(&objects) {
            let Ok(rest) = file.strip_prefix(&folder) else { continue };
            let same =
                entries.iter().filter(|(path, known)| *known == object && path.ends_with(rest));
            for old in same.filter_map(|(path, _)| path.ancestors().nth(rest.components().count()))
            {
                *votes.entry(old.to_owned()).or_default() += 1;
            }
        }
        let is_gone =
            |old: &Path| !entries.keys().any(|path| path.starts_with(old) && path.exists());
        let gone = votes.into_iter().filter(|(old, _)| is_gone(old));
        let Some((old, _)) = gone.max_by_key(|(_, votes)| *votes) else { continue };
        let inside: Vec<(PathBuf, Object)> = entries
            .iter()
            .filter_map(|(path, object)| {
                Some((folder.join(path.strip_prefix(&old).ok()?), object.clone()))
            })
            .collect();
        entries.extend(inside);
    }
    Ok(())
}

/// A link with the path it leads to.
fn aimed(link: PathBuf, to: &[u8]) -> (PathBuf, PathBuf) {
    let folder = link.parent().unwrap_or(Path::new(""));
    let mut target = PathBuf::new();
    for part in folder.join(&*String::from_utf8_lossy(to)).components() {
        match part {
            Component::ParentDir => {
                target.pop();
            }
            Component::CurDir => {}
            part => target.push(part),
        }
    }
    (link, target)
}

/// The files that a link leads to, under the link; one that leads above itself leads nowhere new.
fn below(files: &BTreeMap<PathBuf, Object>, link: &Path, to: &Path) -> Vec<(PathBuf, Object)> {
    if link.starts_with(to) {
        return Vec::new();
    }
    let at = files.range(to.to_owned()..).take_while(|(path, _)| path.starts_with(to));
    let under = at.filter_map(|(path, object)| {
        let rest = path.strip_prefix(to).ok()?;
        let path = if rest.as_os_str().is_empty() { link.to_owned() } else { link.join(rest) };
        Some((path, object.clone()))
    });
    under.collect()
}
