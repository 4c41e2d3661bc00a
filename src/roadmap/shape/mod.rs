//! Turns the tree of a document into roadmaps.

mod account;
mod groups;
mod item;
mod leader;
#[cfg(test)]
mod tests;
mod top;

use std::borrow::Cow;
use std::mem;

use rustc_hash::FxHashSet;

use crate::basics::{Place, Problem, Severity};
use crate::document::{Node, Source, Value, same_key};
use crate::roadmap::fields::{ITEM, LEADER};
use crate::roadmap::keys::Keys;
use crate::roadmap::mapping::FileMapping;
use crate::roadmap::shape::groups::Around;
use crate::roadmap::whose::Guess;
use crate::roadmap::{Item, Roadmap, foreign};
pub use account::UnreadList;

/// Reads one document.
///
/// The leader is, in this order: what an item says itself, what the file says, the guess. Every list
/// of the document is read as items, says something about an item or a roadmap, or is told.
pub fn roadmaps(node: &Node, source: &Source, rule: &FileMapping, guess: &Guess) -> Shaped {
    let mut reader = Reader {
        source,
        rule,
        guess,
        leader_keys: Keys::of(LEADER, rule),
        item_keys: Keys::of(ITEM, rule),
        mapped_items: !rule.items.is_empty(),
        gathered: Vec::new(),
        outer: Roadmap::default(),
        around: Around::default(),
        unit: None,
        doubted: FxHashSet::default(),
        no_numbers: 0,
        read: FxHashSet::default(),
        roadmaps: Vec::new(),
        problems: Vec::new(),
        unrecognised: None,
    };
    let program = foreign::kind(node).filter(|_| !reader.mapped_items).map(Other::Program);
    let other = if is_report(node) { Some(Other::OwnReport) } else { program };
    if other.is_some() {
        return Shaped { other, ..Shaped::default() };
    }
    reader.document(node);
    reader.count_no_numbers(node);
    let unread = reader.unread(node);
    let Reader { roadmaps, problems, unrecognised, .. } = reader;
    Shaped { roadmaps, problems, unread, other: unrecognised }
}

/// What a document holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shaped {
    /// The roadmaps.
    pub roadmaps: Vec<Roadmap>,
    /// What could not be read or is suspicious.
    pub problems: Vec<Problem>,
    /// The lists that may hold items and were not read.
    pub unread: Vec<UnreadList>,
    /// What it is, if no roadmap.
    pub other: Option<Other>,
}

/// What a document is that is no roadmap.
#[derive(Debug, Clone, PartialEq)]
pub enum Other {
    /// A report that this program wrote earlier.
    OwnReport,
    /// A file of another program, and which.
    Program(&'static str),
    /// Nothing in it looks like a plan.
    Unrecognised {
        /// The problem that it is where it should be one.
        problem: Problem,
        /// Whether it is meant as a roadmap: it says whose, or a key of it is misspelt.
        is_meant: bool,
    },
}

impl Other {
    /// Whether it is told; a report of our own needs no word.
    pub fn is_told(&self) -> bool {
        *self != Self::OwnReport
    }

    /// Whether it is meant as a roadmap all the same.
    pub fn is_meant(&self) -> bool {
        matches!(self, Self::Unrecognised { is_meant: true, .. })
    }

    /// Why it is left out.
    pub fn what(&self) -> Cow<'static, str> {
        match self {
            Self::OwnReport => "a report of roundtable".into(),
            Self::Program(what) => (*what).into(),
            Self::Unrecognised { .. } => "nothing in it looks like a plan".into(),
        }
    }

    /// The problem that it is where somebody meant it to be a roadmap.
    pub fn problem(self, file: &str) -> Option<Problem> {
        match self {
            Self::OwnReport => None,
            Self::Program(what) => Some(Problem {
                place: Place::whole(file),
                severity: Severity::Error,
                message: format!("this is {what}, not a roadmap"),
                help: Some(
                    "if it is one, say where its items are under items: in roundtable.yaml".into(),
                ),
                source: None,
            }),
            Self::Unrecognised { problem, .. } => Some(problem),
        }
    }
}

/// What is known while a document is read.
struct Reader<'r> {
    /// The file.
    source: &'r Source,
    /// Where things are in it.
    rule: &'r FileMapping,
    /// The leader if nothing names one.
    guess: &'r Guess,
    /// Finds what is said about the leader.
    leader_keys: Keys<'r>,
    /// Finds what is said about an item.
    item_keys: Keys<'r>,
    /// Whether the rule says where items are, so that items in items are not looked for.
    mapped_items: bool,
    /// The items so far, each with the leader it names itself.
    gathered: Vec<(Option<String>, Item)>,
    /// The head of the document around this part of it.
    outer: Roadmap,
    /// What the document around this part of it says about its items.
    around: Around,
    /// The unit of the roadmap's efforts.
    unit: Option<String>,
    /// The keys that were looked at for a slip of the fingers.
    doubted: FxHashSet<String>,
    /// How many numbers could not be read so far.
    no_numbers: usize,
    /// The lists that were read as items, by their address in the tree.
    read: FxHashSet<usize>,
    /// The roadmaps so far.
    roadmaps: Vec<Roadmap>,
    /// What is suspicious so far.
    problems: Vec<Problem>,
    /// That nothing looks like a plan, if so.
    unrecognised: Option<Other>,
}

impl Reader<'_> {
    /// Reads a document, or a part of one that is a roadmap of its own.
    fn document(&mut self, node: &Node) {
        let header = self.header(node);
        self.document_of(header, node);
    }

    /// Reads a document with that head. What a part does not say itself is said around it: the unit
    /// of its efforts, and all the rest where it names no leader of its own.
    fn document_of(&mut self, mut header: Roadmap, node: &Node) {
        if header.leader.is_empty() {
            header.fill(self.outer.clone());
        } else if header.effort_unit.is_none() {
            header.effort_unit.clone_from(&self.outer.effort_unit);
        }
        let outer_items = mem::take(&mut self.gathered);
        let outer_unit = mem::replace(&mut self.unit, header.effort_unit.clone());
        let outer = mem::replace(&mut self.outer, header.clone());
        let before = self.roadmaps.len();
        let known = self.contents(node);
        self.unit = outer_unit;
        self.outer = outer;
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
        let around = self.around.clone();
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

/// Whether a document is a report that this program wrote earlier, left among the roadmaps, whatever
/// its file is called: its own JSON, one line of the JSON lines, GitLab's report, SARIF.
fn is_report(node: &Node) -> bool {
    let says = |node: &Node, key: &str, begins: &str| {
        node.get(key).and_then(Node::text).is_some_and(|text| text.starts_with(begins))
    };
    let is_ours = says(node, "schema", "roundtable/") || says(node, "schema", "roundtable-");
    let is_overlap =
        says(node, "id", "o-") && node.get("score").is_some_and(|it| it.get("mean").is_some());
    let keys = ["description", "check_name", "fingerprint", "severity", "location"];
    let is_entry = |it: &Node| keys.iter().all(|key| it.get(key).is_some());
    let is_gitlab = !node.list().is_empty() && node.list().iter().all(is_entry);
    let is_sarif = says(node, "$schema", "https://json.schemastore.org/sarif")
        || node
            .get("runs")
            .is_some_and(|runs| runs.list().iter().any(|run| run.get("tool").is_some()));
    is_ours || is_overlap || is_gitlab || is_sarif
}

/// Whether a key is one of a list of keys, in any case and with any joints.
pub fn is_one_of(keys: &[&str], key: &str) -> bool {
    keys.iter().any(|known| same_key(known, key))
}
