//! Walks through overlaps with a person at a terminal.

mod questions;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io::{self, Write};

use anyhow::Result;
use console::Key;
use jiff::civil::Date;
use roundtable::decision::{Agreed, Decision};
use roundtable::report::overlaps::{OverlapsPage, Ranked, one};
use roundtable::report::{Look, agreement, terminal, wrapped};

use crate::cli::commands::decide::about;
use crate::cli::commands::decide::line::Reply;
use crate::cli::commands::decide::walk::questions::pairs;

/// The keys of the decisions.
const KEYS: [(char, Agreed); 5] = [
    ('m', Agreed::Merge),
    ('s', Agreed::Shared),
    ('p', Agreed::Separate),
    ('d', Agreed::Distinct),
    ('l', Agreed::Later),
];

const DECISIONS: &str = "m merge  s shared  p separate  d distinct  l later";
const OTHERS: &str = "Enter skip  b back  q quit  ? help";

/// A person, what they are asked about, and where their answers go.
pub struct Walk<'a> {
    /// What was found.
    pub page: &'a OverlapsPage<'a>,
    /// What the screen shows.
    pub look: Look,
    /// Who decides.
    pub by: Option<&'a str>,
    /// The day of the decisions.
    pub today: Date,
    /// The file that the answers are kept in, as the user would write it.
    pub file: &'a str,
    /// The keys as they are pressed.
    pub keys: &'a mut dyn FnMut() -> io::Result<Key>,
    /// The screen.
    pub out: &'a mut dyn Write,
    /// Keeps decisions instead of others, all or none; what somebody else decided meanwhile comes
    /// back in place of each that is not kept.
    pub keep: &'a mut Keep<'a>,
    /// What was kept about each overlap, by its index.
    pub kept: BTreeMap<usize, Vec<Decision>>,
}

/// Keeps some decisions instead of others.
pub type Keep<'a> = dyn FnMut(&[Decision], &[Decision]) -> Result<Vec<Option<Decision>>> + 'a;

/// What comes next.
enum Step {
    Next,
    Back,
    Again,
    Hint,
    Stop,
    /// It is decided, by this person or by another meanwhile.
    Decided,
}

impl Walk<'_> {
    /// Asks about every overlap, and tells what came of it.
    ///
    /// # Errors
    /// When an answer cannot be kept, or the terminal is gone; what was kept before stays.
    pub fn through(&mut self, overlaps: &[usize]) -> Result<()> {
        if overlaps.is_empty() {
            writeln!(self.out, "Nothing is left to be decided.")?;
            return Ok(());
        }
        let mut decided = vec![false; overlaps.len()];
        let (mut at, mut shown) = (0, None);
        while at < overlaps.len() {
            let count = (at + 1, overlaps.len());
            if shown != Some(at) {
                let overlap = &self.page.overlaps[overlaps[at]];
                let (rank, tier) = (at + 1, overlap.tier);
                let ranked = Ranked { rank, overlap, at: overlaps[at], tier };
                one(self.page, ranked, self.look, self.out)?;
                self.hint(overlaps[at], count)?;
            }
            shown = Some(at);
            match self.step(overlaps[at])? {
                Step::Next => at += 1,
                Step::Decided => {
                    decided[at] = true;
                    at += 1;
                }
                Step::Back => (at, shown) = (at.saturating_sub(1), None),
                Step::Again => {}
                Step::Hint => self.hint(overlaps[at], count)?,
                Step::Stop => break,
            }
        }
        let left = decided.iter().filter(|&&it| !it).count();
        let file = terminal(self.file);
        let told = match (self.kept.len(), left) {
            (0, 0) => "None left to be decided.".to_owned(),
            (0, left) => format!("Nothing was written; {left} left to be decided."),
            (count, 0) => format!("{count} decided in {file}, none left."),
            (count, left) => {
                format!("{count} decided in {file}, {left} left: the next run goes on with them.")
            }
        };
        writeln!(self.out, "{told}")?;
        Ok(())
    }

    fn hint(&mut self, overlap: usize, (at, of): (usize, usize)) -> io::Result<()> {
        let count = format!(" {at} of {of}: ");
        let indent = count.len();
        let subject = self.subject(overlap, self.look.width.saturating_sub(indent));
        writeln!(self.out, "{count}{subject}\n{:indent$}{DECISIONS}\n{:indent$}{OTHERS}", "", "")?;
        self.out.flush()
    }

    /// What is asked about, in that many columns.
    fn subject(&self, overlap: usize, room: usize) -> String {
        let name = terminal(&self.page.overlaps[overlap].name);
        let mut lines = wrapped(&name, room.max(1)).into_iter();
        let first = lines.next().unwrap_or_default();
        if lines.next().is_none() { first } else { format!("{} …", first.trim_end()) }
    }

    /// Takes one key and does what it says.
    fn step(&mut self, overlap: usize) -> Result<Step> {
        let key = (self.keys)()?;
        let letter = match key {
            Key::Char(letter) => letter.to_ascii_lowercase(),
            Key::Enter | Key::ArrowRight | Key::ArrowDown => return Ok(Step::Next),
            Key::ArrowLeft | Key::ArrowUp => return Ok(Step::Back),
            Key::CtrlC | Key::Escape => return Ok(Step::Stop),
            _ => return Ok(Step::Again),
        };
        match letter {
            ' ' | 'n' => return Ok(Step::Next),
            'b' => return Ok(Step::Back),
            'q' | '\u{4}' => return Ok(Step::Stop),
            '?' | 'h' => {
                for (key, agreed) in KEYS {
                    writeln!(self.out, " {key} {}: {}", agreed.word(), about(agreed))?;
                }
                return Ok(Step::Hint);
            }
            _ => {}
        }
        match KEYS.iter().find(|(key, _)| *key == letter) {
            Some(&(_, agreed)) => self.decide(overlap, agreed),
            None => Ok(Step::Again),
        }
    }

    /// Asks what the decision needs, and keeps it.
    fn decide(&mut self, at: usize, agreed: Agreed) -> Result<Step> {
        let overlap = &self.page.overlaps[at];
        writeln!(self.out, " {}: {}", self.subject(at, self.look.width / 2), agreed.word())?;
        let mut entry = Decision::about(overlap, &self.page.company.items, agreed);
        entry.by = self.by.map(str::to_owned);
        entry.date = Some(self.today);
        let mut others = Vec::new();
        let answered = match agreed {
            Agreed::Merge | Agreed::Shared => self.lead(&overlap.leaders, &mut entry)?,
            Agreed::Later => self.until(&mut entry)?,
            Agreed::Distinct if entry.members.len() > 2 => self.others(&entry, &mut others)?,
            Agreed::Separate | Agreed::Distinct => None,
        };
        let answered = match answered {
            None => self.reason(&mut entry)?,
            stopped => stopped,
        };
        match answered {
            Some(Reply::Stop) => return Ok(Step::Stop),
            Some(_) => return Ok(Step::Hint),
            None => {}
        }
        let entries = if others.is_empty() { vec![entry.clone()] } else { pairs(&entry, &others) };
        let instead = self.kept.get(&at).cloned().unwrap_or_default();
        let meanwhile = (self.keep)(&entries, &instead)?;
        if let Some(other) = meanwhile.into_iter().flatten().next() {
            let agreed = agreement(&other, terminal);
            writeln!(self.out, " somebody decided it meanwhile, and that stays: {agreed}\n")?;
            return Ok(Step::Decided);
        }
        self.kept.insert(at, entries);
        if others.is_empty() {
            writeln!(self.out, " {}\n", agreement(&entry, terminal))?;
            return Ok(Step::Decided);
        }
        writeln!(
            self.out,
            " {}; the rest is asked about in the next run\n",
            agreement(&entry, terminal)
        )?;
        Ok(Step::Next)
    }
}
