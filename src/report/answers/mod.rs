//! Answers to the questions beside the table: a folder for each, with its page and its formats.

mod evaluate;
mod explain;
mod files;
mod find;
mod glossary;

pub use evaluate::{Evaluate, EvaluatePage};
pub use explain::{Explain, ExplainPage};
pub use files::{Files, FilesPage};
pub use find::{Find, FindPage};
pub use glossary::{Glossary, GlossaryPage, TermsPage};
