//! Names that nobody plans yet, put on roadmaps of their own so that they are compared like all
//! others.

use crate::review::Review;
use crate::roadmap::{Item, Roadmap};

/// A roadmap for each text that is no name and no id of an item, to be a guest of the company.
pub fn guests(review: &Review, texts: [&str; 2]) -> Vec<Roadmap> {
    let unknown = texts.into_iter().filter(|text| review.items_called(text).is_empty());
    unknown.map(guest).collect()
}

/// A roadmap with that one item, of nobody.
pub fn guest(name: &str) -> Roadmap {
    Roadmap { items: vec![query(name)], ..Roadmap::default() }
}

/// An item of that name that nobody plans.
pub fn query(name: &str) -> Item {
    Item { name: name.to_owned(), ..Item::default() }
}
