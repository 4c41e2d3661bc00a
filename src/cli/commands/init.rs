//! `roundtable init`: a `roundtable.yaml` to start from.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use roundtable::{config, roadmap};

use crate::cli::Ending;
use crate::cli::streams::to_stdout;

/// Write a commented roundtable.yaml for this folder
///
/// The file maps the fields of foreign roadmaps to roundtable's; edit what differs. An existing
/// roundtable.yaml is never touched.
#[derive(Args)]
pub struct Init {}

const NAME: &str = "roundtable.yaml";

/// Writes the file into the working folder.
///
/// # Errors
/// When there is one already, or it cannot be written.
pub fn run() -> Result<Ending> {
    let template = config::template(&roadmap::survey(&[PathBuf::from(".")]));
    match create(Path::new(NAME), &template) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            bail!("{NAME} exists already and is left as it is")
        }
        written => written.with_context(|| format!("cannot write {NAME}"))?,
    }
    to_stdout(|to| writeln!(to, "wrote {NAME}; edit it, then run `roundtable scan`"))?;
    Ok(Ending::Done)
}

/// Creates the file in one step that fails when it exists, so that two at once cannot both win.
fn create(file: &Path, text: &str) -> io::Result<()> {
    let mut new = OpenOptions::new().write(true).create_new(true).open(file)?;
    let written = new.write_all(text.as_bytes());
    if written.is_err() {
        // Half a file is ours to remove; the first error is the one to tell.
        let _ = fs::remove_file(file);
    }
    written
}
