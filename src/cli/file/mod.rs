//! Writes a file whole or not at all: readers see the old content or the new, never a part, even
//! if the disk is full or the process is killed.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process;

use same_file::Handle;

/// How many parts that killed processes left behind are passed over.
const LEFT_BEHIND: u32 = 100;

/// Writes a neighbour of the file and renames it into place.
///
/// A link is followed; what is no regular file, such as `/dev/null` or a named pipe, is written
/// directly, because there is nothing to put in its place.
///
/// # Errors
/// When it cannot be written; the file is then as it was before.
pub fn write(
    file: &Path,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|it| !it.is_file()) {
        let there = OpenOptions::new().write(true).open(&target)?;
        return fill(there, content).map(drop);
    }
    replace(&target, before.as_ref(), content)
}

/// Makes a new content of the old one and writes it, while nobody else who does so too can come
/// between. A file that is not there yet is empty before.
///
/// # Errors
/// When it cannot be read or written, or as `change` says; the file is then as it was before.
pub fn update(
    file: &Path,
    change: impl FnOnce(Vec<u8>) -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<()> {
    let Locked { mut file, target, is_new } = lock(file)?;
    let mut old = Vec::new();
    let read = file.read_to_end(&mut old).and_then(|_| file.metadata());
    let written = read.map_err(anyhow::Error::from).and_then(|before| {
        let new = change(old)?;
        Ok(replace(&target, Some(&before), |to| to.write_all(&new))?)
    });
    if written.is_err() && is_new {
        // It was not there before; the first error is the one to tell.
        let _ = fs::remove_file(&target);
    }
    written
}

/// A file that this process alone may replace, until it is dropped.
struct Locked {
    file: File,
    target: PathBuf,
    is_new: bool,
}

/// Opens and locks a file, which is made if need be, and waits until it is free.
///
/// Whoever had it before has put another file in its place: then that one is to be locked.
fn lock(path: &Path) -> io::Result<Locked> {
    loop {
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let new = OpenOptions::new().write(true).create_new(true).open(&target);
        let is_new = new.is_ok();
        let file = match File::open(&target) {
            // It was removed at this moment, or it cannot be made.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                new?;
                continue;
            }
            opened => opened?,
        };
        file.lock()?;
        let in_place = Handle::from_path(&target).ok();
        if in_place.is_some_and(|it| {
            file.try_clone().and_then(Handle::from_file).is_ok_and(|own| own == it)
        }) {
            return Ok(Locked { file, target, is_new });
        }
    }
}

fn replace(
    target: &Path,
    before: Option<&Metadata>,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let (part, new) = neighbour(target)?;
    let permissions = before.map_or(Ok(()), |it| new.set_permissions(it.permissions()));
    let written = permissions
        .and_then(|()| fill(new, content))
        // A disk may take a name before it takes what is in the file.
        .and_then(|new| new.sync_all())
        .and_then(|()| fs::rename(&part, target));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&part);
    }
    written
}

/// A new hidden file in the same folder, so that renaming never crosses file systems.
fn neighbour(target: &Path) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut attempt = 0;
    loop {
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}-{attempt}.part", process::id()));
        let part = target.with_file_name(hidden);
        match OpenOptions::new().write(true).create_new(true).open(&part) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < LEFT_BEHIND => {
                attempt += 1;
            }
            opened => return Ok((part, opened?)),
        }
    }
}

fn fill(file: File, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<File> {
    let mut buffer = BufWriter::new(file);
    content(&mut buffer)?;
    buffer.into_inner().map_err(io::IntoInnerError::into_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_many_change_at_once_loses_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("decisions.yaml");
        std::thread::scope(|scope| {
            for name in 0..8_u8 {
                let file = &file;
                scope.spawn(move || {
                    for _ in 0..10 {
                        update(file, |old| Ok([old, vec![b'a' + name]].concat()))
                            .expect("a change");
                    }
                });
            }
        });
        let mut letters = fs::read(&file).expect("a file");
        letters.sort_unstable();
        assert_eq!(letters, (b'a'..b'i').flat_map(|it| [it; 10]).collect::<Vec<_>>());
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_change_that_fails_leaves_everything_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("decisions.yaml");
        assert!(update(&file, |_| anyhow::bail!("no")).is_err());
        assert!(!file.exists());
        fs::write(&file, "old").expect("a file");
        assert!(update(&file, |_| anyhow::bail!("no")).is_err());
        assert!(
            write(&file, |to| to.write_all(b"half").and(Err(io::ErrorKind::StorageFull.into())))
                .is_err()
        );
        assert_eq!(fs::read(&file).expect("a file"), b"old");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}
