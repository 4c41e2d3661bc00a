//! The overlaps of a company, one file per format.

pub mod csv;
pub mod json;
pub mod jsonl;
pub mod markdown;
pub mod order;
pub mod table;
