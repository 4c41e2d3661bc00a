//! `--output`: the file that takes what would go to standard output.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::flags::screen::Screen;

/// The flags.
#[derive(Args, Clone)]
#[command(next_help_heading = "Where it goes")]
pub struct Output {
    /// Write to FILE, whole or not at all; - for standard output
    #[arg(
        short = 'o',
        long = "output",
        value_name = "FILE",
        default_value = "-",
        hide_default_value = true
    )]
    file: PathBuf,

    #[command(flatten)]
    pub screen: Screen,
}

impl Output {
    /// The file that is written; none for standard output.
    pub fn file(&self) -> Option<&Path> {
        Some(&*self.file).filter(|path| *path != Path::new("-"))
    }
}
