//! roundtable finds the features that several leaders of one company plan without knowing of each
//! other.
//!
//! A **document** is read; it holds the **roadmap**s of a **company**'s leaders; **names** become
//! **vectors**; **candidates** are paired; their **similarity** is scored; near names **cluster**;
//! a program of the company may have an **opinion**; all this is one **comparison**; clusters are **overlap**s; **decision**s judge them; that is a
//! **review**, which one may **ask**; a **report** tells.

/// Places, problems, spelling, one way to compare people, fingerprints.
pub mod basics;

/// Bytes of a file become a tree of values with their places: one file per input format.
pub mod document;

/// What leaders wrote: files, fields, shapes, items.
pub mod roadmap;

/// Whose plans these are: the leaders over all files, and who reports to whom.
pub mod company;

/// One canonical spelling: words, noise, acronyms, compounds, stems, concepts.
pub mod names;

/// Names as weighted vectors: words, and runs of three letters.
pub mod vectors;

/// Pairs worth comparing, without comparing all.
pub mod candidates;

/// How alike, 0 to 1, and why.
pub mod similarity;

/// Which items are one feature, under constraints.
pub mod cluster;

/// What the company's own program thinks of two items.
pub mod opinion;

/// What was learnt about the names, built once: groups at any threshold.
pub mod comparison;

/// Features that are planned more than once: ranking, kinds, the proposed name.
pub mod overlap;

/// What the leaders agreed, and what that leaves to be decided.
pub mod decision;

/// Everything that is known about a company's plans, which every command asks.
pub mod review;

/// The questions beside the table: who plans this, are these one, how often is the tool right.
pub mod ask;

/// One file per output format.
pub mod report;

/// `roundtable.yaml`: which files are roadmaps, how they are read and compared.
pub mod config;

use cluster::Constraints;
use company::Company;
use comparison::Settings;
use decision::Decision;
use jiff::civil::Date;
use review::Review;
use roadmap::Item;

/// Finds the features that are planned more than once, and how they stand to what was agreed.
///
/// Goes in: a company; how its names are compared; every decision with the day to judge by; and
/// items that nobody plans and that will be asked for, which change nothing. Silenced and dropped
/// items are in no overlap, yet what they say about words counts.
pub fn review<'a>(
    company: &'a Company<'a>,
    settings: Settings<'a>,
    decisions: &'a [Decision],
    today: Date,
    asked: &[Item],
) -> Review<'a> {
    let matching = decision::matching(decisions, &company.items);
    let mut queries = matching.queries();
    let asked_from = queries.len();
    queries.extend_from_slice(asked);
    let comparison = comparison::compare(company, &queries, &settings);
    let known = matching.finish(&comparison);
    let mut cannot_link = decision::cannot_link(decisions, &known, today);
    // What leaders decided about both wins over an opinion.
    let is_decided = |pair: &[usize; 2]| {
        (0..decisions.len()).any(|at| pair.iter().all(|item| known.of(at).contains(item)))
    };
    let told_apart = settings.opinions.told_apart(&company.items).into_iter();
    cannot_link.extend(told_apart.filter(|pair| !is_decided(pair)));
    cannot_link.sort_unstable();
    cannot_link.dedup();
    let constraints = Constraints { excluded: company.excluded(), cannot_link };
    let tried = comparison.tried(&settings, &constraints);
    let overlaps = overlap::overlaps(&comparison, company, &tried, &settings);
    let silenced = overlap::silenced(&comparison, company, settings.threshold, &constraints);
    let statuses = decision::statuses(&overlaps, decisions, &known, today);
    let overlap_of = overlap::by_item(&overlaps);
    Review {
        company,
        settings,
        decisions,
        today,
        comparison,
        queries: asked.to_vec(),
        asked_from,
        constraints,
        tried,
        overlaps,
        overlap_of,
        silenced,
        known,
        statuses,
    }
}
