//! How often is the tool right, by pairs that somebody judged?

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::ask::confusion::Tally;
use crate::ask::labels::Label;
use crate::ask::query::newcomer;
use crate::company::Planned;
use crate::names::{self, Names};
use crate::similarity::{self, Forms, Score, Sensitivity};
use crate::{Settings, candidates, cluster, vectors};

/// What came of judged pairs at several thresholds.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation<'a> {
    /// The thresholds, ascending.
    pub thresholds: Vec<Score>,
    /// The pairs that could be looked at, in their order.
    pub judgements: Vec<Judgement<'a>>,
    /// The pairs with a name that stands on no roadmap, and that name.
    pub unknown: Vec<(&'a Label, &'a str)>,
}

/// What came of one pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement<'a> {
    /// The pair.
    pub label: &'a Label,
    /// How alike the two are.
    pub score: Score,
    /// Why, as for a link of an overlap.
    pub because: Vec<String>,
    /// For every threshold whether the two are one feature there.
    pub joined: Vec<bool>,
}

impl Evaluation<'_> {
    /// The counts at one of the thresholds; a threshold that was not tried counts as the next one.
    pub fn tally(&self, threshold: Score) -> Tally {
        let at = self.at(threshold);
        Tally::count(self.judgements.iter().map(|one| (one.label.same, one.joined[at])))
    }

    /// The threshold with the best F1; among equals the one with the best precision, then the
    /// highest.
    pub fn best(&self) -> Option<Score> {
        self.thresholds.iter().copied().max_by(|&x, &y| {
            let (a, b) = (self.tally(x), self.tally(y));
            a.f1().total_cmp(&b.f1()).then(a.precision().total_cmp(&b.precision())).then(x.cmp(&y))
        })
    }

    /// The pairs that are judged wrongly at a threshold and are one feature, or are not.
    pub fn mistakes(&self, threshold: Score, same: bool) -> Vec<&Judgement<'_>> {
        let at = self.at(threshold);
        let wrong = |one: &&Judgement| one.label.same == same && one.joined[at] != same;
        self.judgements.iter().filter(wrong).collect()
    }

    fn at(&self, threshold: Score) -> usize {
        let at = self.thresholds.partition_point(|&tried| tried < threshold);
        at.min(self.thresholds.len().saturating_sub(1))
    }
}

/// The thresholds worth a look beside the one in force: those of the sensitivities, and every
/// twentieth from 0.4 to 0.9; ascending, each once.
pub fn thresholds(in_force: Score) -> Vec<Score> {
    let sweep = (8..=18).map(|twentieth| Score::from_ratio(f64::from(twentieth) / 20.0));
    let named = Sensitivity::ALL.map(Sensitivity::threshold);
    let mut all: Vec<Score> = sweep.chain(named).chain([in_force]).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Judges the pairs as the table would, at each of `thresholds`, which ascend.
///
/// With roadmaps, names and ids are those of their items, and two are one feature if one overlap
/// holds both. Without, every pair is looked at alone, as the only items of two leaders.
pub fn evaluate<'a>(
    labels: &'a [Label],
    items: &[Planned],
    settings: &Settings,
    thresholds: Vec<Score>,
) -> Evaluation<'a> {
    let (judgements, unknown) = if items.is_empty() {
        let alone = |label: &'a Label| {
            let roadmaps = [newcomer(0, &label.left), newcomer(1, &label.right)];
            let items = roadmaps.each_ref().map(|r| Planned { roadmap: r, item: &r.items[0] });
            Company::read(&items, settings, &thresholds, |company| company.judge(label, &[0], &[1]))
        };
        (labels.par_iter().map(alone).collect(), Vec::new())
    } else {
        Company::read(items, settings, &thresholds, |company| {
            let (mut judgements, mut unknown) = (Vec::new(), Vec::new());
            for label in labels {
                let [left, right] = [&label.left, &label.right].map(|text| company.items_of(text));
                match (left.as_slice(), right.as_slice()) {
                    ([], _) => unknown.push((label, label.left.as_str())),
                    (_, []) => unknown.push((label, label.right.as_str())),
                    _ => judgements.push(company.judge(label, &left, &right)),
                }
            }
            (judgements, unknown)
        })
    };
    Evaluation { thresholds, judgements, unknown }
}

/// Roadmaps with their groups at every threshold.
struct Company<'a> {
    items: &'a [Planned<'a>],
    names: &'a Names<'a>,
    forms: &'a Forms<'a>,
    /// For every threshold the group of every name that is in one.
    groups: Vec<FxHashMap<u32, usize>>,
}

impl Company<'_> {
    fn read<R>(
        items: &[Planned],
        settings: &Settings,
        thresholds: &[Score],
        ask: impl FnOnce(&Company) -> R,
    ) -> R {
        let names = names::names(items, settings.glossary);
        let views = vectors::views(&names);
        let pairs = candidates::pairs(&views);
        let forms = Forms::new(&names, &views, settings.rules());
        let planners = similarity::Planners::new(&names, items);
        let floor = thresholds.first().copied().unwrap_or(settings.threshold);
        let alike = similarity::alike(&forms, &pairs, floor);
        let groups = thresholds.iter().map(|&threshold| {
            let links = similarity::links(&alike, &planners, threshold);
            let groups = cluster::groups(&forms, &links, threshold);
            (0..)
                .zip(groups)
                .flat_map(|(at, group)| group.into_iter().map(move |n| (n, at)))
                .collect()
        });
        ask(&Company { items, names: &names, forms: &forms, groups: groups.collect() })
    }

    /// The items with that id, or with a name that is read as the text is.
    fn items_of(&self, text: &str) -> Vec<usize> {
        let identified = |at: &usize| self.items[*at].item.id.as_deref() == Some(text);
        let by_id: Vec<usize> = (0..self.items.len()).filter(identified).collect();
        if !by_id.is_empty() {
            return by_id;
        }
        let called = self.names.called(text);
        (0..self.items.len()).filter(|&at| called.contains(&self.names.of[at])).collect()
    }

    /// Judges a pair by the items that its names stand for; any two that are joined join them.
    fn judge<'l>(&self, label: &'l Label, left: &[usize], right: &[usize]) -> Judgement<'l> {
        let pairs = left.iter().flat_map(|&x| right.iter().map(move |&y| (x, y)));
        let joined = |groups: &FxHashMap<u32, usize>| {
            pairs.clone().any(|(x, y)| self.are_joined(groups, self.names.of[x], self.names.of[y]))
        };
        let (x, y) = (self.items[left[0]], self.items[right[0]]);
        let (a, b) = (self.names.of[left[0]], self.names.of[right[0]]);
        let read = |planned: Planned| self.names.reader.read(&planned.item.name, planned.item);
        Judgement {
            label,
            score: self.forms.score(a, b),
            because: similarity::reasons(self.forms, a, b, &read(x), &read(y)),
            joined: self.groups.iter().map(joined).collect(),
        }
    }

    /// Whether two names are in one group, or are the same and could not be any team's.
    fn are_joined(&self, groups: &FxHashMap<u32, usize>, a: u32, b: u32) -> bool {
        let group = |name| groups.get(&name);
        let is_generic = || names::is_generic(self.names, self.names.names[a as usize].whole[0]);
        if a == b { !is_generic() } else { group(a).is_some() && group(a) == group(b) }
    }
}
