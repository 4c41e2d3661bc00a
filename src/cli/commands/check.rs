//! `roundtable check`: whether anything must be decided.

use std::collections::BTreeMap;

use anyhow::Result;
use clap::Args;
use clap::builder::TypedValueParser;
use jiff::civil::Date;
use roundtable::company::Company;
use roundtable::comparison::Settings;
use roundtable::config::Config;
use roundtable::decision::{
    self, Decision, DecisionStatus, FailOn, Finding, NewFindings, Snapshot, divide,
};
use roundtable::document;
use roundtable::overlap::Overlap;
use roundtable::report::Audience;
use roundtable::report::findings::{Findings, FindingsPage, Outcome, places};
use roundtable::roadmap::FileRecord;

use crate::cli::flags::agreed::AgreedFlags;
use crate::cli::flags::choice::{Choice, one_of};
use crate::cli::flags::delivery::Delivery;
use crate::cli::flags::matching::MatchingFlags;
use crate::cli::flags::opinion::JudgeFlags;
use crate::cli::flags::reading::ReadingFlags;
use crate::cli::flags::showing::Amount;
use crate::cli::git::since::{self, Now, Then};
use crate::cli::session::{self, Agreed, Answer, Input, Plans, Session};
use crate::cli::{Ending, ci, style};

/// Fail when leaders have something to decide
///
/// Finds what leaders plan more than once and holds it against what they agreed. What nobody has
/// talked about, and what should have been decided by now, makes the check fail; what is decided is
/// silent. An item is silenced by a comment on its line: # roundtable: ignore, and why.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES), ("Exit codes", EXIT_CODES)]))]
pub struct Check {
    #[command(flatten)]
    reading: ReadingFlags,

    #[command(flatten)]
    failing: Failing,

    #[command(flatten)]
    agreed: AgreedFlags,

    #[command(flatten)]
    matching: MatchingFlags,

    #[command(flatten)]
    judge: JudgeFlags,

    #[command(flatten)]
    amount: Amount,

    #[command(flatten)]
    delivery: Delivery<Findings>,
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
/// When nothing is planned anywhere, git cannot tell what was before, or the findings cannot go where
/// they are to go.
pub fn run(check: &Check) -> Result<Ending> {
    let input = Input {
        config: &check.reading.config,
        plans: Plans::Needed(&check.reading.paths),
        agreed: Agreed::Judged(&check.agreed),
        matching: &check.matching,
    };
    session::answer(&input, &check.delivery, |session| {
        session.ask(&check.judge)?;
        judge(check, session)
    })
}

/// Judges what was read, and tells what is not settled.
fn judge(check: &Check, session: &Session) -> Result<Answer> {
    let since = check.failing.since.as_deref();
    let config = check.reading.config.path();
    let now = Now {
        paths: &check.reading.paths,
        mapping: &session.config.mapping,
        config: config.as_deref(),
        files: &session.reading.files,
        kept: &session.kept,
    };
    let then = since.map(|it| since::read(it, &now)).transpose()?;
    let company = session.company();
    let judge = Judge { settings: session.settings(), today: session.today };
    let decisions = &session.kept.decisions;
    let (overlaps, statuses, findings) = judge.findings(&company, decisions);
    let items = &company.items;
    let now = Snapshot { items, overlaps: &overlaps, decisions, findings: &findings };
    let NewFindings { mut by_change, to_light } = match &then {
        Some(then) => judge.new_findings(&now, then),
        None => NewFindings { by_change: findings.clone(), to_light: Vec::new() },
    };
    if let Some(then) = &then {
        let is_there = |record: &FileRecord| record.file.path.exists();
        by_change.extend(decision::gone(&then.files, &session.reading.files, is_there));
    }
    let (blocking, mut told) = divide(by_change, &check.failing.fail_on(&session.config));
    told.extend(to_light);
    let filter = check.amount.filter.of(&company)?;
    let page = FindingsPage {
        roadmaps: session.reading.roadmaps.len(),
        company: &company,
        overlaps: &overlaps,
        statuses: &statuses,
        decisions,
        file: &session.kept.file,
        blocking: &blocking,
        told: &told,
        filter: &filter,
        limit: check.amount.limit(),
        doubtful: check.amount.doubtful,
        budget: check.failing.max.or(session.config.check.max).unwrap_or(0),
        since,
        today: judge.today,
        lines: &BTreeMap::new(),
        problems: &session.problems,
        home: &ci::home(),
    };
    let is_for_people = check.delivery.is_for(Audience::People);
    let lines = if is_for_people { document::lines(places(&page)) } else { BTreeMap::new() };
    let page = FindingsPage { lines: &lines, ..page };
    let ending = match page.outcome() {
        Outcome::Pass => Ending::Done,
        Outcome::Fail => Ending::Undecided,
        Outcome::Incomplete => Ending::Incomplete,
    };
    let note = then.and_then(|then| then.note);
    Ok(Answer { ending, note, ..session.give(&check.delivery, &page)? })
}

/// How a company is judged, now and before a change alike.
struct Judge<'a> {
    settings: Settings<'a>,
    today: Date,
}

impl Judge<'_> {
    /// Every overlap, and everything that is not settled.
    fn findings(
        &self,
        company: &Company,
        decisions: &[Decision],
    ) -> (Vec<Overlap>, Vec<DecisionStatus>, Vec<Finding>) {
        let review = roundtable::review(company, self.settings, decisions, self.today, &[]);
        let mut findings =
            decision::findings(&review.overlaps, decisions, &review.known, self.today);
        findings.extend(decision::unused(&company.items, &review.silenced));
        (review.overlaps, review.statuses, findings)
    }

    /// The findings that were not there then.
    fn new_findings(&self, now: &Snapshot, then: &Then) -> NewFindings {
        let company = Company::of(&then.roadmaps);
        let items = &company.items;
        let decisions = &then.decisions;
        let (overlaps, _, findings) = &self.findings(&company, decisions);
        decision::new_findings(now, &Snapshot { items, overlaps, decisions, findings })
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
