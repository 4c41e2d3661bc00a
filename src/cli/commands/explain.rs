//! `roundtable explain`: why two names are one feature, or two.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use roundtable::ask;
use roundtable::company::Company;
use roundtable::report::answers::{Explain as Explained, ExplainPage};

use crate::cli::flags::agreed::AgreedFlags;
use crate::cli::flags::config::ConfigFlag;
use crate::cli::flags::delivery::Delivery;
use crate::cli::flags::matching::MatchingFlags;
use crate::cli::session::{self, Agreed, Input, Plans};
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
    matching: MatchingFlags,

    #[command(flatten)]
    agreed: AgreedFlags,

    #[command(flatten)]
    delivery: Delivery<Explained>,
}

const EXAMPLES: &str = "
  roundtable explain \"Partner SSO\" \"SAML login\"
      Compare them among the roadmaps in the current folder, or alone.

  roundtable explain IDN-14 PAY-9 plans/
      Compare two items by their ids.

  roundtable explain \"Invoice import\" \"Invoice export\" plans/ --sensitivity high
      See whether a high sensitivity would join them.

  roundtable explain \"Invoice import\" \"Invoice export\" plans/ --format json
      Tell another program how the score comes about.";

/// Reads and explains; problems go to standard error, after the explanation.
///
/// # Errors
/// When the explanation cannot go where it is to go.
pub fn run(explain: &Explain) -> Result<Ending> {
    let plans = match explain.paths.as_slice() {
        [] => Plans::Around,
        paths => Plans::Context(paths),
    };
    let input = Input {
        config: &explain.config,
        plans,
        agreed: Agreed::Judged(&explain.agreed),
        matching: &explain.matching,
    };
    session::answer(&input, &explain.delivery, |session| {
        let texts = [explain.left.as_str(), &explain.right];
        let company = session.company();
        let review = session.review(&company, session.settings(), &[]);
        // Names that nobody plans are compared as if two more leaders did.
        let guests = ask::guests(&review, texts);
        let with_guests = Company::with_guests(&session.reading.roadmaps, &guests);
        let (explanation, review) = if let Some(explanation) = ask::explain(texts, &review) {
            (explanation, review)
        } else {
            let review = session.review(&with_guests, session.settings(), &[]);
            let explanation = ask::explain(texts, &review);
            (explanation.context("the names cannot be compared")?, review)
        };
        let page = ExplainPage {
            explanation: &explanation,
            company: review.company,
            overlaps: &review.overlaps,
            problems: &session.problems,
        };
        session.give(&explain.delivery, &page)
    })
}
