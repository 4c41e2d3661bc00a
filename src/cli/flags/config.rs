//! `--config`: which `roundtable.yaml` counts.

use std::env;
use std::path::{Path, PathBuf};

use clap::Args;
use roundtable::basics::Problem;
use roundtable::config::{self, Config};

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
