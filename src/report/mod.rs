//! Tells what was found: one page in, one file per output format.
//!
//! Texts of roadmaps are hostile until they went through `clean`, which has one door per output.

pub mod answers;
mod clean;
pub mod findings;
mod format;
mod json;
pub mod overlaps;
#[cfg(test)]
mod sample;
mod terminal;
mod words;

pub use clean::terminal;
pub use format::{Audience, Format, Look, Subject, Summary, Write};
pub use terminal::problems::problems;
pub use terminal::wrap::wrapped;
pub use words::agreed::{Agreements, agreement};
