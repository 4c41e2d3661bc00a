//! `--format NAME[=FILE]`: in which formats an answer is written, and where each of them goes.

use std::ffi::OsStr;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Args, Command, Error};
use roundtable::report::{Audience, Format, Subject};

use crate::cli::flags::output::Output;
use crate::cli::flags::screen::Screen;
use crate::cli::streams::{to_stdout, unless_closed};
use crate::cli::{ci, file};

/// The flags.
#[derive(Args)]
#[command(next_help_heading = "Where it goes")]
pub struct Delivery<S: Subject> {
    /// How it is written, each format to its own file or else to standard output
    ///
    /// Give it several times to write several at once; every file is written whole or not at all.
    #[arg(
        short = 'f',
        long = "format",
        value_name = "NAME[=FILE]",
        default_value = S::FORMATS[0].name,
        value_parser = Targets(PhantomData::<S>),
    )]
    targets: Vec<Target<S>>,

    #[command(flatten)]
    output: Output,
}

/// One format, and where it goes.
#[derive(Clone)]
struct Target<S: Subject> {
    format: &'static Format<S>,
    /// None for standard output, or where `--output` sends it.
    file: Option<PathBuf>,
}

impl<S: Subject> Delivery<S> {
    /// Makes `--color` hold, and refuses what cannot be delivered, before any work is done.
    ///
    /// # Errors
    /// When two formats are to go to one place.
    pub fn settle(&self) -> Result<()> {
        self.output.screen.settle_color();
        if let (Some(file), true) =
            (self.output.file(), self.targets.iter().all(|it| it.file.is_some()))
        {
            bail!(
                "--output {} gets nothing: every --format names a file of its own; leave it out, or \
                 add a --format without a file",
                file.display()
            );
        }
        for (at, target) in self.targets.iter().enumerate() {
            let place = self.place(target);
            let is_there = |other: &&Target<S>| match (self.place(other), place) {
                (Some(other), Some(place)) => file::are_same(other, place),
                (other, place) => other == place,
            };
            let Some(other) = self.targets[..at].iter().find(is_there) else { continue };
            let names = format!("{} and {}", other.format.name, target.format.name);
            match place {
                Some(file) => bail!("{names} cannot both go to {}", file.display()),
                None => bail!(
                    "{names} cannot both go to standard output; send one to a file: --format \
                     {}=FILE",
                    target.format.name
                ),
            }
        }
        Ok(())
    }

    /// The same flags for another subject, in the formats of the same names.
    ///
    /// # Errors
    /// When the other subject has no such format.
    pub fn of<T: Subject>(&self, flag: &str) -> Result<Delivery<T>> {
        let target = |target: &Target<S>| {
            let name = target.format.name;
            let Some(format) = Format::<T>::named(name) else {
                let names: Vec<&str> = T::FORMATS.iter().map(|format| format.name).collect();
                bail!("{flag} is not written as {name}; choose {}", names.join(" or "));
            };
            Ok(Target { format, file: target.file.clone() })
        };
        let targets = self.targets.iter().map(target).collect::<Result<_>>()?;
        Ok(Delivery { targets, output: self.output.clone() })
    }

    /// Refuses to write over files that were read, before anything is written; they are asked for
    /// only where there is a file to write over.
    ///
    /// # Errors
    /// When one of the formats is to go to one of them, by whatever path.
    pub fn spare(&self, read: impl FnOnce() -> Vec<PathBuf>) -> Result<()> {
        let places = self.targets.iter().filter_map(|it| Some((it, self.place(it)?)));
        let there: Vec<_> = places.filter(|(_, place)| place.is_file()).collect();
        if there.is_empty() {
            return Ok(());
        }
        let read = read();
        for (target, place) in there {
            if read.iter().any(|it| file::are_same(it, place)) {
                let flag = self.flag(target);
                bail!("{flag} is one of the files that were read; name another");
            }
        }
        Ok(())
    }

    /// Whether one of the formats is for them.
    pub fn is_for(&self, audience: Audience) -> bool {
        self.targets.iter().any(|target| target.format.audience == audience)
    }

    /// Writes every format for these readers to its place, though one fails; what failed comes
    /// back.
    pub fn write(&self, page: &S::Page<'_>, readers: &[Audience]) -> Vec<anyhow::Error> {
        let targets = self.targets.iter().filter(|it| readers.contains(&it.format.audience));
        targets.filter_map(|target| self.write_one(target, page).err()).collect()
    }

    /// How a terminal is written to.
    pub fn screen(&self) -> &Screen {
        &self.output.screen
    }

    fn write_one(&self, target: &Target<S>, page: &S::Page<'_>) -> Result<()> {
        let screen = &self.output.screen;
        let Format { write, summary, .. } = target.format;
        match self.place(target) {
            None => unless_closed(to_stdout(|to| write(page, screen.look(), to)))?,
            Some(place) => {
                let look = screen.look_of_file();
                file::write(place, |to| write(page, look, to))
                    .map_err(|error| file::refused(place, error))?;
            }
        }
        summary.map_or(Ok(()), |summary| ci::summarize(|room, text| summary(page, room, text)))
    }

    /// Where a format goes; none for standard output.
    fn place<'a>(&'a self, target: &'a Target<S>) -> Option<&'a Path> {
        target.file.as_deref().or(self.output.file())
    }

    /// The flag that sends a format to its file, as the user wrote it.
    fn flag(&self, target: &Target<S>) -> String {
        let output = || self.output.file().unwrap_or(Path::new("-"));
        match &target.file {
            Some(file) => format!("--format {}={}", target.format.name, file.display()),
            None => format!("--output {}", output().display()),
        }
    }
}

/// Reads `sarif=overlap.sarif`; the names and what they are for stand in the help.
#[derive(Clone)]
struct Targets<S>(PhantomData<S>);

impl<S: Subject> TypedValueParser for Targets<S> {
    type Value = Target<S>;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Target<S>, Error> {
        let Some(text) = value.to_str() else {
            return Err(Error::new(ErrorKind::InvalidUtf8).with_cmd(command));
        };
        let (name, file) = match text.split_once('=') {
            Some((name, file)) => (name, Some(file).filter(|file| *file != "-")),
            None => (text, None),
        };
        let names = PossibleValuesParser::new(S::FORMATS.iter().map(|format| format.name));
        let name = names.parse_ref(command, arg, OsStr::new(name))?;
        if file == Some("") {
            let message = format!("--format {text}: the file has no name\n");
            return Err(Error::raw(ErrorKind::InvalidValue, message).with_cmd(command));
        }
        let format = Format::named(&name).ok_or_else(|| Error::new(ErrorKind::InvalidValue))?;
        Ok(Target { format, file: file.map(|file| Path::new(file).to_owned()) })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let value = |format: &Format<S>| PossibleValue::new(format.name).help(format.about);
        Some(Box::new(S::FORMATS.iter().map(value)))
    }
}
