//! Items that are not where a decision remembers them.

use crate::roadmap::Item;

/// An item that is not where a decision remembers it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Old {
    /// Its leader, identifier and name, however they are spelt.
    pub key: Key,
    /// Its leader.
    pub leader: String,
    /// Its identifier, if it had one.
    pub id: Option<String>,
    /// What it was called.
    pub name: String,
    /// Whether what it could be has its leader and its identifier: then it is most likely reworded.
    pub keeps_id: bool,
    /// The items that it could be now, in the order of what they say.
    pub candidates: Vec<usize>,
}

/// Leader, identifier and name of an old item, folded.
pub type Key = (String, Option<String>, String);

impl Old {
    /// The item as it was, as far as the decision remembers it.
    pub fn item(&self) -> Item {
        Item { name: self.name.clone(), id: self.id.clone(), ..Item::default() }
    }
}
