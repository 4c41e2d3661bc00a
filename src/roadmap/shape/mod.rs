//! Turns the tree of a document into roadmaps.

mod groups;
mod item;
mod leader;
#[cfg(test)]
mod tests;
mod top;

use std::mem;

use rustc_hash::FxHashSet;

use crate::basics::Problem;
use crate::document::{Node, Source, Value, same_key};
use crate::roadmap::fields::{ITEM, LEADER};
use crate::roadmap::keys::Keys;
use crate::roadmap::mapping::FileMapping;
use crate::roadmap::shape::groups::Around;
use crate::roadmap::{Item, Roadmap};

/// Reads one document.
///
/// The leader is, in this order: what an item says itself, what the file says, `stem`.
pub fn roadmaps(
    node: &Node,
    source: &Source,
    rule: &FileMapping,
    stem: &str,
) -> (Vec<Roadmap>, Vec<Problem>) {
    let mut reader = Reader {
        source,
        rule,
        stem,
        leader_keys: Keys::of(LEADER, rule),
        item_keys: Keys::of(ITEM, rule),
        mapped_items: !rule.items.is_empty(),
        gathered: Vec::new(),
        unit: None,
        doubted: FxHashSet::default(),
        no_numbers: 0,
        roadmaps: Vec::new(),
        problems: Vec::new(),
    };
    if is_report(node) {
        return (reader.roadmaps, reader.problems);
    }
    reader.document(node);
    reader.count_no_numbers(node);
    (reader.roadmaps, reader.problems)
}

/// What is known while a document is read.
struct Reader<'r> {
    /// The file.
    source: &'r Source,
    /// Where things are in it.
    rule: &'r FileMapping,
    /// The leader if nothing names one.
    stem: &'r str,
    /// Finds what is said about the leader.
    leader_keys: Keys<'r>,
    /// Finds what is said about an item.
    item_keys: Keys<'r>,
    /// Whether the rule says where items are, so that items in items are not looked for.
    mapped_items: bool,
    /// The items so far, each with the leader it names itself.
    gathered: Vec<(Option<String>, Item)>,
    /// The unit of the roadmap's efforts.
    unit: Option<String>,
    /// The keys that were looked at for a slip of the fingers.
    doubted: FxHashSet<String>,
    /// How many numbers could not be read so far.
    no_numbers: usize,
    /// The roadmaps so far.
    roadmaps: Vec<Roadmap>,
    /// What is suspicious so far.
    problems: Vec<Problem>,
}

impl Reader<'_> {
    /// Reads a document, or a part of one that is a roadmap of its own.
    fn document(&mut self, node: &Node) {
        let header = self.header(node);
        let outer_items = mem::take(&mut self.gathered);
        let outer_unit = mem::replace(&mut self.unit, header.effort_unit.clone());
        let before = self.roadmaps.len();
        let known = self.contents(node);
        self.unit = outer_unit;
        let items = mem::replace(&mut self.gathered, outer_items);
        let only_inner = items.is_empty() && self.roadmaps.len() > before;
        if !known {
            self.unrecognised(node);
        } else if !only_inner {
            self.divide(header, items);
        }
    }

    /// Gathers the items; says whether there is any place for them at all.
    fn contents(&mut self, node: &Node) -> bool {
        let around = Around::default();
        if self.mapped_items {
            let places: Vec<_> = self.rule.items.iter().flat_map(|path| node.all(path)).collect();
            for place in &places {
                self.items(place, &around);
            }
            return !places.is_empty();
        }
        match &node.value {
            Value::List(_) => self.items(node, &around),
            Value::Map(entries) => return self.top(node, entries),
            Value::Null | Value::Text(_) => return false,
        }
        true
    }
}

/// Whether a document is a report that this program wrote earlier, left among the roadmaps.
fn is_report(node: &Node) -> bool {
    let schema = node.get("schema").and_then(Node::text);
    schema.is_some_and(|schema| schema.starts_with("roundtable/"))
}

/// Whether a key is one of a list of keys, in any case and with any joints.
pub fn is_one_of(keys: &[&str], key: &str) -> bool {
    keys.iter().any(|known| same_key(known, key))
}
