//! The signals of likeness, and what they add up to.

use crate::similarity::alignment::{self, Swap};
use crate::similarity::{Contrast, Forms, Score};

/// What is taken off, of the share of each name that the other has no word for.
///
/// "Dashboard for sales" and "Dashboard for returns" share much and are two things: both say
/// something that the other does not. "SSO" and "SSO for partners" are different in one of them
/// only, and lose nothing.
const LONE: f32 = 0.3;

/// What is left of a likeness between names that say the same but for one word in the same place.
const SWAPPED: f32 = 0.9;

/// The same where that word is one of two: "dashboard for sales", "dashboard for returns".
const HALF_SWAPPED: f32 = 0.8;

/// What is left of a likeness between names that contrast: never enough by itself.
const CONTRAST: f32 = 0.4;

/// What is added, of the share of what only one name says that the other's description says too.
const SUPPORT: f32 = 0.35;

/// How much less it says to share a word that stands on many items of a roadmap: a power.
const COMMONNESS: f32 = 0.15;

/// What a shared word says that stands on so many items is neither more nor less than usual.
const USUAL: f32 = 1.5;

/// What shares letters alone counts as if it shared a word that stands on so many items; no shared
/// word says less.
const LETTERS_ALONE: f32 = 10.0;

/// Two forms of names compared: the signals, and what they add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The cosines.
    pub signals: Signals,
    /// The smaller of the two shares of a form that the other has no word for, 0 to 1.
    pub lone: f32,
    /// The one word that is swapped, if they say the same otherwise.
    pub swapped: Option<Swap>,
    /// On how many items of a roadmap the rarest word stands that both say, at least 1; none if they
    /// share no word.
    pub frequency: Option<f32>,
    /// How far descriptions and tags say the rest, 0 to 1.
    pub support: f32,
    /// The words in which the two contrast.
    pub contrast: Option<Contrast>,
    /// The sum.
    pub score: Score,
}

/// How near two forms are in each of the three views, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Signals {
    /// By their words.
    pub words: f32,
    /// By the trigrams inside their words.
    pub pieces: f32,
    /// By the trigrams of their letters joined.
    pub letters: f32,
}

/// One step from nothing to the score, in words for a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What was compared: `words`.
    pub signal: String,
    /// How much of it there is, 0 to 1; none where it is there or not.
    pub found: Option<f32>,
    /// What it does to the sum.
    pub effect: Effect,
}

/// What a signal does to the sum of those before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect {
    /// Adds so much, or takes it off.
    Add(f32),
    /// Multiplies the sum.
    Times(f32),
}

impl Likeness {
    /// The same with the share that descriptions and tags say.
    #[must_use]
    pub fn supported(self, support: f32) -> Self {
        if self.score == Score::SAME || support == 0.0 {
            return self;
        }
        Self { support, ..self }.summed()
    }

    /// The same with its sum.
    fn summed(self) -> Self {
        let mut ratio = (self.signals.mean() - LONE * self.lone) * telling(self.frequency);
        if let Some(swap) = self.swapped {
            ratio *= kept(swap);
        }
        ratio = ratio.max(0.0) + SUPPORT * self.support;
        if self.contrast.is_some() {
            ratio *= CONTRAST;
        }
        Self { score: score(ratio), ..self }
    }

    /// How the score came about, step by step; the score is the square root of the sum.
    pub fn parts(&self) -> Vec<Part> {
        let Signals { words, pieces, letters } = self.signals;
        let third = |signal: &str, cosine: f32| Part {
            signal: signal.to_owned(),
            found: Some(cosine),
            effect: Effect::Add(cosine / 3.0),
        };
        let lone = (self.lone > 0.0).then(|| Part {
            signal: "said by one only".to_owned(),
            found: Some(self.lone),
            effect: Effect::Add(-LONE * self.lone),
        });
        let swapped = self.swapped.map(|swap| Part {
            signal: swap.to_string(),
            found: None,
            effect: Effect::Times(kept(swap)),
        });
        let rarest = (self.score < Score::SAME).then(|| Part {
            signal: shared(self.frequency),
            found: None,
            effect: Effect::Times(telling(self.frequency)),
        });
        let support = (self.support > 0.0).then(|| Part {
            signal: "said by descriptions".to_owned(),
            found: Some(self.support),
            effect: Effect::Add(SUPPORT * self.support),
        });
        let contrast = self.contrast.as_ref().map(|contrast| Part {
            signal: format!("contrast: {contrast}"),
            found: None,
            effect: Effect::Times(CONTRAST),
        });
        let views = [
            third("words", words),
            third("letters in words", pieces),
            third("letters joined", letters),
        ];
        views
            .into_iter()
            .chain(lone)
            .chain(rarest)
            .chain(swapped)
            .chain(support)
            .chain(contrast)
            .collect()
    }
}

impl Signals {
    /// Whether nothing that weighs anything tells the two apart.
    fn are_one(self) -> bool {
        const NEARLY: f32 = 0.9999;
        [self.words, self.pieces, self.letters].iter().all(|&cosine| cosine > NEARLY)
    }

    fn mean(self) -> f32 {
        (self.words + self.pieces + self.letters) / 3.0
    }
}

impl Forms<'_> {
    /// Compares two forms in full.
    ///
    /// The score is the square root of the mean cosine less the penalties: the root spreads the
    /// lower half, where the names of one feature lie when people word it in their own ways.
    pub fn likeness(&self, a: u32, b: u32) -> Likeness {
        let signals = self.signals(a, b);
        if a == b || signals.are_one() && self.contrasts.between(&self.names, a, b).is_none() {
            let score = Score::SAME;
            let (lone, frequency) = (0.0, Some(1.0));
            let (swapped, contrast, support) = (None, None, 0.0);
            return Likeness { signals, lone, swapped, frequency, support, contrast, score };
        }
        let likeness = Likeness {
            signals,
            lone: alignment::lone(&self.names, a, b),
            swapped: alignment::swapped(&self.names, a, b),
            frequency: alignment::frequency(&self.names, a, b),
            support: 0.0,
            contrast: self.contrasts.between(&self.names, a, b),
            score: Score::default(),
        };
        likeness.summed()
    }

    /// The score of two forms if it is at least `floor`; cheap where it plainly is not.
    pub fn score_from(&self, a: u32, b: u32, floor: Score) -> Option<Score> {
        if score(self.signals(a, b).mean() * telling(Some(1.0))) < floor {
            return None;
        }
        Some(self.likeness(a, b).score).filter(|&score| score >= floor)
    }

    fn signals(&self, a: u32, b: u32) -> Signals {
        let (x, y) = (&self.views[a as usize], &self.views[b as usize]);
        Signals {
            words: x.words.cosine(&y.words),
            pieces: x.pieces.cosine(&y.pieces),
            letters: x.letters.cosine(&y.letters),
        }
    }
}

/// What is left where a word is swapped; for one that looks alike as little as for an opposite, since
/// both are words that people know.
fn kept(swap: Swap) -> f32 {
    match swap {
        Swap { looks_alike: true, .. } => CONTRAST,
        Swap { of: ..=2, .. } => HALF_SWAPPED,
        Swap { .. } => SWAPPED,
    }
}

/// `rarest shared word, on 3 items`.
fn shared(frequency: Option<f32>) -> String {
    match frequency.map(f32::round) {
        None => "no shared word".to_owned(),
        Some(items) if items < 2.0 => "rarest shared word, on 1 item".to_owned(),
        Some(items) => format!("rarest shared word, on {items} items"),
    }
}

/// By how much what two forms share tells more or less than usual.
fn telling(frequency: Option<f32>) -> f32 {
    let frequency = frequency.map_or(LETTERS_ALONE, |it| it.min(LETTERS_ALONE));
    (frequency / USUAL).powf(-COMMONNESS)
}

/// The score from which names may be alike by `floor` if descriptions say all the rest.
pub fn before_support(floor: Score) -> Score {
    score((floor.ratio() as f32).powi(2) - SUPPORT)
}

fn score(ratio: f32) -> Score {
    Score::from_ratio(f64::from(ratio.max(0.0)).sqrt())
}
