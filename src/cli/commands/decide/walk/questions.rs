//! What a decision needs, asked line by line. Every question gives nothing once it is answered, else
//! how it was left.

use std::io;

use anyhow::Result;
use jiff::ToSpan;
use jiff::civil::Date;
use roundtable::decision::Decision;
use roundtable::report::terminal;
use unicode_width::UnicodeWidthStr;

use crate::cli::commands::decide::lead;
use crate::cli::commands::decide::line::{Reply, ask};
use crate::cli::commands::decide::walk::Walk;
use crate::cli::flags::agreed::day;

/// What a decision that is put off has at least, in days.
const SOON: i32 = 14;

impl Walk<'_> {
    /// Asks which members are not what the rest is; none are all of them, each on its own.
    pub fn others(&mut self, entry: &Decision, others: &mut Vec<usize>) -> Result<Option<Reply>> {
        for (at, member) in (1..).zip(&entry.members) {
            let (leader, name) = (terminal(&member.leader), terminal(&member.name));
            writeln!(self.out, " {at} {leader}: {name}")?;
        }
        loop {
            let text =
                match self.ask(" Which differ from the rest? Numbers; Enter if all differ:")? {
                    Reply::Text(text) => text,
                    other => return Ok(Some(other)),
                };
            let words = text.split([' ', ',']).filter(|word| !word.is_empty());
            let numbers: Option<Vec<usize>> =
                words.map(|word| word.parse::<usize>().ok()?.checked_sub(1)).collect();
            let Some(mut numbers) = numbers else { continue };
            numbers.sort_unstable();
            numbers.dedup();
            if numbers.iter().all(|&at| at < entry.members.len())
                && numbers.len() < entry.members.len()
            {
                *others = numbers;
                return Ok(None);
            }
        }
    }

    /// Asks who leads: one of the leaders by number, or anybody whom the company knows by name.
    pub fn lead(&mut self, leaders: &[String], entry: &mut Decision) -> Result<Option<Reply>> {
        let mut column = 0;
        for (at, leader) in (1..).zip(leaders) {
            let choice = format!(" {at} {} ", terminal(leader));
            if column > 0 && column + choice.width() > self.look.width {
                writeln!(self.out)?;
                column = 0;
            }
            column += choice.width();
            write!(self.out, "{choice}")?;
        }
        writeln!(self.out)?;
        loop {
            let text = match self.ask(" Who leads? A number or a name:")? {
                Reply::Text(text) => text,
                other => return Ok(Some(other)),
            };
            let number = text.parse::<usize>().ok();
            if let Some(leader) = number.and_then(|at| leaders.get(at.checked_sub(1)?)) {
                entry.lead = Some(leader.clone());
                return Ok(None);
            }
            if number.is_some() || text.is_empty() {
                continue;
            }
            match lead::known(&text, self.page.company) {
                Ok(leader) => {
                    entry.lead = Some(leader);
                    return Ok(None);
                }
                Err(why) => writeln!(self.out, " {why}")?,
            }
        }
    }

    /// Asks why; only where the entry needs no reason, an empty line is one.
    pub fn reason(&mut self, entry: &mut Decision) -> Result<Option<Reply>> {
        let is_needed = entry.agreed.needs() == "reason";
        let question = if is_needed { " Why?" } else { " Why? Enter for no reason:" };
        loop {
            match self.ask(question)? {
                Reply::Text(text) if text.is_empty() && is_needed => {}
                Reply::Text(text) => {
                    entry.reason = Some(text).filter(|text| !text.is_empty());
                    return Ok(None);
                }
                other => return Ok(Some(other)),
            }
        }
    }

    /// Asks for the last day on which it counts.
    pub fn until(&mut self, entry: &mut Decision) -> Result<Option<Reply>> {
        let usual = end_of_quarter(self.today);
        let question = format!(" Decided by which day? Enter for {usual}:");
        loop {
            let text = match self.ask(&question)? {
                Reply::Text(text) => text,
                other => return Ok(Some(other)),
            };
            let until = if text.is_empty() { Ok(usual) } else { day(&text) };
            match until {
                Ok(until) if until >= self.today => {
                    entry.until = Some(until);
                    return Ok(None);
                }
                Ok(_) => writeln!(self.out, " That day has passed.")?,
                Err(why) => writeln!(self.out, " {why}")?,
            }
        }
    }

    fn ask(&mut self, question: &str) -> io::Result<Reply> {
        ask(question, self.look.width, self.keys, self.out)
    }
}

/// The same decision about every member that is another and every one of the rest, two by two.
pub fn pairs(entry: &Decision, others: &[usize]) -> Vec<Decision> {
    let rest = (0..entry.members.len()).filter(|at| !others.contains(at));
    let pairs = rest.flat_map(|one| others.iter().map(move |&other| [one, other]));
    let about = |pair: [usize; 2]| {
        let members = pair.map(|at| entry.members[at].clone()).to_vec();
        Decision { members, ..entry.clone() }
    };
    pairs.map(about).collect()
}

/// The last day of the quarter, or of the next if that is soon.
fn end_of_quarter(today: Date) -> Date {
    let later = today.saturating_add(SOON.days());
    let last = later.with().month((later.month() + 2) / 3 * 3).day(1).build();
    last.map_or(later, Date::last_of_month)
}
