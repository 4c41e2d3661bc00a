//! Everything that is tested from outside, as one binary: folder-cases, the documentation's own
//! commands, the story of a planning repository, files that are spared, judged overlaps, the layout,
//! and properties over made-up companies.
//!
//! `UPDATE=1 cargo test` writes what the program prints now into the cases and the documentation;
//! read the difference before you keep it.

mod acme;
#[cfg(unix)]
mod action;
mod answers;
mod cases;
mod command;
mod floors;
mod harmless;
mod judged;
mod layout;
mod properties;
mod readme;
mod spared;
mod story;
mod streams;

use std::env;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether expectations are to be rewritten rather than checked.
pub fn updating() -> bool {
    env::var_os("UPDATE").is_some_and(|update| update != "0")
}

/// The entries of a folder, sorted; none when there is no such folder.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
