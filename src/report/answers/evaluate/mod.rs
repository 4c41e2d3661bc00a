//! How often the tool is right, and where it is wrong.

mod json;
mod text;

use crate::ask::Evaluation;
use crate::basics::Problem;
use crate::report::{Format, Subject};
use crate::similarity::Score;

/// The answer to `evaluate`.
#[derive(Debug, Clone)]
pub struct Evaluate;

impl Subject for Evaluate {
    type Page<'a> = EvaluatePage<'a>;

    const FORMATS: &'static [Format<Self>] = &[
        Format::<Self>::people("table", "For a person at a terminal", text::write),
        Format::<Self>::programs("json", "One object with every mistake, versioned", json::write),
    ];
}

/// Everything that the evaluation can tell.
pub struct EvaluatePage<'a> {
    /// What came of the pairs.
    pub evaluation: &'a Evaluation<'a>,
    /// The threshold in force.
    pub threshold: Score,
    /// How many mistakes of each kind a person is shown; none for all.
    pub limit: Option<usize>,
    /// The file of the pairs.
    pub file: &'a str,
    /// What could not be read.
    pub problems: &'a [Problem],
}

impl EvaluatePage<'_> {
    /// How many of the judged pairs are one feature, and how many are two.
    fn counts(&self) -> (usize, usize) {
        let judgements = &self.evaluation.judgements;
        let same = judgements.iter().filter(|one| one.label.same).count();
        (same, judgements.len() - same)
    }
}
