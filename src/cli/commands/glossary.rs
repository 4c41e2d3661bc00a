//! `roundtable glossary`: what people call the same thing.

use anyhow::{Result, bail};
use clap::Args;
use roundtable::ask;
use roundtable::basics::spelling;
use roundtable::comparison::Settings;
use roundtable::names::glossary::{Area, Entry, areas};
use roundtable::report::answers::{Glossary as Terms, GlossaryPage, TermsPage};
use roundtable::similarity::Sensitivity;

use crate::cli::flags::agreed::AgreedFlags;
use crate::cli::flags::delivery::Delivery;
use crate::cli::flags::matching::MatchingFlags;
use crate::cli::flags::reading::OptionalReadingFlags;
use crate::cli::session::{self, Agreed, Input, Plans};
use crate::cli::{Ending, style};

/// Show what is known to mean the same, and what your roadmaps use of it
///
/// Without a path: the built-in areas, or the entries of one. With paths: the concepts that the
/// roadmaps use, how they are worded, and entries to paste into the glossary of roundtable.yaml.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Glossary {
    /// Show the entries of a built-in area
    #[arg(long, value_name = "NAME", conflicts_with = "paths")]
    area: Option<String>,

    /// Show the built-in entries in which a word occurs
    #[arg(long, value_name = "WORD", conflicts_with_all = ["paths", "area"])]
    concept: Option<String>,

    #[command(flatten)]
    reading: OptionalReadingFlags,

    #[command(flatten)]
    matching: MatchingFlags,

    #[command(flatten)]
    agreed: AgreedFlags,

    /// Show N concepts and N proposals of each kind only; 0 for all
    #[arg(short = 'n', long, value_name = "N", default_value = "20")]
    limit: usize,

    #[command(flatten)]
    delivery: Delivery<Terms>,
}

const EXAMPLES: &str = "
  roundtable glossary --area identity-and-access
      Show what is known to mean the same there.

  roundtable glossary --concept onboarding
      Show every entry with that word.

  roundtable glossary plans/
      Show what the roadmaps use, and what to add to roundtable.yaml.

  roundtable glossary --format json
      Tell another program every built-in entry.";

/// Shows the built-in entries, or reads roadmaps and tells their terms.
///
/// # Errors
/// When nothing is planned under the paths, no entry has the word, or the answer cannot
/// go where it is to go.
pub fn run(glossary: &Glossary) -> Result<Ending> {
    if glossary.reading.paths.is_empty() {
        return session::answer_at_once(&glossary.delivery, &glossary.built_in()?);
    }
    let input = Input {
        config: &glossary.reading.config,
        plans: Plans::Needed(&glossary.reading.paths),
        agreed: Agreed::Judged(&glossary.agreed),
        matching: &glossary.matching,
    };
    session::answer(&input, &glossary.delivery, |session| {
        let company = session.company();
        let settings = Settings { tries: &[Sensitivity::High.threshold()], ..session.settings() };
        let review = session.review(&company, settings, &[]);
        let page = GlossaryPage::Terms(TermsPage {
            terms: &ask::terms(&review),
            items: &company.items,
            leaders: company.planning(),
            limit: Some(glossary.limit).filter(|&limit| limit > 0),
            problems: &session.problems,
        });
        session.give(&glossary.delivery, &page)
    })
}

impl Glossary {
    /// What of the built-in glossary is wanted.
    fn built_in(&self) -> Result<GlossaryPage<'static>> {
        if let Some(word) = &self.concept {
            let found: Vec<&Entry> = entries(areas()).filter(|entry| holds(entry, word)).collect();
            if found.is_empty() {
                let known = entries(areas()).map(|entry| entry.concept.as_str());
                bail!("no built-in concept has {word:?}{}", meant(word, known));
            }
            return Ok(GlossaryPage::Entries(found));
        }
        let Some(name) = &self.area else { return Ok(GlossaryPage::Areas(areas())) };
        let Some(area) = areas().iter().find(|area| area.name == name) else {
            bail!("unknown area {name:?}{}", meant(name, areas().iter().map(|area| area.name)));
        };
        Ok(GlossaryPage::Entries(area.entries.iter().collect()))
    }
}

fn entries(areas: &[Area]) -> impl Iterator<Item = &Entry> {
    areas.iter().flat_map(|area| &area.entries)
}

/// Whether the concept or one of its phrases has the word, in whatever case.
fn holds(entry: &Entry, word: &str) -> bool {
    let word = word.to_lowercase();
    let texts = entry.phrases.iter().map(|phrase| &phrase.text).chain([&entry.concept]);
    texts.into_iter().any(|text| text.to_lowercase().contains(&word))
}

/// The suggestion for a word that is not known.
fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    let meant = spelling::closest(word, known);
    meant.map(|known| format!(" (did you mean {known:?}?)")).unwrap_or_default()
}
