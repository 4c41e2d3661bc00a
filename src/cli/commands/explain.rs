//! `roundtable explain`: why two names are one feature, or two.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use roundtable::ask;
use roundtable::company::Company;
use roundtable::report::answers::{ExplanationPage, explanation};
use roundtable::roadmap::{self, Reading};

use crate::cli::flags::config::{ConfigFlag, glossary, settings};
use crate::cli::flags::matching::Finding;
use crate::cli::flags::output::Output;
use crate::cli::session::tell;
use crate::cli::{Ending, style};

/// Ask why two names are one feature, or two
///
/// Shows both names as they are read, how the score comes about, what is needed here, and what
/// would change the verdict. Roadmaps under the paths are the context; what stands on none of them
/// is compared as if two more leaders planned it.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Explain {
    /// A name, or the id of an item
    #[arg(value_name = "NAME A")]
    left: String,

    /// Another
    #[arg(value_name = "NAME B")]
    right: String,

    /// Files and folders to read, in any mix [default: this folder, if it has roadmaps]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    config: ConfigFlag,

    #[command(flatten)]
    finding: Finding,

    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "
  roundtable explain \"Partner SSO\" \"SAML login\"
      Compare them among the roadmaps in the current folder, or alone.

  roundtable explain IDN-14 PAY-9 plans/
      Compare two items by their ids.

  roundtable explain \"Invoice import\" \"Invoice export\" plans/ --sensitivity high
      See whether a high sensitivity would join them.";

/// Reads and explains; problems go to standard error, after the explanation.
///
/// # Errors
/// When the explanation cannot be written.
pub fn run(explain: &Explain) -> Result<Ending> {
    explain.output.settle_color();
    let config = match explain.config.read() {
        Ok(config) => config,
        Err(problems) => return Ok(tell(&problems, &explain.output)),
    };
    let reading = if explain.paths.is_empty() {
        // Nobody asked for this folder: what is no roadmap in it is no problem.
        let here = roadmap::read(&[PathBuf::from(".")], &config.mapping);
        if here.roadmaps.is_empty() { Reading::default() } else { here }
    } else {
        roadmap::read(&explain.paths, &config.mapping)
    };
    let company = Company::of(&reading.roadmaps);
    let glossary = glossary(&config);
    let settings = settings(&config, &glossary, explain.finding.threshold(&config));
    let texts = [explain.left.as_str(), &explain.right];
    let review = roundtable::review(&company, settings, &[], jiff::civil::Date::ZERO, &[]);
    let guests = ask::guests(&review, texts);
    let known = if guests.is_empty() { ask::explain(texts, &review) } else { None };
    let with_guests = Company::with_guests(&reading.roadmaps, &guests);
    let (explained, company) = if let Some(known) = known {
        (known, &company)
    } else {
        let review = roundtable::review(&with_guests, settings, &[], jiff::civil::Date::ZERO, &[]);
        (ask::explain(texts, &review).expect("guests"), &with_guests)
    };
    let page = ExplanationPage {
        explanation: &explained,
        items: &company.items,
        leaders: company.planning(),
        look: explain.output.look(),
    };
    explain.output.write(|to| explanation(&page, to))?;
    Ok(tell(&reading.problems, &explain.output))
}
