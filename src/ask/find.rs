//! Who already plans something like this?

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::overlap::Filter;
use crate::review::Review;
use crate::roadmap::Item;
use crate::similarity::{self, Score};

/// Below this, two names have nothing to do with each other.
const FAR: Score = Score::from_thousandths(350);

/// How many names are told where none is near enough.
const NEAREST: usize = 3;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The overlap that holds the best match, as its index: then all its items are matches, and its
    /// leaders are those who are counted.
    pub overlap: Option<usize>,
    /// The leaders who plan it, sorted, the limit or not.
    pub leaders: Vec<String>,
    /// Their items, best first; without an overlap every item that is alike enough.
    pub matches: Vec<Match>,
    /// Items that are alike enough and not counted, best first, each with why not.
    pub beside: Vec<Match>,
    /// How many more there are of both beyond the limit.
    pub more: usize,
    /// How many of both the filter left out.
    pub filtered: usize,
    /// The nearest of the others, if no item is alike enough.
    pub nearest: Vec<Match>,
}

/// An item like the one in question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Its index among the planned items.
    pub item: usize,
    /// How alike.
    pub score: Score,
    /// Why, as for a link of an overlap.
    pub because: Vec<String>,
    /// How it belongs to the overlap.
    pub membership: Membership,
    /// The other name of the item by which it was found, if it is not its name.
    pub alias: Option<String>,
}

/// How a match belongs to what a scan counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// It is counted, and alike enough by itself.
    Alike,
    /// It is counted because the overlap holds it; by itself it is less alike than asked for.
    Member,
    /// Not counted: it is in no overlap with the best match; the other overlap, if it is in one.
    Elsewhere(Option<usize>),
    /// Not counted: a comment silences it.
    Silenced,
    /// Not counted: it was dropped.
    Dropped,
}

impl Membership {
    /// Whether its leader is counted.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Alike | Self::Member)
    }
}

/// Finds the items whose name, or an alias, is like the query, by the settings' threshold, and the
/// overlap that they are in.
///
/// `query` is the place of the query among those asked for; one name is compared with all.
/// `filter` chooses the items that are told, and not what is counted; `limit` is how many are wanted
/// at most, none for all.
pub fn find(review: &Review, query: usize, filter: &Filter, limit: Option<usize>) -> Answer {
    let asked = review.asked(query);
    let near = near(review, asked);
    let enough: Vec<&Near> =
        near.iter().take_while(|near| near.score >= review.settings.threshold).collect();
    let items = &review.company.items;
    let best = enough.iter().find(|near| items[near.item].counts());
    let overlap = best.and_then(|best| {
        let equal = enough.iter().take_while(|near| near.score == best.score);
        equal.filter_map(|near| review.overlap_of(near.item)).min()
    });
    let matches = counted(review, asked, &near, &enough, overlap);
    let is_counted = |item: usize| matches.iter().any(|it| it.item == item);
    let beside: Vec<Match> = enough
        .iter()
        .filter(|near| !is_counted(near.item))
        .map(|near| told(review, asked, near, membership(review, near.item)))
        .collect();
    let leaders: BTreeSet<String> =
        matches.iter().map(|it| items[it.item].leader().to_owned()).collect();
    let others = if enough.is_empty() { near.len().min(NEAREST) } else { 0 };
    let nearest = near[..others].iter().map(|it| told(review, asked, it, Membership::Alike));
    let nearest = nearest.collect();
    let leaders = leaders.into_iter().collect();
    let answer = Answer { overlap, leaders, matches, beside, more: 0, filtered: 0, nearest };
    limited(filtered(answer, review, filter), limit)
}

/// The answer without the items that the filter leaves out.
fn filtered(mut answer: Answer, review: &Review, filter: &Filter) -> Answer {
    let all = answer.matches.len() + answer.beside.len();
    let is_kept =
        |found: &Match| filter.keeps_item(review.company.items[found.item], review.company);
    for row in [&mut answer.matches, &mut answer.beside, &mut answer.nearest] {
        row.retain(is_kept);
    }
    answer.filtered = all - answer.matches.len() - answer.beside.len();
    answer
}

/// The items that are counted, best first: those of the overlap, else all that are alike enough and
/// take part in overlaps.
fn counted(
    review: &Review,
    asked: u32,
    near: &[Near],
    enough: &[&Near],
    overlap: Option<usize>,
) -> Vec<Match> {
    let Some(overlap) = overlap.map(|at| &review.overlaps[at]) else {
        let counts = enough.iter().filter(|it| review.company.items[it.item].counts());
        return counts.map(|near| told(review, asked, near, Membership::Alike)).collect();
    };
    let is_enough = |item: usize| enough.iter().any(|near| near.item == item);
    let score = |&item: &usize| {
        let known = near.iter().find(|near| near.item == item).map(|near| near.score);
        let score = || review.comparison.forms.score(asked, review.comparison.name_of(item));
        Near { item, score: known.unwrap_or_else(score) }
    };
    let mut members: Vec<Near> = overlap.members.iter().map(score).collect();
    members.sort_by_key(|near| (Reverse(near.score), near.item));
    let member = |near: &Near| {
        let membership = if is_enough(near.item) { Membership::Alike } else { Membership::Member };
        told(review, asked, near, membership)
    };
    members.iter().map(member).collect()
}

/// Why an item that is alike enough is not counted.
fn membership(review: &Review, item: usize) -> Membership {
    let planned = review.company.items[item];
    if planned.is_silenced() {
        Membership::Silenced
    } else if planned.is_dropped() {
        Membership::Dropped
    } else {
        Membership::Elsewhere(review.overlap_of(item))
    }
}

fn told(review: &Review, asked: u32, near: &Near, membership: Membership) -> Match {
    let forms = &review.comparison.forms;
    let reader = &forms.names().reader;
    let planned = review.company.items[near.item];
    let name = review.comparison.name_of(near.item);
    let alias = alias(review, asked, name, planned.item);
    let query = review.query_of(asked);
    let left = reader.read(&query.name, query);
    let right = reader.read(alias.as_ref().unwrap_or(&planned.item.name), planned.item);
    let because = similarity::reasons(forms, asked, name, &left, &right);
    Match { item: near.item, score: near.score, because, membership, alias }
}

/// The other name of an item that is more like the query than its own name is.
fn alias(review: &Review, asked: u32, name: u32, item: &Item) -> Option<String> {
    let forms = &review.comparison.forms;
    let names = forms.names();
    let own = names.names[name as usize].whole[0];
    let scored = |(x, y)| Some((forms.score_from(x, y, FAR)?, y == own, y));
    let (.., best) = names.ways(asked, name).filter_map(scored).max()?;
    let is_best = |alias: &&String| {
        let words = names.reader.read(alias, item).words;
        names.vocabulary.ids(&words) == names.forms[best as usize]
    };
    item.aliases.iter().find(is_best).filter(|_| best != own).cloned()
}

/// The answer with at most so many matches, those that are counted first.
fn limited(mut answer: Answer, limit: Option<usize>) -> Answer {
    let Some(limit) = limit else { return answer };
    let all = answer.matches.len() + answer.beside.len();
    answer.matches.truncate(limit);
    answer.beside.truncate(limit - answer.matches.len());
    answer.more = all - answer.matches.len() - answer.beside.len();
    answer
}

/// An item that has something to do with the text.
struct Near {
    item: usize,
    score: Score,
}

/// Every item that has something to do with a name, best first, then in the order of items.
fn near(review: &Review, asked: u32) -> Vec<Near> {
    let forms = &review.comparison.forms;
    let names = forms.names();
    let best: Vec<Option<Score>> = (0..names.planned_names as u32)
        .into_par_iter()
        .map(|name| {
            let scored = names.ways(asked, name).filter_map(|(x, y)| forms.score_from(x, y, FAR));
            let is_described = !names.beside[name as usize].is_empty();
            scored.max().map(|best| if is_described { forms.score(asked, name) } else { best })
        })
        .collect();
    let items = names.of.iter().enumerate();
    let mut near: Vec<Near> = items
        .filter(|&(_, &name)| name == asked || !forms.are_distinct(name, asked))
        .filter_map(|(item, &name)| Some(Near { item, score: best[name as usize]? }))
        .collect();
    near.sort_by_key(|near| (Reverse(near.score), near.item));
    near
}
