//! The flags that say which part of the findings is shown, and how.

use anyhow::Result;
use clap::Args;
use roundtable::company::Company;
use roundtable::report::overlaps::{Limit, View};

use crate::cli::flags::filter::OverlapFilter;

/// The flags that say how much is shown.
#[derive(Args)]
#[command(next_help_heading = "What is shown")]
pub struct Amount {
    /// Show the first N only; 0 for all [default: 20 in a table, else all]
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<usize>,

    /// Show everything of what is only worth a look, too
    #[arg(long)]
    pub doubtful: bool,

    #[command(flatten)]
    pub filter: OverlapFilter,
}

/// The flags.
#[derive(Args)]
#[command(next_help_heading = "What is shown")]
pub struct Showing {
    #[command(flatten)]
    amount: Amount,

    /// Show file and line of every item
    #[arg(short, long)]
    places: bool,

    /// Show why items are one feature, and how sure that is
    #[arg(short, long)]
    pub why: bool,
}

impl Amount {
    /// How many are shown.
    pub fn limit(&self) -> Limit {
        match self.limit {
            None => Limit::Usual,
            Some(0) => Limit::All,
            Some(most) => Limit::Most(most),
        }
    }
}

impl Showing {
    /// What of the overlaps is shown.
    ///
    /// # Errors
    /// When somebody is asked for whom the company does not have.
    pub fn view(&self, company: &Company) -> Result<View> {
        let Self { amount, places, why } = self;
        let filter = amount.filter.of(company)?;
        let limit = amount.limit();
        Ok(View { filter, limit, doubtful: amount.doubtful, places: *places, why: *why })
    }
}
