//! `--judge`: a second opinion on what is only worth a look, by a program of the company's own.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use roundtable::basics::{Problem, show};
use roundtable::config::Config;
use roundtable::document::Source;
use roundtable::opinion::{self, Opinions};

use crate::cli::flags::agreed::DecisionsFile;

/// The flags.
#[derive(Args)]
#[command(next_help_heading = "Second opinion")]
pub struct JudgeFlags {
    /// Ask a program of your own, such as a local language model, about what is only worth a look
    ///
    /// It reads one JSON object per line: id, a and b (name, description, tags, leader, team), score,
    /// because; and writes for each {"id": 0, "verdict": "same", "why": "…"}, where the verdict is
    /// same, related or different. Answers are kept in opinions.jsonl beside the decisions, so that
    /// nothing is asked twice and a run without the program agrees.
    #[arg(long, value_name = "COMMAND", env = "ROUNDTABLE_JUDGE", hide_env_values = true)]
    judge: Option<String>,

    /// Stop the program when no answer comes for so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    judge_timeout: u64,
}

impl JudgeFlags {
    /// The command and how long to wait for each answer, if there is one.
    pub fn command(&self) -> Option<(&str, Duration)> {
        let command = self.judge.as_deref().filter(|command| !command.trim().is_empty());
        command.map(|command| (command, Duration::from_secs(self.judge_timeout.max(1))))
    }
}

/// The opinions that are kept.
#[derive(Default)]
pub struct OpinionsFile {
    /// The opinions.
    pub opinions: Opinions,
    /// What is wrong with the file.
    pub problems: Vec<Problem>,
    /// The file, whether or not there is one yet.
    pub path: PathBuf,
}

impl OpinionsFile {
    /// Reads the file beside the decisions, and makes sure that it is not taken for a roadmap.
    pub fn read(kept: &DecisionsFile, config: &mut Config) -> Self {
        let path = kept.path.with_file_name(opinion::FILE);
        config.mapping.ours.push(path.clone());
        if !fs::exists(&path).unwrap_or(false) {
            return Self { path, ..Self::default() };
        }
        let (source, mut problems) = Source::open(&path, &show(&path));
        let (opinions, told) = opinion::read(&source);
        problems.extend(told);
        Self { opinions, problems, path }
    }
}
