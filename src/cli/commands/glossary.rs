//! `roundtable glossary`: what people call the same thing.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use roundtable::basics::spelling;
use roundtable::company::Company;
use roundtable::names::glossary::{Area, Entry, areas};
use roundtable::report::answers::{self, TermsPage};
use roundtable::{ask, roadmap};

use crate::cli::flags::config::{self, ConfigFlag};
use crate::cli::flags::matching::Finding;
use crate::cli::flags::output::Output;
use crate::cli::session::{nothing, tell};
use crate::cli::{Ending, style};

/// Show what is known to mean the same, and what your roadmaps use of it
///
/// Without a path: the built-in areas, or the entries of one. With paths: the concepts that the
/// roadmaps use, how they are worded, and entries to paste into the glossary of roundtable.yaml.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Glossary {
    /// Files and folders to read, in any mix
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Show the entries of a built-in area
    #[arg(long, value_name = "NAME", conflicts_with = "paths")]
    area: Option<String>,

    /// Show the built-in entries in which a word occurs
    #[arg(long, value_name = "WORD", conflicts_with_all = ["paths", "area"])]
    concept: Option<String>,

    #[command(flatten)]
    config: ConfigFlag,

    #[command(flatten)]
    finding: Finding,

    /// Show N concepts and N proposals of each kind only; 0 for all
    #[arg(short = 'n', long, value_name = "N", default_value = "20")]
    limit: usize,

    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "
  roundtable glossary --area identity-and-access
      Show what is known to mean the same there.

  roundtable glossary --concept onboarding
      Show every entry with that word.

  roundtable glossary plans/
      Show what the roadmaps use, and what to add to roundtable.yaml.";

/// Shows the built-in entries, or reads roadmaps and tells their terms.
///
/// # Errors
/// When nothing is planned under the paths, no entry has the word, or the answer cannot be written.
pub fn run(glossary: &Glossary) -> Result<Ending> {
    glossary.output.settle_color();
    if !glossary.paths.is_empty() {
        return of_roadmaps(glossary);
    }
    let look = glossary.output.look();
    if let Some(word) = &glossary.concept {
        let found: Vec<&Entry> = entries(areas()).filter(|entry| holds(entry, word)).collect();
        if found.is_empty() {
            let known = entries(areas()).map(|entry| entry.concept.as_str());
            bail!("no built-in concept has {word:?}{}", meant(word, known));
        }
        glossary.output.write(|to| answers::concepts(found.into_iter(), look, to))?;
    } else if let Some(name) = &glossary.area {
        let Some(area) = areas().iter().find(|area| area.name == name) else {
            bail!("unknown area {name:?}{}", meant(name, areas().iter().map(|area| area.name)));
        };
        glossary.output.write(|to| answers::concepts(area.entries.iter(), look, to))?;
    } else {
        glossary.output.write(|to| answers::areas(areas(), look, to))?;
    }
    Ok(Ending::Done)
}

fn of_roadmaps(glossary: &Glossary) -> Result<Ending> {
    let config = match glossary.config.read() {
        Ok(config) => config,
        Err(problems) => return Ok(tell(&problems, &glossary.output)),
    };
    let reading = roadmap::read(&glossary.paths, &config.mapping);
    let company = Company::of(&reading.roadmaps);
    let items = &company.items;
    let known = config::glossary(&config);
    let mut settings = config::settings(&config, &known, glossary.finding.threshold(&config));
    let tries = [roundtable::similarity::Sensitivity::High.threshold()];
    settings.tries = &tries;
    let review = roundtable::review(&company, settings, &[], jiff::civil::Date::ZERO, &[]);
    if !items.is_empty() {
        let page = TermsPage {
            terms: &ask::terms(&review),
            items,
            leaders: company.planning(),
            limit: Some(glossary.limit).filter(|&limit| limit > 0),
            look: glossary.output.look(),
        };
        glossary.output.write(|to| answers::terms(&page, to))?;
    }
    let ending = tell(&reading.problems, &glossary.output);
    if items.is_empty() && ending == Ending::Done {
        bail!(nothing(&reading, &glossary.paths));
    }
    Ok(ending)
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
