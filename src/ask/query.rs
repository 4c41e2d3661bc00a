//! A name that nobody plans yet, put on a roadmap of its own so that it is read like all others.

use crate::roadmap::{Item, Roadmap};

/// A roadmap with that one item, of a leader that no roadmap can name.
pub fn newcomer(number: usize, name: &str) -> Roadmap {
    Roadmap {
        leader: format!("\u{0}{number}"),
        items: vec![Item { name: name.to_owned(), ..Item::default() }],
        ..Roadmap::default()
    }
}
