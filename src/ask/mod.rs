//! The questions beside the table, each asked of the same reading: who plans this, are these one,
//! how often is the tool right, which words do we use.

mod evaluate;
mod explain;
mod find;
mod labels;
mod newcomer;
mod remedy;
mod tally;
mod terms;

pub use evaluate::{Evaluation, Judgement, evaluate, thresholds};
pub use explain::{Explanation, Rival, Side, Verdict, explain};
pub use find::{Answer, Match, find};
pub use labels::{Label, read as labels};
pub use remedy::Remedy;
pub use tally::Tally;
pub use terms::{Proposal, Terms, Usage, terms};
