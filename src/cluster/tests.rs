//! Which items become one group, over companies in a few lines.

use crate::cluster::{self, Constraints};
use crate::company::Company;
use crate::company::sample::roadmaps;
use crate::names::{self, Glossary};
use crate::similarity::{self, Forms, Planners, Rules, Sensitivity};
use crate::{candidates, vectors};

/// The groups of a company, each as its names in a row, under constraints on items by their names.
fn groups(lines: &[&str], excluded: &[&str], apart: &[[&str; 2]]) -> Vec<String> {
    let roadmaps = roadmaps(lines);
    let company = Company::of(&roadmaps);
    let threshold = Sensitivity::default().threshold();
    let names = names::names(&company.items, &[], Glossary::builtin());
    let views = vectors::views(&names);
    let pairs = candidates::pairs(&views);
    let planners = Planners::new(&names, &company);
    let forms = Forms::new(names, views, Rules::default());
    let pairs = similarity::scored_pairs(&forms, &pairs, threshold);
    let linked = similarity::links(&pairs, &planners, threshold);
    let called = |name: &str| -> Vec<usize> {
        let items = company.items.iter().enumerate();
        items.filter(|(_, it)| it.item.name == name).map(|(at, _)| at).collect()
    };
    let mut cannot_link: Vec<[usize; 2]> = Vec::new();
    for [left, right] in apart {
        for a in called(left) {
            let others = called(right).into_iter().filter(|&b| a != b);
            cannot_link.extend(others.map(|b| [a.min(b), a.max(b)]));
        }
    }
    cannot_link.sort_unstable();
    cannot_link.dedup();
    let mut excluded: Vec<usize> = excluded.iter().flat_map(|name| called(name)).collect();
    excluded.sort_unstable();
    let constraints = Constraints { excluded, cannot_link };
    let groups = cluster::groups(&forms, &linked, &constraints, threshold);
    let name = |&item: &usize| company.items[item].item.name.as_str();
    let mut told: Vec<String> = groups
        .iter()
        .map(|group| group.items.iter().map(name).collect::<Vec<_>>().join(" + "))
        .collect();
    told.sort();
    told
}

fn check(lines: &[&str], expected: &[&str]) {
    assert_eq!(groups(lines, &[], &[]), expected, "{lines:?}");
    let turned: Vec<&str> = lines.iter().rev().copied().collect();
    assert_eq!(groups(&turned, &[], &[]), expected, "{lines:?}, in another order");
}

/// Three leaders with one feature in common, and others beside it.
const LOCKERS: [&str; 3] = [
    "Ana: Parcel lockers, Rain barrels, Chess club",
    "Bo: Lockers for parcels, Tram maps, Payroll",
    "Cy: Parcel lockers, Bee hives, Weather",
];

#[test]
fn what_is_alike_is_one_group_and_nothing_else_is() {
    check(&LOCKERS, &["Parcel lockers + Lockers for parcels + Parcel lockers"]);
    check(&["Ana: Parcel lockers", "Bo: Weather"], &[]);
}

#[test]
fn the_same_name_is_one_group_unless_any_team_could_have_it() {
    check(&["Ana: Tram maps", "Bo: Tram maps"], &["Tram maps + Tram maps"]);
    check(&["Ana: Tech debt", "Bo: Tech debt"], &[]);
}

#[test]
fn who_stands_between_two_opposites_belongs_to_one() {
    check(
        &[
            "Ana: Parcel import, Rain barrels",
            "Bo: Parcel import and export, Tram maps",
            "Cy: Parcel export, Bee hives",
        ],
        &["Parcel import + Parcel import and export"],
    );
}

#[test]
fn excluded_items_are_in_no_group_and_link_nobody() {
    assert_eq!(groups(&LOCKERS, &["Parcel lockers"], &[]), Vec::<String>::new());
}

#[test]
fn items_that_were_told_apart_are_never_in_one_group() {
    let apart = [["Lockers for parcels", "Parcel lockers"]];
    assert_eq!(groups(&LOCKERS, &[], &apart), ["Parcel lockers + Parcel lockers"]);
    let same = ["Ana: Tram maps", "Bo: Tram maps"];
    assert_eq!(groups(&same, &[], &[["Tram maps", "Tram maps"]]), Vec::<String>::new());
}
