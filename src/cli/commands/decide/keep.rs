//! Keeps decisions in their file.

use std::io;

use anyhow::{Result, anyhow, bail};
use jiff::civil::Date;
use roundtable::basics::Problem;
use roundtable::decision::{Decision, file};
use roundtable::document::Source;

use crate::cli::flags::agreed::DecisionsFile;

/// The mark that some editors put in front of a text.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Where decisions go, and who decides.
pub struct Keeper<'a> {
    /// What is there already.
    pub kept: &'a DecisionsFile,
    /// Who decides.
    pub by: Option<String>,
    /// The day of the decision.
    pub today: Date,
}

impl Keeper<'_> {
    /// Adds entries to the file; what others added in the meantime stays.
    ///
    /// # Errors
    /// When the file cannot be read or written, or is broken by now; it is then as it was.
    pub fn keep(&self, entries: &[Decision]) -> Result<()> {
        crate::cli::file::update(&self.kept.path, |old| self.added(&old, entries)).map_err(
            |error| match error.downcast::<io::Error>() {
                Ok(error) => crate::cli::file::refused(&self.kept.path, error),
                Err(error) => error.context(format!("cannot write {}", self.kept.file)),
            },
        )
    }

    /// What the entries would look like in the file.
    ///
    /// # Errors
    /// As for [`Keeper::keep`].
    pub fn shown(entries: &[Decision]) -> Result<String> {
        let start = Source::new("decisions:\n".to_owned(), "");
        let text = file::append(&start, entries).map_err(|problems| told(&problems))?;
        Ok(text[start.text.len()..].trim_start_matches('\n').to_owned())
    }

    fn added(&self, old: &[u8], entries: &[Decision]) -> Result<Vec<u8>> {
        let (source, problems) = Source::decode(old.to_vec(), &self.kept.file);
        let text = old.strip_prefix(MARK).unwrap_or(old);
        if !problems.is_empty() || source.text.as_bytes() != text {
            bail!("it is not in UTF-8: save it so first");
        }
        let mark = &old[..old.len() - text.len()];
        let new = file::append(&source, entries).map_err(|problems| told(&problems))?;
        Ok([mark, new.as_bytes()].concat())
    }
}

fn told(problems: &[Problem]) -> anyhow::Error {
    let told = problems.first().map(|it| format!("{}: {}", it.place, it.message));
    anyhow!(told.unwrap_or_default())
}
