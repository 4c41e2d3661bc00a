//! `--config`: which `roundtable.yaml` counts.

use std::borrow::Cow;
use std::env;
use std::path::PathBuf;

use clap::Args;
use roundtable::basics::Problem;
use roundtable::comparison::Settings;
use roundtable::config::{self, Config};
use roundtable::names::Glossary;
use roundtable::similarity::Score;

/// The flag.
#[derive(Args)]
pub struct ConfigFlag {
    /// Read this configuration [default: the nearest roundtable.yaml, from here upwards]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl ConfigFlag {
    /// The configuration to go by: the given file, else the nearest, else the built-in one.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn read(&self) -> Result<Config, Vec<Problem>> {
        let path = self.config.clone().or_else(nearest);
        path.map_or_else(|| Ok(Config::default()), |path| config::read(&path))
    }
}

/// The company's glossary; the built-in one, made once, where it has none of its own.
pub fn glossary(config: &Config) -> Cow<'static, Glossary> {
    match config.glossary.as_slice() {
        [] => Cow::Borrowed(Glossary::builtin()),
        own => Cow::Owned(Glossary::new(own)),
    }
}

/// How the company wants its names compared, from that score on.
pub fn settings<'a>(config: &'a Config, glossary: &'a Glossary, threshold: Score) -> Settings<'a> {
    let Config { contrasts, distinct, .. } = config;
    Settings { threshold, glossary, contrasts, distinct, tries: &[] }
}

/// The nearest `roundtable.yaml`; its bare name when it lies in the working folder itself, so that
/// messages are the same on every machine.
fn nearest() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    let found = config::find(&here)?;
    Some(found.strip_prefix(&here).map(PathBuf::from).unwrap_or(found))
}
