//! Gathers the items of a document, whatever they are wrapped in.

use crate::document::{Node, Value};
use crate::roadmap::fields::{CHILDREN, GROUPS};
use crate::roadmap::keys::Picked;
use crate::roadmap::period::is_period;
use crate::roadmap::shape::{Reader, is_one_of};
use crate::roadmap::status::is_status;
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
        } else if is_status(key) {
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

    /// An element that is a map: an item with or without items of its own, or what `unnamed` says.
    fn map(&mut self, node: &Node, entries: &[(Node, Node)], around: &Around) {
        let picked = self.item_keys.pick(node);
        let name = picked.get("name").filter(|name| values::text(name).is_some());
        let children = if self.mapped_items { None } else { children(node, name) };
        self.doubt_fields(entries, &picked);
        match (name, children) {
            (Some(name), None) => self.item(name, &picked, around),
            (Some(_), Some(_)) if around.grouping && leads(node) => self.document(node),
            (Some(name), Some((key, children))) if around.grouping => {
                let title = values::text(name).map(|(text, _)| text).filter(|text| is_period(text));
                let period = said(&picked, "quarter").or(title.map(str::to_owned));
                let inner = around.within(key);
                self.items(children, &Around { quarter: period.or(inner.quarter), ..inner });
            }
            (Some(name), Some((key, children))) => {
                self.item(name, &picked, around);
                let parent = self.last_item().map(|item| item.id.as_ref().unwrap_or(&item.name));
                let parent = parent.cloned();
                self.items(children, &Around { parent, ..around.within(key) });
            }
            (None, Some(_)) if self.leader_keys.pick(node).get("leader").is_some() => {
                self.document(node);
            }
            (None, Some((key, children))) => {
                let inner = around.within(key);
                let quarter = said(&picked, "quarter").or(inner.quarter);
                self.items(children, &Around { quarter, ..inner });
            }
            (None, None) => self.unnamed(node, entries, &picked, around),
        }
    }

    /// A map without a name: a description that stands for one, or names with their values.
    fn unnamed(&mut self, node: &Node, entries: &[(Node, Node)], picked: &Picked, around: &Around) {
        match (picked.get("description"), entries) {
            (Some(text), _) if is_a_line(text) => {
                self.item(text, picked, around);
                if let Some((_, item)) = self.gathered.last_mut() {
                    item.description = None;
                }
            }
            (_, [(key, value)]) if !self.is_field(key) => self.pair(key, value, around),
            _ if entries.iter().any(|(key, _)| self.is_field(key)) => self.nameless(node),
            _ => self.entries(entries, around),
        }
    }

    /// A key with its value inside a list: `- Single sign-on: 2027-Q1`. Where the value says nothing
    /// that is known, the colon belongs to the name: `- Login: passwordless`.
    fn pair(&mut self, key: &Node, value: &Node, around: &Around) {
        match value.text() {
            Some(text) if !is_period(text) && !is_status(text) => self.colon(key, value, around),
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
        let timed = is_period(label) || is_status(label);
        match &value.value {
            _ if label.is_empty() => self.nameless(key),
            Value::Null if timed => {}
            Value::Text(text) if timed && !is_period(text) => {
                self.element(value, &around.within(label));
            }
            Value::Null | Value::Text(_) => self.keyed(key, value, around),
            Value::List(_) => self.items(value, &around.within(label)),
            Value::Map(entries) => self.group(key, value, entries, &around.within(label), around),
        }
    }

    /// A key with a map: a period around items, a theme around items, or an item with its fields.
    fn group(
        &mut self,
        key: &Node,
        value: &Node,
        entries: &[(Node, Node)],
        inner: &Around,
        around: &Around,
    ) {
        let picked = self.item_keys.pick(value);
        let fields = entries.iter().all(|(key, _)| self.is_field(key));
        let timed = key.text().is_some_and(|key| is_period(key) || is_status(key));
        if timed && !fields {
            self.items(value, inner);
        } else if leads(value) && children(value, None).is_some() {
            self.document(value);
        } else if let Some((under, children)) = children(value, None) {
            let quarter = said(&picked, "quarter").or_else(|| inner.quarter.clone());
            self.items(children, &Around { quarter, grouping: false, ..inner.within(under) });
        } else if picked.stated().next().is_none() && entries.iter().any(|(_, v)| holds_items(v)) {
            self.items(value, inner);
        } else {
            self.keyed(key, value, around);
        }
    }

    fn is_field(&self, key: &Node) -> bool {
        key.text().is_some_and(|text| self.item_keys.knows(text) || self.leader_keys.knows(text))
    }
}

/// Whether a group says whose it is: `teams: [{name: Identity, lead: Ana, items: […]}]`.
fn leads(group: &Node) -> bool {
    ["leader", "lead", "head", "director"].iter().any(|key| group.get(key).is_some())
}

fn said(picked: &Picked, field: &str) -> Option<String> {
    picked.get(field).and_then(values::text).map(|(text, _)| text.to_owned())
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
