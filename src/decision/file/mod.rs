//! `decisions.yaml`: what was agreed, as people and git keep it.

mod entry;
mod schema;
mod write;

use crate::basics::Problem;
use crate::decision::Decision;
use crate::document::conflict;
use crate::document::{Node, Source, StrictReader, yaml};

pub use schema::schema;
pub use write::{append, remove};

/// The way out of a merge that git left open.
const OPEN_MERGE: &str = "keep the entries of both sides and delete the lines <<<<<<<, ======= and \
                          >>>>>>>; until then the upper side counts";

/// The usual name of the file.
pub const FILE: &str = "decisions.yaml";

/// The only key at the top.
const TOP: &str = "decisions";

/// Reads every entry, in the order of the file.
///
/// What is not understood is a problem at its place, and an entry with such a problem does not
/// count; the other entries do. A merge that git left open is one problem: the entries of our side
/// count until it is closed.
pub fn read(source: &Source) -> (Vec<Decision>, Vec<Problem>) {
    if let Some(merge) = conflict::find(source, OPEN_MERGE) {
        let whole = Source::new(merge.ours, &source.file);
        return (entries(&whole).0, vec![merge.problem]);
    }
    entries(source)
}

fn entries(source: &Source) -> (Vec<Decision>, Vec<Problem>) {
    let (documents, problems) = yaml::read(source);
    let mut strict = StrictReader { source, problems };
    for node in documents.iter().skip(1) {
        strict.error(node, "a second document", "put every decision into the first");
    }
    let top = documents.first().map(|node| strict.map(node, "the decisions file", &[TOP]));
    let list = top.unwrap_or_default().into_iter().next().map(|(_, list)| list);
    let decisions = list.map(|list| listed(list, &mut strict)).unwrap_or_default();
    strict.problems.sort();
    (decisions, strict.problems)
}

fn listed(list: &Node, strict: &mut StrictReader) -> Vec<Decision> {
    if list.list().is_empty() && !list.is_blank() {
        strict.error(list, "decisions is not a list", "begin every entry with - overlap: NAME");
    }
    list.list().iter().filter_map(|node| entry::read(node, strict)).collect()
}

#[cfg(test)]
mod tests;
