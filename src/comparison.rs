//! What was learnt about the names of a company: built once, asked by every command.

use rayon::prelude::*;

use crate::cluster::{self, Constraints, Group};
use crate::company::Company;
use crate::names::{self, Glossary};
use crate::opinion::Opinions;
use crate::roadmap::Item;
use crate::similarity::{self, Forms, Planners, Row, Rules, Score, ScoredPair};
use crate::{candidates, vectors};

/// How the company wants its names compared.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// The score from which two names are alike.
    pub threshold: Score,
    /// Other thresholds, ascending, at which groups will be asked for; none of them costs nothing.
    pub tries: &'a [Score],
    /// What people call the same thing.
    pub glossary: &'a Glossary,
    /// Words that tell two features apart, beside the built-in ones.
    pub contrasts: &'a [Row],
    /// Pairs of names that are never one.
    pub distinct: &'a [[String; 2]],
    /// What the company's own program thinks of items.
    pub opinions: &'a Opinions,
}

impl Settings<'_> {
    /// The built-in way to compare, from that score on.
    pub fn builtin(threshold: Score) -> Self {
        let glossary = Glossary::builtin();
        let opinions = Opinions::NONE;
        Self { threshold, tries: &[], glossary, contrasts: &[], distinct: &[], opinions }
    }
}

/// Every name of a company compared with every name that may be like it.
pub struct Comparison<'a> {
    /// The forms of all names with their vectors.
    pub forms: Forms<'a>,
    /// Who plans each name.
    pub planners: Planners,
    /// The candidate pairs that are alike, best first.
    pairs: Vec<ScoredPair>,
}

/// The groups at one threshold.
#[derive(Debug, Clone)]
pub struct Tried {
    /// The threshold.
    pub threshold: Score,
    /// The groups, as [`Comparison::groups`] returns them.
    pub groups: Vec<Group>,
}

/// Compares the names of a company.
///
/// Goes in: every planned item; queries, which are items that nobody plans: they can be compared
/// with all others, and change nothing between these; and how names are compared. Comes out: pairs
/// from the lowest threshold on that the settings name. The order of items decides nothing but the
/// indices.
pub fn compare<'a>(company: &Company, queries: &[Item], settings: &Settings<'a>) -> Comparison<'a> {
    let names = names::names(&company.items, queries, settings.glossary);
    let views = vectors::views(&names);
    let candidates = candidates::pairs(&views[..names.planned_forms]);
    let planners = Planners::new(&names, company);
    let rules = Rules { contrasts: settings.contrasts, distinct: settings.distinct };
    let forms = Forms::new(names, views, rules);
    let lowest = settings.tries.first().copied().unwrap_or(settings.threshold);
    let pairs = similarity::scored_pairs(&forms, &candidates, lowest.min(settings.threshold));
    Comparison { forms, planners, pairs }
}

impl Comparison<'_> {
    /// The name of an item, as its index among the distinct names.
    pub fn name_of(&self, item: usize) -> u32 {
        self.forms.names().of[item]
    }

    /// How alike two items are by their names, and what the descriptions add.
    pub fn score(&self, a: usize, b: usize) -> Score {
        self.forms.score(self.name_of(a), self.name_of(b))
    }

    /// The score from which two items are linked, if each is the other's best match.
    pub fn needed(&self, a: usize, b: usize, threshold: Score) -> Score {
        similarity::needed(&self.planners, self.name_of(a), self.name_of(b), threshold)
    }

    /// The items that are one feature at a threshold, under constraints.
    ///
    /// Below the lowest threshold that the settings named, pairs are missing.
    pub fn groups(&self, threshold: Score, constraints: &Constraints) -> Vec<Group> {
        let links = similarity::links(&self.pairs, &self.planners, threshold);
        cluster::groups(&self.forms, &links, constraints, threshold)
    }

    /// The groups at the threshold in force and at every other that the settings name, ascending.
    pub fn tried(&self, settings: &Settings, constraints: &Constraints) -> Vec<Tried> {
        let mut thresholds = settings.tries.to_vec();
        thresholds.push(settings.threshold);
        thresholds.sort_unstable();
        thresholds.dedup();
        let groups = |&threshold: &Score| {
            let groups = self.groups(threshold, constraints);
            Tried { threshold, groups }
        };
        thresholds.par_iter().map(groups).collect()
    }

    /// Why two items are alike, the strongest reason first, in words for a person.
    pub fn reasons(&self, company: &Company, a: usize, b: usize) -> Vec<String> {
        let reader = &self.forms.names().reader;
        let read =
            |item: usize| reader.read(&company.items[item].item.name, company.items[item].item);
        similarity::reasons(&self.forms, self.name_of(a), self.name_of(b), &read(a), &read(b))
    }
}

#[cfg(test)]
mod tests {
    use super::{Settings, compare};
    use crate::cluster::Constraints;
    use crate::company::Company;
    use crate::company::sample::roadmaps;
    use crate::roadmap::Item;
    use crate::similarity::Sensitivity;

    /// Every link of every group at every sensitivity, where such names are asked for.
    fn linked(lines: &[&str], asked: &[&str]) -> Vec<String> {
        let roadmaps = roadmaps(lines);
        let company = Company::of(&roadmaps);
        let query = |name: &&str| Item { name: (*name).to_owned(), ..Item::default() };
        let queries: Vec<Item> = asked.iter().map(query).collect();
        let mut thresholds = Sensitivity::ALL.map(Sensitivity::threshold);
        thresholds.sort_unstable();
        let settings = Settings { tries: &thresholds, ..Settings::builtin(thresholds[1]) };
        let comparison = compare(&company, &queries, &settings);
        let tried = comparison.tried(&settings, &Constraints::default());
        let told = tried.iter().flat_map(|at| {
            let inside = at.groups.iter().flat_map(|group| &group.links);
            inside.map(|link| format!("{}: {} {} {:.3}", at.threshold, link.a, link.b, link.score))
        });
        told.collect()
    }

    #[test]
    fn what_is_asked_for_changes_nothing_between_items() {
        let lines = [
            "Ana: Single sign-on (SSO), Rain barrels, Notification preferences",
            "Bo: SSO for partners, Tram maps, Notfication preferences",
            "Cy: Sign-on, Parcel lockers, RMA portal",
        ];
        let expected = linked(&lines, &[]);
        assert!(!expected.is_empty(), "nothing is linked: the test would prove nothing");
        for asked in [
            &["SSO"][..],
            &["Single seed option (SSO)", "Return merchandise authorization portal"],
            &["notfication", "notfication", "Tram maps", ""],
        ] {
            assert_eq!(linked(&lines, asked), expected, "{asked:?}");
        }
    }
}
