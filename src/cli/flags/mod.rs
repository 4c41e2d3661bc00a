//! One grammar for all commands: each file is a group of flags.

pub mod agreed;
pub mod choice;
pub mod config;
pub mod delivery;
pub mod filter;
pub mod matching;
pub mod opinion;
pub mod output;
pub mod reading;
pub mod screen;
pub mod showing;
