//! Finds the fields of a table among the keys of a map.

use rustc_hash::FxHashMap;

use crate::document::{Node, squash_key};
use crate::roadmap::fields::Field;
use crate::roadmap::mapping::FileMapping;

/// More words than this describe: of 3,723 names on real plans one in a hundred is longer.
const LONGEST_NAME: usize = 16;

/// A table of fields made ready to be found in many maps.
pub struct Keys<'r> {
    table: &'static [Field],
    /// The fields that a folded key may serve, each with the rank of the key among its names.
    known: FxHashMap<String, Vec<(usize, usize)>>,
    /// What the rule says instead, field by field.
    mapped: Vec<Option<&'r [String]>>,
}

/// The values of a table's fields in one map.
pub struct Picked<'n, 'a> {
    table: &'static [Field],
    nodes: Vec<Option<&'n Node<'a>>>,
    /// The line on which the map begins.
    pub line: u32,
}

impl<'r> Keys<'r> {
    /// Makes a table ready; what the rule maps is no longer guessed.
    pub fn of(table: &'static [Field], rule: &'r FileMapping) -> Self {
        let mapped: Vec<_> =
            table.iter().map(|field| rule.fields.get(field.name).map(Vec::as_slice)).collect();
        let mut known: FxHashMap<String, Vec<(usize, usize)>> = FxHashMap::default();
        for (index, field) in table.iter().enumerate().filter(|(i, _)| mapped[*i].is_none()) {
            for (rank, name) in std::iter::once(&field.name).chain(field.aliases).enumerate() {
                known.entry(squash_key(name)).or_default().push((index, rank));
            }
        }
        Self { table, known, mapped }
    }

    /// The fields of a map: each key serves one field, each field takes its likeliest key.
    pub fn pick<'n, 'a>(&self, map: &'n Node<'a>) -> Picked<'n, 'a> {
        let mut candidates = Vec::new();
        for (entry, (key, value)) in map.entries().iter().enumerate() {
            if value.is_blank() && value.lost.is_none() {
                continue;
            }
            let text = key.text().filter(|text| !is_another_span(text, value));
            for (field, rank) in text.map_or(&[][..], |text| self.serves(text)) {
                candidates.push((*field, *rank, entry));
            }
        }
        let is_name = |field: usize| self.table[field].name == "name";
        let describes = |entry: usize| map.entries()[entry].1.text().is_some_and(is_sentence);
        candidates.sort_by_key(|&(field, rank, entry): &(usize, usize, usize)| {
            (field, is_name(field) && describes(entry), rank, entry)
        });
        let mut nodes: Vec<Option<&Node>> =
            self.mapped.iter().map(|paths| paths.and_then(|p| first(map, p))).collect();
        let mapped = |value: &Node| nodes.iter().flatten().any(|node| std::ptr::eq(*node, value));
        let entries = map.entries().iter().enumerate();
        let mut used: Vec<_> = entries.filter(|(_, (_, v))| mapped(v)).map(|(at, _)| at).collect();
        for (field, _, entry) in candidates {
            if nodes[field].is_none() && !used.contains(&entry) {
                nodes[field] = Some(&map.entries()[entry].1);
                used.push(entry);
            }
        }
        Picked { table: self.table, nodes, line: map.line }
    }

    /// Whether a key may name an item: the first field of the table is the name.
    pub fn is_name(&self, key: &str) -> bool {
        self.serves(key).iter().any(|(field, _)| self.table[*field].name == "name")
    }

    /// Whether a key serves any field.
    pub fn knows(&self, key: &str) -> bool {
        !self.serves(key).is_empty()
            || self.mapped.iter().flatten().copied().flatten().any(|path| path == key)
    }

    fn serves(&self, key: &str) -> &[(usize, usize)] {
        let found = self.known.get(key).or_else(|| self.known.get(&squash_key(key)));
        found.map_or(&[], Vec::as_slice)
    }
}

impl<'n, 'a> Picked<'n, 'a> {
    /// The value of a field, if it is stated.
    pub fn get(&self, name: &str) -> Option<&'n Node<'a>> {
        let index = self.table.iter().position(|field| field.name == name)?;
        self.nodes[index]
    }

    /// Every field that is stated, with its value.
    pub fn stated(&self) -> impl Iterator<Item = (&'static Field, &'n Node<'a>)> {
        self.table.iter().zip(&self.nodes).filter_map(|(field, node)| Some((field, (*node)?)))
    }
}

/// Whether a text describes rather than names: it ends like a sentence, or is as long as one.
fn is_sentence(text: &str) -> bool {
    let words = text.split_whitespace().count();
    words > 4 && text.trim_end().ends_with(['.', '!', '?']) || words > LONGEST_NAME
}

/// Whether `from` and `to` are about something else than time: `to: partners`.
fn is_another_span(key: &str, value: &Node) -> bool {
    let is_dated = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    matches!(key, "from" | "to") && !value.text().is_some_and(is_dated)
}

fn first<'n, 'a>(map: &'n Node<'a>, paths: &[String]) -> Option<&'n Node<'a>> {
    paths.iter().find_map(|path| map.first(path))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::document::{Source, yaml};
    use crate::roadmap::fields::ITEM;

    fn check(text: &str, mapped: &[(&str, &[&str])], expected: &[(&str, &str)]) {
        let list = |keys: &[&str]| keys.iter().map(|k| (*k).to_owned()).collect();
        let fields: BTreeMap<_, _> =
            mapped.iter().map(|(field, keys)| ((*field).to_owned(), list(keys))).collect();
        let rule = FileMapping { fields, ..FileMapping::default() };
        let keys = Keys::of(ITEM, &rule);
        let source = Source::new(text.into(), "a.yaml");
        let (nodes, _) = yaml::read(&source);
        let picked = keys.pick(&nodes[0]);
        let found: Vec<_> =
            picked.stated().map(|(f, n)| (f.name, n.text().unwrap_or("…"))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn usual_keys_are_known_in_any_spelling() {
        check("Story Points: 3", &[], &[("effort", "3")]);
        check("issue-key: A-1\nDUE_DATE: x", &[], &[("id", "A-1"), ("quarter", "x")]);
        check("startTime: x\nEndDate: y", &[], &[("quarter", "y"), ("start", "x")]);
    }

    #[test]
    fn a_description_before_the_name_is_no_name() {
        check("description: d\nname: n", &[], &[("name", "n"), ("description", "d")]);
        check("summary: s\ntitle: t", &[], &[("name", "t")]);
        check("summary: s\nfeature: f", &[], &[("name", "f")]);
        let text = "title: This is what we want to build next.\nfeature: f";
        check(text, &[], &[("name", "f")]);
        check("goal: g\ninitiative: i", &[], &[("name", "i"), ("parent", "g")]);
        check("story: s\nepic: e", &[], &[("name", "s"), ("parent", "e")]);
    }

    #[test]
    fn an_epic_is_the_name_where_there_is_no_other() {
        check("epic: e", &[], &[("name", "e")]);
        check("epic: e\ntitle: t", &[], &[("name", "t"), ("parent", "e")]);
        check("feature: f\nepic: e", &[], &[("name", "f"), ("parent", "e")]);
    }

    #[test]
    fn what_is_mapped_is_not_guessed() {
        check("name: n\nwork: w", &[("name", &["work"])], &[("name", "w")]);
        check("name: n\nstatus: s", &[("status", &[])], &[("name", "n")]);
        check(
            "name: n\nby:\n- who: x",
            &[("owner", &["by.who"])],
            &[("name", "n"), ("owner", "x")],
        );
        check("b: x\nname: n", &[("id", &["a", "b"])], &[("name", "n"), ("id", "x")]);
    }

    #[test]
    fn what_is_blank_states_nothing() {
        check("name:\ntitle: t\nid: ''\ntags: []", &[], &[("name", "t")]);
    }
}
