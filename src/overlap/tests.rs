//! What overlaps come to, over companies in a few lines.

use crate::cluster::Constraints;
use crate::company::Company;
use crate::company::sample::roadmaps;
use crate::comparison::{Settings, compare};
use crate::overlap::{Overlap, overlaps};
use crate::similarity::Sensitivity;

fn found(lines: &[&str], tell: fn(&Overlap) -> String) -> Vec<String> {
    let roadmaps = roadmaps(lines);
    let company = Company::of(&roadmaps);
    let threshold = Sensitivity::default().threshold();
    let settings = Settings::builtin(threshold);
    let comparison = compare(&company, &[], &settings);
    let constraints = Constraints { excluded: company.excluded(), cannot_link: Vec::new() };
    let tried = comparison.tried(&settings, &constraints);
    overlaps(&comparison, &company, &tried, &settings).iter().map(tell).collect()
}

fn check_kind(lines: &[&str], expected: &[&str]) {
    let kind = |it: &Overlap| format!("{}: {}", it.kind.word(), it.leaders.join(" "));
    assert_eq!(found(lines, kind), expected, "{lines:?}");
}

#[test]
fn two_lines_duplicate_and_one_line_deploys() {
    check_kind(&["Ana: Audit log, Maps", "Bo: Audit log, Chat"], &["across: Ana Bo"]);
    check_kind(&["Ana > Bo: Audit log, Maps", "Bo: Audit log, Chat"], &["down: Ana Bo"]);
    check_kind(&["Ana: Audit log, Audit log, Maps"], &["within: Ana"]);
    check_kind(&["Ana: Audit log, Maps", "ana: Audit log, Chat"], &["within: Ana"]);
}

#[test]
fn what_is_done_can_be_reused_and_what_is_dropped_counts_for_nothing() {
    let with =
        |status: &str| [format!("Ana: Audit log/{status}, Maps"), "Bo: Audit log, Chat".into()];
    for (status, expected) in [
        ("done", &["done: Ana Bo"][..]),
        ("Shipped", &["done: Ana Bo"]),
        ("dropped", &[]),
        ("Won't do", &[]),
        ("in progress", &["across: Ana Bo"]),
        ("some word of ours", &["across: Ana Bo"]),
    ] {
        let lines = with(status);
        check_kind(&[&lines[0], &lines[1]], expected);
    }
    check_kind(&["Ana: Audit log/done, Maps", "Bo: Audit log/shipped, Chat"], &[]);
    check_kind(&["Ana > Bo: Audit log/done, Maps", "Bo: Audit log, Chat"], &["down: Ana Bo"]);
    check_kind(
        &["Ana: Audit log/done, Maps", "Bo: Audit log, Chat", "Cy: Audit log, Search"],
        &["across: Ana Bo Cy"],
    );
}

fn check_title(names: &[&str], expected: &str) {
    let leaders = ["Ana", "Bo", "Cy", "Dana", "Eli", "Fay"];
    let lines: Vec<String> = leaders
        .iter()
        .zip(names)
        .map(|(who, name)| format!("{who}: {name}, {who} alone"))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(found(&lines, |it| it.name.clone()), [expected], "{names:?}");
}

#[test]
fn the_title_is_what_all_members_share() {
    check_title(
        &["SSO via SAML", "Add single sign-on", "Single sign-on for admins"],
        "Single sign-on",
    );
    check_title(
        &["Partner SSO", "SSO for partners", "[Q3] Single sign-on for partners"],
        "Partner SSO",
    );
    check_title(&["Audit trail", "Audit log"], "Audit log");
    check_title(&["Cold chain sensor", "Cold chain sensor for trucks"], "Cold chain sensor");
    check_title(&["PAY-3: refund ledgers", "Refund ledger"], "Refund ledger");
}

#[test]
fn what_is_sure_comes_first_and_within_it_the_widest() {
    let lines = [
        "Ana: Cold chain sensor, Refund ledger, Parking permits",
        "Bo: Cold chain sensor, Refund ledger, Pallet scan",
        "Cy: Refund ledger, Route plan",
    ];
    assert_eq!(found(&lines, |it| it.name.clone()), ["Refund ledger", "Cold chain sensor"]);
    let certain = |it: &Overlap| format!("{} {}", it.is_certain(), it.mean >= it.weakest);
    assert_eq!(found(&lines, certain), ["true true", "true true"]);
}

/// Whether the one overlap of these plans is certain, among as many other features as are given.
fn check_certain(one: &str, other: &str, beside: &[&str], expected: bool) {
    let lines = [format!("Ana: {one}, {}", beside.join(", ")), format!("Bo: {other}")];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let told = found(&lines, |it| format!("{} {:?}", it.is_certain(), it.shared));
    assert_eq!(told.len(), 1, "{one} | {other}: {told:?}");
    assert!(told[0].starts_with(&expected.to_string()), "{one} | {other}: {told:?}");
}

const MAPS: &[&str] = &["Tram maps", "Rain barrels", "Choir lessons", "Bee hives", "Kite lockers"];

#[test]
fn what_tells_enough_is_certain() {
    for (one, other) in [
        ("Audit log", "Audit logs"),
        ("Single sign-on (SSO)", "SSO for partners"),
        ("Parcel lockers", "Parcel lockers"),
        ("Passkeys", "Passkeys"),
        ("Crash reporting", "Crash reporting for all apps"),
        ("Multi currency prices", "Prices in several currencies"),
    ] {
        check_certain(one, other, MAPS, true);
    }
}

#[test]
fn ordinary_words_alone_are_worth_a_look() {
    for (one, other) in [("Reports", "Reports"), ("Dashboard", "Dashboards"), ("Search", "Search")]
    {
        check_certain(one, other, MAPS, false);
    }
}

#[test]
fn a_word_in_many_features_of_the_company_tells_little() {
    let brand: Vec<String> = MAPS.iter().map(|name| format!("Zephyr {name}")).collect();
    let brand: Vec<&str> = brand.iter().map(String::as_str).collect();
    check_certain("Zephyr", "Zephyr", MAPS, true);
    check_certain("Zephyr", "Zephyr", &brand, false);
}

#[test]
fn a_feature_of_many_leaders_tells_as_much_as_one_of_two() {
    let leaders = ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"];
    let lines: Vec<String> = leaders
        .iter()
        .zip(MAPS.iter().cycle())
        .map(|(who, own)| format!("{who}: Audit log, {own} of {who}"))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let told = found(&lines, |it| format!("{} {} {}", it.name, it.leaders.len(), it.is_certain()));
    assert!(told.contains(&"Audit log 8 true".to_owned()), "{told:?}");
}

#[test]
fn everyday_words_alone_are_a_theme() {
    let lines = ["Ana: Reports, Tram maps, Cold kiln reports", "Bo: Reports, Hot kiln"];
    let told = found(&lines, |it| format!("{} {:?}", it.name, it.tier));
    assert_eq!(told, ["Reports Theme"]);
}

#[test]
fn a_turn_of_phrase_tells_no_more_than_a_word() {
    check_certain("Machine learning", "Machine learning", MAPS, false);
    check_certain("Kiln learning", "Kiln learning", MAPS, true);
}

#[test]
fn of_what_is_worth_a_look_the_least_coincidence_comes_first() {
    let lines = [
        "Ana: Supplier self-service portal, Dashboards, Tram maps",
        "Bo: Reseller self-service portal, Dashboards for kilns, Bee hives",
    ];
    let told = found(&lines, |it| format!("{:?} {:.2}", it.tier, it.shared.by_chance));
    assert!(told.len() > 1 && told.is_sorted(), "{told:?}");
    assert!(told.iter().all(|it| it.starts_with("Doubtful")), "{told:?}");
}
