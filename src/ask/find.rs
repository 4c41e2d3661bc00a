//! Who already plans something like this?

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::ask::query::newcomer;
use crate::company::Planned;
use crate::similarity::{Forms, Score};
use crate::{Settings, names, similarity, vectors};

/// Below this, two names have nothing to do with each other.
const FAR: Score = Score::from_thousandths(350);

/// How many names are told where none is near enough.
const NEAREST: usize = 3;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The items alike enough, best first.
    pub matches: Vec<Match>,
    /// How many more there are beyond the limit.
    pub more: usize,
    /// How many leaders plan one of these, the limit or not.
    pub leaders: usize,
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
}

/// Finds the items whose name, or an alias, is like a text, by the settings' threshold.
///
/// One name is compared with all, never all with all, so that the answer is there at once.
/// `limit` is how many matches are wanted at most; none for all.
pub fn find(text: &str, items: &[Planned], settings: &Settings, limit: Option<usize>) -> Answer {
    let asking = newcomer(0, text);
    let asked = Planned { roadmap: &asking, item: &asking.items[0] };
    let all: Vec<Planned> = items.iter().copied().chain([asked]).collect();
    let names = names::names(&all, settings.glossary);
    let views = vectors::views(&names);
    let forms = Forms::new(&names, &views, settings.rules());

    let own = names.of[items.len()];
    let mut near = near(&forms, own);
    near.retain(|near| near.item < items.len());
    let enough = near.iter().take_while(|near| near.score >= settings.threshold).count();
    let wanted = limit.map_or(enough, |limit| enough.min(limit));
    let told = |near: &Near| {
        let read = |planned: Planned| names.reader.read(&planned.item.name, planned.item);
        let (left, right) = (read(asked), read(items[near.item]));
        let because = similarity::reasons(&forms, own, names.of[near.item], &left, &right);
        Match { item: near.item, score: near.score, because }
    };
    let others = if enough == 0 { near.len().min(NEAREST) } else { 0 };
    Answer {
        matches: near[..wanted].iter().map(told).collect(),
        more: enough - wanted,
        leaders: near[..enough]
            .iter()
            .map(|near| items[near.item].leader())
            .collect::<BTreeSet<_>>()
            .len(),
        nearest: near[..others].iter().map(told).collect(),
    }
}

/// An item that has something to do with the text.
struct Near {
    item: usize,
    score: Score,
}

/// Every item that has something to do with a name, best first, then in the order of items.
fn near(forms: &Forms, asked: u32) -> Vec<Near> {
    let names = forms.names();
    let best: Vec<Option<Score>> = (0..names.names.len() as u32)
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
