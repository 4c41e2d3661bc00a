//! A name that nobody plans yet, put on a roadmap of its own so that it is read like all others.

use crate::roadmap::{Item, Place, Roadmap};

/// A roadmap with that one item, of a leader that no roadmap can name.
pub fn newcomer(number: usize, name: &str) -> Roadmap {
    Roadmap {
        leader: format!("\u{0}{number}"),
        role: None,
        reports_to: None,
        team: None,
        people: None,
        capacity: None,
        effort_unit: None,
        items: vec![Item { name: name.to_owned(), ..Item::default() }],
        place: Place::default(),
    }
}
