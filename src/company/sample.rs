//! Companies in a few lines, for the tests of every room.

use crate::roadmap::{Item, Roadmap};

/// Roadmaps of `leader > superior: item, item`; an item is a name, with `ID=` before it and
/// `<PARENT`, `/status` or `|description` behind it, in that order, where it has them.
pub fn roadmaps(lines: &[&str]) -> Vec<Roadmap> {
    lines.iter().map(|line| roadmap(line)).collect()
}

fn roadmap(line: &str) -> Roadmap {
    let (who, items) = line.split_once(": ").expect("a leader and items");
    let (leader, superior) = split(who, " > ");
    Roadmap {
        leader: leader.to_owned(),
        reports_to: superior,
        items: items.split(", ").map(item).collect(),
        ..Roadmap::default()
    }
}

fn item(text: &str) -> Item {
    let (text, description) = split(text, "|");
    let (text, status) = split(text, "/");
    let (text, parent) = split(text, "<");
    let (id, name) = text.split_once('=').map_or((None, text), |(id, name)| (Some(id), name));
    let id = id.map(str::to_owned);
    Item { name: name.to_owned(), id, parent, status, description, ..Item::default() }
}

fn split<'a>(text: &'a str, at: &str) -> (&'a str, Option<String>) {
    text.split_once(at).map_or((text, None), |(text, rest)| (text, Some(rest.to_owned())))
}
