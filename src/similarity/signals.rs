//! The one table of signals: what speaks for two forms of names being one, and what against it.
//!
//! A signal is one entry. The score and the steps that `explain` shows are folded from the same
//! table, so that they cannot differ; what each signal is worth is measured by `tools/ablation`.

use crate::similarity::alignment::Swap;
use crate::similarity::{Evidence, Score};

/// One signal of likeness.
pub struct Signal {
    /// What it looks at, as `explain` calls it.
    pub name: &'static str,
    /// What it says, and where its constant comes from.
    pub about: &'static str,
    /// How much of it there is; none where it says nothing.
    pub read: fn(&Evidence) -> Option<Strength>,
    /// What `explain` calls it where that depends on the pair.
    pub detail: Option<fn(&Evidence) -> String>,
}

/// What a signal says about two forms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    /// How much of it there is, 0 to 1; none where it is there or not.
    pub found: Option<f32>,
    /// What it does to the sum of the signals before it.
    pub effect: Effect,
}

/// What a signal does to the sum of those before it; a sum is never below 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect {
    /// Adds so much, or takes it off.
    Add(f32),
    /// Multiplies the sum.
    Times(f32),
}

/// Every signal, in the order in which they are summed.
///
/// Each constant below was moved alone while the others stood, and measured on nine public sets of
/// real names (mean F1 0.805), on an invented company (F1 0.613) and on `tests/judged/pairs.tsv`
/// (precision 0.992, recall 0.790). Where a neighbour measures as well, the rounder value stands.
pub const SIGNALS: &[Signal] = &[
    Signal {
        name: "words",
        about: "The same words, the rare ones more: the cosine of TF-IDF vectors. A third, as the \
                mean of the three views was better than any of them alone.",
        read: |it| Some(third(it.views.words)),
        detail: None,
    },
    Signal {
        name: "letters in words",
        about: "The same runs of three letters inside words: what a word is made from. A third.",
        read: |it| Some(third(it.views.pieces)),
        detail: None,
    },
    Signal {
        name: "letters joined",
        about: "The same runs of three letters in the whole name: \"log in\" is \"login\". A third.",
        read: |it| Some(third(it.views.letters)),
        detail: None,
    },
    Signal {
        name: "said by one only",
        about: "Both say something that the other does not: \"dashboard for sales\", \"dashboard \
                for returns\". \"SSO\" beside \"SSO for partners\" loses nothing.",
        read: |it| (it.lone > 0.0).then(|| Strength::of(it.lone, Effect::Add(-LONE * it.lone))),
        detail: None,
    },
    Signal {
        name: "rarest shared word",
        about: "To share a word that stands on many items of a roadmap says less.",
        read: |it| {
            let factor = Effect::Times(commonness(it.frequency));
            (!it.is_same).then(|| Strength::plain(factor))
        },
        detail: Some(|it| items_with_rarest(it.frequency)),
    },
    Signal {
        name: "one word swapped",
        about: "They say the same but for one word in the same place.",
        read: |it| it.swapped.map(|swap| Strength::plain(Effect::Times(left_after(swap)))),
        detail: Some(|it| it.swapped.map(|swap| swap.to_string()).unwrap_or_default()),
    },
    Signal {
        name: "said by descriptions",
        about: "What only one name says, the other's description or tags say too; and how alike the \
                descriptions are. Long ones count no more than short ones, but for what joins last.",
        read: |it| {
            let added = Effect::Add(SUPPORT * it.support);
            (it.support > 0.0).then(|| Strength::of(it.support, added))
        },
        detail: None,
    },
    Signal {
        name: "contrast",
        about: "They say opposite things: import, export.",
        read: |it| it.contrast.as_ref().map(|_| Strength::plain(Effect::Times(CONTRAST))),
        detail: Some(|it| {
            it.contrast.as_ref().map(|contrast| format!("contrast: {contrast}")).unwrap_or_default()
        }),
    },
];

/// Taken off, of the share of each name that the other has no word for. With 0.2 the judged pairs
/// lose 0.007 of their precision, with 0.4 the mean F1 loses 0.007.
const LONE: f32 = 0.3;

/// What is left of the sum between names that say the same but for one word in the same place. 0.8
/// costs 0.001 of the mean F1; without this and the next the judged pairs lose 0.07 of precision.
const SWAPPED: f32 = 0.9;

/// The same where that word is one of two. 0.7 costs 0.004 on the invented company, 0.9 nothing.
const HALF_SWAPPED: f32 = 0.8;

/// What is left of the sum between names that contrast: a score of 0.65 at most, and no group holds
/// two that contrast anyway. 0.2 and 0.6 measure the same; without it the judged pairs lose 0.05 of
/// precision.
const CONTRAST: f32 = 0.4;

/// Added, of the share of what only one name says that the other's description says too. 0.25 costs
/// 0.016 on the invented company, 0.45 gives nothing more.
const SUPPORT: f32 = 0.35;

/// How much less it says to share a word that stands on many items of a roadmap: a power. 0.1 gives
/// 0.001 of the mean F1, 0.2 costs 0.002.
const COMMONNESS: f32 = 0.15;

/// To share a word that stands on so many items says neither more nor less than usual. 1.0 costs
/// 0.006 of the mean F1, 2.0 costs 0.007 of the precision on the judged pairs.
const USUAL: f32 = 1.5;

/// Names that share letters alone count as if they shared a word that stands on so many items; no
/// shared word says less. 5 and 20 measure the same.
const LETTERS_ALONE: f32 = 10.0;

impl Strength {
    fn of(found: f32, effect: Effect) -> Self {
        Self { found: Some(found), effect }
    }

    fn plain(effect: Effect) -> Self {
        Self { found: None, effect }
    }
}

impl Effect {
    /// The sum after a signal, from the sum before it.
    pub fn on(self, sum: f32) -> f32 {
        match self {
            Self::Add(much) => sum + much,
            Self::Times(factor) => sum * factor,
        }
        .max(0.0)
    }
}

/// The score of a sum: its square root, which spreads the lower half, where the names of one feature
/// lie when people word it in their own ways.
pub fn score_of(sum: f32) -> Score {
    Score::from_ratio(f64::from(sum.max(0.0)).sqrt())
}

/// The highest score that two forms can have whose views have that mean cosine.
pub fn highest(mean: f32) -> Score {
    score_of(mean * commonness(Some(1.0)))
}

/// The score from which names may be alike by `floor` if descriptions say all the rest.
pub fn before_support(floor: Score) -> Score {
    score_of((floor.ratio() as f32).powi(2) - SUPPORT)
}

fn third(cosine: f32) -> Strength {
    Strength::of(cosine, Effect::Add(cosine / 3.0))
}

/// What is left where a word is swapped; for one that looks alike as little as for an opposite, since
/// both are words that people know.
fn left_after(swap: Swap) -> f32 {
    match swap {
        Swap { looks_alike: true, .. } => CONTRAST,
        Swap { of: ..=2, .. } => HALF_SWAPPED,
        Swap { .. } => SWAPPED,
    }
}

/// `rarest shared word, on 3 items`.
fn items_with_rarest(frequency: Option<f32>) -> String {
    match frequency.map(f32::round) {
        None => "no shared word".to_owned(),
        Some(items) if items < 2.0 => "rarest shared word, on 1 item".to_owned(),
        Some(items) => format!("rarest shared word, on {items} items"),
    }
}

/// The factor for the rarest shared word: 1.06 where it stands on one item, 0.75 where they share
/// letters alone.
fn commonness(frequency: Option<f32>) -> f32 {
    let frequency = frequency.map_or(LETTERS_ALONE, |it| it.min(LETTERS_ALONE));
    (frequency / USUAL).powf(-COMMONNESS)
}
