//! `roundtable find`: who already plans something like this.

use anyhow::Result;
use clap::Args;
use roundtable::ask;
use roundtable::report::answers::{Find as Found, FindPage};

use crate::cli::flags::agreed::AgreedFlags;
use crate::cli::flags::delivery::Delivery;
use crate::cli::flags::filter::ItemFilter;
use crate::cli::flags::matching::MatchingFlags;
use crate::cli::flags::reading::ReadingFlags;
use crate::cli::session::{self, Agreed, Input, Plans};
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
        let review = session.review(&company, settings, &[ask::query(&find.name)]);
        let filter = find.filter.of(&company)?;
        let limit = Some(find.limit).filter(|&limit| limit > 0);
        let page = FindPage {
            text: &find.name,
            answer: &ask::find(&review, 0, &filter, limit),
            company: &company,
            overlaps: &review.overlaps,
            filter: &filter,
            threshold: settings.threshold,
            problems: &session.problems,
        };
        session.give(&find.delivery, &page)
    })
}
