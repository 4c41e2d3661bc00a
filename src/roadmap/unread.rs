//! Tells what was not read: one warning for all lists of one key, so that a key that stands in
//! hundreds of files is told once, and one for all files that are no roadmaps.

use std::collections::BTreeSet;

use crate::basics::{Place, Problem, Severity};
use crate::roadmap::shape::{Other, UnreadList};

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

/// How many files are named that are no roadmaps.
const MOST_NAMED: usize = 3;

/// One warning for all files of folders that hold something else than a roadmap.
///
/// Goes in: the files as they are shown, in order, with what they are.
pub fn others(files: &[(String, Other)]) -> Option<Problem> {
    let (first, _) = files.first()?;
    let name = |(file, other): &(String, Other)| match other {
        Other::Program(what) => format!("{file} ({what})"),
        Other::OwnReport | Other::Unrecognised { .. } => file.clone(),
    };
    let mut named: Vec<String> = files.iter().take(MOST_NAMED).map(name).collect();
    if let Some(more @ 1..) = files.len().checked_sub(MOST_NAMED) {
        named.push(format!("{more} more"));
    }
    let are = if files.len() == 1 { "1 file is no roadmap" } else { "files are no roadmaps" };
    let count = if files.len() == 1 { String::new() } else { format!("{} ", files.len()) };
    Some(Problem {
        place: Place::whole(first),
        severity: Severity::Warning,
        message: format!("{count}{are}: {}", named.join(", ")),
        help: Some(
            "scan --files lists them all; name them under exclude: in roundtable.yaml, or say \
             where their items are under items:"
                .to_owned(),
        ),
        source: None,
    })
}
