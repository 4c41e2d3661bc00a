//! The overlaps of `examples/acme` are those that a reader of all its roadmaps would name.
//!
//! `tests/judged/acme_same.tsv` lists every feature that is planned more than once, item by item;
//! `acme_different.tsv` lists look-alikes that are different things.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jiff::civil::Date;
use roundtable::company::{Company, Planned};
use roundtable::comparison::Settings;
use roundtable::overlap::Overlap;
use roundtable::roadmap::{Mapping, Reading, read};
use roundtable::similarity::Sensitivity;

use crate::root;

/// Two items by their identifiers, in order.
type Pair = [String; 2];

#[test]
fn look_alikes_of_acme_are_not_joined() {
    let acme = Acme::read();
    let joined = acme.joined();
    let rows = rows("acme_different.tsv");
    let ids: BTreeSet<_> = acme.items().into_iter().map(id).collect();
    let unknown = rows.iter().flatten().find(|id| !ids.contains(*id));
    assert_eq!(unknown, None, "an item that examples/acme does not hold");
    let wrong: Vec<_> =
        rows.iter().map(|row| pair(&row[0], &row[1])).filter(|it| joined.contains(it)).collect();
    assert!(wrong.is_empty(), "joined, but different:\n{}", acme.told(&wrong));
}

/// Precision and recall of the pairs that are joined, which [`floors`](crate::floors) holds.
pub fn rates(sensitivity: Sensitivity) -> [f64; 2] {
    let (joined, same) = (Acme::read().joined_at(sensitivity), same());
    assert!(!joined.is_empty() && !same.is_empty(), "no pairs: the test would prove nothing");
    let right = joined.intersection(&same).count() as f64;
    [right / joined.len() as f64, right / same.len() as f64]
}

#[test]
fn overlaps_of_acme_have_their_kind() {
    let acme = Acme::read();
    let rows = rows("acme_same.tsv");
    let kind_of: BTreeMap<_, _> = rows.iter().map(|row| (&*row[1], &*row[2])).collect();
    let items = acme.items();
    let wrong: Vec<_> = acme
        .overlaps()
        .iter()
        .filter_map(|overlap| {
            let ids = overlap.members.iter().map(|&member| id(items[member]));
            let kinds: BTreeSet<_> = ids.filter_map(|id| kind_of.get(&*id).copied()).collect();
            let right = kinds.is_empty() || kinds == BTreeSet::from([overlap.kind.word()]);
            (!right).then(|| format!("{} is {}, not {kinds:?}", overlap.name, overlap.kind.word()))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The company of `examples/acme`.
struct Acme(Reading);

impl Acme {
    fn read() -> Self {
        let reading = read(&[root().join("examples/acme")], &Mapping::default());
        assert_eq!(reading.problems, []);
        Self(reading)
    }

    fn items(&self) -> Vec<Planned<'_>> {
        Company::of(&self.0.roadmaps).items
    }

    fn overlaps(&self) -> Vec<Overlap> {
        self.overlaps_at(Sensitivity::default())
    }

    fn overlaps_at(&self, sensitivity: Sensitivity) -> Vec<Overlap> {
        let threshold = sensitivity.threshold();
        let company = Company::of(&self.0.roadmaps);
        roundtable::review(&company, Settings::builtin(threshold), &[], Date::ZERO, &[]).overlaps
    }

    /// Every pair of items of one overlap.
    fn joined(&self) -> BTreeSet<Pair> {
        self.joined_at(Sensitivity::default())
    }

    fn joined_at(&self, sensitivity: Sensitivity) -> BTreeSet<Pair> {
        let items = self.items();
        let overlaps = self.overlaps_at(sensitivity);
        let ids = |overlap: &Overlap| -> Vec<_> {
            overlap.members.iter().map(|&it| id(items[it])).collect()
        };
        overlaps.iter().flat_map(|overlap| pairs(&ids(overlap))).collect()
    }

    /// The pairs with their names, one a line.
    fn told(&self, pairs: &[Pair]) -> String {
        let names: BTreeMap<_, _> =
            self.items().into_iter().map(|planned| (id(planned), &*planned.item.name)).collect();
        let name = |id: &String| names.get(id).copied().unwrap_or("no such item");
        let line = |[a, b]: &Pair| format!("  {a} {:?}, {b} {:?}", name(a), name(b));
        pairs.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// Every pair of items that are one feature.
fn same() -> BTreeSet<Pair> {
    let mut features: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows("acme_same.tsv") {
        features.entry(row[0].clone()).or_default().push(row[1].clone());
    }
    features.values().flat_map(|ids| pairs(ids)).collect()
}

fn pairs(ids: &[String]) -> Vec<Pair> {
    let mut found = Vec::new();
    for (at, one) in ids.iter().enumerate() {
        found.extend(ids[at + 1..].iter().map(|other| pair(one, other)));
    }
    found
}

fn pair(one: &str, other: &str) -> Pair {
    let mut pair = [one.to_owned(), other.to_owned()];
    pair.sort();
    pair
}

/// The identifier, or leader and name of an item that has none.
fn id(planned: Planned) -> String {
    let named = || format!("{}: {}", planned.leader(), planned.item.name);
    planned.item.id.clone().unwrap_or_else(named)
}

/// The rows of a table below its header.
fn rows(table: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join("tests/judged").join(table)).expect("a table");
    let row = |line: &str| line.split('\t').map(str::to_owned).collect();
    text.lines().skip(1).map(row).collect()
}
