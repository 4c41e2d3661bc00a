//! Writes a file whole or not at all: readers see the old content or the new, never a part, even
//! if the disk is full or the process is killed.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Error, Result, anyhow};
use same_file::{Handle, is_same_file};
use tempfile::{Builder, NamedTempFile};

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
        return fill(OpenOptions::new().write(true).open(&target)?, content);
    }
    replace(&target, before.as_ref(), content)
}

/// Makes a new content of the old one and writes it, while nobody else who does so too can come
/// between. A file that is not there yet is empty before.
///
/// # Errors
/// When it cannot be read or written, or as `change` says; the file is then as it was before.
pub fn update(file: &Path, change: impl FnOnce(Vec<u8>) -> Result<Vec<u8>>) -> Result<()> {
    let Locked { mut file, target, is_new } = lock(file)?;
    let mut old = Vec::new();
    let read = file.read_to_end(&mut old).and_then(|_| file.metadata());
    let written = read.map_err(Error::from).and_then(|before| {
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

/// Whether two paths lead to one file, through links or other spellings; of files that are not there
/// yet, whether they would be one.
pub fn are_same(one: &Path, other: &Path) -> bool {
    is_same_file(one, other)
        .unwrap_or_else(|_| settled(one).is_some_and(|one| Some(one) == settled(other)))
}

/// The path of a file that need not be there, through the links of its folder.
fn settled(file: &Path) -> Option<PathBuf> {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(folder.canonicalize().ok()?.join(file.file_name()?))
}

/// Which file could not be written, and why.
pub fn refused(file: &Path, error: io::Error) -> Error {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty() && !it.exists());
    let file = file.display();
    match folder {
        Some(folder) => anyhow!("cannot write {file}: there is no folder {}", folder.display()),
        None => Error::new(error).context(format!("cannot write {file}")),
    }
}

fn replace(
    target: &Path,
    before: Option<&Metadata>,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut new = neighbour(target)?;
    if let Some(before) = before {
        new.as_file().set_permissions(before.permissions())?;
    }
    fill(&mut new, content)?;
    // A disk may take a name before it takes what is in the file.
    new.as_file().sync_all()?;
    new.persist(target)?;
    Ok(())
}

/// A new hidden file in the same folder, so that renaming never crosses file systems; it vanishes
/// unless it is renamed.
fn neighbour(target: &Path) -> io::Result<NamedTempFile> {
    let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let folder = target.parent().filter(|it| !it.as_os_str().is_empty());
    let mut hidden = OsString::from(".");
    hidden.push(name);
    let mut builder = Builder::new();
    builder.prefix(&hidden).suffix(".part");
    // As readable as any new file, where a temporary file is private.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder.unwrap_or(Path::new(".")))
}

fn fill(
    file: impl Write,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut buffer = BufWriter::new(file);
    content(&mut buffer)?;
    buffer.flush()
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
    fn one_file_is_known_by_every_path() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("plan.yaml"), "").expect("a file");
        fs::create_dir(at("more")).expect("a folder");
        for (one, other, same) in [
            ("plan.yaml", "more/../plan.yaml", true),
            ("new.yaml", "more/../new.yaml", true),
            ("plan.yaml", "new.yaml", false),
            ("new.yaml", "more/new.yaml", false),
        ] {
            assert_eq!(are_same(&at(one), &at(other)), same, "{one} {other}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_a_new_file_is_no_secret() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let mode = |file: &Path| fs::metadata(file).expect("a file").permissions().mode() & 0o777;
        let [plain, new, kept] = ["plain", "new", "kept"].map(|it| folder.path().join(it));
        fs::write(&plain, "").expect("a file");
        write(&new, |to| to.write_all(b"new")).expect("it is written");
        assert_eq!(mode(&new), mode(&plain));
        fs::write(&kept, "old").expect("a file");
        fs::set_permissions(&kept, fs::Permissions::from_mode(0o622)).expect("ours");
        write(&kept, |to| to.write_all(b"new")).expect("it is written");
        assert_eq!(mode(&kept), 0o622);
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
