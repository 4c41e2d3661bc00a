//! What a command wants to be read.

use std::path::PathBuf;

use jiff::civil::Date;
use roundtable::config::Config;
use roundtable::roadmap::{self, Mapping, Reading};

use crate::cli::flags::agreed::{AgreedFlags, DecisionsFile};
use crate::cli::flags::config::ConfigFlag;
use crate::cli::flags::matching::MatchingFlags;

/// What a command wants to be read.
pub struct Input<'a> {
    /// The configuration.
    pub config: &'a ConfigFlag,
    /// The roadmaps.
    pub plans: Plans<'a>,
    /// What was agreed.
    pub agreed: Agreed<'a>,
    /// How names are compared.
    pub matching: &'a MatchingFlags,
}

/// Which roadmaps a command wants.
#[derive(Clone, Copy)]
pub enum Plans<'a> {
    /// Those under the paths; without an item there is no answer.
    Needed(&'a [PathBuf]),
    /// Those under the paths; without an item there is an answer too.
    Context(&'a [PathBuf]),
    /// Those in the working folder. Nobody asked for it: if it has none, what else is there is no
    /// problem.
    Around,
    /// None.
    Unread,
}

/// What a command does with what was agreed.
#[derive(Clone, Copy)]
pub enum Agreed<'a> {
    /// It judges by it: a file that is named must be there.
    Judged(&'a AgreedFlags),
    /// It adds to it: the file need not be there yet.
    Written(&'a AgreedFlags),
}

impl<'a> Plans<'a> {
    /// The paths that the user named.
    pub(super) fn paths(self) -> &'a [PathBuf] {
        match self {
            Self::Needed(paths) | Self::Context(paths) => paths,
            Self::Around | Self::Unread => &[],
        }
    }

    /// Reads them.
    pub(super) fn read(self, mapping: &Mapping) -> Reading {
        match self {
            Self::Needed(paths) | Self::Context(paths) => roadmap::read(paths, mapping),
            Self::Around => {
                let here = roadmap::read(&[PathBuf::from(".")], mapping);
                if here.roadmaps.is_empty() { Reading::default() } else { here }
            }
            Self::Unread => Reading::default(),
        }
    }

    /// Why there is nothing to compare, though nothing went wrong; none if there is something, or
    /// nothing is needed.
    pub(super) fn nothing(self, reading: &Reading) -> Option<String> {
        let Self::Needed(paths) = self else { return None };
        if reading.roadmaps.iter().any(|roadmap| !roadmap.items.is_empty()) {
            return None;
        }
        let name = |path: &PathBuf| match path.to_string_lossy() {
            here if here == "." => "this folder".to_owned(),
            path => path.into_owned(),
        };
        let paths = paths.iter().map(name).collect::<Vec<_>>().join(", ");
        Some(match reading.read().count() {
            0 => {
                format!(
                    "no roadmap files in {paths}; `roundtable schema` tells what they look like"
                )
            }
            1 => format!("no items in the one roadmap file of {paths}"),
            files => format!("no items in the {files} roadmap files of {paths}"),
        })
    }
}

impl Agreed<'_> {
    /// Reads what was agreed, and the day to judge by.
    pub(super) fn read(self, config: &mut Config) -> (DecisionsFile, Date) {
        match self {
            Self::Judged(flags) => (flags.read(config), flags.today()),
            Self::Written(flags) => (flags.read(config).or_new(), flags.today()),
        }
    }
}
