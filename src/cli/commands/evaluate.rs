//! `roundtable evaluate`: how often the tool is right, by pairs that somebody judged.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use roundtable::ask;
use roundtable::basics::show;
use roundtable::comparison::Settings;
use roundtable::document::Source;
use roundtable::report::answers::{Evaluate as Evaluated, EvaluatePage};

use crate::cli::flags::agreed::AgreedFlags;
use crate::cli::flags::delivery::Delivery;
use crate::cli::flags::matching::MatchingFlags;
use crate::cli::flags::reading::OptionalReadingFlags;
use crate::cli::session::{self, Agreed, Answer, Input, Plans};
use crate::cli::{Ending, style};

/// Measure how often it is right, by your own judged pairs
///
/// The pairs are lines of CSV or tab-separated values, left,right,same or left,right,different, by
/// name or by id. With roadmaps under the paths, two are one feature if one overlap holds both;
/// without, each pair is compared alone.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Evaluate {
    /// The judged pairs
    #[arg(value_name = "LABELS")]
    labels: PathBuf,

    #[command(flatten)]
    reading: OptionalReadingFlags,

    #[command(flatten)]
    matching: MatchingFlags,

    #[command(flatten)]
    agreed: AgreedFlags,

    /// Show N mistakes of each kind only; 0 for all
    #[arg(short = 'n', long, value_name = "N", default_value = "20")]
    limit: usize,

    #[command(flatten)]
    delivery: Delivery<Evaluated>,
}

const EXAMPLES: &str = "
  roundtable evaluate labels.csv
      Compare every pair alone.

  roundtable evaluate labels.csv plans/ --limit 0
      Judge the overlaps of these roadmaps, and show every mistake.

  roundtable evaluate labels.csv --format table --format json=rates.json
      Show the numbers, and keep them for a program.";

/// Reads, judges and tells; problems go to standard error, after the numbers.
///
/// # Errors
/// When there is no judged pair, nothing is planned under the paths, or the numbers cannot go where
/// they are to go.
pub fn run(evaluate: &Evaluate) -> Result<Ending> {
    let plans = match evaluate.reading.paths.as_slice() {
        [] => Plans::Unread,
        paths => Plans::Needed(paths),
    };
    let input = Input {
        config: &evaluate.reading.config,
        plans,
        agreed: Agreed::Judged(&evaluate.agreed),
        matching: &evaluate.matching,
    };
    session::answer(&input, &evaluate.delivery, |session| {
        let file = show(&evaluate.labels);
        let (source, mut problems) = Source::open(&evaluate.labels, &file);
        let (labels, told) = ask::labels(&source);
        problems.extend(told);
        session.also_read(&evaluate.labels, problems);
        if labels.is_empty() {
            return Ok(Answer::none(format!("no judged pairs in {file}")));
        }
        if let Some(nothing) = session.nothing() {
            return Ok(Answer::none(nothing));
        }
        let company = session.company();
        let settings = session.settings();
        let thresholds = ask::thresholds(settings.threshold);
        let settings = Settings { tries: &thresholds, ..settings };
        let review = session.review(&company, settings, &[]);
        let evaluation = if company.items.is_empty() {
            ask::evaluate_alone(&labels, settings)
        } else {
            ask::evaluate(&labels, &review)
        };
        let page = EvaluatePage {
            evaluation: &evaluation,
            threshold: settings.threshold,
            limit: Some(evaluate.limit).filter(|&limit| limit > 0),
            file: &file,
            problems: &session.problems,
        };
        session.give(&evaluate.delivery, &page)
    })
}
