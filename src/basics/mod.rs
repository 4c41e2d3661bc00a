//! What every room may use: places, problems, spelling, one way to compare the names of people,
//! fingerprints, and texts as YAML.

pub mod fingerprint;
mod fold;
mod lines;
mod person;
mod place;
mod problem;
pub mod spelling;
pub mod yaml;

pub use fold::fold;
pub use lines::without_comments;
pub use person::{is_person, person, without_team};
pub use place::{Place, show};
pub use problem::{Problem, Severity, lower};
