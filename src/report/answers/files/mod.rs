//! What became of every file below the paths: what a careful reader checks before trusting a table.

mod json;
mod text;

use crate::basics::Problem;
use crate::report::{Format, Subject};
use crate::roadmap::FileRecord;

/// The answer to `scan --files`.
#[derive(Debug, Clone)]
pub struct Files;

impl Subject for Files {
    type Page<'a> = FilesPage<'a>;

    const FORMATS: &'static [Format<Self>] = &[
        Format::<Self>::people("table", "For a person at a terminal", text::write),
        Format::<Self>::programs("json", "One object, versioned", json::write),
    ];
}

/// Everything that the answer can tell.
pub struct FilesPage<'a> {
    /// The files, in the order of their shown paths.
    pub files: &'a [FileRecord],
    /// What could not be read.
    pub problems: &'a [Problem],
}
