//! How often is the tool right, by pairs that somebody judged?

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::ask::confusion::ConfusionMatrix;
use crate::ask::labels::Label;
use crate::ask::query::guest;
use crate::company::Company;
use crate::comparison::Settings;
use crate::review::Review;
use crate::similarity::{Score, Sensitivity};

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
    /// For every threshold whether one overlap holds both there.
    pub joined: Vec<bool>,
}

impl Evaluation<'_> {
    /// The counts at one of the thresholds; a threshold that was not tried counts as the next one.
    pub fn matrix(&self, threshold: Score) -> ConfusionMatrix {
        let at = self.at(threshold);
        ConfusionMatrix::count(self.judgements.iter().map(|one| (one.label.same, one.joined[at])))
    }

    /// The threshold with the best F1; among equals the one with the best precision, then the
    /// highest.
    pub fn best(&self) -> Option<Score> {
        self.thresholds.iter().copied().max_by(|&x, &y| {
            let (a, b) = (self.matrix(x), self.matrix(y));
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

/// Judges pairs of items, by name or id, as the table does: two are one feature if one overlap of
/// the review holds both; what was decided, silenced or dropped counts. The thresholds are those
/// that the review's settings name.
pub fn evaluate<'a>(labels: &'a [Label], review: &Review) -> Evaluation<'a> {
    let thresholds: Vec<Score> = review.tried.iter().map(|tried| tried.threshold).collect();
    let joined: Vec<_> = thresholds.iter().map(|&it| review.overlaps_at(it)).collect();
    let (mut judgements, mut unknown) = (Vec::new(), Vec::new());
    for label in labels {
        let [left, right] = [&label.left, &label.right].map(|text| review.items_called(text));
        match (left.as_slice(), right.as_slice()) {
            ([], _) => unknown.push((label, label.left.as_str())),
            (_, []) => unknown.push((label, label.right.as_str())),
            _ => judgements.push(judge(review, label, [&left, &right], &joined)),
        }
    }
    Evaluation { thresholds, judgements, unknown }
}

/// Judges every pair alone, as the only items of two leaders.
pub fn evaluate_alone<'a>(labels: &'a [Label], settings: Settings) -> Evaluation<'a> {
    let alone = |label: &'a Label| {
        let guests = [guest(&label.left), guest(&label.right)];
        let company = Company::with_guests(&[], &guests);
        let review = crate::review(&company, settings, &[], jiff::civil::Date::ZERO, &[]);
        let joined: Vec<_> =
            review.tried.iter().map(|tried| review.overlaps_at(tried.threshold)).collect();
        let side = |number: u32| -> Vec<usize> {
            let items = company.items.iter().enumerate();
            items.filter(|(_, it)| it.by.0 == number).map(|(at, _)| at).collect()
        };
        judge(&review, label, [&side(0), &side(1)], &joined)
    };
    let judgements = labels.par_iter().map(alone).collect();
    let mut thresholds = settings.tries.to_vec();
    thresholds.push(settings.threshold);
    thresholds.sort_unstable();
    thresholds.dedup();
    Evaluation { thresholds, judgements, unknown: Vec::new() }
}

/// Judges a pair by the items that its names stand for; any two that one overlap holds join them.
fn judge<'l>(
    review: &Review,
    label: &'l Label,
    [left, right]: [&[usize]; 2],
    overlaps: &[FxHashMap<usize, usize>],
) -> Judgement<'l> {
    let pairs = || left.iter().flat_map(|&x| right.iter().map(move |&y| (x, y)));
    let joined = |of: &FxHashMap<usize, usize>| {
        pairs().any(|(x, y)| x != y && of.get(&x).is_some() && of.get(&x) == of.get(&y))
    };
    let (x, y) = (left[0], right[0]);
    Judgement {
        label,
        score: review.comparison.score(x, y),
        because: review.comparison.reasons(review.company, x, y),
        joined: overlaps.iter().map(joined).collect(),
    }
}
