//! `roundtable scan`: the overlaps of many roadmaps.

use anyhow::Result;
use clap::Args;
use roundtable::comparison::Settings;
use roundtable::decision;
use roundtable::report::answers::{Files, FilesPage};
use roundtable::report::overlaps::{Overlaps, OverlapsPage};
use roundtable::report::{Agreements, Audience};
use roundtable::similarity::Score;

use crate::cli::flags::agreed::AgreedFlags;
use crate::cli::flags::delivery::Delivery;
use crate::cli::flags::matching::MatchingFlags;
use crate::cli::flags::opinion::JudgeFlags;
use crate::cli::flags::reading::ReadingFlags;
use crate::cli::flags::showing::Showing;
use crate::cli::session::{self, Agreed, Input, Plans};
use crate::cli::{Ending, style};

/// Show the features that several leaders plan
///
/// Reads every roadmap under the paths, finds the near-duplicate features among them and shows them,
/// what is sure first and the widest within it; what is only worth a look stands at the end in brief. Folders are walked; hidden and git-ignored files are left out.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Scan {
    #[command(flatten)]
    reading: ReadingFlags,

    #[command(flatten)]
    matching: MatchingFlags,

    #[command(flatten)]
    agreed: AgreedFlags,

    #[command(flatten)]
    judge: JudgeFlags,

    #[command(flatten)]
    showing: Showing,

    /// Show what became of every file in place of the overlaps: its format, its leader and how that
    /// is known, its items; or why it was left out
    #[arg(long, help_heading = "What is shown")]
    files: bool,

    #[command(flatten)]
    delivery: Delivery<Overlaps>,
}

const EXAMPLES: &str = "
  roundtable scan
      Read every roadmap in the current folder.

  roundtable scan plans/ ana.yaml --places --limit 5
      Show the five widest overlaps, with file and line of every item.

  roundtable scan plans/ --kind across,done,down,within --doubtful --limit 0
      Show everything that is planned twice, deployment, repetition and doubtful overlaps included.

  roundtable scan plans/ --under \"Priya Shah\" --quarter 2027-Q1
      Show what her leaders plan for a quarter, and with whom they have to talk.

  roundtable scan plans/ --why
      Show what links the items of every overlap, and how sure that is.

  roundtable scan plans/ --sensitivity high --doubtful
      Show what is less alike, too.

  roundtable scan plans/ --files
      Show what was read from each file, whose it is, and what was left out.

  roundtable scan plans/ --format json --output overlaps.json
      Write a report for other programs.

  roundtable scan plans/ --format table --format json=overlaps.json
      Show the overlaps, and write a report for other programs.";

/// With more items than this, nobody reads how sure each overlap is.
const MOST_ITEMS_WITH_RANGES: usize = 5_000;

/// How many thresholds to either side are tried.
const STEPS: i32 = 3;

/// How far they are from each other.
const STEP: f64 = 0.05;

/// Reads, finds and reports; problems go to standard error, after the report.
///
/// # Errors
/// When nothing is planned anywhere, or the report cannot go where it is to go.
pub fn run(scan: &Scan) -> Result<Ending> {
    if scan.files { files(scan) } else { overlaps(scan) }
}

fn files(scan: &Scan) -> Result<Ending> {
    let input = Input { plans: Plans::Context(&scan.reading.paths), ..scan.input() };
    let delivery = scan.delivery.of::<Files>("--files")?;
    session::answer(&input, &delivery, |session| {
        let page = FilesPage { files: &session.reading.files, problems: &session.problems };
        session.give(&delivery, &page)
    })
}

fn overlaps(scan: &Scan) -> Result<Ending> {
    session::answer(&scan.input(), &scan.delivery, |session| {
        session.ask(&scan.judge)?;
        let company = session.company();
        let settings = session.settings();
        let tries = scan.tries(company.items.len(), settings.threshold);
        let settings = Settings { tries: &tries, ..settings };
        let review = session.review(&company, settings, &[]);
        let decisions = &session.kept.decisions;
        let stale = decision::stale(&review.overlaps, decisions, &review.known, session.today);
        let (statuses, file) = (&review.statuses, &session.kept.file);
        let agreed = Agreements { decisions, statuses, stale: &stale, file };
        let page = OverlapsPage {
            roadmaps: session.reading.roadmaps.len(),
            company: &company,
            overlaps: &review.overlaps,
            agreed: (!decisions.is_empty()).then_some(agreed),
            problems: &session.problems,
            view: scan.showing.view(&company)?,
        };
        session.give(&scan.delivery, &page)
    })
}

impl Scan {
    fn input(&self) -> Input<'_> {
        Input {
            config: &self.reading.config,
            plans: Plans::Needed(&self.reading.paths),
            agreed: Agreed::Judged(&self.agreed),
            matching: &self.matching,
        }
    }

    /// The other thresholds at which it is worth looking how each overlap fares: some where that is
    /// shown, and while it costs little.
    fn tries(&self, items: usize, threshold: Score) -> Vec<Score> {
        let is_shown = self.showing.why || self.delivery.is_for(Audience::Programs);
        let is_cheap = items <= MOST_ITEMS_WITH_RANGES;
        if is_shown && is_cheap { around(threshold) } else { Vec::new() }
    }
}

/// The thresholds around one, ascending.
fn around(threshold: Score) -> Vec<Score> {
    let steps = (-STEPS..=STEPS).map(|step| threshold.ratio() + f64::from(step) * STEP);
    steps.filter(|ratio| (0.0..=1.0).contains(ratio)).map(Score::from_ratio).collect()
}
