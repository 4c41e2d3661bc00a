//! `--format NAME[=FILE]`: in which formats a check is told, and where each of them goes.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Args, Command, Error};
use roundtable::report::findings::{FORMATS, GateFormat, GatePage};

use crate::cli::ci;
use crate::cli::flags::output::{Output, unless_closed};

/// The flag.
#[derive(Args)]
#[command(next_help_heading = "Where it goes")]
pub struct Delivery {
    /// How the findings are written, each format to its file or else to standard output
    ///
    /// Give it several times to write several at once; every file is written whole or not at all.
    #[arg(
        short = 'f',
        long = "format",
        value_name = "NAME[=FILE]",
        default_value = FORMATS[0].name,
        value_parser = Targets,
    )]
    targets: Vec<Target>,
}

/// One format, and where it goes.
#[derive(Clone)]
struct Target {
    format: &'static GateFormat,
    /// None for standard output, or where `--output` sends it.
    file: Option<PathBuf>,
}

impl Delivery {
    /// Refuses what cannot be delivered, before any work is done.
    ///
    /// # Errors
    /// When two formats are to go to one place.
    pub fn settle(&self, output: &Output) -> Result<()> {
        let place = |target: &Target| target.file.as_deref().or(output.file()).map(Path::to_owned);
        for (at, target) in self.targets.iter().enumerate() {
            let place_of = place(target);
            let Some(other) = self.targets[..at].iter().find(|it| place(it) == place_of) else {
                continue;
            };
            let names = format!("{} and {}", other.format.name, target.format.name);
            match place_of {
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

    /// Whether one of the formats is for people, who want to see the lines.
    pub fn is_for_people(&self) -> bool {
        self.targets.iter().any(Target::is_for_people)
    }

    /// Writes every format to its place, though one fails; what failed comes back.
    ///
    /// Nobody reads that nothing is the matter where nothing is planned; a program still gets its
    /// page.
    pub fn deliver(&self, page: &GatePage, output: &Output) -> Vec<anyhow::Error> {
        let is_told = |target: &&Target| !(page.items.is_empty() && target.is_for_people());
        let targets = self.targets.iter().filter(is_told);
        targets.filter_map(|target| target.write(page, output).err()).collect()
    }
}

impl Target {
    fn is_for_people(&self) -> bool {
        self.format.name == FORMATS[0].name
    }

    fn write(&self, page: &GatePage, output: &Output) -> Result<()> {
        let output = self.file.as_deref().map_or_else(|| output.clone(), |file| output.at(file));
        let page = GatePage { look: output.look(), ..*page };
        unless_closed(output.write(|to| (self.format.write)(&page, to)))?;
        self.format.summary.map_or(Ok(()), |summary| ci::summarize(&page, summary))
    }
}

/// Reads `sarif=overlap.sarif`; the names and what they are for stand in the help.
#[derive(Clone)]
struct Targets;

impl TypedValueParser for Targets {
    type Value = Target;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Target, Error> {
        let Some(text) = value.to_str() else {
            return Err(Error::new(ErrorKind::InvalidUtf8).with_cmd(command));
        };
        let (name, file) = match text.split_once('=') {
            Some((name, file)) => (name, Some(file).filter(|file| *file != "-")),
            None => (text, None),
        };
        let names = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name));
        let name = names.parse_ref(command, arg, OsStr::new(name))?;
        if file == Some("") {
            let message = format!("--format {text}: the file has no name\n");
            return Err(Error::raw(ErrorKind::InvalidValue, message).with_cmd(command));
        }
        let format = FORMATS.iter().find(|format| format.name == name);
        let format = format.ok_or_else(|| Error::new(ErrorKind::InvalidValue))?;
        Ok(Target { format, file: file.map(|file| Path::new(file).to_owned()) })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let value = |format: &GateFormat| PossibleValue::new(format.name).help(format.about);
        Some(Box::new(FORMATS.iter().map(value)))
    }
}
