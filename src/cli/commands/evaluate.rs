//! `roundtable evaluate`: how often the tool is right, by pairs that somebody judged.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use roundtable::ask;
use roundtable::company::Company;
use roundtable::document::Source;
use roundtable::report::answers::{EvaluationPage, evaluation};
use roundtable::roadmap::{self, Reading};

use crate::cli::flags::config::{ConfigFlag, glossary, settings};
use crate::cli::flags::matching::Finding;
use crate::cli::flags::output::Output;
use crate::cli::session::{nothing, tell};
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

    /// Files and folders to read, in any mix
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    config: ConfigFlag,

    #[command(flatten)]
    finding: Finding,

    /// Show N mistakes of each kind only; 0 for all
    #[arg(short = 'n', long, value_name = "N", default_value = "20")]
    limit: usize,

    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "
  roundtable evaluate labels.csv
      Compare every pair alone.

  roundtable evaluate labels.csv plans/ --limit 0
      Judge the overlaps of these roadmaps, and show every mistake.";

/// Reads, judges and tells; problems go to standard error, after the numbers.
///
/// # Errors
/// When there is no judged pair, nothing is planned under the paths, or the numbers cannot be
/// written.
pub fn run(evaluate: &Evaluate) -> Result<Ending> {
    evaluate.output.settle_color();
    let config = match evaluate.config.read() {
        Ok(config) => config,
        Err(problems) => return Ok(tell(&problems, &evaluate.output)),
    };
    let file = roundtable::basics::show(&evaluate.labels);
    let (source, mut problems) = Source::open(&evaluate.labels, &file);
    let (labels, told) = ask::labels(&source);
    problems.extend(told);
    let reading = match evaluate.paths.as_slice() {
        [] => Reading::default(),
        paths => roadmap::read(paths, &config.mapping),
    };
    problems.extend(reading.problems.iter().cloned());
    let company = Company::of(&reading.roadmaps);
    let items = &company.items;
    let glossary = glossary(&config);
    let mut settings = settings(&config, &glossary, evaluate.finding.threshold(&config));
    let nothing_planned = items.is_empty() && !evaluate.paths.is_empty();
    if !labels.is_empty() && !nothing_planned {
        let thresholds = ask::thresholds(settings.threshold);
        settings.tries = &thresholds;
        let review = roundtable::review(&company, settings, &[], jiff::civil::Date::ZERO, &[]);
        let evaluated = if items.is_empty() {
            ask::evaluate_alone(&labels, settings)
        } else {
            ask::evaluate(&labels, &review)
        };
        let page = EvaluationPage {
            evaluation: &evaluated,
            threshold: settings.threshold,
            limit: Some(evaluate.limit).filter(|&limit| limit > 0),
            file: &file,
            look: evaluate.output.look(),
        };
        evaluate.output.write(|to| evaluation(&page, to))?;
    }
    let ending = tell(&problems, &evaluate.output);
    if ending == Ending::Done && labels.is_empty() {
        bail!("no judged pairs in {file}");
    }
    if ending == Ending::Done && nothing_planned {
        bail!(nothing(&reading, &evaluate.paths));
    }
    Ok(ending)
}
