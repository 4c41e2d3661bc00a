//! The flags that ask for some overlaps and items only: they choose what is shown, not what is
//! compared.

use anyhow::{Result, bail};
use clap::Args;
use clap::builder::TypedValueParser;
use roundtable::basics::{person, spelling};
use roundtable::company::Company;
use roundtable::overlap::{Filter, Kind};
use roundtable::roadmap::Status;

use crate::cli::flags::choice::{Choice, one_of};

/// The flags that ask for items; each takes several values, separated by commas, of which one must
/// hold.
#[derive(Args)]
#[command(next_help_heading = "What is shown")]
pub struct ItemFilter {
    /// Show what these leaders plan
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    leader: Vec<String>,

    /// Show what these teams plan
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    team: Vec<String>,

    /// Show what these leaders plan, and all who report to them
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    under: Vec<String>,

    /// Show what is planned for these quarters or dates, such as 2027-Q1 or 2027
    #[arg(long, value_name = "WHEN", value_delimiter = ',')]
    quarter: Vec<String>,

    /// Show what has one of these statuses, such as planned or done
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    status: Vec<String>,

    /// Show what has one of these tags
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    tag: Vec<String>,
}

/// The flags that ask for overlaps: those that hold such an item.
#[derive(Args)]
#[command(next_help_heading = "What is shown")]
pub struct OverlapFilter {
    /// Show overlaps of these kinds, separated by commas [default: across,done for a person, else
    /// all]
    #[arg(long, value_name = "KINDS", value_parser = kinds(), value_delimiter = ',')]
    kind: Vec<Option<Kind>>,

    /// Show overlaps of at least N leaders
    #[arg(long, value_name = "N", default_value = "0", hide_default_value = true)]
    min_leaders: usize,

    #[command(flatten)]
    items: ItemFilter,
}

impl ItemFilter {
    /// The filter, for a company that knows who is asked for.
    ///
    /// # Errors
    /// When it has no such leader or team, or nobody has such a status.
    pub fn of(&self, company: &Company) -> Result<Filter> {
        let planning: Vec<&str> = company.names.clone();
        let people = company.people();
        let items = company.items.iter();
        let teams: Vec<&str> = items.filter_map(|it| it.roadmap.team.as_deref()).collect();
        let items = company.items.iter();
        let statuses = items.filter_map(|it| it.item.status.as_deref());
        let statuses: Vec<&str> = statuses.chain(Status::ALL.map(Status::word)).collect();
        known("--leader", "leader", &self.leader, &planning)?;
        known("--team", "team", &self.team, &teams)?;
        known("--under", "leader", &self.under, &people)?;
        let unknown = |status: &&String| Status::of(status).is_none();
        let unknown: Vec<String> = self.status.iter().filter(unknown).cloned().collect();
        known("--status", "status", &unknown, &statuses)?;
        Ok(Filter {
            kinds: Vec::new(),
            leaders: self.leader.clone(),
            teams: self.team.clone(),
            under: self.under.clone(),
            quarters: self.quarter.clone(),
            statuses: self.status.clone(),
            tags: self.tag.clone(),
            min_leaders: 0,
        })
    }
}

impl OverlapFilter {
    /// The filter, for a company that knows who is asked for.
    ///
    /// # Errors
    /// As for [`ItemFilter::of`].
    pub fn of(&self, company: &Company) -> Result<Filter> {
        let wanted = self.kind.iter().flat_map(|kind| match kind {
            Some(kind) => vec![*kind],
            None => Kind::ALL.to_vec(),
        });
        let mut kinds: Vec<Kind> = wanted.collect();
        kinds.sort_unstable();
        kinds.dedup();
        Ok(Filter { kinds, min_leaders: self.min_leaders, ..self.items.of(company)? })
    }
}

/// Makes sure that everything that is asked for is there, in whatever spelling.
fn known(flag: &str, what: &str, asked: &[String], known: &[&str]) -> Result<()> {
    for asked in asked {
        let asked_for = person(asked);
        if !known.iter().any(|known| person(known) == asked_for) {
            let holds = |known: &&&str| person(known).contains(&asked_for);
            let meant = match known.iter().find(holds) {
                Some(longer) => spelling::meant(longer),
                None => spelling::did_you_mean(asked, known.iter().copied()),
            };
            bail!("{flag}: no {what} is called {asked:?}{meant}");
        }
    }
    Ok(())
}

fn kinds() -> impl TypedValueParser<Value = Option<Kind>> {
    let about = |kind| match kind {
        Kind::Across => "Leaders with no reporting line between them: duplication",
        Kind::Done => "Somebody has it already: reuse it",
        Kind::Down => "All on one reporting line: the strategy is deployed",
        Kind::Within => "One leader twice",
    };
    let one = |kind: Kind| Choice { name: kind.word(), about: about(kind), value: Some(kind) };
    let all = Choice { name: "all", about: "All of them", value: None };
    one_of(Kind::ALL.map(one).into_iter().chain([all]))
}
