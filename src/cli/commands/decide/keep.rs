//! Keeps decisions in their file.

use std::cell::RefCell;
use std::io;

use anyhow::{Result, anyhow, bail};
use jiff::civil::Date;
use roundtable::basics::{Problem, fold, person};
use roundtable::decision::{Decision, Member, file};
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
    /// What this run has added.
    pub own: RefCell<Vec<Decision>>,
}

impl Keeper<'_> {
    /// Adds entries to the file, instead of those that were added before about the same; what others
    /// added in the meantime stays. An entry about items that somebody else decided about in the
    /// meantime is not added: for every entry the other one comes back, if there is one.
    ///
    /// # Errors
    /// When the file cannot be read or written, or is broken by now; it is then as it was.
    pub fn keep(
        &self,
        entries: &[Decision],
        instead: &[Decision],
    ) -> Result<Vec<Option<Decision>>> {
        let mut meanwhile = Vec::new();
        let change = |old: Vec<u8>| {
            let (new, others) = self.added(&old, entries, instead)?;
            meanwhile = others;
            Ok(new)
        };
        let refused = |error: anyhow::Error| match error.downcast::<io::Error>() {
            Ok(error) => crate::cli::file::refused(&self.kept.path, error),
            Err(error) => error.context(format!("cannot write {}", self.kept.file)),
        };
        crate::cli::file::update(&self.kept.path, change).map_err(refused)?;
        self.own.borrow_mut().extend(entries.iter().cloned());
        Ok(meanwhile)
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

    fn added(
        &self,
        old: &[u8],
        entries: &[Decision],
        instead: &[Decision],
    ) -> Result<(Vec<u8>, Vec<Option<Decision>>)> {
        let (source, problems) = Source::decode(old.to_vec(), &self.kept.file);
        let text = old.strip_prefix(MARK).unwrap_or(old);
        if !problems.is_empty() || source.text.as_bytes() != text {
            bail!("it is not in UTF-8: save it so first");
        }
        let mark = &old[..old.len() - text.len()];
        let mut left = source;
        for entry in instead {
            left = Source::new(file::remove(&left, entry), &self.kept.file);
        }
        let there = file::read(&left).0;
        let meanwhile: Vec<_> = entries.iter().map(|it| self.meanwhile(it, &there)).collect();
        let wanted = entries.iter().zip(&meanwhile).filter(|(_, other)| other.is_none());
        let wanted: Vec<Decision> = wanted.map(|(entry, _)| entry.clone()).collect();
        if wanted.is_empty() && instead.is_empty() {
            return Ok((old.to_vec(), meanwhile));
        }
        let new = file::append(&left, &wanted).map_err(|problems| told(&problems))?;
        Ok(([mark, new.as_bytes()].concat(), meanwhile))
    }

    /// What somebody else decided about two of the items since the file was read.
    fn meanwhile(&self, entry: &Decision, there: &[Decision]) -> Option<Decision> {
        let is_known = |it: &&Decision| {
            self.kept.decisions.iter().chain(&*self.own.borrow()).any(|known| says_as(known, it))
        };
        let shared = |it: &&Decision| {
            let is_shared = |member: &&Member| entry.members.iter().any(|own| is_one(own, member));
            it.members.iter().filter(is_shared).count() > 1
        };
        there.iter().rev().filter(|it| !is_known(it)).find(shared).cloned()
    }
}

/// Whether two entries say the same, wherever they stand.
fn says_as(one: &Decision, other: &Decision) -> bool {
    let said = |it: &Decision| {
        (it.overlap.clone(), it.agreed, it.lead.clone(), it.reason.clone(), it.by.clone(), it.until)
    };
    let members = one.members.iter().zip(&other.members);
    said(one) == said(other)
        && one.members.len() == other.members.len()
        && members.into_iter().all(|(one, other)| is_one(one, other))
}

/// Whether two members are one item.
fn is_one(one: &Member, other: &Member) -> bool {
    let name = |it: &Member| fold(&it.name);
    person(&one.leader) == person(&other.leader)
        && (one.id.is_some() && one.id == other.id || name(one) == name(other))
}

fn told(problems: &[Problem]) -> anyhow::Error {
    let told = problems.first().map(|it| format!("{}: {}", it.place, it.message));
    anyhow!(told.unwrap_or_default())
}
