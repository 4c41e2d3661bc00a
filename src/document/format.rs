//! The input formats: each is one file and one line here.

use std::path::Path;

use crate::basics::Problem;
use crate::document::{Node, Source, json, yaml};

/// An input format: the endings of its files and the function that reads them.
pub struct Format {
    /// Its name.
    pub name: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// The endings of its files, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Whether it has comments, which may silence an item.
    pub comments: bool,
    /// Reads every document of a file, and says what could not be read.
    pub read: for<'a> fn(&'a Source) -> (Vec<Node<'a>>, Vec<Problem>),
}

/// Every input format; a file with no known ending is read as the first.
pub const FORMATS: &[Format] = &[
    Format {
        name: "yaml",
        about: "YAML 1.2, several documents a file",
        extensions: &["yaml", "yml"],
        comments: true,
        read: yaml::read,
    },
    Format {
        name: "json",
        about: "JSON",
        extensions: &["json"],
        comments: false,
        read: json::read,
    },
];

/// The format of a file, by its ending in any case.
pub fn of(path: &Path) -> Option<&'static Format> {
    let extension = path.extension()?.to_str()?.to_lowercase();
    FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()))
}
