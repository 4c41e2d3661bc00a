//! `roundtable find`: who already plans something like this.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use clap::builder::TypedValueParser;
use roundtable::company::Company;
use roundtable::report::answers::{AnswerPage, FIND_FORMATS, FindFormat};
use roundtable::{ask, roadmap};

use crate::cli::flags::choice::{Choice, one_of};
use crate::cli::flags::config::{ConfigFlag, glossary, settings};
use crate::cli::flags::matching::Finding;
use crate::cli::flags::output::Output;
use crate::cli::session::{nothing, tell};
use crate::cli::{Ending, style};

/// Ask who already plans something like this
///
/// Compares one name with every item of every roadmap under the paths and shows what is alike, best
/// first, with whom to talk to, when it comes and where it stands.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Find {
    /// What the feature could be called
    #[arg(value_name = "NAME")]
    name: String,

    /// Files and folders to read, in any mix
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    config: ConfigFlag,

    #[command(flatten)]
    finding: Finding,

    /// How the answer is written
    #[arg(short, long, default_value = FIND_FORMATS[0].name, value_parser = formats())]
    format: &'static FindFormat,

    /// Show the N best only; 0 for all
    #[arg(short = 'n', long, value_name = "N", default_value = "10")]
    limit: usize,

    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "
  roundtable find \"partner SSO\"
      Ask the roadmaps in the current folder.

  roundtable find \"waitlist for sold-out slots\" plans/ --sensitivity high
      Show what is worth a look too.

  roundtable find \"audit log\" plans/ --format json --limit 0
      Tell another program everything that is alike.";

/// Reads and answers; problems go to standard error, after the answer.
///
/// # Errors
/// When nothing is planned anywhere, or the answer cannot be written.
pub fn run(find: &Find) -> Result<Ending> {
    find.output.settle_color();
    let config = match find.config.read() {
        Ok(config) => config,
        Err(problems) => return Ok(tell(&problems, &find.output)),
    };
    // Both take about as long, and somebody waits for the answer.
    let (reading, glossary) =
        rayon::join(|| roadmap::read(&find.paths, &config.mapping), || glossary(&config));
    let company = Company::of(&reading.roadmaps);
    let items = &company.items;
    let settings = settings(&config, &glossary, find.finding.threshold(&config));
    let review = roundtable::review(
        &company,
        settings,
        &[],
        jiff::civil::Date::ZERO,
        &[ask::query(&find.name)],
    );
    let limit = Some(find.limit).filter(|&limit| limit > 0);
    let page = AnswerPage {
        text: &find.name,
        answer: &ask::find(&review, 0, limit),
        items,
        leaders: company.planning(),
        threshold: settings.threshold,
        problems: &reading.problems,
        look: find.output.look(),
    };
    // Nobody could plan anything where nothing was read; a program still gets its page.
    if !(items.is_empty() && find.format.name == FIND_FORMATS[0].name) {
        find.output.write(|to| (find.format.write)(&page, to))?;
    }
    let ending = tell(&reading.problems, &find.output);
    if items.is_empty() && ending == Ending::Done {
        bail!(nothing(&reading, &find.paths));
    }
    Ok(ending)
}

fn formats() -> impl TypedValueParser<Value = &'static FindFormat> {
    one_of(FIND_FORMATS.iter().map(|format| Choice {
        name: format.name,
        about: format.about,
        value: format,
    }))
}
