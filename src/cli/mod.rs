//! The command line: the only place that knows clap; one file per subcommand.

mod ci;
mod commands;
mod file;
mod flags;
mod git;
mod judge;
mod session;
mod streams;
mod style;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, Error, Result};
use clap::{CommandFactory, Parser, Subcommand};

use commands::{
    check, completions, decide, evaluate, explain, find, glossary, init, man, scan, schema,
};
pub use streams::is_closed_pipe;

/// Find the features that several leaders of one company plan without knowing of each other.
///
/// roundtable reads the roadmap files of many leaders, finds the near-duplicate features among them
/// and prints an overlap table, so that the leaders talk before they build.
#[derive(Parser)]
#[command(
    name = "roundtable",
    version,
    styles = style::STYLES,
    max_term_width = 100,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    after_long_help = style::sections(&[("Examples", EXAMPLES), ("Exit codes", EXIT_CODES)]),
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Scan(scan::Scan),
    Check(check::Check),
    Decide(decide::Decide),
    Find(find::Find),
    Explain(explain::Explain),
    Evaluate(evaluate::Evaluate),
    Glossary(glossary::Glossary),
    Init(init::Init),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
}

const EXAMPLES: &str = "
  roundtable scan plans/
      Show the features that several leaders in the folder plan.

  roundtable check plans/ --since origin/main
      In a pull request: fail if it brings what several leaders should decide.

  roundtable decide plans/
      Write down what the leaders agreed about each of them.

  roundtable find \"partner SSO\" plans/
      Ask who plans something like it already.

  roundtable explain \"Partner SSO\" \"SAML login\" plans/
      Ask why two names are one feature, or two.

  roundtable init
      Describe foreign roadmap files in a commented roundtable.yaml.

  source <(roundtable completions bash)
      Complete subcommands and flags in this shell.";

const EXIT_CODES: &str = "
  0  The job was done.
  1  Only from check: something must be decided.
  2  The job could not be done in full: wrong usage, unreadable input, bad configuration.";

/// How a run ended; its number is the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The job was done.
    Done = 0,
    /// The job was done, and leaders have something to decide.
    Undecided = 1,
    /// The job could not be done in full.
    Incomplete = 2,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(ending as u8)
    }
}

/// Does what the arguments of this process ask.
///
/// # Errors
/// What stopped the job as a whole; problems of the input are told on standard error and end in
/// [`Ending::Incomplete`].
pub fn run() -> Result<Ending> {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(answer) => return tell(&answer),
    };
    match &cli.command {
        Command::Scan(scan) => scan::run(scan),
        Command::Check(check) => check::run(check),
        Command::Decide(decide) => decide::run(decide),
        Command::Find(find) => find::run(find),
        Command::Explain(explain) => explain::run(explain),
        Command::Evaluate(evaluate) => evaluate::run(evaluate),
        Command::Glossary(glossary) => glossary::run(glossary),
        Command::Init(_) => init::run(),
        Command::Schema(schema) => schema::run(schema),
        Command::Completions(completions) => completions::run(completions, Cli::command()),
        Command::Man(_) => man::run(Cli::command()),
    }
}

/// Tells on standard error what could not be done.
pub fn complain(error: &Error) {
    // When not even standard error can be written, the exit code alone has to tell.
    let _ = writeln!(anstream::stderr(), "{}: {error:#}", style::error("error"));
}

/// Prints what clap answers in place of a command line: the help, the version or what is wrong.
fn tell(answer: &clap::Error) -> Result<Ending> {
    let told = answer.print();
    if answer.use_stderr() {
        return Ok(Ending::Incomplete);
    }
    told.context("cannot write to standard output")?;
    Ok(Ending::Done)
}
