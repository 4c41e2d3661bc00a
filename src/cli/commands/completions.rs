//! `roundtable completions`: the command line, as shells know it.

use anyhow::Result;
use clap::{Args, Command};
use clap_complete::{Shell, generate};

use crate::cli::streams::to_stdout;
use crate::cli::{Ending, style};

/// Print completions for a shell
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

const EXAMPLES: &str = "
  source <(roundtable completions bash)
      Complete in this shell.

  roundtable completions fish > ~/.config/fish/completions/roundtable.fish
      Complete in every fish from now on.";

/// Prints the completions.
///
/// # Errors
/// When they cannot be written.
pub fn run(completions: &Completions, mut command: Command) -> Result<Ending> {
    // `generate` panics when its writer fails: a vector does not.
    let mut script = Vec::new();
    generate(completions.shell, &mut command, "roundtable", &mut script);
    to_stdout(|to| to.write_all(&script))?;
    Ok(Ending::Done)
}
