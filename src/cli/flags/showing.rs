//! The flags that say which part of the findings is shown, and how.

use clap::Args;
use clap::builder::TypedValueParser;
use roundtable::overlap::Kind;
use roundtable::report::{FORMATS, Format};

use crate::cli::flags::choice::{Choice, one_of};

/// Overlaps in a report for people, unless `--limit` says otherwise: a screen or two.
const LIMIT_FOR_PEOPLE: usize = 20;

/// The flags.
#[derive(Args)]
#[command(next_help_heading = "What is shown")]
pub struct Showing {
    /// How the report is written
    #[arg(short, long, default_value = FORMATS[0].name, value_parser = formats())]
    pub format: &'static Format,

    /// Show the N widest overlaps only; 0 for all [default: 20 in a table, else all]
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<usize>,

    /// Show overlaps of these kinds, separated by commas; the others are counted
    #[arg(long, value_name = "KINDS", default_value = "across,done", value_parser = kinds(), value_delimiter = ',')]
    kind: Vec<Kind>,

    /// Show file and line of every item
    #[arg(short, long)]
    pub places: bool,

    /// Show why items are one feature, and how sure that is
    #[arg(short, long)]
    pub why: bool,
}

impl Showing {
    /// Whether the report is for people: the first format is, the others are for programs.
    pub fn is_for_people(&self) -> bool {
        self.format.name == FORMATS[0].name
    }

    /// How many overlaps to show; none for all.
    pub fn limit(&self) -> Option<usize> {
        let default = if self.is_for_people() { LIMIT_FOR_PEOPLE } else { 0 };
        Some(self.limit.unwrap_or(default)).filter(|&limit| limit > 0)
    }

    /// The kinds to show, each once.
    pub fn kinds(&self) -> Vec<Kind> {
        let mut kinds = self.kind.clone();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

fn formats() -> impl TypedValueParser<Value = &'static Format> {
    one_of(FORMATS.iter().map(|format| Choice {
        name: format.name,
        about: format.about,
        value: format,
    }))
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    let about = |kind| match kind {
        Kind::Across => "Leaders with no reporting line between them: duplication",
        Kind::Done => "Somebody has it already: reuse it",
        Kind::Down => "All on one reporting line: the strategy is deployed",
        Kind::Within => "One leader twice",
    };
    one_of(Kind::ALL.map(|kind| Choice { name: kind.word(), about: about(kind), value: kind }))
}
