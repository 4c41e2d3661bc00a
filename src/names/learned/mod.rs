//! What is learnt from the roadmaps at hand about how their leaders write.

pub mod acronyms;
pub mod compounds;
pub mod initials;
pub mod slips;
pub mod text;
mod vocabulary;

pub use vocabulary::Vocabulary;
