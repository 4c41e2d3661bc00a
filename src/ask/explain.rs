//! Are these two one feature, and why?

use crate::ask::query::newcomer;
use crate::ask::remedy::{Remedy, remedies};
use crate::company::Planned;
use crate::names::{self, Names, Reading};
use crate::roadmap::{Item, Roadmap};
use crate::similarity::{self, Contrast, Forms, Part, Planners, Score};
use crate::{Settings, candidates, cluster, vectors};

/// Two names compared as the table compares them, step by step.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The two names.
    pub sides: [Side; 2],
    /// How the score came about.
    pub parts: Vec<Part>,
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
    /// Whether more is needed since there are many leaders.
    pub crowded: bool,
    /// The best match of each on the roadmaps of the other's leaders.
    pub rivals: Vec<Rival>,
    /// What it comes to.
    pub verdict: Verdict,
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
    /// One: both are read as the same words.
    SameName,
    /// One: they are linked.
    Linked,
    /// One: others stand between them.
    Joined,
    /// Two: the company says so.
    Distinct,
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
        matches!(self, Self::SameName | Self::Linked | Self::Joined)
    }
}

/// Explains two texts: names or ids of planned items, or names that nobody plans yet.
///
/// Names that nobody plans are compared as if two more leaders planned them, each among as many
/// items as most leaders have; without any roadmap, as the only items of two leaders.
pub fn explain(texts: [&str; 2], items: &[Planned], settings: &Settings) -> Explanation {
    let names = names::names(items, settings.glossary);
    let known = texts.map(|text| items_of(text, items, &names));
    let newcomers: [Roadmap; 2] = [0, 1].map(|side| newcomer(side, texts[side]));
    let mut all = items.to_vec();
    let places = [0, 1].map(|side| {
        known[side].first().copied().unwrap_or_else(|| {
            let roadmap = &newcomers[side];
            all.push(Planned { roadmap, item: &roadmap.items[0] });
            all.len() - 1
        })
    });
    let names = names::names(&all, settings.glossary);
    let mut planners = Planners::new(&names, &all);
    for side in [0, 1].into_iter().filter(|&side| known[side].is_empty()) {
        planners.assume(names.of[places[side]], typical(items));
    }
    compare(&Pair { all: &all, names: &names, places, known }, &planners, settings)
}

/// Two items among all.
struct Pair<'a> {
    all: &'a [Planned<'a>],
    names: &'a Names<'a>,
    /// The two.
    places: [usize; 2],
    /// All items that are called so, before the newcomers came.
    known: [Vec<usize>; 2],
}

fn compare(pair: &Pair, planners: &Planners, settings: &Settings) -> Explanation {
    let Pair { all, names, places, known } = pair;
    let views = vectors::views(names);
    let forms = Forms::new(names, &views, settings.rules());
    let [a, b] = places.map(|place| names.of[place]);
    let (_, likeness) = forms.compare(a, b);
    let needed = similarity::needed(planners, a, b, settings.threshold);

    let pairs = candidates::pairs(&views);
    let alike = similarity::alike(&forms, &pairs, settings.threshold);
    let links = similarity::links(&alike, planners, settings.threshold);
    let groups = cluster::groups(&forms, &links, settings.threshold);
    let in_one_group = groups.iter().any(|group| group.contains(&a) && group.contains(&b));
    let is_linked = links.iter().any(|link| [link.a, link.b] == [a.min(b), a.max(b)]);
    let is_generic = |name: u32| names::is_generic(names, names.names[name as usize].whole[0]);
    let rivals = rivals(pair, &forms, [a, b]);

    let verdict = match &likeness.contrast {
        _ if a == b && !is_generic(a) => Verdict::SameName,
        _ if in_one_group && is_linked => Verdict::Linked,
        _ if in_one_group => Verdict::Joined,
        _ if forms.are_distinct(a, b) => Verdict::Distinct,
        _ if is_generic(a) || is_generic(b) => Verdict::Generic,
        Some(contrast) if likeness.score < needed => Verdict::Contrasting(contrast.clone()),
        _ if likeness.score < needed => Verdict::Unlike,
        _ if rivals.iter().any(|rival| rival.score > likeness.score) => Verdict::Rivalled,
        _ => Verdict::Apart,
    };
    let read = places.map(|place| names.reader.read(&all[place].item.name, all[place].item));
    let texts = places.map(|place| all[place].item.name.as_str());
    let side = |at: usize| Side {
        items: known[at].clone(),
        ..side(texts[at], all[places[at]].item, names)
    };
    Explanation {
        sides: [side(0), side(1)],
        parts: likeness.parts(),
        score: likeness.score,
        because: similarity::reasons(&forms, a, b, &read[0], &read[1]),
        threshold: settings.threshold,
        needed,
        choice: planners.choice(a, b),
        crowded: planners.crowd() > 0.0,
        remedies: remedies(texts, [&read[0], &read[1]], &verdict, |threshold| {
            likeness.score >= similarity::needed(planners, a, b, threshold)
                && threshold < settings.threshold
        }),
        rivals,
        verdict,
    }
}

fn side(text: &str, item: &Item, names: &Names) -> Side {
    let reading = names.reader.read(text, item);
    let weight =
        |stem: &str| names.vocabulary.id(stem).map_or(0.0, |id| names.vocabulary.weight(id));
    let words = reading.words.iter().map(|word| (word.written.clone(), weight(&word.stem)));
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
fn left_out(text: &str, names: &Names, reading: &Reading) -> Vec<String> {
    let kept: String = reading.words.iter().map(|word| word.written.as_str()).collect();
    let is_kept = |part: &str| {
        let read = names.reader.read(part, &Item::default());
        !read.acronyms.is_empty() || read.words.iter().all(|word| kept.contains(&word.written))
    };
    text.split_whitespace().filter(|part| !is_kept(part)).map(str::to_owned).collect()
}

/// The items with that id, or with a name that is read as the text is.
fn items_of(text: &str, items: &[Planned], names: &Names) -> Vec<usize> {
    let by_id: Vec<usize> =
        (0..items.len()).filter(|&at| items[at].item.id.as_deref() == Some(text)).collect();
    if !by_id.is_empty() {
        return by_id;
    }
    let called = names.called(text);
    (0..items.len()).filter(|&at| called.contains(&names.of[at])).collect()
}

/// As many items as the leader in the middle has, from the fewest to the most; 1 without leaders.
fn typical(items: &[Planned]) -> u32 {
    let mut leaders: Vec<&str> = items.iter().map(|planned| planned.leader()).collect();
    leaders.sort_unstable();
    let mut counts: Vec<usize> = leaders.chunk_by(|x, y| x == y).map(<[_]>::len).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).map_or(1, |&count| count as u32)
}

/// For each of the two names its best match among what the leaders of the other plan.
fn rivals(pair: &Pair, forms: &Forms, both: [u32; 2]) -> Vec<Rival> {
    let Pair { all, names, known, .. } = pair;
    let rival = |side: usize| {
        let (this, other) = (both[side], both[1 - side]);
        let there: Vec<&str> = known[1 - side].iter().map(|&item| all[item].leader()).collect();
        let items = (0..all.len())
            .filter(|&item| names.of[item] != this && there.contains(&all[item].leader()));
        let scored = items.map(|item| (forms.score(this, names.of[item]), item));
        let (score, item) = scored.reduce(|x, y| {
            // Among equals the other name comes first: it is the match in question.
            let prefer = y.0 > x.0 || y.0 == x.0 && names.of[y.1] == other;
            if prefer { y } else { x }
        })?;
        Some(Rival { side, item, score, is_other: names.of[item] == other })
    };
    [0, 1].into_iter().filter_map(rival).collect()
}
