//! Whose plans these are: the leaders over all files, and who reports to whom.

mod line;
mod planned;

pub use line::Lines;
pub use planned::{Planned, planned};
