//! Reads what a document says about its leader, and gives every item to one.

use std::collections::BTreeMap;

use crate::basics::Place;
use crate::document::Node;
use crate::roadmap::keys::Picked;
use crate::roadmap::shape::Reader;
use crate::roadmap::whose::Guess;
use crate::roadmap::{Item, NamedBy, Roadmap, values};

/// How many values that should be numbers are told one by one: where a company estimates in shirt
/// sizes, every item has one.
const TOLD: usize = 5;

impl Reader<'_> {
    /// What the top of a document says about its leader.
    pub fn header(&mut self, node: &Node) -> Roadmap {
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
        let (text, node) = picked.get(field).and_then(values::text)?;
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
