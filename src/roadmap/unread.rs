//! Tells the lists that were not read: one warning for all lists of one key, so that a key that
//! stands in hundreds of files is told once.

use std::collections::BTreeSet;

use crate::basics::{Problem, Severity};
use crate::roadmap::shape::UnreadList;

/// The way out.
const HELP: &str = "if these are items, say where they are under items: in roundtable.yaml; if \
                    not, name the key under not_items:";

/// One warning for each key, where its first list stands.
pub fn warnings(mut unread: Vec<UnreadList>) -> Vec<Problem> {
    unread.sort_by_cached_key(|list| (list.folded(), list.place.clone()));
    let same_key = unread.chunk_by(|one, other| one.folded() == other.folded());
    same_key.map(warning).collect()
}

fn warning(lists: &[UnreadList]) -> Problem {
    let UnreadList { key, place, .. } = &lists[0];
    let elements: usize = lists.iter().map(|list| list.elements).sum();
    let files: BTreeSet<&str> = lists.iter().map(|list| &*list.place.file).collect();
    let what = if elements == 1 { "element" } else { "elements" };
    let more = match (lists.len(), files.len()) {
        (1, _) => String::new(),
        (lists, 1) => format!(" in {lists} lists"),
        (lists, files) => format!(" in {lists} lists of {files} files"),
    };
    Problem {
        place: place.clone(),
        severity: Severity::Warning,
        message: format!("\"{key}\" is not read: {elements} {what}{more}"),
        help: Some(HELP.to_owned()),
        source: None,
    }
}
