//! Reads one item.

use crate::basics::spelling;
use crate::document::{Loss, Node, Value, fold_key, same_key};
use crate::roadmap::fields::ITEM;
use crate::roadmap::keys::Picked;
use crate::roadmap::period::{in_one_form, is_period};
use crate::roadmap::shape::Reader;
use crate::roadmap::shape::groups::Around;
use crate::roadmap::status::is_status;
use crate::roadmap::{Item, values};

/// How many letters a key needs to be taken for a misspelt field: short words are near to many.
const LEAST: usize = 5;

impl Reader<'_> {
    /// An item whose name stands in a map with its other fields.
    pub fn item(&mut self, name: &Node, picked: &Picked, around: &Around) {
        let Some((text, place)) = values::text(name) else { return };
        self.note_loss("name", text, place);
        let (text, place) = (text.to_owned(), self.source.place(place.line, place.column));
        let item = Item { name: text, place, begins: picked.line, ..self.fields(picked, around) };
        let leader = self.said(picked, "leader");
        self.gathered.push((leader, item));
    }

    /// An item that is a text and nothing else.
    pub fn bare(&mut self, node: &Node, around: &Around) {
        match values::text(node) {
            Some((text, _)) => {
                self.note_loss("name", text, node);
                self.push(text.to_owned(), node, around);
            }
            None => self.nameless(node),
        }
    }

    /// One text in brackets, `- [SSO]` or `- {SSO}`, to the letter: YAML makes a list or a map of it.
    pub fn in_brackets(&self, node: &Node) -> Option<&str> {
        let is_one = match &node.value {
            Value::List(nodes) => nodes.len() == 1 && nodes[0].text().is_some(),
            Value::Map(entries) => entries.len() == 1 && entries[0].1.is_blank(),
            Value::Null | Value::Text(_) => false,
        };
        let written = self.source.text.get(node.start as usize..node.end as usize)?.trim();
        (is_one && written.starts_with(['[', '{'])).then_some(written)
    }

    /// An item whose name is a key: its value is a period, a state, a description, or a map of
    /// fields. Where the map has a name too, the key is the identifier.
    pub fn keyed(&mut self, key: &Node, value: &Node, around: &Around) {
        let Some((label, _)) = values::text(key) else { return };
        let picked = self.item_keys.pick(value);
        let mut item = self.fields(&picked, around);
        let leader = self.said(&picked, "leader");
        let (name, place) = picked.get("name").and_then(values::text).unwrap_or((label, key));
        self.note_loss("name", name, place);
        if name != label && item.id.is_none() {
            item.id = Some(label.to_owned());
        }
        if let Some(text) = value.text().map(str::trim).filter(|text| !text.is_empty()) {
            let field = match () {
                () if is_period(text) => &mut item.quarter,
                () if is_status(text) => &mut item.status,
                () => &mut item.description,
            };
            *field = Some(in_one_form(text, around.year.as_deref()));
        }
        name.clone_into(&mut item.name);
        item.place = self.source.place(place.line, place.column);
        item.begins = key.line;
        self.gathered.push((leader, item));
    }

    /// A text that YAML took for a key and a value: `- Login: passwordless`.
    pub fn colon(&mut self, key: &Node, value: &Node, around: &Around) {
        let (start, end) = (key.start as usize, value.end as usize);
        let written = self.source.text.get(start..end).unwrap_or_default().trim();
        let parts = [key, value].map(|n| n.text().unwrap_or_default());
        let name = if written.is_empty() { parts.join(": ") } else { written.to_owned() };
        let message =
            format!("the colon makes \"{}\" a key; the whole is read as a name", parts[0]);
        let help = format!("put the name in quotes: {}", quoted(&name));
        self.problems.push(self.source.warning(key.line, key.column, message).with_help(help));
        self.note_loss("name", &name, value);
        self.push(name, key, around);
    }

    /// An item without a name: it is not read, its neighbours are.
    pub fn nameless(&mut self, node: &Node) {
        let values = node.entries().iter().map(|(_, value)| value);
        let lost = |node: &&Node| node.is_blank() && node.lost == Some(Loss::Comment);
        if let Some(node) = std::iter::once(node).chain(values).find(lost) {
            let message = "the name is read as a comment, because it begins with #";
            let help = "put the name in quotes";
            self.problems.push(self.source.error(node.line, node.column, message).with_help(help));
            return;
        }
        let meant = node.entries().iter().find_map(|(key, _)| {
            let text = key.text()?;
            let known = ITEM[0].aliases.iter().chain([&ITEM[0].name]).copied();
            let unknown = !self.item_keys.knows(text) && text.chars().count() > 2;
            let meant = unknown.then(|| spelling::closest(&fold_key(text), known))??;
            Some((key, format!("unknown key \"{text}\"{}", spelling::meant(meant))))
        });
        let problem = match meant {
            Some((key, message)) => self.source.error(key.line, key.column, message),
            None => self.source.error(node.line, node.column, "an item without a name"),
        };
        let help = "the item is not read; give it a name:, or say under fields: in roundtable.yaml \
                    which key is the name";
        self.problems.push(problem.with_help(help));
    }

    /// Keys that look like misspelt fields which the item lacks, each told once a document.
    pub fn doubt_fields(&mut self, entries: &[(Node, Node)], picked: &Picked) {
        for (key, _) in entries {
            let Some(text) = key.text().filter(|text| !self.item_keys.knows(text)) else {
                continue;
            };
            if self.doubted.contains(text) {
                continue;
            }
            self.doubted.insert(text.to_owned());
            let lacking = ITEM.iter().map(|field| field.name).filter(|f| picked.get(f).is_none());
            let long = text.chars().count() >= LEAST && picked.get("name").is_some();
            let meant = long.then(|| spelling::closest(&fold_key(text), lacking)).flatten();
            // A field that the mapping leaves out on purpose is spelt right.
            if let Some(meant) = meant.filter(|meant| !same_key(meant, text)) {
                let message = format!("unknown key \"{text}\"{}", spelling::meant(meant));
                let help = "what stands under it is not read";
                let problem = self.source.warning(key.line, key.column, message);
                self.problems.push(problem.with_help(help));
            }
        }
    }

    /// The item read last.
    pub fn last_item(&self) -> Option<&Item> {
        self.gathered.last().map(|(_, item)| item)
    }

    /// Warns if YAML took away a part of a text. States and periods hold no `#`: what stands behind
    /// them is a comment that is meant.
    pub fn note_loss(&mut self, field: &str, text: &str, node: &Node) {
        let Some(loss) = node.lost else { return };
        if loss == Loss::Comment && matches!(field, "status" | "quarter") {
            return;
        }
        let at = node.start as usize;
        let behind = self.source.text.get(node.end as usize..).unwrap_or_default();
        let behind = behind.lines().next().unwrap_or_default().trim();
        let before = self.source.text.get(..at).unwrap_or_default().trim_end();
        let before = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let (what, whole) = match loss {
            Loss::Comment => (format!("\"{behind}\" is a comment"), format!("{text} {behind}")),
            Loss::Anchor => (format!("\"{before}\" is an anchor"), format!("{before} {text}")),
            Loss::Tag => (format!("\"{before}\" is a tag"), format!("{before} {text}")),
            Loss::Question => ("\"?\" begins a key".to_owned(), format!("? {text}")),
        };
        let message = format!("{what} to YAML: the {field} is read as \"{text}\"");
        let help = format!("put it in quotes: {}", quoted(&whole));
        self.problems.push(self.source.warning(node.line, node.column, message).with_help(help));
    }

    /// An item with that name and what stands around it.
    pub fn push(&mut self, name: String, node: &Node, around: &Around) {
        let place = self.source.place(node.line, node.column);
        self.gathered.push((None, Item { name, place, begins: node.line, ..around.item() }));
    }

    /// When it is done, else when it begins, in the form in which periods are shown: said as a text,
    /// as a map with both, or as a quarter beside its year.
    fn period(&mut self, picked: &Picked, year: Option<&str>) -> Option<String> {
        let own = self.said(picked, "year");
        let year = own.as_deref().or(year);
        for field in ["quarter", "start"] {
            let Some(node) = picked.get(field) else { continue };
            if node.entries().is_empty() {
                let text = without_time(self.said(picked, field)?);
                return Some(in_one_form(&text, year));
            }
            let inner = self.item_keys.pick(node);
            let said = ["quarter", "start", "year"].iter().any(|it| inner.get(it).is_some());
            return if said { self.period(&inner, year) } else { self.said(picked, field) };
        }
        own.map(|year| in_one_form(&year, None))
    }

    /// Every field but the name.
    fn fields(&mut self, picked: &Picked, around: &Around) -> Item {
        let unit = self.unit.clone();
        let surrounding = around.item();
        Item {
            id: self.said(picked, "id"),
            status: self.said(picked, "status").or(surrounding.status),
            quarter: self.period(picked, around.year.as_deref()).or(surrounding.quarter),
            effort: self.counted(picked, "effort", unit.as_deref()),
            owner: self.said(picked, "owner"),
            parent: self.said(picked, "parent").or(surrounding.parent),
            description: self.said(picked, "description"),
            aliases: picked.get("aliases").map(values::texts).unwrap_or_default(),
            tags: picked.get("tags").map(values::texts).unwrap_or_default(),
            ..Item::default()
        }
    }
}

impl Around {
    /// An item with what the group around it says.
    fn item(&self) -> Item {
        Item {
            quarter: self.quarter.clone(),
            status: self.status.clone(),
            parent: self.parent.clone(),
            ..Item::default()
        }
    }
}

/// A date without the time of day: `2027-03-31T00:00:00+00:00`.
fn without_time(period: String) -> String {
    let is_date = |text: &str| {
        let mut parts = text.split('-').map(|part| part.bytes().all(|b| b.is_ascii_digit()));
        text.len() == 10 && parts.clone().count() == 3 && parts.all(|digits| digits)
    };
    match period.split_once(['T', ' ']) {
        Some((date, time)) if is_date(date) && time.contains(':') => date.to_owned(),
        _ => period,
    }
}

/// A text in the quotes that it does not hold itself.
fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}
