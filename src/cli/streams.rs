//! Standard output, which may be closed before everything is written.

use std::io::{self, BufWriter, Write};

use anyhow::{Context, Error, Result};

/// Writes to standard output.
///
/// # Errors
/// When it cannot be written, a closed pipe included.
pub fn to_stdout(text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut stdout = BufWriter::new(io::stdout());
    text(&mut stdout).and_then(|()| stdout.flush()).context("cannot write to standard output")
}

/// Whether the reader of our output has read enough, as `head` does.
pub fn is_closed_pipe(error: &Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

/// What came of writing, where the exit code tells more than the text: a reader that has read
/// enough changes nothing about it.
///
/// # Errors
/// Every other one.
pub fn unless_closed(written: Result<()>) -> Result<()> {
    written.or_else(|error| if is_closed_pipe(&error) { Ok(()) } else { Err(error) })
}
