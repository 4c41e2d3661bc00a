//! `--decisions` and `--today`: what was agreed, and the day by which it is judged.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Zoned;
use jiff::civil::Date;
use roundtable::basics::{Problem, show};
use roundtable::config::Config;
use roundtable::decision::{Decision, file};
use roundtable::document::Source;

/// The flags.
#[derive(Args)]
#[command(next_help_heading = "What was agreed")]
pub struct AgreedFlags {
    /// Where decisions are kept [default: decisions.yaml beside roundtable.yaml, or here]
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,

    /// Judge as of another day, such as 2027-03-31 [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

/// What was agreed, as far as it could be read.
#[derive(Default)]
pub struct DecisionsFile {
    /// The entries, in the order of the file.
    pub decisions: Vec<Decision>,
    /// What is wrong with the file.
    pub problems: Vec<Problem>,
    /// The file, whether or not there is one yet.
    pub path: PathBuf,
    /// The file as the user would write it.
    pub file: String,
}

impl DecisionsFile {
    /// The same for whoever is about to write the file: it need not be there yet.
    pub fn or_new(mut self) -> Self {
        if !self.path.exists() {
            self.problems.clear();
        }
        self
    }

    /// The problems of the file among those of the roadmaps, in the order of places.
    pub fn with_problems(&self, others: &[Problem]) -> Vec<Problem> {
        let mut problems: Vec<_> = others.iter().chain(&self.problems).cloned().collect();
        problems.sort();
        problems
    }
}

impl AgreedFlags {
    /// Reads what was agreed, and makes sure that the file is not taken for a roadmap.
    ///
    /// The usual file need not be there; one that is named must be.
    pub fn read(&self, config: &mut Config) -> DecisionsFile {
        let named = self.decisions.clone().or_else(|| config.decisions.clone());
        let path = named.clone().unwrap_or_else(|| config.mapping.root.join(file::FILE));
        config.mapping.ours.push(path.clone());
        let file = show(&path);
        let (decisions, problems) = match named {
            None if !path.exists() => (Vec::new(), Vec::new()),
            _ => read(&path, &file),
        };
        DecisionsFile { decisions, problems, path, file }
    }

    /// The day to judge by.
    pub fn today(&self) -> Date {
        self.today.unwrap_or_else(|| Zoned::now().date())
    }
}

/// Reads a file that must be there.
fn read(path: &Path, shown: &str) -> (Vec<Decision>, Vec<Problem>) {
    let (source, mut problems) = Source::open(path, shown);
    let (decisions, told) = file::read(&source);
    problems.extend(told);
    (decisions, problems)
}

/// A day as it is written in the decisions file.
pub fn day(text: &str) -> Result<Date, &'static str> {
    let day = text.parse::<Date>().ok().filter(|day| day.to_string() == text);
    day.ok_or("expected a day such as 2027-03-31")
}
