//! Gathers the items of a document, whatever they are wrapped in.

use crate::document::{Node, Value};
use crate::roadmap::fields::{ATTRIBUTES, CHILDREN, GROUPS, LAST, TASKS};
use crate::roadmap::keys::Picked;
use crate::roadmap::period::{in_heading, in_one_form, is_period, year_of};
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
    /// The year of quarters that say none.
    pub year: Option<String>,
}

impl Around {
    /// What stands around the values under a key.
    pub fn within(&self, key: &str) -> Self {
        let mut around = Self { grouping: is_one_of(GROUPS, key), ..self.clone() };
        if let Some(period) = in_heading(key).or_else(|| is_period(key).then_some(key)) {
            around.set_period(period);
        } else if is_status(key) {
            around.status = Some(key.to_owned());
        }
        around
    }
}

impl Around {
    /// What stands around values in a period.
    pub fn set_period(&mut self, period: &str) {
        let period = in_one_form(period, self.year.as_deref());
        self.year = year_of(&period).or_else(|| self.year.take());
        self.quarter = Some(period);
    }
}

impl Reader<'_> {
    /// The items in a value that is known to hold items: a list, or a map by name or group.
    pub fn items(&mut self, node: &Node, around: &Around) {
        match &node.value {
            Value::Null => {}
            Value::Text(_) => self.element(node, around),
            Value::List(nodes) => {
                self.note_read(node);
                for node in nodes {
                    self.element(node, around);
                }
            }
            Value::Map(entries) => {
                self.entries(entries, around);
            }
        }
    }

    /// An element of a list of items.
    fn element(&mut self, node: &Node, around: &Around) {
        if let Some(written) = self.in_brackets(node).map(str::to_owned) {
            self.note_read(node);
            return self.push(written, node, around);
        }
        match &node.value {
            Value::Null => self.nameless(node),
            Value::Text(_) => self.bare(node, around),
            Value::List(nodes) => {
                self.note_read(node);
                for node in nodes {
                    self.element(node, around);
                }
            }
            Value::Map(entries) => self.map(node, entries, around),
        }
    }

    /// An element that is a map: an item with or without items of its own, a group around items, a
    /// section of prose, or what `unnamed` says.
    fn map(&mut self, node: &Node, entries: &[(Node, Node)], around: &Around) {
        let picked = self.item_keys.pick(node);
        let name = picked.get("name").filter(|name| values::text(name).is_some());
        let inside = if self.mapped_items { Inside::default() } else { self.inside(node, around) };
        let name = name.filter(|name| !inside.holds(name));
        self.doubt_fields(entries, &picked);
        match (name, inside.children.is_empty()) {
            (Some(_), true) if around.grouping && is_empty_group(node, &picked) => {}
            (Some(name), true) => self.item(name, &picked, around),
            (_, false) if around.grouping && leads(node) => self.document(node),
            (Some(name), false) if !around.grouping && inside.is_items && !is_heading(name) => {
                self.item(name, &picked, around);
                let parent = self.last_item().map(|item| item.id.as_ref().unwrap_or(&item.name));
                let parent = parent.cloned();
                let around = Around { parent, ..around.clone() };
                self.all_children(&inside, &around);
            }
            (None, false) if self.leader_keys.pick(node).get("leader").is_some() => {
                self.document(node);
            }
            (_, false) => self.around_children(&inside, &picked, entries, around),
            (None, true) if around.grouping && is_prose(&picked, entries) => {}
            (None, true) => self.unnamed(node, entries, &picked, around),
        }
    }

    /// The children of a group: its period and its state are theirs, where it has any.
    fn around_children(
        &mut self,
        inside: &Inside,
        picked: &Picked,
        entries: &[(Node, Node)],
        around: &Around,
    ) {
        let title = || {
            let texts = || entries.iter().filter_map(|(_, value)| value.text());
            let period = texts().find(|text| is_period(text));
            period.or_else(|| texts().find_map(in_heading)).map(str::to_owned)
        };
        let year = said(picked, "year").or_else(|| around.year.clone());
        let status = said(picked, "status").or_else(|| around.status.clone());
        let mut inner = Around { status, year, ..around.clone() };
        let said = said(picked, "quarter").or_else(|| said(picked, "start"));
        if let Some(period) = said.or_else(title) {
            inner.set_period(&period);
        }
        self.all_children(inside, &inner);
    }

    fn all_children(&mut self, inside: &Inside, around: &Around) {
        for &(key, children) in &inside.children {
            self.items(children, &around.within(key));
        }
    }

    /// The items inside an element, and whether it is an item itself.
    fn inside<'n, 'a>(&self, node: &'n Node<'a>, around: &Around) -> Inside<'n, 'a> {
        let picked = self.item_keys.pick(node);
        let name = picked.get("name");
        let plans = ["effort", "owner", "status"].iter().any(|it| picked.get(it).is_some());
        let described = picked.get("description").is_some();
        let is_named = name.is_some_and(|it| it.text().is_some());
        let mut inside = Inside::default();
        for (key, value) in node.entries() {
            let Some(key) = key.text() else { continue };
            if value.is_blank() || value.text().is_some() {
                continue;
            }
            let is_name = name.is_some_and(|name| std::ptr::eq(name, value));
            let texts = value.list().iter().all(|it| it.text().is_some());
            let is_list = !value.list().is_empty();
            let is_known = self.item_keys.knows(key) || self.leader_keys.knows(key);
            let is_other = !is_known && !is_one_of(ATTRIBUTES, key) && !self.rule.is_not_items(key);
            let holds = if is_name {
                around.grouping && value.list().len() > 1 && texts
            } else if is_one_of(CHILDREN, key) {
                inside.is_items |= is_named;
                true
            } else if is_one_of(TASKS, key) {
                inside.is_items |= is_named && (plans || described && texts);
                true
            } else if is_one_of(GROUPS, key) || is_one_of(LAST, key) {
                is_list && !(is_named && plans) && !is_one_of(ATTRIBUTES, key)
            } else {
                let named = value.list().iter().any(|it| self.is_sure(it));
                is_list && is_other && !plans && (named || texts && (around.grouping || !is_named))
            };
            if holds {
                inside.children.push((key, value));
            }
        }
        inside
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
        match &value.value {
            Value::Text(text) if !is_period(text) && !is_status(text) => {
                self.colon(key, value, around);
            }
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
        } else if leads(value) && children(value).is_some() {
            self.document(value);
        } else if let Some((under, children)) = children(value) {
            let mut inner = inner.within(under);
            inner.grouping = false;
            if let Some(period) = said(&picked, "quarter") {
                inner.set_period(&period);
            }
            self.items(children, &inner);
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

/// What stands inside an element.
#[derive(Default)]
struct Inside<'n, 'a> {
    /// The values that hold items, with their keys.
    children: Vec<(&'n str, &'n Node<'a>)>,
    /// Whether the element is an item with these below it, not a group around them.
    is_items: bool,
}

impl Inside<'_, '_> {
    fn holds(&self, node: &Node) -> bool {
        self.children.iter().any(|(_, child)| std::ptr::eq(*child, node))
    }
}

/// Whether the name of an element is the heading of a period: `Q2 2027 – Foundations`.
fn is_heading(name: &Node) -> bool {
    name.text().is_some_and(|name| in_heading(name).is_some())
}

/// The items inside a value that has no name, with their key.
pub fn children<'n, 'a>(node: &'n Node<'a>) -> Option<(&'n str, &'n Node<'a>)> {
    let nested = |(key, value): &'n (Node<'a>, Node<'a>)| {
        let text = key.text()?;
        let holds = matches!(value.value, Value::List(_) | Value::Map(_)) && !value.is_blank();
        (holds && (is_one_of(CHILDREN, text) || is_one_of(TASKS, text))).then_some((text, value))
    };
    node.entries().iter().find_map(nested)
}

/// Whether a group holds nothing: a key for its items is there and empty, and nothing else is said.
fn is_empty_group(node: &Node, picked: &Picked) -> bool {
    let plans = ["effort", "owner", "status"].iter().any(|field| picked.get(field).is_some());
    let is_empty = |(key, value): &(Node, Node)| {
        let names_items = |key| is_one_of(CHILDREN, key) || is_one_of(TASKS, key);
        value.is_blank() && key.text().is_some_and(names_items)
    };
    !plans && node.entries().iter().any(is_empty)
}

/// Whether a section of a group is prose: texts, and none that only an item has.
fn is_prose(picked: &Picked, entries: &[(Node, Node)]) -> bool {
    let plain = picked.stated().all(|(field, _)| matches!(field.name, "id" | "description"));
    plain && entries.len() > 1 && entries.iter().all(|(_, value)| value.text().is_some())
}

/// Whether a value in a map is one that items have: nothing, a period, or a value with values.
fn holds_items(value: &Node) -> bool {
    value.text().is_none_or(is_period)
}

/// Whether a description is short enough to stand for a name that is missing.
fn is_a_line(node: &Node) -> bool {
    values::text(node).is_some_and(|(text, _)| !text.contains('\n') && text.chars().count() <= 120)
}
