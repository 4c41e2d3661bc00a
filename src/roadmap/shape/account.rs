//! Accounts for every list of a document: what was not read and may hold items is told.

use crate::basics::Place;
use crate::document::{Node, Value, fold_key};
use crate::roadmap::fields::ATTRIBUTES;
use crate::roadmap::shape::{Reader, is_one_of};

/// A list that may hold items and was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadList {
    /// The key that it stands under, as it is written.
    pub key: String,
    /// Where its key stands.
    pub place: Place,
    /// How many elements it has.
    pub elements: usize,
}

impl UnreadList {
    /// The key as it is compared: lists of one key are told together.
    pub fn folded(&self) -> String {
        fold_key(&self.key)
    }
}

impl Reader<'_> {
    /// Notes that a list was read as items.
    pub fn note_read(&mut self, list: &Node) {
        self.read.insert(address(list));
    }

    /// The lists that may hold items and were not read, in the order of the document; none where a
    /// mapping says which are the items, or where no item was found and that is told.
    pub fn unread(&self, node: &Node) -> Vec<UnreadList> {
        let mut unread = Vec::new();
        if !self.mapped_items && !self.roadmaps.is_empty() {
            self.account(node, &mut unread);
        }
        unread
    }

    fn account(&self, node: &Node, unread: &mut Vec<UnreadList>) {
        match &node.value {
            Value::List(nodes) => nodes.iter().for_each(|node| self.account(node, unread)),
            Value::Map(entries) => {
                for (key, value) in entries {
                    let name = key.text().unwrap_or_default();
                    if self.read.contains(&address(value)) || value.list().is_empty() {
                        self.account(value, unread);
                    } else if may_hold_items(value) && !self.is_attribute(name, value) {
                        unread.push(UnreadList {
                            key: name.to_owned(),
                            place: self.source.place(key.line, key.column),
                            elements: value.list().len(),
                        });
                    }
                }
            }
            Value::Null | Value::Text(_) => {}
        }
    }

    /// Whether the list under a key says something about an item or a roadmap. A list under one of
    /// the names of an item holds names of its own, unless it is one text.
    fn is_attribute(&self, key: &str, list: &Node) -> bool {
        let is_one_text = list.list().len() == 1 && list.list()[0].text().is_some();
        let is_name = self.item_keys.is_name(key) && !is_one_text;
        let known = self.item_keys.knows(key) || self.leader_keys.knows(key);
        known && !is_name || is_one_of(ATTRIBUTES, key) || self.rule.is_not_items(key)
    }
}

/// The place of a node in memory, which stays while its document is read.
fn address(node: &Node) -> usize {
    std::ptr::from_ref(node).cast::<()>().addr()
}

/// Whether a list may hold items: one of its elements is a map, a list or a text with a letter that
/// is no address.
fn may_hold_items(list: &Node) -> bool {
    list.list().iter().any(|element| match &element.value {
        Value::Null => false,
        Value::Text(text) => text.contains(char::is_alphabetic) && !is_address(text),
        Value::List(_) | Value::Map(_) => true,
    })
}

/// Whether a text is an address and nothing else: of a page, a person or a file.
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let is_word = !text.contains(char::is_whitespace);
    is_word && (text.contains("://") || text.starts_with(['@', '#', '/']) || text.contains('@'))
}
