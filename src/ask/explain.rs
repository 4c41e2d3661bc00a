//! Are these two one feature, and why?

use std::collections::BTreeSet;

use crate::ask::remedy::{Remedy, remedies};
use crate::company::{LeaderId, Planned};
use crate::comparison::Comparison;
use crate::decision::Agreed;
use crate::names::{Names, ReadName};
use crate::opinion::{self, Opinion};
use crate::overlap::Link;
use crate::review::Review;
use crate::roadmap::Item;
use crate::similarity::{self, Contrast, Score, Step};

/// Two names compared as the table compares them, step by step.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The two names.
    pub sides: [Side; 2],
    /// How the score came about.
    pub steps: Vec<Step>,
    /// How alike.
    pub score: Score,
    /// Why, as for a link of an overlap.
    pub because: Vec<String>,
    /// The score from which names are alike.
    pub threshold: Score,
    /// The score that these two need.
    pub needed: Score,
    /// How many items each was chosen from.
    pub choice: u32,
    /// The best match of each on the roadmaps of the other's leaders.
    pub rivals: Vec<Rival>,
    /// What it comes to.
    pub verdict: Verdict,
    /// The overlap that holds both, as its index among those of the review.
    pub overlap: Option<usize>,
    /// What would change it.
    pub remedies: Vec<Remedy>,
}

/// One of the names, as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The name.
    pub text: String,
    /// The items that are called so, as indices among the planned items; none if nobody plans it.
    pub items: Vec<usize>,
    /// Its words as they are written, each with how much it tells.
    pub words: Vec<(String, f32)>,
    /// Its concepts, each with the phrase that means it.
    pub concepts: Vec<(String, String)>,
    /// Its acronyms with what they mean.
    pub acronyms: Vec<(String, String)>,
    /// What says nothing about the feature: keys, tags.
    pub left_out: Vec<String>,
}

/// The best match of a name on the other name's roadmap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// Which of the two names it is a match of, 0 or 1.
    pub side: usize,
    /// The item, as its index among the planned items.
    pub item: usize,
    /// How alike.
    pub score: Score,
    /// Whether it is the other name itself.
    pub is_other: bool,
}

/// What a comparison comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// One: both texts mean the same item.
    SameItem,
    /// One: both are read as the same words.
    SameName,
    /// One: they are linked.
    Linked,
    /// One: others stand between them.
    Joined,
    /// Two: a comment keeps the item of this side, 0 or 1, out of all overlaps.
    Silenced(usize),
    /// Two: the item of this side, 0 or 1, was dropped.
    Dropped(usize),
    /// Two: leaders told them apart, in the decision with this index.
    ToldApart(usize),
    /// Two: the company's own program says so, and why; it may have given no reason.
    Opinion(String),
    /// Two: the company says so.
    Distinct,
    /// Two: nothing is left to do about either, so that there is nothing to talk about.
    Settled,
    /// Two: one is only near the overlap that holds the other, which is the review's with this index.
    Near(usize),
    /// Two: they say opposite things.
    Contrasting(Contrast),
    /// Two: one of them is a name that any team could have.
    Generic,
    /// Two: not alike enough.
    Unlike,
    /// Two: another name on that roadmap is a better match.
    Rivalled,
    /// Two: alike, but the groups around them are not.
    Apart,
}

impl Verdict {
    /// Whether the two are one feature.
    pub fn is_one(&self) -> bool {
        matches!(self, Self::SameItem | Self::SameName | Self::Linked | Self::Joined)
    }

    /// The word for it in reports for programs.
    pub fn word(&self) -> &'static str {
        match self {
            Self::SameItem => "same-item",
            Self::SameName => "same-name",
            Self::Linked => "linked",
            Self::Joined => "joined",
            Self::Silenced(_) => "silenced",
            Self::Dropped(_) => "dropped",
            Self::ToldApart(_) => "told-apart",
            Self::Opinion(_) => "opinion",
            Self::Distinct => "distinct",
            Self::Settled => "settled",
            Self::Near(_) => "near",
            Self::Contrasting(_) => "contrasting",
            Self::Generic => "generic",
            Self::Unlike => "unlike",
            Self::Rivalled => "rivalled",
            Self::Apart => "apart",
        }
    }
}

/// Explains two texts, each the name or id of items of the company; none if one of them is neither.
/// Names that nobody plans are items of [`guests`](crate::ask::guests).
///
/// The two are one feature exactly if one overlap of the review holds an item of each.
pub fn explain(texts: [&str; 2], review: &Review) -> Option<Explanation> {
    let known = texts.map(|text| review.items_called(text));
    let pair = compared(review, &known)?;
    let Comparison { forms, planners, .. } = &review.comparison;
    let [a, b] = pair.map(|item| review.comparison.name_of(item));
    let (_, likeness) = forms.compare(a, b);
    let threshold = review.settings.threshold;
    let needed = similarity::needed(planners, a, b, threshold);
    // What only descriptions bring together is told with all that they say.
    let likeness = match forms.in_full(a, b, likeness.clone()) {
        in_full if likeness.score < needed && in_full.score >= needed => in_full,
        _ => likeness,
    };
    let rivals = rivals(review, pair, &known);
    let contrast = likeness.evidence.contrast.as_ref();
    let verdict = one(review, pair).unwrap_or_else(|| {
        two(review, pair).unwrap_or_else(|| match contrast {
            _ if forms.is_generic(a) || forms.is_generic(b) => Verdict::Generic,
            Some(contrast) if likeness.score < needed => Verdict::Contrasting(contrast.clone()),
            _ if likeness.score < needed => Verdict::Unlike,
            _ if rivals.iter().any(|rival| rival.score > likeness.score) => Verdict::Rivalled,
            _ => Verdict::Apart,
        })
    });
    let items = &review.company.items;
    let mut because = review.comparison.reasons(review.company, pair[0], pair[1]);
    let [left, right] = pair.map(|item| items[item].item);
    because.extend(review.settings.opinions.of(left, right).map(Opinion::reason));
    let reader = &forms.names().reader;
    let read = pair.map(|item| reader.read(&items[item].item.name, items[item].item));
    let names = pair.map(|item| items[item].item.name.as_str());
    let side = |at: usize| Side {
        items: planned(review, &known[at]),
        ..side(names[at], items[pair[at]].item, forms.names())
    };
    Some(Explanation {
        sides: [side(0), side(1)],
        steps: likeness.steps(),
        score: likeness.score,
        because,
        threshold,
        needed,
        choice: planners.choice(a, b),
        remedies: remedies(names, [&read[0], &read[1]], &verdict, |tried| {
            likeness.score >= similarity::needed(planners, a, b, tried) && tried < threshold
        }),
        overlap: review.overlap_of(pair[0]).filter(|_| verdict.is_one()),
        rivals,
        verdict,
    })
}

/// The two items to compare, one of each side: two that one overlap holds, else the first; the same
/// item twice only where both sides mean no other.
fn compared(review: &Review, known: &[Vec<usize>; 2]) -> Option<[usize; 2]> {
    let pairs = || known[0].iter().flat_map(|&x| known[1].iter().map(move |&y| [x, y]));
    let two = || pairs().filter(|[x, y]| x != y);
    let joined = |[x, y]: &[usize; 2]| {
        review.overlap_of(*x).is_some() && review.overlap_of(*x) == review.overlap_of(*y)
    };
    two().find(joined).or_else(|| two().next()).or_else(|| pairs().next())
}

/// The items that are planned; those of guests are not.
fn planned(review: &Review, items: &[usize]) -> Vec<usize> {
    let company = review.company;
    items.iter().copied().filter(|&item| !company.is_guest(company.items[item].by)).collect()
}

/// Why two items are one feature, if one overlap holds both.
fn one(review: &Review, pair: [usize; 2]) -> Option<Verdict> {
    if pair[0] == pair[1] {
        return Some(Verdict::SameItem);
    }
    let [left, right] = pair.map(|item| review.overlap_of(item));
    let overlap = &review.overlaps[left.filter(|_| left == right)?];
    let [a, b] = pair.map(|item| review.comparison.name_of(item));
    let links = |link: &Link| {
        let ends = [link.a, link.b].map(|item| review.comparison.name_of(item));
        ends == [a, b] || ends == [b, a]
    };
    Some(match () {
        () if a == b => Verdict::SameName,
        () if overlap.links.iter().any(links) => Verdict::Linked,
        () => Verdict::Joined,
    })
}

/// Why two items are two whatever their names say, if there is such a reason.
fn two(review: &Review, pair: [usize; 2]) -> Option<Verdict> {
    let planned = pair.map(|item| review.company.items[item]);
    let [a, b] = pair.map(|item| review.comparison.name_of(item));
    let silenced = || planned.iter().position(|it| it.is_silenced()).map(Verdict::Silenced);
    let dropped = || planned.iter().position(|it| it.is_dropped()).map(Verdict::Dropped);
    silenced()
        .or_else(dropped)
        .or_else(|| told_apart(review, pair).map(Verdict::ToldApart))
        .or_else(|| different(review, planned).map(Verdict::Opinion))
        .or_else(|| review.comparison.forms.are_distinct(a, b).then_some(Verdict::Distinct))
        .or_else(|| review.are_settled(pair[0], pair[1]).then_some(Verdict::Settled))
        .or_else(|| near(review, pair).map(Verdict::Near))
}

/// Why the company's own program thinks that two items are two features, if it does.
fn different(review: &Review, [a, b]: [Planned; 2]) -> Option<String> {
    let opinion = review.settings.opinions.of(a.item, b.item)?;
    (opinion.verdict == opinion::Verdict::Different).then(|| opinion.why.clone())
}

/// The overlap that holds one of two items and is only near the other.
fn near(review: &Review, [x, y]: [usize; 2]) -> Option<usize> {
    let is_near = |item: usize, other: usize| {
        let at = review.overlap_of(item)?;
        review.overlaps[at].near.contains(&other).then_some(at)
    };
    is_near(x, y).or_else(|| is_near(y, x))
}

/// The decision that tells two items apart.
fn told_apart(review: &Review, [x, y]: [usize; 2]) -> Option<usize> {
    let pair = [x.min(y), x.max(y)];
    review.constraints.cannot_link.binary_search(&pair).ok()?;
    let tells = |&at: &usize| {
        let items = review.known.of(at);
        review.decisions[at].agreed == Agreed::Distinct
            && pair.iter().all(|item| items.binary_search(item).is_ok())
    };
    (0..review.decisions.len()).rev().find(tells)
}

fn side(text: &str, item: &Item, names: &Names) -> Side {
    let reading = names.reader.read(text, item);
    let weight =
        |stem: &str| names.vocabulary.id(stem).map_or(0.0, |id| names.vocabulary.weight(id));
    let words = reading.words.iter().map(|word| (word.written.clone(), weight(&word.term.stem)));
    let concepts = reading.concepts.iter().map(|found| {
        let wording = reading.wording(&found.concept).unwrap_or_default();
        (found.concept.clone(), wording)
    });
    Side {
        text: text.to_owned(),
        items: Vec::new(),
        words: words.collect(),
        concepts: concepts.collect(),
        left_out: left_out(text, names, &reading),
        acronyms: reading.acronyms,
    }
}

/// The parts of a text that none of its words as read comes from.
fn left_out(text: &str, names: &Names, reading: &ReadName) -> Vec<String> {
    let kept: String = reading.words.iter().map(|word| word.written.as_str()).collect();
    let is_kept = |part: &str| {
        let read = names.reader.read(part, &Item::default());
        !read.acronyms.is_empty() || read.words.iter().all(|word| kept.contains(&word.written))
    };
    text.split_whitespace().filter(|part| !is_kept(part)).map(str::to_owned).collect()
}

/// For each of the two its best match among what the leaders of the other plan.
fn rivals(review: &Review, pair: [usize; 2], known: &[Vec<usize>; 2]) -> Vec<Rival> {
    let items = &review.company.items;
    let names = pair.map(|item| review.comparison.name_of(item));
    let rival = |side: usize| {
        let (this, other) = (names[side], names[1 - side]);
        let there = planned(review, &known[1 - side]);
        let there: BTreeSet<LeaderId> = there.iter().map(|&item| items[item].by).collect();
        let is_there = |&item: &usize| {
            review.comparison.name_of(item) != this && there.contains(&items[item].by)
        };
        let scored = (0..items.len()).filter(is_there).map(|item| {
            let name = review.comparison.name_of(item);
            (review.comparison.forms.score(this, name), item)
        });
        let (score, item) = scored.reduce(|x, y| {
            // Among equals the other name comes first: it is the match in question.
            let is_other = review.comparison.name_of(y.1) == other;
            if y.0 > x.0 || y.0 == x.0 && is_other { y } else { x }
        })?;
        let is_other = review.comparison.name_of(item) == other;
        Some(Rival { side, item, score, is_other })
    };
    [0, 1].into_iter().filter_map(rival).collect()
}
