//! Companies and decisions for the tests, in a few lines.

use proptest::prelude::*;

use crate::decision::{Decision, file};
use crate::document::Source;
use crate::roadmap::{Item, Roadmap};

/// Roadmaps of `leader: item, item`; an item is `name` or `ID=name`.
///
/// # Panics
/// If a line has no leader.
pub fn roadmaps(lines: &[String]) -> Vec<Roadmap> {
    let item = |text: &str| {
        let (id, name) = text.split_once('=').map_or((None, text), |(id, name)| (Some(id), name));
        Item { name: name.to_owned(), id: id.map(str::to_owned), ..Item::default() }
    };
    let roadmap = |line: &String| {
        let (leader, items) = line.split_once(": ").expect("a leader and items");
        let items =
            if items.is_empty() { Vec::new() } else { items.split(", ").map(item).collect() };
        Roadmap { leader: leader.to_owned(), items, ..Roadmap::default() }
    };
    lines.iter().map(roadmap).collect()
}

/// A decision about every item of these lines; `said` is what it says beside them, in YAML.
///
/// # Panics
/// If that is no decision.
pub fn decision(said: &str, lines: &[String]) -> Decision {
    let members = |line: &String| {
        let roadmap = roadmaps(std::slice::from_ref(line)).remove(0);
        let leader = roadmap.leader;
        let member = |item: Item| {
            let id = item.id.map(|id| format!("id: {id}, ")).unwrap_or_default();
            format!("  - {{leader: {leader}, {id}name: {}}}\n", item.name)
        };
        roadmap.items.into_iter().map(member).collect::<String>()
    };
    let members: String = lines.iter().map(members).collect();
    let text = format!("decisions:\n- {said}\n  members:\n{members}");
    let (mut decisions, problems) = file::read(&Source::new(text.clone(), file::FILE));
    assert_eq!(problems, [], "{text}");
    decisions.remove(0)
}

const NAMES: [&str; 14] = [
    "SSO for partners",
    "Single sign-on for partners",
    "Single sign-on (SSO) for all partners",
    "Single sign-on for employees",
    "Billing API v2",
    "Billing API v3",
    "API for billing v2",
    "Audit log",
    "Audit trail",
    "Audit logs",
    "Export to CSV",
    "CSV import",
    "CSV export",
    "Gift cards",
];

/// Lines of a company of three leaders, each with some of the names, some with identifiers.
pub fn company() -> impl Strategy<Value = Vec<String>> {
    let item = (0..NAMES.len(), proptest::option::weighted(0.3, 1..4_u8));
    let items = proptest::collection::vec(item, 1..6);
    proptest::collection::vec(items, 3).prop_map(|leaders| {
        let line = |(leader, items): (&str, Vec<(usize, Option<u8>)>)| {
            let item = |(name, id): (usize, Option<u8>)| match id {
                Some(id) => format!("K{id}={}", NAMES[name]),
                None => NAMES[name].to_owned(),
            };
            format!("{leader}: {}", items.into_iter().map(item).collect::<Vec<_>>().join(", "))
        };
        ["Ana", "Bo", "Cy"].into_iter().zip(leaders).map(line).collect()
    })
}
