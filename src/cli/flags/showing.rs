//! The flags that say which part of the findings is shown, and how.

use clap::Args;
use clap::builder::TypedValueParser;
use roundtable::overlap::Kind;
use roundtable::report::overlaps::{Limit, View};

use crate::cli::flags::choice::{Choice, one_of};

/// The flags.
#[derive(Args)]
#[command(next_help_heading = "What is shown")]
pub struct Showing {
    /// Show the N widest overlaps only; 0 for all [default: 20 in a table, else all]
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<usize>,

    /// Show overlaps of these kinds, separated by commas; the others are counted
    #[arg(long, value_name = "KINDS", default_value = "across,done", value_parser = kinds(), value_delimiter = ',')]
    kind: Vec<Kind>,

    /// Show file and line of every item
    #[arg(short, long)]
    places: bool,

    /// Show why items are one feature, and how sure that is
    #[arg(short, long)]
    pub why: bool,
}

impl Showing {
    /// What of the overlaps is shown, each kind once.
    pub fn view(&self) -> View {
        let limit = match self.limit {
            None => Limit::Usual,
            Some(0) => Limit::All,
            Some(most) => Limit::Most(most),
        };
        let mut kinds = self.kind.clone();
        kinds.sort_unstable();
        kinds.dedup();
        View { limit, places: self.places, why: self.why, kinds }
    }
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
