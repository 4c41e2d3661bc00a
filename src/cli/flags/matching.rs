//! The flags that move how alike names must be.

use clap::Args;
use clap::builder::TypedValueParser;
use roundtable::config::Config;
use roundtable::similarity::{Score, Sensitivity};

use crate::cli::flags::choice::{Choice, one_of};

/// The flags; they beat the configuration.
#[derive(Args)]
#[command(next_help_heading = "What is one feature")]
pub struct MatchingFlags {
    /// How readily names are called one feature [default: normal]
    #[arg(long, value_name = "HOW", value_parser = sensitivities())]
    sensitivity: Option<Sensitivity>,

    /// How alike names must be, from 0 to 1, in place of --sensitivity
    #[arg(long, value_name = "0..1", value_parser = score, conflicts_with = "sensitivity")]
    threshold: Option<Score>,
}

impl MatchingFlags {
    /// The score from which two names are alike: the flags', else the configuration's.
    pub fn threshold(&self, config: &Config) -> Score {
        let flags = self.threshold.or(self.sensitivity.map(Sensitivity::threshold));
        let configured = config.threshold.or(config.sensitivity.map(Sensitivity::threshold));
        flags.or(configured).unwrap_or_else(|| Sensitivity::default().threshold())
    }
}

fn sensitivities() -> impl TypedValueParser<Value = Sensitivity> {
    one_of([
        Choice { name: "low", about: "Only what is beyond doubt", value: Sensitivity::Low },
        Choice {
            name: "normal",
            about: "What a reader agrees with at first sight",
            value: Sensitivity::Normal,
        },
        Choice {
            name: "high",
            about: "What is worth a look, doubtful pairs included",
            value: Sensitivity::High,
        },
    ])
}

fn score(text: &str) -> Result<Score, &'static str> {
    match text.parse() {
        Ok(ratio) if (0.0..=1.0).contains(&ratio) => Ok(Score::from_ratio(ratio)),
        _ => Err("expected a number from 0 to 1"),
    }
}
