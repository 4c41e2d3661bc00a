//! Words and sentences that several formats share.

pub mod agreed;
pub mod count;
pub mod effort;
pub mod score;
pub mod sentence;
pub mod why;
