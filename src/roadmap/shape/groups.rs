//! Gathers the items of a document, whatever they are wrapped in.

use crate::roadmap::fields::{CHILDREN, GROUPS};
use crate::roadmap::node::{Node, Value};
use crate::roadmap::period::{is_period, is_state};
use crate::roadmap::shape::{Reader, is_one_of};
use crate::roadmap::values;

/// What a group says about the items in it, where they say nothing themselves.
#[derive(Debug, Clone, Default)]
pub struct Around {
    /// The group's period.
    pub quarter: Option<String>,
    /// The group's state.
    pub status: Option<String>,
    /// The item whose own items these are.
    pub parent: Option<String>,
    /// Whether the elements are periods around items rather than items.
    pub grouping: bool,
}

impl Around {
    /// What stands around the values under a key.
    pub fn within(&self, key: &str) -> Self {
        let mut around = Self { grouping: is_one_of(GROUPS, key), ..self.clone() };
        if is_period(key) {
            around.quarter = Some(key.to_owned());
        } else if is_state(key) {
            around.status = Some(key.to_owned());
        }
        around
    }
}

impl Reader<'_> {
    /// The items in a value that is known to hold items: a list, or a map by name or group.
    pub fn items(&mut self, node: &Node, around: &Around) {
        match &node.value {
            Value::Null => {}
            Value::Text(_) => self.element(node, around),
            Value::List(nodes) => nodes.iter().for_each(|node| self.element(node, around)),
            Value::Map(entries) => {
                self.entries(entries, around);
            }
        }
    }

    /// An element of a list of items.
    fn element(&mut self, node: &Node, around: &Around) {
        match &node.value {
            Value::Null => self.nameless(node),
            Value::Text(_) => self.bare(node, around),
            Value::List(nodes) => nodes.iter().for_each(|node| self.element(node, around)),
            Value::Map(entries) => self.map(node, entries, around),
        }
    }

    /// An element that is a map: an item, a group, a roadmap of its own, or a name with a value.
    fn map(&mut self, node: &Node, entries: &[(Node, Node)], around: &Around) {
        let picked = self.item_keys.pick(node);
        let name = picked.get("name").filter(|name| values::text(name).is_some());
        let children = if self.mapped_items { None } else { children(node, name) };
        match (name, children) {
            (Some(name), None) => self.item(name, &picked, around),
            (Some(name), Some((key, children))) => {
                let mut inner = around.within(key);
                if around.grouping {
                    let title = values::text(name).map(|(text, _)| text);
                    let quarter = picked.get("quarter").and_then(values::text).map(|(q, _)| q);
                    let period = quarter.or_else(|| title.filter(|title| is_period(title)));
                    inner.quarter = period.map(str::to_owned).or(inner.quarter);
                } else {
                    self.item(name, &picked, around);
                    inner.parent =
                        self.last_item().map(|i| i.id.clone().unwrap_or_else(|| i.name.clone()));
                }
                self.items(children, &inner);
            }
            (None, Some(_)) if self.leader_keys.pick(node).get("leader").is_some() => {
                self.document(node);
            }
            (None, Some((key, children))) => {
                let mut inner = around.within(key);
                let quarter =
                    picked.get("quarter").and_then(values::text).map(|(q, _)| q.to_owned());
                inner.quarter = quarter.or(inner.quarter);
                self.items(children, &inner);
            }
            (None, None) => match (picked.get("description"), entries) {
                (Some(text), _) if is_a_line(text) => {
                    self.item(text, &picked, around);
                    if let Some((_, item)) = self.gathered.last_mut() {
                        item.description = None;
                    }
                }
                (_, [(key, value)]) if !self.is_field(key) => self.pair(key, value, around),
                _ if !entries.iter().any(|(key, _)| self.is_field(key)) => {
                    self.entries(entries, around);
                }
                _ => self.nameless(node),
            },
        }
    }

    /// A key with its value inside a list: `- Single sign-on: 2027-Q1`. Where the value says nothing
    /// that is known, the colon belongs to the name: `- Login: passwordless`.
    fn pair(&mut self, key: &Node, value: &Node, around: &Around) {
        match value.text() {
            Some(text) if !is_period(text) && !is_state(text) => self.colon(key, value, around),
            _ => self.entry(key, value, around),
        }
    }

    fn entries(&mut self, entries: &[(Node, Node)], around: &Around) {
        for (key, value) in entries {
            self.entry(key, value, around);
        }
    }

    /// A key with its value inside a map of items: an item by its name, or a group around items.
    pub fn entry(&mut self, key: &Node, value: &Node, around: &Around) {
        let label = values::text(key).map_or("", |(text, _)| text);
        let inner = around.within(label);
        match &value.value {
            _ if label.is_empty() => self.nameless(key),
            Value::Null if is_period(label) => {}
            Value::Text(text) if is_period(label) || (is_state(label) && !is_period(text)) => {
                self.element(value, &inner);
            }
            Value::Null | Value::Text(_) => self.keyed(key, value, around),
            Value::List(_) => self.items(value, &inner),
            Value::Map(entries) => {
                let fields = entries.iter().all(|(key, _)| self.is_field(key));
                if (is_period(label) || is_state(label)) && !fields {
                    self.items(value, &inner);
                } else if let Some((under, children)) = children(value, None) {
                    let quarter = self.item_keys.pick(value).get("quarter").and_then(values::text);
                    let mut inner = Around { grouping: false, ..inner.within(under) };
                    inner.quarter = quarter.map(|(q, _)| q.to_owned()).or(inner.quarter);
                    self.items(children, &inner);
                } else if self.item_keys.pick(value).stated().next().is_some() {
                    self.keyed(key, value, around);
                } else if entries.iter().any(|(_, v)| holds_items(v)) {
                    self.items(value, &inner);
                } else {
                    self.keyed(key, value, around);
                }
            }
        }
    }

    fn is_field(&self, key: &Node) -> bool {
        key.text().is_some_and(|text| self.item_keys.knows(text) || self.leader_keys.knows(text))
    }
}

/// The items inside an item, with their key.
pub fn children<'n, 'a>(
    node: &'n Node<'a>,
    name: Option<&Node>,
) -> Option<(&'n str, &'n Node<'a>)> {
    let nested = |(key, value): &'n (Node<'a>, Node<'a>)| {
        let text = key.text()?;
        let holds = matches!(value.value, Value::List(_) | Value::Map(_)) && !value.is_blank();
        let is_name = name.is_some_and(|name| std::ptr::eq(name, value));
        (holds && !is_name && is_one_of(CHILDREN, text)).then_some((text, value))
    };
    node.entries().iter().find_map(nested)
}

/// Whether a value in a map is one that items have: nothing, a period, or a value with values.
fn holds_items(value: &Node) -> bool {
    value.text().is_none_or(is_period)
}

/// Whether a description is short enough to stand for a name that is missing.
fn is_a_line(node: &Node) -> bool {
    values::text(node).is_some_and(|(text, _)| !text.contains('\n') && text.chars().count() <= 120)
}
