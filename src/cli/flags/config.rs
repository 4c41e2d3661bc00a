//! `--config`: which `roundtable.yaml` counts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use clap::Args;
use roundtable::basics::Problem;
use roundtable::config::{self, Config};
use roundtable::roadmap::Reading;

/// The flag.
#[derive(Args)]
pub struct ConfigFlag {
    /// Read this configuration [default: the nearest roundtable.yaml, from here upwards]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl ConfigFlag {
    /// The file to go by, if there is one: the given one, else the nearest.
    pub fn path(&self) -> Option<PathBuf> {
        self.config.clone().or_else(nearest)
    }

    /// What looks like a configuration, here or among the files that were found, and is not read.
    pub fn overlooked(&self, reading: &Reading) -> BTreeSet<Problem> {
        let here = fs::read_dir(".").into_iter().flatten().flatten();
        let here: Vec<PathBuf> = here.map(|entry| entry.file_name().into()).collect();
        let found = reading.files.iter().map(|record| Path::new(&record.file.shown));
        config::overlooked(here.iter().map(PathBuf::as_path).chain(found), self.path().as_deref())
    }

    /// The configuration of that file; the built-in one without.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn read(path: Option<&Path>) -> Result<Config, Vec<Problem>> {
        path.map_or_else(|| Ok(Config::default()), config::read)
    }
}

/// The nearest `roundtable.yaml`; its bare name when it lies in the working folder itself, so that
/// messages are the same on every machine.
fn nearest() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    let found = config::find(&here)?;
    Some(found.strip_prefix(&here).map(PathBuf::from).unwrap_or(found))
}
