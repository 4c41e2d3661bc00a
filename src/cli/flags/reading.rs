//! What is read: roadmaps under paths, and the configuration that says how.

use std::path::PathBuf;

use clap::Args;

use crate::cli::flags::config::ConfigFlag;

/// The flags of a command that needs roadmaps.
#[derive(Args)]
pub struct ReadingFlags {
    /// Files and folders to read, in any mix
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,

    #[command(flatten)]
    pub config: ConfigFlag,
}

/// The flags of a command that has an answer without roadmaps too.
#[derive(Args)]
pub struct OptionalReadingFlags {
    /// Files and folders to read, in any mix
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    #[command(flatten)]
    pub config: ConfigFlag,
}
