//! How fast the rooms of the pipeline are, on made-up companies of 1,000 and 10,000 items.

use std::fs;
use std::path::PathBuf;

use divan::Bencher;
use divan::counter::ItemsCount;
use jiff::civil::Date;
use roundtable::company::Company;
use roundtable::comparison::Settings;
use roundtable::names::{self, Glossary};
use roundtable::roadmap::{self, Mapping, Roadmap};
use roundtable::similarity::Sensitivity;
use roundtable::{candidates, vectors};
use tempfile::{TempDir, tempdir};

fn main() {
    // The glossary is made once a run; it is not what a benchmark of many runs is about.
    Glossary::builtin();
    divan::main();
}

const SIZES: [usize; 2] = [1_000, 10_000];

#[divan::bench(args = SIZES)]
fn reading(bencher: Bencher, items: usize) {
    let folder = written(items);
    let paths = [PathBuf::from(folder.path())];
    let read = || roadmap::read(&paths, &Mapping::default());
    bencher.counter(ItemsCount::new(items)).bench_local(read);
}

#[divan::bench(args = SIZES)]
fn names_and_vectors(bencher: Bencher, items: usize) {
    let roadmaps = roadmaps(items);
    let company = Company::of(&roadmaps);
    let views = || vectors::views(&names::names(&company.items, &[], Glossary::builtin())).len();
    bencher.counter(ItemsCount::new(items)).bench_local(views);
}

#[divan::bench(args = SIZES)]
fn pairs(bencher: Bencher, items: usize) {
    let roadmaps = roadmaps(items);
    let company = Company::of(&roadmaps);
    let views = vectors::views(&names::names(&company.items, &[], Glossary::builtin()));
    bencher.counter(ItemsCount::new(items)).bench_local(|| candidates::pairs(&views));
}

#[divan::bench(args = SIZES)]
fn review(bencher: Bencher, items: usize) {
    let roadmaps = roadmaps(items);
    let company = Company::of(&roadmaps);
    let threshold = Sensitivity::default().threshold();
    let settings = Settings::builtin(threshold);
    let review = || roundtable::review(&company, settings, &[], Date::ZERO, &[]).overlaps.len();
    bencher.counter(ItemsCount::new(items)).bench_local(review);
}

fn roadmaps(items: usize) -> Vec<Roadmap> {
    let folder = written(items);
    let reading = roadmap::read(&[folder.path().into()], &Mapping::default());
    assert_eq!(reading.problems, []);
    reading.roadmaps
}

/// A folder with a company of so many items, 50 on each roadmap. One item in ten is another
/// leader's too, in other words; the same size gives the same company on every machine.
fn written(items: usize) -> TempDir {
    const ON_EACH: usize = 50;
    let folder = tempdir().expect("a temporary folder");
    let mut dice = Dice(1);
    let features: Vec<_> = (0..items * 9 / 10).map(|_| feature(&mut dice)).collect();
    for leader in 0..items / ON_EACH {
        let item = |at: usize| {
            let number = leader * ON_EACH + at;
            let name = features.get(number).map_or_else(
                || format!("Build {}s", dice.of(&features).to_lowercase()),
                ToOwned::to_owned,
            );
            format!("  - name: {name}\n    id: L{leader}-{at}\n    effort: {}\n", at + 1)
        };
        let items: String = (0..ON_EACH).map(item).collect();
        let roadmap = format!("leader: Leader {leader}\nteam: Team {leader}\nitems:\n{items}");
        fs::write(folder.path().join(format!("{leader}.yaml")), roadmap).expect("a roadmap");
    }
    folder
}

fn feature(dice: &mut Dice) -> String {
    let words = [ADJECTIVES, SUBJECTS, THINGS, USERS].map(|words| *dice.of(words));
    format!("{} {} {} for {}", words[0], words[1], words[2], words[3])
}

const ADJECTIVES: &[&str] = &[
    "Automated",
    "Shared",
    "Regional",
    "Custom",
    "Offline",
    "Scheduled",
    "Embedded",
    "Guided",
    "Bulk",
    "Smart",
    "Secure",
    "Instant",
    "Weekly",
    "Unified",
    "Adaptive",
    "Public",
];

const SUBJECTS: &[&str] = &[
    "invoice",
    "audit",
    "search",
    "billing",
    "refund",
    "catalogue",
    "shipment",
    "pricing",
    "inventory",
    "payroll",
    "campaign",
    "ticket",
    "device",
    "contract",
    "voucher",
    "tax",
    "warehouse",
    "courier",
    "review",
    "loyalty",
    "identity",
    "calendar",
    "survey",
    "forecast",
];

const THINGS: &[&str] = &[
    "export",
    "dashboard",
    "alerts",
    "retention",
    "templates",
    "approval",
    "gateway",
    "editor",
    "archive",
    "matching",
    "limits",
    "onboarding",
    "history",
    "sandbox",
    "simulator",
    "labels",
];

const USERS: &[&str] = &[
    "sellers",
    "drivers",
    "partners",
    "auditors",
    "agents",
    "store managers",
    "developers",
    "suppliers",
    "analysts",
    "new customers",
    "franchises",
    "field technicians",
];

/// Numbers without a pattern that are the same in every run (a linear congruential generator with
/// Knuth's constants).
struct Dice(u64);

impl Dice {
    fn of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        let (factor, step) = (6_364_136_223_846_793_005, 1_442_695_040_888_963_407);
        self.0 = self.0.wrapping_mul(factor).wrapping_add(step);
        &choices[(self.0 >> 33) as usize % choices.len()]
    }
}
