//! Looks at the files of a folder before they are configured.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::document::{self, Node, Value};
use crate::roadmap::fields::{CHILDREN, GROUPS, ITEM, LAST, LEADER, LISTS};
use crate::roadmap::files::find;
use crate::roadmap::keys::Keys;
use crate::roadmap::mapping::{FileMapping, Mapping};
use crate::roadmap::shape::{self, is_one_of};
use crate::roadmap::whose::Guess;

/// What was found in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Survey {
    /// The files, as the user would write their paths.
    pub files: Vec<String>,
    /// How many items are read without any configuration.
    pub items: usize,
    /// The files in which no item is recognised.
    pub unread: Vec<String>,
    /// The keys of items that no field knows, the most frequent first.
    pub unknown: Vec<String>,
}

/// Looks at every file below the paths.
pub fn survey(paths: &[PathBuf]) -> Survey {
    let mapping = Mapping::default();
    let found = find(paths, &mapping.ready()).files;
    let rule = FileMapping::default();
    let known = [Keys::of(ITEM, &rule), Keys::of(LEADER, &rule)];
    let nobody = Guess::file("");
    let mut survey = Survey::default();
    let mut unknown = BTreeMap::new();
    for file in found {
        let mut items = 0;
        document::open(&file.path, &file.shown, |document| {
            for node in &document.nodes {
                let shaped = shape::roadmaps(node, document.source, &rule, &nobody);
                items += shaped.roadmaps.iter().map(|roadmap| roadmap.items.len()).sum::<usize>();
                count(node, &known, &mut unknown);
            }
        });
        if items == 0 {
            survey.unread.push(file.shown.clone());
        }
        survey.items += items;
        survey.files.push(file.shown);
    }
    let mut unknown: Vec<_> = unknown.into_iter().collect();
    unknown.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    survey.unknown = unknown.into_iter().map(|(key, _)| key).collect();
    survey
}

/// Counts the keys that no field knows, in maps at the top and in lists.
fn count(node: &Node, known: &[Keys], unknown: &mut BTreeMap<String, usize>) {
    for (key, value) in node.entries() {
        let Some(text) = key.text() else { continue };
        let list = [LISTS, GROUPS, LAST, CHILDREN].iter().any(|keys| is_one_of(keys, text));
        if !list && !known.iter().any(|keys| keys.knows(text)) {
            *unknown.entry(text.to_owned()).or_default() += 1;
        }
        if let Value::List(_) = value.value {
            count(value, known, unknown);
        }
    }
    node.list().iter().for_each(|node| count(node, known, unknown));
}
