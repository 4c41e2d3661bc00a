//! Finds where the items are in a file that is not mapped.

use std::mem;

use crate::basics::{is_person, spelling};
use crate::document::{Node, fold_key, same_key};
use crate::roadmap::Roadmap;
use crate::roadmap::fields::{ATTRIBUTES, GROUPS, LAST, LISTS};
use crate::roadmap::keys::Picked;
use crate::roadmap::period::is_period;
use crate::roadmap::shape::account::is_address;
use crate::roadmap::shape::groups::{Around, children};
use crate::roadmap::shape::{Other, Reader, is_one_of};
use crate::roadmap::status::is_status;
use crate::roadmap::values;

/// The fields that tell a plan from any other thing with a name.
const PLANNING: &[&str] = &["status", "quarter", "start", "effort", "owner", "parent", "leader"];

/// Characters of a text that could be a name; longer ones are prose.
const LONGEST_NAME: usize = 120;

/// The keys that say the same of a program as of a plan.
const PROGRAMS: &[&str] = &["version", "author", "authors", "date", "year"];

/// The keys of a roadmap's head that no other program's file has.
const LED: &[&str] = &[
    "leader",
    "roadmap owner",
    "director",
    "vp",
    "head of",
    "role",
    "reports to",
    "reporting to",
    "capacity",
    "effort unit",
    "product manager",
    "product owner",
];

/// The keys under which leaders are listed with what they plan.
const PEOPLE: &[&str] =
    &["leaders", "people", "directors", "vps", "owners", "managers", "leads", "heads"];

/// The keys that say what a roadmap is called and when it was written.
const TITLES: &[&str] = &[
    "name",
    "title",
    "description",
    "version",
    "date",
    "updated",
    "last updated",
    "year",
    "status",
    "quarter",
    "period",
    "vision",
    "email",
    "contact",
];

impl Reader<'_> {
    /// The map at the top of a file: lists under known keys, else one item, else themes; says
    /// whether it is any of these.
    pub fn top(&mut self, node: &Node, entries: &[(Node, Node)]) -> bool {
        let lists = self.list_keys(entries);
        if !lists.is_empty() || entries.iter().any(is_timed) {
            let mut around = self.around.clone();
            for key in ["year", "fiscal year", "period", "quarter"] {
                let text = node.get(key).and_then(Node::text);
                if let Some(period) = text.filter(|text| is_period(text)) {
                    around.set_period(period);
                }
            }
            let outer = mem::replace(&mut self.around, around.clone());
            self.lists(entries, lists, &around);
            self.around = outer;
            return true;
        }
        if self.people(entries) {
            return true;
        }
        let picked = self.item_keys.pick(node);
        let themes: Vec<_> = entries.iter().filter(|entry| self.is_theme(entry)).collect();
        let rich = themes.iter().any(|(_, value)| self.holds_named(value));
        let led = node.get("leader").is_some();
        let is_name = |name: &&Node| values::text(name).is_some() && name.list().is_empty();
        match picked.get("name").filter(is_name) {
            Some(name) if (!rich || !led) && self.is_plan(node, &picked) => {
                self.item(name, &picked, &Around::default());
                true
            }
            Some(_) if !led => false,
            _ if rich || self.are_plans(node, &themes) => {
                for (key, value) in themes {
                    self.doubt(key);
                    self.entry(key, value, &Around::default());
                }
                true
            }
            _ => self.under_names(entries),
        }
    }

    /// Lists under words for one item, `theme: [Maps, Search]`, where nothing else holds items; says
    /// whether there are any.
    fn under_names(&mut self, entries: &[(Node, Node)]) -> bool {
        let is_list = |(key, value): &&(Node, Node)| {
            !value.list().is_empty() && key.text().is_some_and(|key| self.item_keys.is_name(key))
        };
        let lists: Vec<_> = entries.iter().filter(is_list).collect();
        for (key, value) in &lists {
            self.items(value, &Around::default().within(key.text().unwrap_or_default()));
        }
        !lists.is_empty()
    }

    /// Whether a map says only what a roadmap is: `roadmap: {title: Identity, owner: Ana}`.
    fn is_head(&self, value: &Node) -> bool {
        let is_head = |(key, value): &(Node, Node)| {
            let text = key.text().unwrap_or_default();
            let is_plain = value.list().is_empty();
            is_plain && (is_one_of(TITLES, text) || self.leader_keys.knows(text))
        };
        !value.entries().is_empty()
            && value.entries().iter().all(is_head)
            && self.leader_keys.pick(value).stated().next().is_some()
    }

    /// Lists under the names of their leaders, `Ana Ruiz: [Maps]`, or inside the leaders in a list of
    /// them; says whether that is how the plans are given.
    fn people(&mut self, entries: &[(Node, Node)]) -> bool {
        let holds = |value: &Node| !value.list().is_empty() || children(value).is_some();
        let is_pair = |(key, value): &(Node, Node)| key.text().is_some() && holds(value);
        let is_owner = |node: &Node| node.get("name").is_some() && children(node).is_some();
        let listed = entries.iter().find(|(key, value)| {
            let pairs = value.entries();
            is_key_of(PEOPLE, key)
                && (!value.list().is_empty() && value.list().iter().all(is_owner)
                    || !pairs.is_empty() && pairs.iter().all(is_pair))
        });
        if let Some((_, value)) = listed {
            self.note_read(value);
            for node in value.list() {
                let header = self.header(node);
                let leader =
                    node.get("name").and_then(values::text).map(|(text, _)| text.to_owned());
                let leader = leader.unwrap_or(header.leader);
                self.document_of(Roadmap { leader, ..header }, node);
            }
            value.entries().iter().for_each(|(key, value)| self.person(key, value));
            return true;
        }
        let named = |(key, _): &&(Node, Node)| key.text().is_some_and(is_person);
        let lists: Vec<_> = entries.iter().filter(|entry| is_pair(entry)).collect();
        let is_led = !self.outer.leader.is_empty();
        if is_led || lists.is_empty() || !lists.iter().all(named) {
            return false;
        }
        for (key, value) in lists {
            self.person(key, value);
        }
        true
    }

    /// What a leader plans whose name is a key.
    fn person(&mut self, name: &Node, value: &Node) {
        let header = self.header(value);
        let leader = name.text().unwrap_or_default().to_owned();
        let place = self.source.place(name.line, name.column);
        self.document_of(Roadmap { leader, place, ..header }, value);
    }

    /// Whether a map with a name is a plan, not one of the many files in which programs give their
    /// own name, version, author and purpose: it states what only plans do, or nothing unknown.
    fn is_plan(&self, node: &Node, picked: &Picked) -> bool {
        let programs = |key: &Node| key.text().is_some_and(|key| is_one_of(PROGRAMS, key));
        let key_of = |value: &Node| {
            node.entries().iter().find(|(_, v)| std::ptr::eq(v, value)).map(|(key, _)| key)
        };
        let states = picked.stated().any(|(field, value)| {
            PLANNING.contains(&field.name) && !key_of(value).is_some_and(programs)
        });
        let known = |key: &Node| key.text().is_some_and(|key| self.item_keys.knows(key));
        let plain = |(key, _): &(Node, Node)| known(key) && !programs(key);
        let only_plain = node.entries().len() > 1 && node.entries().iter().all(plain);
        states || only_plain || self.rule.fields.contains_key("name")
    }

    /// The keys that lists of items stand under in this file. Words such as `teams` count only if
    /// what stands under them are items beyond doubt.
    fn list_keys(&self, entries: &[(Node, Node)]) -> &'static [&'static str] {
        let under = |keys, value: fn(&Self, &Node) -> bool| {
            entries.iter().any(|(key, node)| is_key_of(keys, key) && value(self, node))
        };
        match () {
            () if under(LISTS, |_, node| node.text().is_none()) => LISTS,
            () if under(GROUPS, Self::holds_named) => GROUPS,
            () if under(LAST, Self::holds_named) => LAST,
            () => &[],
        }
    }

    /// Reads the lists under known keys, and periods such as `now:` beside them. A text under such
    /// a key is a title: `roadmap: Identity 2027`.
    fn lists(&mut self, entries: &[(Node, Node)], keys: &[&str], around: &Around) {
        // Goals are plans where nothing else is, and beside others they say what for.
        let is_plain = |(key, value): &(Node, Node)| {
            is_key_of(keys, key) && !is_key_of(ATTRIBUTES, key) && value.text().is_none()
        };
        let has_plain = entries.iter().any(is_plain);
        for entry in entries.iter().filter(|(key, _)| !has_plain || !is_key_of(ATTRIBUTES, key)) {
            let (key, value) = entry;
            let titled = value.text().is_some();
            if is_key_of(keys, key) && self.is_head(value) {
            } else if is_key_of(keys, key) && is_roadmap(value) {
                self.document(value);
            } else if is_key_of(keys, key) && !titled {
                self.items(value, &around.within(key.text().unwrap_or_default()));
            } else if is_timed(entry) || self.is_beside(entry) {
                self.entry(key, value, around);
            }
        }
    }

    /// Whether a list beside the known ones is one more group of items: `Parking lot: [Maps]`. Its
    /// elements are texts that could be names, or items beyond doubt.
    fn is_beside(&self, entry: &(Node, Node)) -> bool {
        let (key, value) = entry;
        let text = key.text().unwrap_or_default();
        let is_attribute = is_one_of(ATTRIBUTES, text) || self.rule.is_not_items(text);
        let is_name = |node: &Node| match node.text() {
            Some(text) => text.chars().count() <= LONGEST_NAME && !is_address(text),
            None => self.is_sure(node),
        };
        let elements = value.list();
        self.is_theme(entry)
            && !is_attribute
            && !elements.is_empty()
            && elements.iter().all(is_name)
    }

    /// Whether a key that is not known, with values below it, may be a theme around items.
    fn is_theme(&self, (key, value): &(Node, Node)) -> bool {
        let known = |text: &str| self.item_keys.knows(text) || self.leader_keys.knows(text);
        !value.is_blank() && value.text().is_none() && key.text().is_some_and(|text| !known(text))
    }

    /// Whether a value holds maps that are items beyond doubt.
    fn holds_named(&self, value: &Node) -> bool {
        let sure = |node: &Node| self.is_sure(node);
        let below = |(_, value): &(Node, Node)| sure(value) || value.list().iter().any(sure);
        children(value).is_some()
            || value.list().iter().any(sure)
            || value.entries().iter().any(below)
    }

    /// Whether a map is an item, or a group of them, beyond doubt.
    pub fn is_sure(&self, node: &Node) -> bool {
        let picked = self.item_keys.pick(node);
        let sure = ["name", "quarter", "start", "status", "effort"];
        sure.iter().any(|field| picked.get(field).is_some()) || children(node).is_some()
    }

    /// Whether lists of texts under free keys are plans: a leader is named, or nothing else stands
    /// in the file.
    fn are_plans(&self, node: &Node, themes: &[&(Node, Node)]) -> bool {
        let alone = themes.len() == node.entries().len();
        let lists = themes.iter().all(|(_, value)| !value.list().is_empty());
        lists
            && !themes.is_empty()
            && (alone || self.leader_keys.pick(node).get("leader").is_some())
    }

    /// A theme that looks like a misspelt key of a list.
    fn doubt(&mut self, key: &Node) {
        let text = key.text().unwrap_or_default();
        if let Some(meant) = spelling::closest(&fold_key(text), LISTS.iter().copied()) {
            let message = format!("unknown key \"{text}\"{}", spelling::meant(meant));
            let help = "it is read as a theme around items";
            self.problems.push(self.source.warning(key.line, key.column, message).with_help(help));
        }
    }

    /// Says that a document holds no items, and what may have been meant.
    pub fn unrecognised(&mut self, node: &Node) {
        for path in &self.rule.items {
            let message = format!("nothing stands under \"{path}\", where the items should be");
            let help = "correct items: in roundtable.yaml, or leave the file out with exclude:";
            self.problems.push(self.source.error(node.line, node.column, message).with_help(help));
        }
        if self.mapped_items {
            return;
        }
        let is_led = self.is_led(node);
        let unknown = node.entries().iter().find_map(|(key, value)| {
            let is_free =
                |text: &&str| !self.leader_keys.knows(text) && !self.item_keys.knows(text);
            let text = key.text().filter(is_free)?;
            let meant = spelling::closest(&fold_key(text), LISTS.iter().copied())?;
            let is_slip = (is_led || value.text().is_none()) && !same_key(meant, text);
            is_slip.then(|| (key, format!("unknown key \"{text}\"{}", spelling::meant(meant))))
        });
        let help = "say where they are under items: in roundtable.yaml, or leave the file out with \
                    exclude:";
        let is_meant = is_led || unknown.is_some();
        let problem = match unknown {
            Some((key, message)) => {
                let problem = self.source.error(key.line, key.column, message);
                problem.with_help("no items were read here")
            }
            None => {
                self.source.error(node.line, node.column, "no items recognised").with_help(help)
            }
        };
        self.unrecognised = Some(Other::Unrecognised { problem, is_meant });
    }

    /// Whether a document says whose plans it holds, in words that only a roadmap has.
    fn is_led(&self, node: &Node) -> bool {
        let says = |(key, value): &(Node, Node)| {
            !value.is_blank() && key.text().is_some_and(|key| is_one_of(LED, key))
        };
        node.entries().iter().any(says) || !self.rule.fields.is_empty()
    }
}

fn is_key_of(keys: &[&str], key: &Node) -> bool {
    key.text().is_some_and(|text| is_one_of(keys, text))
}

/// Whether a map under a list's key is a whole roadmap: `roadmap: {leader: …, items: …}`.
fn is_roadmap(node: &Node) -> bool {
    node.get("leader").is_some() || node.entries().iter().any(|(key, _)| is_key_of(LISTS, key))
}

/// Whether values stand under a period or a state: `next: […]`.
fn is_timed((key, value): &(Node, Node)) -> bool {
    value.text().is_none() && key.text().is_some_and(|key| is_period(key) || is_status(key))
}
