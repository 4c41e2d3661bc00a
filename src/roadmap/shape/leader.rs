//! Reads what a document says about its leader, and gives every item to one.

use std::collections::BTreeMap;

use crate::basics::{Place, is_person};
use crate::document::Node;
use crate::roadmap::keys::Picked;
use crate::roadmap::shape::{Reader, is_one_of};
use crate::roadmap::whose::Guess;
use crate::roadmap::{Item, NamedBy, Roadmap, values};

/// How many values that should be numbers are told one by one: where a company estimates in shirt
/// sizes, every item has one.
const TOLD: usize = 5;

/// Keys of maps at the top of a document that say what it is rather than what is planned, and the
/// keys of the leader themselves.
const HEADS: &[&str] = &[
    "metadata", "meta", "header", "about", "info", "general", "overview", "document", "profile",
    "roadmap", "plan", "leader", "owner", "director", "vp", "lead", "author",
];

impl Roadmap {
    /// Takes what is said about the leader elsewhere, where nothing is said yet.
    pub fn fill(&mut self, other: Self) {
        if self.leader.is_empty() {
            self.leader = other.leader;
        }
        self.role = self.role.take().or(other.role);
        self.reports_to = self.reports_to.take().or(other.reports_to);
        self.team = self.team.take().or(other.team);
        self.people = self.people.or(other.people);
        self.capacity = self.capacity.or(other.capacity);
        self.effort_unit = self.effort_unit.take().or(other.effort_unit);
    }
}

impl Reader<'_> {
    /// What the top of a document says about its leader, there or one level down: in `metadata:`, in
    /// `roadmap:` or under the leader's own key.
    pub fn header(&mut self, node: &Node) -> Roadmap {
        let mut header = self.head(node);
        for (key, value) in node.entries() {
            let is_head = key.text().is_some_and(|key| is_one_of(HEADS, key));
            if is_head && !value.entries().is_empty() {
                let inner = self.head(value);
                header.fill(inner);
            }
        }
        if header.leader.is_empty()
            && let Some(name) = self.named(node, &header)
        {
            header.leader = name;
        }
        header
    }

    /// The name beside a role: `name: Ana Ruiz` over `role: Director`; beside a team it must look
    /// like a person's.
    fn named(&mut self, node: &Node, header: &Roadmap) -> Option<String> {
        let (name, node) = node.get("name").and_then(values::text)?;
        let is_led = header.role.is_some() || header.reports_to.is_some();
        let is_team = header.team.is_some() || header.people.is_some();
        let is_leader = is_led || is_team && is_person(name);
        is_leader.then(|| self.note_loss("leader", name, node));
        is_leader.then(|| name.to_owned())
    }

    fn head(&mut self, node: &Node) -> Roadmap {
        let picked = self.leader_keys.pick(node);
        let unit = self.said(&picked, "effort_unit");
        Roadmap {
            leader: self.said(&picked, "leader").unwrap_or_default(),
            role: self.said(&picked, "role"),
            reports_to: self.said(&picked, "reports_to"),
            team: self.said(&picked, "team"),
            people: self.counted(&picked, "people", None),
            capacity: self.counted(&picked, "capacity", unit.as_deref()),
            effort_unit: unit,
            items: Vec::new(),
            place: self.source.place(node.line, node.column),
            named_by: NamedBy::Roadmap,
        }
    }

    /// The text of a field.
    pub fn said(&mut self, picked: &Picked, field: &str) -> Option<String> {
        let (text, node) = picked.get(field).and_then(values::text)?;
        self.note_loss(field, text, node);
        Some(text.to_owned())
    }

    /// The number of a field.
    pub fn counted(&mut self, picked: &Picked, field: &str, unit: Option<&str>) -> Option<f64> {
        let (text, node) =
            picked.get(field).filter(|node| node.text().is_some()).and_then(values::text)?;
        match values::number(text, unit) {
            Ok(number) => Some(number),
            Err(why) => {
                self.no_numbers += 1;
                if self.no_numbers <= TOLD {
                    let message = format!("{field} \"{text}\" {why}");
                    let problem = self.source.warning(node.line, node.column, message);
                    self.problems.push(problem.with_help("write a number; it is left out"));
                }
                None
            }
        }
    }

    /// Tells how many more numbers could not be read than were told one by one.
    pub fn count_no_numbers(&mut self, node: &Node) {
        if let Some(more @ 1..) = self.no_numbers.checked_sub(TOLD) {
            let message = format!("{more} more values are left out because they are no numbers");
            self.problems.push(self.source.warning(node.line, node.column, message));
        }
    }

    /// Gives every item to its leader: one roadmap each, in the order of the file.
    pub fn divide(&mut self, header: Roadmap, gathered: Vec<(Option<String>, Item)>) {
        let named = !header.leader.is_empty();
        let shared = header.effort_unit.clone();
        let Guess { leader: guess, from } = self.guess;
        let (leader, named_by) =
            if named { (header.leader.clone(), NamedBy::Roadmap) } else { (guess.clone(), *from) };
        let mut roadmaps = Vec::new();
        let mut places = BTreeMap::new();
        if named || gathered.is_empty() || gathered.iter().any(|(whose, _)| whose.is_none()) {
            places.insert(leader.clone(), 0);
            roadmaps.push(Roadmap { leader: leader.clone(), named_by, ..header });
        }
        for (whose, item) in gathered {
            let whose = whose.unwrap_or_else(|| leader.clone());
            let at = *places.entry(whose).or_insert_with_key(|whose| {
                roadmaps.push(of(whose, shared.clone(), item.place.clone()));
                roadmaps.len() - 1
            });
            roadmaps[at].items.push(item);
        }
        self.roadmaps.append(&mut roadmaps);
    }
}

fn of(leader: &str, effort_unit: Option<String>, place: Place) -> Roadmap {
    Roadmap {
        leader: leader.to_owned(),
        effort_unit,
        place,
        named_by: NamedBy::Items,
        ..Roadmap::default()
    }
}
