//! Where a report goes and how that place shows it: file or standard output, colour, width.

use std::env;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, Error, Result, anyhow};
use clap::Args;
use clap::builder::TypedValueParser;
use roundtable::report::answers::Look;
use terminal_size::{Height, Width, terminal_size_of};

use crate::cli::flags::choice::{Choice, one_of};

/// Columns where no terminal tells: a page that fits most screens and most reviews.
const WIDTH: u16 = 100;

/// Narrower than this, no table can be read.
const NARROWEST: u16 = 20;

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

/// The flags of what only ever goes to the terminal.
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

impl Output {
    /// The same for another file.
    #[must_use]
    pub fn at(&self, file: &Path) -> Self {
        Self { file: file.to_owned(), ..self.clone() }
    }

    /// Makes `--color` hold for all that this process writes, its last error included.
    pub fn settle_color(&self) {
        self.screen.settle_color();
    }

    /// Whether the report is to have colours and bold.
    pub fn styled(&self) -> bool {
        match self.file() {
            Some(_) => self.screen.color == ColorChoice::Always,
            None => is_styled(&io::stdout()),
        }
    }

    /// Columns of the report.
    pub fn width(&self) -> usize {
        match self.file() {
            Some(_) => self.screen.width.unwrap_or(WIDTH).into(),
            None => self.screen.width(),
        }
    }

    /// How a person sees an answer there.
    pub fn look(&self) -> Look {
        Look { width: self.width(), styled: self.styled() }
    }

    /// Writes the report to where it goes.
    ///
    /// # Errors
    /// When it cannot be written; a file is then as it was before.
    pub fn write(&self, report: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        match self.file() {
            None => to_stdout(report),
            Some(file) => {
                crate::cli::file::write(file, report).map_err(|error| refused(file, error))
            }
        }
    }

    /// Writes what stands beside the report, as [`Screen::beside`] does.
    pub fn beside(&self, message: impl FnOnce(bool, usize, &mut dyn Write) -> io::Result<()>) {
        self.screen.beside(message);
    }

    /// The file that is written; none for standard output.
    pub fn file(&self) -> Option<&Path> {
        Some(&*self.file).filter(|path| *path != Path::new("-"))
    }
}

impl Screen {
    /// Makes `--color` hold for all that this process writes, its last error included.
    pub fn settle_color(&self) {
        self.color.write_global();
    }

    /// How a person sees what goes to standard output.
    pub fn look(&self) -> Look {
        Look { width: self.width(), styled: is_styled(&io::stdout()) }
    }

    /// Writes what stands beside the report to standard error; `message` is told whether colours
    /// are wanted there, and how many columns there are.
    pub fn beside(&self, message: impl FnOnce(bool, usize, &mut dyn Write) -> io::Result<()>) {
        let stderr = io::stderr();
        let styled = is_styled(&stderr);
        let width = self.width.unwrap_or_else(|| columns(terminal_size_of(&stderr)));
        let mut buffer = BufWriter::new(stderr.lock());
        // When not even standard error can be written, the exit code alone has to tell.
        let _ = message(styled, width.into(), &mut buffer).and_then(|()| buffer.flush());
    }

    fn width(&self) -> usize {
        self.width.unwrap_or_else(|| columns(terminal_size_of(io::stdout()))).into()
    }
}

/// Which file could not be written, and why.
pub fn refused(file: &Path, error: io::Error) -> Error {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty() && !it.exists());
    let file = file.display();
    match folder {
        Some(folder) => anyhow!("cannot write {file}: there is no folder {}", folder.display()),
        None => Error::new(error).context(format!("cannot write {file}")),
    }
}

/// Writes to standard output.
///
/// # Errors
/// When it cannot be written, a closed pipe included.
pub fn to_stdout(text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut stdout = BufWriter::new(io::stdout());
    text(&mut stdout).and_then(|()| stdout.flush()).context("cannot write to standard output")
}

/// Whether the reader of our output has read enough, as `head` does.
pub fn is_closed_pipe(error: &Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

/// What came of writing, where the exit code tells more than the report: a reader that has read
/// enough changes nothing about it.
///
/// # Errors
/// Every other one.
pub fn unless_closed(written: Result<()>) -> Result<()> {
    written.or_else(|error| if is_closed_pipe(&error) { Ok(()) } else { Err(error) })
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
