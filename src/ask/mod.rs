//! The questions beside the table, each asked of the same reading: who plans this, are these one,
//! how often is the tool right, which words do we use.

mod confusion;
mod evaluate;
mod explain;
mod find;
mod labels;
mod query;
mod questions;
mod remedy;
mod terms;

pub use confusion::ConfusionMatrix;
pub use evaluate::{Evaluation, Judgement, evaluate, evaluate_alone, thresholds};
pub use explain::{Explanation, Rival, Side, Verdict, explain};
pub use find::{Answer, Match, Membership, find};
pub use labels::{Label, read as labels};
pub use query::{guests, query};
pub use questions::{Question, questions};
pub use remedy::Remedy;
pub use terms::{Proposal, Terms, Usage, terms};
