//! Small made-up companies: leaders who call the same features by nearly the same names.

use std::collections::BTreeSet;
use std::fmt::Write;

use proptest::prelude::*;
use proptest::sample::select;

/// The roadmaps of a company.
#[derive(Debug, Clone)]
pub struct Company {
    roadmaps: Vec<Roadmap>,
}

#[derive(Debug, Clone)]
struct Roadmap {
    /// The name of its file.
    file: String,
    leader: String,
    /// The items, as YAML.
    items: Vec<String>,
}

impl Company {
    /// The name of every file, in order.
    pub fn file_names(&self) -> Vec<&str> {
        self.roadmaps.iter().map(|roadmap| &*roadmap.file).collect()
    }

    /// Whether two leaders have an item of the very same name.
    pub fn shares_a_name(&self) -> bool {
        let name = |item: &String| item.lines().next().unwrap_or_default().to_owned();
        let names = self.roadmaps.iter().map(|it| it.items.iter().map(name).collect());
        let names: Vec<BTreeSet<String>> = names.collect();
        names.iter().enumerate().any(|(at, one)| {
            names[at + 1..].iter().any(|other| one.intersection(other).next().is_some())
        })
    }

    /// Every file, by name and text.
    pub fn files(&self) -> impl Iterator<Item = (&str, String)> {
        self.roadmaps.iter().map(|roadmap| {
            let text = format!("leader: {}\nitems:\n{}", roadmap.leader, roadmap.items.concat());
            (&*roadmap.file, text)
        })
    }
}

/// The same company with its files under other names, in other folders and in another order.
pub fn renamed(company: &Company) -> Company {
    let mut company = company.clone();
    for (number, roadmap) in company.roadmaps.iter_mut().rev().enumerate() {
        roadmap.file = format!("of-{number}/{}.yml", roadmap.leader);
    }
    company
}

/// Companies of two to six leaders, who draw from one pool of features and word them differently.
pub fn companies() -> impl Strategy<Value = Company> {
    let item = || (any::<prop::sample::Index>(), select(WORDINGS));
    let plans = prop::collection::vec(prop::collection::vec(item(), 1..10), 2..=LEADERS.len());
    (prop::collection::vec(feature(), 3..12), plans).prop_map(|(features, plans)| {
        let roadmaps = plans.iter().zip(LEADERS).enumerate().map(|(number, (plans, leader))| {
            let names = plans
                .iter()
                .map(|(feature, wording)| wording(&features[feature.index(features.len())]));
            let items = names.zip(1..).map(|(name, item)| yaml(&name, &format!("{number}-{item}")));
            Roadmap { file: file(number), leader: (*leader).to_owned(), items: items.collect() }
        });
        Company { roadmaps: roadmaps.collect() }
    })
}

/// The same company with its items in another order and its leaders' files under other names.
pub fn shuffled(company: Company) -> impl Strategy<Value = Company> {
    let items: Vec<_> =
        company.roadmaps.iter().map(|roadmap| Just(roadmap.items.clone()).prop_shuffle()).collect();
    let numbers: Vec<_> = (0..company.roadmaps.len()).collect();
    (items, Just(numbers).prop_shuffle()).prop_map(move |(items, numbers)| {
        let mut company = company.clone();
        for ((roadmap, items), number) in company.roadmaps.iter_mut().zip(items).zip(numbers) {
            roadmap.items = items;
            roadmap.file = file(number);
        }
        company
    })
}

const LEADERS: &[&str] =
    &["Ana Ruiz", "Bo Chen", "Chi Okafor", "Dana Levi", "Émile Roux", "佐藤 花"];

const BEGINNINGS: &[&str] = &["Shared", "Unified", "Automated", "Self-serve", "Regional", "Custom"];
const MIDDLES: &[&str] = &["audit", "billing", "access", "search", "usage", "incident", "data"];
const ENDS: &[&str] = &["log", "export", "alerts", "dashboard", "retention", "import", "policies"];

type Wording = fn(&str) -> String;

/// How different leaders write one feature.
const WORDINGS: &[Wording] = &[
    str::to_owned,
    str::to_lowercase,
    |name| format!("{name}s"),
    |name| format!("Build {name}"),
    |name| format!("{name} (phase 1)"),
    |name| name.replace(' ', "-"),
    |name| name.split(' ').rev().collect::<Vec<_>>().join(" "),
    |name| name.replacen('i', "", 1),
];

fn feature() -> impl Strategy<Value = String> {
    (select(BEGINNINGS), select(MIDDLES), select(ENDS))
        .prop_map(|(beginning, middle, end)| format!("{beginning} {middle} {end}"))
}

fn file(number: usize) -> String {
    format!("plan-{number}.yaml")
}

fn yaml(name: &str, id: &str) -> String {
    let mut yaml = format!("  - name: {name}\n    id: {id}\n");
    // Writing into a string cannot fail.
    let _ = writeln!(yaml, "    effort: {}", name.len());
    yaml
}
