//! A document is what one file says, as a tree of values with their places, whatever its format.

pub mod comments;
pub mod conflict;
mod format;
mod json;
mod lines;
mod node;
mod sample;
mod source;
mod strict;
mod unread;
pub mod yaml;

use std::fs;
use std::path::Path;

use crate::basics::Problem;

pub use format::{FORMATS, Format, Likelihood, Read, endings, is_known};
pub use lines::{Line, lines};
pub use node::{Loss, Node, Value, fold_key, same_key, squash_key};
pub use sample::Sample;
pub use source::{Source, around};
pub use strict::StrictReader;

/// What a file says, or one of its sheets.
#[derive(Debug)]
pub struct Document<'a> {
    /// The format it was read as; none if no format recognises it.
    pub format: Option<&'static Format>,
    /// Its text, which the nodes borrow from and which knows their places.
    pub source: &'a Source,
    /// The trees of values, in order; none that is empty.
    pub nodes: Vec<Node<'a>>,
    /// What could not be read of it.
    pub problems: Vec<Problem>,
}

impl Document<'_> {
    /// Whether its format has comments, which may silence an item.
    pub fn has_comments(&self) -> bool {
        self.format.is_some_and(|format| format.has_comments)
    }
}

/// Reads a file from disk, as [`read`] does; one that cannot be read is a document without nodes.
pub fn open(path: &Path, file: &str, mut each: impl FnMut(Document)) {
    match fs::read(path) {
        Ok(bytes) => read(bytes, file, each),
        Err(error) => {
            let (source, problems) = Source::refused(file, &error);
            each(Document { format: None, source: &source, nodes: Vec::new(), problems });
        }
    }
}

/// Reads the bytes of a file as the format that recognises them, and hands over every document.
///
/// Goes in: the bytes; the path as the user would write it, whose ending decides where the bytes
/// leave a choice; and who takes a document, which borrows from the file's text. What no format
/// recognises is a document without nodes and with the problem.
pub fn read(bytes: Vec<u8>, file: &str, mut each: impl FnMut(Document)) {
    let sample = Sample::of(&bytes);
    let Some(format) = format::recognise(&sample, file) else {
        let source = Source::new(String::new(), file);
        let problems = vec![unread::problem(&sample, file)];
        return each(Document { format: None, source: &source, nodes: Vec::new(), problems });
    };
    drop(sample);
    let mut each = |document: Document| each(Document { format: Some(format), ..document });
    (format.read)(bytes, file, &mut each);
}
