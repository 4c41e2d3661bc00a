//! `--color` and `--width`: how a terminal is written to.

use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use clap::Args;
use clap::builder::TypedValueParser;
use roundtable::basics::{Problem, Severity};
use roundtable::report::{self, Look};
use terminal_size::{Height, Width, terminal_size_of};

use crate::cli::flags::choice::{Choice, one_of};

/// Columns where no terminal tells: a page that fits most screens and most reviews.
const WIDTH: u16 = 100;

/// Narrower than this, no table can be read.
const NARROWEST: u16 = 20;

/// The flags.
#[derive(Args, Clone)]
#[command(next_help_heading = "Where it goes")]
pub struct Screen {
    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = colors())]
    color: ColorChoice,

    /// Columns to use, at least 20 [default: the terminal's, else 100]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(i64::from(NARROWEST)..))]
    width: Option<u16>,

    /// Tell errors only, no warnings and no notes
    #[arg(short, long, conflicts_with = "verbose")]
    quiet: bool,

    /// Tell every problem of the input, not the first ten only
    #[arg(short, long)]
    verbose: bool,
}

/// Problems that are told where nobody asks for all: what fits a screen.
const MOST_PROBLEMS: usize = 10;

impl Screen {
    /// Makes `--color` hold for all that this process writes, its last error included.
    pub fn settle_color(&self) {
        self.color.write_global();
    }

    /// What standard output shows.
    pub fn look(&self) -> Look {
        let width = self.width.unwrap_or_else(|| columns(terminal_size_of(io::stdout())));
        Look { width: width.into(), styled: is_styled(&io::stdout()) }
    }

    /// What a file shows to whoever opens it.
    pub fn look_of_file(&self) -> Look {
        let width = self.width.unwrap_or(WIDTH).into();
        Look { width, styled: self.color == ColorChoice::Always }
    }

    /// Tells problems on standard error: the errors first where there are more than are told.
    pub fn tell(&self, problems: &[Problem]) {
        self.beside(|look, to| self.write(problems, look, to));
    }

    /// Whether problems push the answer off the screen if they are told behind it: both go to a
    /// terminal, and they fill more than half of it.
    pub fn is_hidden_by(&self, problems: &[Problem]) -> bool {
        let terminals = io::stdout().is_terminal() && io::stderr().is_terminal();
        let Some((_, Height(rows))) = terminals.then(|| terminal_size_of(io::stdout())).flatten()
        else {
            return false;
        };
        let (mut text, look) = (Vec::new(), self.look());
        // Memory takes everything.
        let _ = self.write(problems, look, &mut text);
        text.split(|byte| *byte == b'\n').count() > usize::from(rows) / 2
    }

    fn write(&self, problems: &[Problem], look: Look, to: &mut dyn Write) -> io::Result<()> {
        let is_error = |problem: &&Problem| problem.severity == Severity::Error;
        let wanted = problems.iter().filter(|problem| !self.quiet || is_error(problem));
        let mut wanted: Vec<Problem> = wanted.cloned().collect();
        let more = wanted.len().saturating_sub(MOST_PROBLEMS);
        if self.verbose || more == 0 {
            return report::problems(&wanted, look, to);
        }
        wanted.sort_by_key(|problem| !is_error(&problem));
        let errors = wanted[MOST_PROBLEMS..].iter().filter(is_error).count();
        report::problems(&wanted[..MOST_PROBLEMS], look, to)?;
        let errors = match errors {
            0 => String::new(),
            1 => ", 1 of them an error".to_owned(),
            errors => format!(", {errors} of them errors"),
        };
        let problems = if more == 1 { "problem" } else { "problems" };
        writeln!(to, "… {more} more {problems}{errors}: -v tells all\n")
    }

    /// Writes a note on standard error, if notes are wanted.
    pub fn note(&self, note: &str) {
        if !self.quiet {
            self.beside(|_, to| writeln!(to, "note: {note}\n"));
        }
    }

    /// Writes what stands beside an answer to standard error.
    fn beside(&self, message: impl FnOnce(Look, &mut dyn Write) -> io::Result<()>) {
        let stderr = io::stderr();
        let width = self.width.unwrap_or_else(|| columns(terminal_size_of(&stderr)));
        let look = Look { width: width.into(), styled: is_styled(&stderr) };
        let mut buffer = BufWriter::new(stderr.lock());
        // When not even standard error can be written, the exit code alone has to tell.
        let _ = message(look, &mut buffer).and_then(|()| buffer.flush());
    }
}

/// Whether the stream takes colours; where `--color` leaves it open, the terminal and the
/// environment tell (`NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`, `TERM`).
fn is_styled(stream: &impl RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// The columns to use: what `COLUMNS` tells, else the terminal, if there is one.
fn columns(terminal: Option<(Width, Height)>) -> u16 {
    let told = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = terminal.map(|(Width(width), _)| width);
    let known = |width: &u16| *width > 0;
    told.filter(known).or(seen.filter(known)).map_or(WIDTH, |width| width.max(NARROWEST))
}

fn colors() -> impl TypedValueParser<Value = ColorChoice> {
    one_of([
        Choice {
            name: "auto",
            about: "On a terminal, unless NO_COLOR is set",
            value: ColorChoice::Auto,
        },
        Choice { name: "always", about: "Even into a pipe or a file", value: ColorChoice::Always },
        Choice { name: "never", about: "Plain text", value: ColorChoice::Never },
    ])
}
