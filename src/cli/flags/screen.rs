//! `--color` and `--width`: how a terminal is written to.

use std::env;
use std::io::{self, BufWriter, Write};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use clap::Args;
use clap::builder::TypedValueParser;
use roundtable::report::Look;
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
}

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

    /// Writes what stands beside an answer to standard error.
    pub fn beside(&self, message: impl FnOnce(Look, &mut dyn Write) -> io::Result<()>) {
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
