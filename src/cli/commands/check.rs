//! `roundtable check`: whether anything must be decided.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Error, Result, bail};
use clap::Args;
use clap::builder::TypedValueParser;
use jiff::civil::Date;
use roundtable::company::Company;
use roundtable::comparison::Settings;
use roundtable::config::Config;
use roundtable::decision::{self, Brought, Decision, FailOn, Finding, Judged, divide};
use roundtable::overlap::Overlap;
use roundtable::report::findings::{GatePage, Verdict, places};
use roundtable::roadmap::{self, Reading};

use crate::cli::flags::agreed::AgreedFlags;
use crate::cli::flags::choice::{Choice, one_of};
use crate::cli::flags::config::{ConfigFlag, glossary, settings};
use crate::cli::flags::delivery::Delivery;
use crate::cli::flags::matching::Finding as FindingFlags;
use crate::cli::flags::output::Output;
use crate::cli::git::since::{self, Then};
use crate::cli::session::{nothing, tell};
use crate::cli::{Ending, ci, complain, style};

/// Fail when leaders have something to decide
///
/// Finds what leaders plan more than once and holds it against what they agreed. What nobody has
/// talked about, and what should have been decided by now, makes the check fail; what is decided is
/// silent. An item is silenced by a comment on its line: # roundtable: ignore, and why.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES), ("Exit codes", EXIT_CODES)]))]
pub struct Check {
    /// Files and folders to read, in any mix
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    config: ConfigFlag,

    #[command(flatten)]
    failing: Failing,

    #[command(flatten)]
    agreed: AgreedFlags,

    #[command(flatten)]
    finding: FindingFlags,

    #[command(flatten)]
    delivery: Delivery,

    #[command(flatten)]
    output: Output,
}

/// The flags that say what fails; they beat the configuration.
#[derive(Args)]
#[command(next_help_heading = "What fails")]
struct Failing {
    /// Findings that fail, separated by commas; the others are told [default: new,overdue]
    #[arg(long, value_name = "WHAT", value_parser = fail_on(), value_delimiter = ',')]
    fail_on: Vec<FailOn>,

    /// Fail only if more than N findings do [default: 0]
    #[arg(long, value_name = "N")]
    max: Option<usize>,

    /// Judge only what came since this commit, branch or tag of git
    ///
    /// The working folder is compared with the commit in which the work since REF began (the merge
    /// base), as it is: committed or not. Findings that were there before are neither told nor fail.
    #[arg(long, value_name = "REF")]
    since: Option<String>,
}

const EXAMPLES: &str = "
  roundtable check roadmaps/
      Fail when an overlap is not decided, or should have been by now.

  roundtable check roadmaps/ --since origin/main
      In a pull request: fail only for what it brings.

  roundtable check roadmaps/ --format github --format sarif=overlaps.sarif
      Annotate the lines in a job of GitHub, and keep the findings for code scanning.

  roundtable check roadmaps/ --fail-on undecided --max 10
      Let ten overlaps stay open, those put off included.

  roundtable check roadmaps/ --fail-on any --today 2027-03-31
      See what will be the matter at the end of the quarter, stale decisions too.";

const EXIT_CODES: &str = "
  0  Nothing must be decided, or no more than --max allows.
  1  Something must be decided.
  2  Not everything could be read or judged; that is never a pass.";

/// Reads, judges and tells; problems go to standard error, after the findings.
///
/// # Errors
/// When nothing is planned anywhere, git cannot tell what was before, or the findings cannot be
/// written.
pub fn run(check: &Check) -> Result<Ending> {
    check.output.settle_color();
    check.delivery.settle(&check.output)?;
    let mut config = match check.config.read() {
        Ok(config) => config,
        Err(problems) => return Ok(tell(&problems, &check.output)),
    };
    let memory = check.agreed.read(&mut config);
    let since = check.failing.since.as_deref();
    let then =
        since.map(|it| since::read(it, &check.paths, &config.mapping, &memory)).transpose()?;
    let reading = roadmap::read(&check.paths, &config.mapping);
    let company = Company::of(&reading.roadmaps);
    let items = &company.items;
    let glossary = glossary(&config);
    let settings = settings(&config, &glossary, check.finding.threshold(&config));
    let judge = Judge { settings, today: check.agreed.today() };
    let decisions = &memory.decisions;
    let (overlaps, findings) = judge.findings(&company, decisions);
    let now = Judged { items, overlaps: &overlaps, decisions, findings: &findings };
    let Brought { by_change, to_light } = match &then {
        Some(then) => judge.brought(&now, then),
        None => Brought { by_change: findings.clone(), to_light: Vec::new() },
    };
    let (blocking, mut told) = divide(by_change, &check.failing.fail_on(&config));
    told.extend(to_light);
    let problems = memory.with_problems(&reading.problems);
    let page = GatePage {
        roadmaps: reading.roadmaps.len(),
        leaders: company.planning(),
        items,
        overlaps: &overlaps,
        decisions,
        file: &memory.file,
        blocking: &blocking,
        told: &told,
        budget: check.failing.max.or(config.check.max).unwrap_or(0),
        since,
        today: judge.today,
        lines: &BTreeMap::new(),
        problems: &problems,
        home: &ci::home(),
        look: check.output.look(),
    };
    let note = then.as_ref().and_then(|then| then.note.as_deref());
    finish(check, &page, note, &reading)
}

/// Tells everything, and what the check comes to.
fn finish(check: &Check, page: &GatePage, note: Option<&str>, reading: &Reading) -> Result<Ending> {
    let failed = show(check, page);
    if let Some(note) = note {
        check.output.beside(|_, _, to| writeln!(to, "note: {note}\n"));
    }
    let ending = tell(page.problems, &check.output);
    failed.iter().for_each(complain);
    if !failed.is_empty() {
        return Ok(Ending::Incomplete);
    }
    if page.items.is_empty() && ending == Ending::Done {
        bail!(nothing(reading, &check.paths));
    }
    Ok(match page.verdict() {
        Verdict::Pass => Ending::Done,
        Verdict::Fail => Ending::Undecided,
        Verdict::Incomplete => Ending::Incomplete,
    })
}

/// Writes the findings, with their lines for a person; what could not be written comes back.
fn show(check: &Check, page: &GatePage) -> Vec<Error> {
    let is_for_people = check.delivery.is_for_people();
    let lines =
        if is_for_people { roundtable::document::lines(places(page)) } else { BTreeMap::new() };
    check.delivery.deliver(&GatePage { lines: &lines, ..*page }, &check.output)
}

/// How a company is judged, now and before a change alike.
struct Judge<'a> {
    settings: Settings<'a>,
    today: Date,
}

impl Judge<'_> {
    /// Every overlap, and everything that is not settled.
    fn findings(&self, company: &Company, decisions: &[Decision]) -> (Vec<Overlap>, Vec<Finding>) {
        let review = roundtable::review(company, self.settings, decisions, self.today, &[]);
        let mut findings =
            decision::findings(&review.overlaps, decisions, &review.known, self.today);
        findings.extend(decision::unused(&company.items, &review.silenced));
        (review.overlaps, findings)
    }

    /// The findings that were not there then.
    fn brought(&self, now: &Judged, then: &Then) -> Brought {
        let company = Company::of(&then.roadmaps);
        let items = &company.items;
        let decisions = &then.decisions;
        let (overlaps, findings) = &self.findings(&company, decisions);
        decision::brought(now, &Judged { items, overlaps, decisions, findings })
    }
}

impl Failing {
    /// What fails: the flag's word, else the configuration's, else the usual.
    fn fail_on(&self, config: &Config) -> Vec<FailOn> {
        let said = [&self.fail_on, &config.check.fail_on].into_iter().find(|it| !it.is_empty());
        said.map_or_else(|| FailOn::USUAL.to_vec(), Clone::clone)
    }
}

fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    let about = |on| match on {
        FailOn::New => "New overlaps, and new members of decided ones",
        FailOn::Undecided => "All that is not decided, what was put off included",
        FailOn::Overdue => "Decisions whose last day has passed",
        FailOn::Doubtful => "New overlaps that are only worth a look",
        FailOn::Any => "Everything, stale decisions and unused comments included",
    };
    one_of(FailOn::ALL.map(|on| Choice { name: on.word(), about: about(on), value: on }))
}
