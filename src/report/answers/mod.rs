//! Answers to the questions beside the table, one file each.

mod evaluate;
mod explain;
mod find;
mod terms;

pub use evaluate::{EvaluationPage, evaluation};
pub use explain::{ExplanationPage, explanation};
pub use find::{AnswerPage, FIND_FORMATS, FindFormat};
pub use terms::{TermsPage, areas, concepts, terms};

/// How a person sees an answer.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Columns of the terminal, at least 20.
    pub width: usize,
    /// Whether colours and bold are wanted.
    pub styled: bool,
}
