//! Two forms of names compared: the facts, and the score that the signals make of them.

use crate::similarity::alignment::{self, Swap};
use crate::similarity::signals::{Effect, SIGNALS, Signal, Strength, highest, score_of};
use crate::similarity::{Contrast, Forms, Score};

/// How alike two forms are, and by what facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The facts.
    pub evidence: Evidence,
    /// What the signals make of them.
    pub score: Score,
}

/// Everything about two forms that a signal may look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// How near they are in each view.
    pub views: Views,
    /// Whether nothing that weighs anything tells the two apart.
    pub is_same: bool,
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
}

/// How near two forms are in each of the three views, as cosines from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Views {
    /// By their words.
    pub words: f32,
    /// By the trigrams inside their words.
    pub pieces: f32,
    /// By the trigrams of their letters joined.
    pub letters: f32,
}

/// One step from nothing to the score, in words for a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The signal: `words`.
    pub signal: String,
    /// How much of it there is, 0 to 1; none where it is there or not.
    pub found: Option<f32>,
    /// What it does to the sum.
    pub effect: Effect,
    /// The sum after it.
    pub sum: f32,
}

impl Likeness {
    fn of(evidence: Evidence) -> Self {
        let sum = evidence.strengths().fold(0.0, |sum, (_, strength)| strength.effect.on(sum));
        let score = if evidence.is_same { Score::SAME } else { score_of(sum) };
        Self { evidence, score }
    }

    /// The same with the share that descriptions and tags say, 0 to 1.
    #[must_use]
    pub fn supported(self, support: f32) -> Self {
        if self.evidence.is_same || support == 0.0 {
            return self;
        }
        Self::of(Evidence { support, ..self.evidence })
    }

    /// How the score came about, step by step; it is the square root of the last sum.
    pub fn steps(&self) -> Vec<Step> {
        let mut sum = 0.0;
        let step = |(name, Strength { found, effect }): (String, Strength)| {
            sum = effect.on(sum);
            Step { signal: name, found, effect, sum }
        };
        let evidence = &self.evidence;
        let named = evidence.strengths().map(|(signal, strength)| {
            let name = signal.detail.map_or_else(|| signal.name.to_owned(), |it| it(evidence));
            (name, strength)
        });
        named.map(step).collect()
    }
}

impl Evidence {
    /// What each signal says that says something, in the order of the table.
    fn strengths(&self) -> impl Iterator<Item = (&'static Signal, Strength)> {
        SIGNALS.iter().filter_map(|signal| Some((signal, (signal.read)(self)?)))
    }
}

impl Views {
    /// From here on a cosine is 1 but for rounding.
    const NEARLY: f32 = 0.9999;

    fn are_one(self) -> bool {
        [self.words, self.pieces, self.letters].iter().all(|&cosine| cosine > Self::NEARLY)
    }

    fn mean(self) -> f32 {
        (self.words + self.pieces + self.letters) / 3.0
    }
}

impl Forms<'_> {
    /// Compares two forms in full.
    pub fn likeness(&self, a: u32, b: u32) -> Likeness {
        let views = self.views_of(a, b);
        let contrast = if a == b { None } else { self.contrasts.between(&self.names, a, b) };
        let is_same = a == b || views.are_one() && contrast.is_none();
        let evidence = if is_same {
            let (lone, swapped, frequency, support) = (0.0, None, None, 0.0);
            Evidence { views, is_same, lone, swapped, frequency, support, contrast: None }
        } else {
            Evidence {
                views,
                is_same,
                lone: alignment::lone(&self.names, a, b),
                swapped: alignment::swapped(&self.names, a, b),
                frequency: alignment::frequency(&self.names, a, b),
                support: 0.0,
                contrast,
            }
        };
        Likeness::of(evidence)
    }

    /// The score of two forms if it is at least `floor`; cheap where it plainly is not.
    pub fn score_from(&self, a: u32, b: u32, floor: Score) -> Option<Score> {
        if highest(self.views_of(a, b).mean()) < floor {
            return None;
        }
        Some(self.likeness(a, b).score).filter(|&score| score >= floor)
    }

    fn views_of(&self, a: u32, b: u32) -> Views {
        let (x, y) = (&self.views[a as usize], &self.views[b as usize]);
        Views {
            words: x.words.cosine(&y.words),
            pieces: x.pieces.cosine(&y.pieces),
            letters: x.letters.cosine(&y.letters),
        }
    }
}
