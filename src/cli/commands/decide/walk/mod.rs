//! Walks through overlaps with a person at a terminal.

mod questions;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use anyhow::Result;
use console::Key;
use jiff::civil::Date;
use roundtable::decision::{Agreed, Decision};
use roundtable::report::overlaps::{OverlapsPage, Ranked, one};
use roundtable::report::{Look, agreement, terminal};

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
    /// Keeps decisions, all or none.
    pub keep: &'a mut dyn FnMut(&[Decision]) -> Result<()>,
}

/// What comes next.
enum Step {
    Next,
    Back,
    Again,
    Hint,
    Stop,
    Kept,
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
                let ranked = Ranked {
                    rank: at + 1,
                    overlap,
                    at: overlaps[at],
                    is_doubtful: !overlap.certain,
                };
                one(self.page, ranked, self.look, self.out)?;
                self.hint(count)?;
            }
            shown = Some(at);
            match self.step(overlaps[at])? {
                Step::Next => at += 1,
                Step::Kept => {
                    decided[at] = true;
                    at += 1;
                }
                Step::Back => (at, shown) = (at.saturating_sub(1), None),
                Step::Again => {}
                Step::Hint => self.hint(count)?,
                Step::Stop => break,
            }
        }
        let count = decided.iter().filter(|&&it| it).count();
        let file = terminal(self.file);
        let told = match (count, overlaps.len() - count) {
            (0, left) => format!("{left} left to be decided."),
            (count, 0) => format!("{count} decided in {file}, none left."),
            (count, left) => {
                format!("{count} decided in {file}, {left} left: the next run goes on with them.")
            }
        };
        writeln!(self.out, "{told}")?;
        Ok(())
    }

    fn hint(&mut self, (at, of): (usize, usize)) -> io::Result<()> {
        let count = format!(" {at} of {of}: ");
        let indent = count.len();
        writeln!(self.out, "{count}{DECISIONS}\n{:indent$}{OTHERS}", "")?;
        self.out.flush()
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
    fn decide(&mut self, overlap: usize, agreed: Agreed) -> Result<Step> {
        let overlap = &self.page.overlaps[overlap];
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
        if others.is_empty() {
            (self.keep)(std::slice::from_ref(&entry))?;
            writeln!(self.out, " {}\n", agreement(&entry, terminal))?;
            return Ok(Step::Kept);
        }
        (self.keep)(&pairs(&entry, &others))?;
        writeln!(
            self.out,
            " {}; the rest is asked about in the next run\n",
            agreement(&entry, terminal)
        )?;
        Ok(Step::Next)
    }
}
