//! roundtable finds the features that several leaders of one company plan without knowing of each
//! other.
//!
//! A **document** is read; it holds the **roadmap**s of a **company**'s leaders; **names** become
//! **vectors**; **candidates** are paired; their **similarity** is scored; near names **cluster**;
//! clusters are **overlap**s; **decision**s judge them; one may **ask**; a **report** tells.

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

/// Which names are one feature.
pub mod cluster;

/// Features that are planned more than once: ranking, kinds, the proposed name.
pub mod overlap;

/// What the leaders agreed, and what that leaves to be decided.
pub mod decision;

/// The questions beside the table: who plans this, are these one, how often is the tool right.
pub mod ask;

/// One file per output format.
pub mod report;

/// `roundtable.yaml`: which files are roadmaps, how they are read and compared.
pub mod config;

use jiff::civil::Date;
use rayon::prelude::*;

use company::Planned;
use decision::{Decision, Known, Standing};
use names::Glossary;
use overlap::Overlap;
use similarity::{Rules, Score};

/// How the company wants its names compared.
pub struct Settings<'a> {
    /// The score from which two names are alike.
    pub threshold: Score,
    /// What people call the same thing.
    pub glossary: &'a Glossary,
    /// Words that tell two features apart, beside the built-in ones.
    pub contrasts: &'a [similarity::Row],
    /// Pairs of names that are never one.
    pub distinct: &'a [[String; 2]],
    /// Pairs of items that are never one, as indices among the planned items, the smaller first.
    pub told_apart: &'a [[usize; 2]],
    /// Other thresholds, ascending, at which to look whether an overlap stays the same group; none
    /// of them costs nothing.
    pub tries: &'a [Score],
}

impl<'a> Settings<'a> {
    /// The built-in way to compare, from that score on.
    pub fn builtin(threshold: Score) -> Self {
        Self {
            threshold,
            glossary: Glossary::builtin(),
            contrasts: &[],
            distinct: &[],
            told_apart: &[],
            tries: &[],
        }
    }

    /// What the company says about names that look alike and are not.
    pub fn rules(&self) -> Rules<'a> {
        Rules { contrasts: self.contrasts, distinct: self.distinct }
    }
}

/// What a scan finds; items are given as their indices among the planned items.
pub struct Found {
    /// Every overlap of every kind, worst first.
    pub overlaps: Vec<Overlap>,
    /// The items that would overlap with other leaders' if they were not silenced, ascending.
    pub silenced: Vec<usize>,
}

/// Finds the features that are planned more than once.
///
/// Goes in: every planned item; those that are silenced are in no overlap, yet what they say about
/// words counts. The order of `items` decides nothing but the indices that come out.
pub fn scan(items: &[Planned], settings: &Settings) -> Found {
    let threshold = settings.threshold;
    let names = names::names(items, settings.glossary);
    let views = vectors::views(&names);
    let pairs = candidates::pairs(&views);
    let forms = similarity::Forms::new(&names, &views, settings.rules());
    let planners = similarity::Planners::new(&names, items);
    let floor = settings.tries.first().map_or(threshold, |&lowest| lowest.min(threshold));
    let alike = similarity::alike(&forms, &pairs, floor);
    let links = similarity::links(&alike, &planners, threshold);
    let whole = cluster::groups(&forms, &links, threshold);
    let silenced = overlap::silenced(&overlap::touched(&names, &whole, items), items);
    let groups = overlap::heard(whole, &links, &names, items);
    let mut overlaps = overlap::overlaps(&forms, &groups, &links, items, settings.told_apart);
    overlap::find_doubts(&mut overlaps, &names, &planners, threshold);
    if !settings.tries.is_empty() {
        let mut tries: Vec<overlap::Try> = settings
            .tries
            .par_iter()
            .filter(|&&tried| tried != threshold)
            .map(|&threshold| {
                let links = similarity::links(&alike, &planners, threshold);
                let groups = cluster::groups(&forms, &links, threshold);
                let groups = overlap::heard(groups, &links, &names, items);
                overlap::Try { threshold, groups }
            })
            .collect();
        tries.push(overlap::Try { threshold, groups });
        tries.sort_by_key(|tried| tried.threshold);
        overlap::find_ranges(&mut overlaps, &names, &tries, threshold);
    }
    overlap::judge(&mut overlaps, items);
    overlap::rank(&mut overlaps, items);
    Found { overlaps, silenced }
}

/// What is planned more than once, in view of what was agreed.
pub struct Review {
    /// What a scan finds; items that were told apart are in no overlap together.
    pub found: Found,
    /// The items that the decisions know.
    pub known: Known,
    /// How every overlap stands, in their order.
    pub standings: Vec<Standing>,
}

/// Finds the features that are planned more than once, and how they stand to what was agreed.
///
/// Goes in: as for [`scan`], and every decision with the day to judge by; without decisions it
/// costs no more than a scan.
pub fn review(
    items: &[Planned],
    settings: &Settings,
    decisions: &[Decision],
    today: Date,
) -> Review {
    let known = decision::known(decisions, items, settings);
    let told_apart = decision::apart(decisions, &known, today);
    let found = scan(items, &Settings { told_apart: &told_apart, ..*settings });
    let standings = decision::standings(&found.overlaps, decisions, &known, today);
    Review { found, known, standings }
}
