//! `roundtable decide`: writes down what the leaders agreed.

mod keep;
mod keys;
mod lead;
mod line;
mod script;
mod walk;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::env;
use std::io::{self, IsTerminal};
use std::process::Command;

use anyhow::{Result, bail, ensure};
use clap::Args;
use clap::builder::TypedValueParser;
use console::Term;
use jiff::civil::Date;
use roundtable::basics::Severity;
use roundtable::decision::{Agreed, Decision, Matter};
use roundtable::overlap::{Filter, Kind};
use roundtable::report::overlaps::{Limit, OverlapsPage, View};
use roundtable::report::{Agreements, Look};

use crate::cli::flags::agreed::{AgreedFlags, day};
use crate::cli::flags::choice::{Choice, one_of};
use crate::cli::flags::matching::MatchingFlags;
use crate::cli::flags::reading::ReadingFlags;
use crate::cli::flags::screen::Screen;
use crate::cli::session::{self, Input, Plans, Session, tell};
use crate::cli::{Ending, style};
use keep::Keeper;
use walk::Walk;

/// Write down what the leaders agreed about overlaps
///
/// Walks through the overlaps that are new, have grown or are overdue, the widest first, and takes
/// the decision about each with a key. Every decision is written at once, so that one may stop and go
/// on at any time. With --overlap or --all it asks nothing.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Decide {
    #[command(flatten)]
    reading: ReadingFlags,

    /// Decide about what is only worth a look, too
    #[arg(long)]
    doubtful: bool,

    #[command(flatten)]
    flags: DecisionFlags,

    #[command(flatten)]
    agreed: AgreedFlags,

    #[command(flatten)]
    matching: MatchingFlags,

    #[command(flatten)]
    screen: Screen,
}

/// What was agreed, as flags.
#[derive(Args)]
#[command(next_help_heading = "The decision")]
struct DecisionFlags {
    /// Decide about the overlap with this id or name, without questions; may be repeated
    #[arg(long, value_name = "ID", requires = "as_")]
    overlap: Vec<String>,

    /// Decide about all that is new, has grown or is overdue, without questions
    #[arg(long, requires = "as_", conflicts_with = "overlap")]
    all: bool,

    /// What was agreed
    #[arg(long = "as", id = "as_", value_name = "WHAT", value_parser = agreed())]
    agreed: Option<Agreed>,

    /// Who leads; needed for merge and shared
    #[arg(long, value_name = "NAME", requires = "as_", value_parser = nonempty)]
    lead: Option<String>,

    /// Why; needed for separate and distinct
    #[arg(long, value_name = "TEXT", requires = "as_", value_parser = nonempty)]
    reason: Option<String>,

    /// The last day on which it counts, such as 2027-03-31; needed for later
    #[arg(long, value_name = "DATE", requires = "as_", value_parser = day)]
    until: Option<Date>,

    /// Who decided [default: git's user.name, else the name of the user]
    #[arg(long, value_name = "NAME", value_parser = nonempty)]
    by: Option<String>,

    /// Show what would be written, and write nothing
    #[arg(long, requires = "as_")]
    dry_run: bool,
}

const EXAMPLES: &str = "
  roundtable decide roadmaps/
      Go through what is not decided, one overlap after the other.

  roundtable decide roadmaps/ --overlap o-5d3f0a91 --as shared --lead \"Ana Ruiz\" --by \"Priya Shah\"
      Write down one decision.

  roundtable decide roadmaps/ --overlap o-5d3f0a91 --as distinct --reason \"paper and digital\"
      Say that these are not the same: they are never joined again.

  roundtable decide roadmaps/ --all --as later --until 2027-03-31
      Begin with a clean slate: from now on only what is new is told.";

/// Reads and finds, then asks or does what the flags say; problems go to standard error first.
///
/// # Errors
/// When nothing is planned anywhere, there is nobody to ask, the flags do not fit what was found, or
/// the decisions cannot be written.
pub fn run(decide: &Decide) -> Result<Ending> {
    decide.screen.settle_color();
    let is_scripted = decide.flags.all || !decide.flags.overlap.is_empty();
    if !is_scripted {
        there_is_somebody(decide.flags.agreed)?;
    }
    let input = Input {
        config: &decide.reading.config,
        plans: Plans::Needed(&decide.reading.paths),
        agreed: session::Agreed::Written(&decide.agreed),
        matching: &decide.matching,
    };
    let session = match Session::read(&input) {
        Ok(session) => session,
        Err(problems) => return Ok(tell(&problems, &decide.screen)),
    };
    let ending = tell(&session.problems, &decide.screen);
    if session.kept.problems.iter().any(|it| it.severity == Severity::Error) {
        return Ok(ending);
    }
    if let Some(nothing) = session.nothing() {
        // What could not be read has been told: that nothing is left to decide would be a lie.
        ensure!(ending != Ending::Done, nothing.to_owned());
        return Ok(ending);
    }
    decided(decide, &session)?;
    Ok(ending)
}

/// Asks, or does what the flags say.
fn decided(decide: &Decide, session: &Session) -> Result<()> {
    let company = session.company();
    let (kept, today) = (&session.kept, session.today);
    let review = session.review(&company, session.settings(), &[]);
    let agreed = Agreements {
        decisions: &kept.decisions,
        statuses: &review.statuses,
        stale: &[],
        file: &kept.file,
    };
    let page = OverlapsPage {
        roadmaps: session.reading.roadmaps.len(),
        company: &company,
        overlaps: &review.overlaps,
        agreed: Some(agreed),
        problems: &session.problems,
        view: view(decide.doubtful),
    };
    let by = decide.flags.by.clone().or_else(user);
    let keeper = Keeper { kept, by, today, own: RefCell::default() };
    if decide.flags.all || !decide.flags.overlap.is_empty() {
        script::run(&decide.flags, &page, &keeper)
    } else {
        ask(&page, decide.screen.look(), &keeper)
    }
}

/// The overlaps that are to be decided now, as indices, the widest first.
fn open(page: &OverlapsPage) -> Vec<usize> {
    let statuses = page.agreed.map(|it| it.statuses).unwrap_or_default();
    let is_open = |at: &usize| match statuses[*at].matter {
        Some(Matter::New | Matter::Grown | Matter::Overdue) => true,
        Some(Matter::Doubtful) => page.view.doubtful,
        _ => false,
    };
    (0..statuses.len()).filter(is_open).collect()
}

fn ask(page: &OverlapsPage, look: Look, keeper: &Keeper) -> Result<()> {
    let term = Term::stdout();
    let mut keys = || keys::next(&mut || term.read_key_raw());
    let mut keep = |entries: &[Decision], instead: &[Decision]| keeper.keep(entries, instead);
    let mut walk = Walk {
        page,
        look,
        by: keeper.by.as_deref(),
        today: keeper.today,
        file: &keeper.kept.file,
        keys: &mut keys,
        out: &mut io::stdout(),
        keep: &mut keep,
        kept: BTreeMap::new(),
    };
    walk.through(&open(page))
}

/// Whether there is a person at both ends.
///
/// # Errors
/// If not, with the way that needs none.
fn there_is_somebody(agreed: Option<Agreed>) -> Result<()> {
    if let Some(agreed) = agreed {
        bail!("--as {} needs --overlap ID, which may be repeated, or --all", agreed.word());
    }
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        bail!(
            "decide asks questions and there is no terminal; without questions write \
             --overlap ID --as separate --reason TEXT, or see decide --help"
        );
    }
    Ok(())
}

fn view(doubtful: bool) -> View {
    let filter = Filter { kinds: Kind::ALL.to_vec(), ..Filter::default() };
    View { filter, limit: Limit::All, doubtful, places: true, why: true }
}

/// Who sits here: as git knows them, else as the system does.
fn user() -> Option<String> {
    let git = Command::new("git").args(["config", "user.name"]).output().ok();
    let git = git.filter(|it| it.status.success()).map(|it| it.stdout);
    let git = git.and_then(|name| String::from_utf8(name).ok());
    let system = || ["USER", "USERNAME"].iter().find_map(|name| env::var(name).ok());
    let named = |name: &String| !name.is_empty();
    git.map(|name| name.trim().to_owned()).filter(named).or_else(|| system().filter(named))
}

/// A text that says something.
fn nonempty(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    if text.is_empty() { Err("expected a text") } else { Ok(text.to_owned()) }
}

fn agreed() -> impl TypedValueParser<Value = Agreed> {
    one_of(Agreed::ALL.map(|agreed| Choice {
        name: agreed.word(),
        about: about(agreed),
        value: agreed,
    }))
}

/// What it means, in a sentence.
fn about(agreed: Agreed) -> &'static str {
    match agreed {
        Agreed::Merge => "One leader takes the lead and the others' items go",
        Agreed::Shared => "One leader builds it, the others use it",
        Agreed::Separate => "The same thing, built more than once on purpose",
        Agreed::Distinct => "Not the same thing: never joined again",
        Agreed::Later => "Decided later, by a day",
    }
}
