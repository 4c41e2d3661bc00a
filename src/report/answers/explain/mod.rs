//! Why two names are one feature, or two.

mod json;
mod remedy;
mod text;
mod verdict;

use crate::ask::{Explanation, Rival, Verdict};
use crate::basics::Problem;
use crate::company::Company;
use crate::overlap::Overlap;
use crate::report::{Format, Subject};

/// The answer to `explain`.
#[derive(Debug, Clone)]
pub struct Explain;

impl Subject for Explain {
    type Page<'a> = ExplainPage<'a>;

    const FORMATS: &'static [Format<Self>] = &[
        Format::<Self>::people("table", "For a person at a terminal", text::write),
        Format::<Self>::programs("json", "One object, versioned", json::write),
    ];
}

/// Everything that the explanation can tell.
pub struct ExplainPage<'a> {
    /// The comparison.
    pub explanation: &'a Explanation,
    /// Among whose plans they are compared.
    pub company: &'a Company<'a>,
    /// Every overlap of these plans.
    pub overlaps: &'a [Overlap],
    /// What could not be read.
    pub problems: &'a [Problem],
}

impl<'a> ExplainPage<'a> {
    /// The best matches that bear on the verdict: of linked names that nothing matches better, of
    /// others what does.
    fn rivals(&self) -> impl Iterator<Item = &'a Rival> + use<'a> {
        let Explanation { verdict, score, rivals, .. } = self.explanation;
        let is_linked = matches!(verdict, Verdict::Linked | Verdict::Joined);
        let tells =
            move |rival: &&Rival| if rival.is_other { is_linked } else { rival.score > *score };
        rivals.iter().filter(tells)
    }
}
