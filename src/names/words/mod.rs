//! Words of a text, the same for every company.

mod confusable;
pub mod language;
pub mod noise;
pub mod numbers;
pub mod qualifiers;
pub mod split;
pub mod stem;
pub mod synonyms;

pub use confusable::confusable;
pub use noise::{is_glue, is_noise, without_tags};
pub use stem::stem;
