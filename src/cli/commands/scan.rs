//! `roundtable scan`: the overlaps of many roadmaps.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use roundtable::company::Company;
use roundtable::comparison::Settings;
use roundtable::report::{Agreements, Page, View};
use roundtable::similarity::Score;
use roundtable::{decision, roadmap};

use crate::cli::flags::agreed::AgreedFlags;
use crate::cli::flags::config::{ConfigFlag, glossary, settings};
use crate::cli::flags::matching::Finding;
use crate::cli::flags::output::Output;
use crate::cli::flags::showing::Showing;
use crate::cli::session::{nothing, tell};
use crate::cli::{Ending, style};

/// Show the features that several leaders plan
///
/// Reads every roadmap under the paths, finds the near-duplicate features among them and shows them,
/// the widest first. Folders are walked; hidden and git-ignored files are left out.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Scan {
    /// Files and folders to read, in any mix
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    config: ConfigFlag,

    #[command(flatten)]
    finding: Finding,

    #[command(flatten)]
    agreed: AgreedFlags,

    #[command(flatten)]
    showing: Showing,

    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "
  roundtable scan
      Read every roadmap in the current folder.

  roundtable scan plans/ ana.yaml --places --limit 5
      Show the five widest overlaps, with file and line of every item.

  roundtable scan plans/ --kind across,down,within --limit 0
      Show everything that is planned twice, deployment and repetition included.

  roundtable scan plans/ --why
      Show what links the items of every overlap, and how sure that is.

  roundtable scan plans/ --sensitivity high
      Show doubtful pairs too.

  roundtable scan plans/ --format json --output overlaps.json
      Write a report for other programs.";

/// With more items than this, nobody reads how sure each overlap is.
const MOST_ITEMS_WITH_RANGES: usize = 5_000;

/// How many thresholds to either side are tried.
const STEPS: i32 = 3;

/// How far they are from each other.
const STEP: f64 = 0.05;

/// Reads, finds and reports; problems go to standard error, after the report.
///
/// # Errors
/// When nothing is planned anywhere, or the report cannot be written.
pub fn run(scan: &Scan) -> Result<Ending> {
    scan.output.settle_color();
    let mut config = match scan.config.read() {
        Ok(config) => config,
        Err(problems) => return Ok(tell(&problems, &scan.output)),
    };
    let memory = scan.agreed.read(&mut config);
    let reading = roadmap::read(&scan.paths, &config.mapping);
    let company = Company::of(&reading.roadmaps);
    let items = &company.items;
    let glossary = glossary(&config);
    let threshold = scan.finding.threshold(&config);
    let tries = if scan.wants_ranges(items.len()) { tries(threshold) } else { Vec::new() };
    let settings = Settings { tries: &tries, ..settings(&config, &glossary, threshold) };
    let today = scan.agreed.today();
    let review = roundtable::review(&company, settings, &memory.decisions, today, &[]);
    let stale = decision::stale(&review.overlaps, &memory.decisions, &review.known, today);
    let agreed = Agreements {
        decisions: &memory.decisions,
        statuses: &review.statuses,
        stale: &stale,
        file: &memory.file,
    };
    let problems = memory.with_problems(&reading.problems);
    let page = Page {
        roadmaps: reading.roadmaps.len(),
        leaders: company.planning(),
        items,
        overlaps: &review.overlaps,
        agreed: (!memory.decisions.is_empty()).then_some(agreed),
        problems: &problems,
        view: view(scan),
    };
    // An empty table helps nobody who mistyped a folder; a program still gets its page.
    if !(items.is_empty() && scan.showing.is_for_people()) {
        scan.output.write(|to| (scan.showing.format.write)(&page, to))?;
    }
    let ending = tell(&problems, &scan.output);
    if items.is_empty() && ending == Ending::Done {
        bail!(nothing(&reading, &scan.paths));
    }
    Ok(ending)
}

impl Scan {
    /// Whether it is worth looking how each overlap fares at other thresholds: where it is shown,
    /// and while it costs little.
    fn wants_ranges(&self, items: usize) -> bool {
        let shown = self.showing.why || !self.showing.is_for_people();
        shown && items <= MOST_ITEMS_WITH_RANGES
    }
}

/// The thresholds around one, ascending.
fn tries(threshold: Score) -> Vec<Score> {
    let steps = (-STEPS..=STEPS).map(|step| threshold.ratio() + f64::from(step) * STEP);
    steps.filter(|ratio| (0.0..=1.0).contains(ratio)).map(Score::from_ratio).collect()
}

fn view(scan: &Scan) -> View {
    View {
        width: scan.output.width(),
        styled: scan.output.styled(),
        limit: scan.showing.limit(),
        places: scan.showing.places,
        why: scan.showing.why,
        kinds: scan.showing.kinds(),
    }
}
