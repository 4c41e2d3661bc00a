//! What became of every file: read, and whose it is, or left out, and why.

use std::borrow::Cow;
use std::path::PathBuf;

use crate::roadmap::{Roadmap, RoadmapFile};

/// What became of one file, or of a folder that was not looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// The file.
    pub file: RoadmapFile,
    /// What became of it.
    pub outcome: Outcome,
}

/// What becomes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was read.
    Read {
        /// The name of its format; none if no format recognises it.
        format: Option<&'static str>,
        /// Its roadmaps, in the order of the file.
        roadmaps: Vec<RoadmapRecord>,
        /// Whether something in it could not be read.
        is_broken: bool,
    },
    /// It is no roadmap, and why: `hidden`, `a Docker Compose file`.
    LeftOut(Cow<'static, str>),
}

/// A roadmap as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadmapRecord {
    /// Whose it is.
    pub leader: String,
    /// How that is known.
    pub named_by: NamedBy,
    /// How many items it has.
    pub items: usize,
}

/// How it is known whose a roadmap is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NamedBy {
    /// The roadmap says so itself.
    #[default]
    Roadmap,
    /// Its items say so, each for itself.
    Items,
    /// By the name of the file.
    File,
    /// By the name of the folder around the file.
    Folder,
}

impl FileRecord {
    /// A file or folder that is left out.
    pub fn left_out(shown: String, path: PathBuf, why: impl Into<Cow<'static, str>>) -> Self {
        Self { file: RoadmapFile { shown, path }, outcome: Outcome::LeftOut(why.into()) }
    }

    /// Whether it was read, in full or in part.
    pub fn is_read(&self) -> bool {
        matches!(self.outcome, Outcome::Read { .. })
    }

    /// How many items were read from it.
    pub fn items(&self) -> usize {
        match &self.outcome {
            Outcome::Read { roadmaps, .. } => roadmaps.iter().map(|it| it.items).sum(),
            Outcome::LeftOut(_) => 0,
        }
    }
}

impl RoadmapRecord {
    /// What a roadmap comes to.
    pub fn of(roadmap: &Roadmap) -> Self {
        let Roadmap { leader, named_by, items, .. } = roadmap;
        Self { leader: leader.clone(), named_by: *named_by, items: items.len() }
    }
}
