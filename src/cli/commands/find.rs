//! `roundtable find`: who already plans something like this.

use anyhow::Result;
use clap::Args;
use roundtable::ask;
use roundtable::basics::{fold, person};
use roundtable::company::{Company, Planned};
use roundtable::report::answers::{Find as Found, FindPage};
use roundtable::report::terminal;

use crate::cli::flags::agreed::AgreedFlags;
use crate::cli::flags::delivery::Delivery;
use crate::cli::flags::filter::ItemFilter;
use crate::cli::flags::matching::MatchingFlags;
use crate::cli::flags::reading::ReadingFlags;
use crate::cli::session::{self, Agreed, Answer, Input, Plans, Session};
use crate::cli::{Ending, style};

/// Ask who already plans something like this
///
/// Compares one name with every item of every roadmap under the paths and shows what is alike, best
/// first, with whom to talk to, when it comes and where it stands.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Find {
    /// What the feature could be called, or the id of an item or an overlap
    #[arg(value_name = "NAME", value_parser = nonempty)]
    name: String,

    #[command(flatten)]
    reading: ReadingFlags,

    #[command(flatten)]
    matching: MatchingFlags,

    #[command(flatten)]
    agreed: AgreedFlags,

    #[command(flatten)]
    filter: ItemFilter,

    /// Show the N best only; 0 for all
    #[arg(short = 'n', long, value_name = "N", default_value = "10")]
    limit: usize,

    #[command(flatten)]
    delivery: Delivery<Found>,
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
/// When nothing is planned anywhere, or the answer cannot go where it is to go.
pub fn run(find: &Find) -> Result<Ending> {
    let input = Input {
        config: &find.reading.config,
        plans: Plans::Needed(&find.reading.paths),
        agreed: Agreed::Judged(&find.agreed),
        matching: &find.matching,
    };
    session::answer(&input, &find.delivery, |session| {
        let company = session.company();
        let settings = session.settings();
        let name = named_by_id(&find.name, session, &company).unwrap_or_else(|| find.name.clone());
        let review = session.review(&company, settings, &[ask::query(&name)]);
        let filter = find.filter.of(&company)?;
        let limit = Some(find.limit).filter(|&limit| limit > 0);
        let page = FindPage {
            text: &name,
            answer: &ask::find(&review, 0, &filter, limit),
            company: &company,
            overlaps: &review.overlaps,
            filter: &filter,
            threshold: settings.threshold,
            problems: &session.problems,
        };
        let note = leads(&find.name, &company);
        Ok(Answer { note, ..session.give(&find.delivery, &page)? })
    })
}

/// The name of the item or the overlap with that id.
fn named_by_id(id: &str, session: &Session, company: &Company) -> Option<String> {
    let has_id = |it: &&Planned| it.item.id.as_deref().is_some_and(|own| fold(own) == fold(id));
    let item = company.items.iter().find(has_id).map(|planned| planned.item.name.clone());
    if item.is_some() || !id.starts_with("o-") {
        return item;
    }
    let review = session.review(company, session.settings(), &[]);
    review.overlaps.into_iter().find(|overlap| overlap.id == id).map(|overlap| overlap.name)
}

/// That the name is a leader's, and what shows their plans.
fn leads(name: &str, company: &Company) -> Option<String> {
    let leader = company.names.iter().find(|leader| person(leader) == person(name))?;
    let leader = terminal(leader);
    Some(format!(
        "{leader} is a leader: roundtable scan --leader \"{leader}\" shows what they plan with others"
    ))
}

/// A name that says something.
fn nonempty(text: &str) -> Result<String, &'static str> {
    let is_said = text.contains(char::is_alphanumeric);
    if is_said { Ok(text.to_owned()) } else { Err("expected a name or an id") }
}
