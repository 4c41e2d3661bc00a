//! Writes a file whole or not at all: readers see the old content or the new, never a part.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process;

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
    let part = neighbour(&target)?;
    let new = OpenOptions::new().write(true).create_new(true).open(&part)?;
    let permissions = before.map_or(Ok(()), |it| new.set_permissions(it.permissions()));
    let written =
        permissions.and_then(|()| fill(new, content)).and_then(|()| fs::rename(&part, &target));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&part);
    }
    written
}

/// A hidden name in the same folder, so that renaming never crosses file systems.
fn neighbour(target: &Path) -> io::Result<PathBuf> {
    let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}.part", process::id()));
    Ok(target.with_file_name(hidden))
}

fn fill(file: File, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut buffer = BufWriter::new(file);
    content(&mut buffer)?;
    buffer.flush()
}
