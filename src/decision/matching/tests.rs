//! What becomes of decided items: reworded, moved, swapped.

use proptest::prelude::*;

use super::matching;
use crate::company::{Company, Planned};
use crate::comparison::{Settings, compare};
use crate::decision::sample::{company, decision, roadmaps};
use crate::decision::{Decision, Known};
use crate::similarity::Sensitivity;

const MERGED: &str = "decision: merge\n  lead: Ana";

fn search(decisions: &[Decision], company: &Company) -> Known {
    let matching = matching(decisions, &company.items);
    let settings = Settings::builtin(Sensitivity::default().threshold());
    let comparison = compare(company, &matching.queries(), &settings);
    matching.finish(&comparison)
}

/// What the members of one decision about `before` are `now`, one a line, `-` for none.
fn check(before: &[&str], now: &[&str], expected: &[&str]) {
    let [before, now] =
        [before, now].map(|it| it.iter().map(|&it| it.to_owned()).collect::<Vec<_>>());
    let roadmaps = roadmaps(&now);
    let company = Company::of(&roadmaps);
    let items = &company.items;
    let known = search(&[decision(MERGED, &before)], &company);
    let told = |item: &Option<usize>| match item {
        Some(item) => format!("{}: {}", items[*item].leader(), items[*item].item.name),
        None => "-".to_owned(),
    };
    let found: Vec<_> = known.items[0].iter().map(told).collect();
    assert_eq!(found, expected, "{before:?} {now:?}");
}

const BO: &str = "Bo: Audit log, Rate limits, Dark mode";

#[test]
fn an_item_is_known_by_leader_and_identifier_if_it_is_reworded() {
    check(
        &["Ana: A1=Single sign-on", BO],
        &["Ana: A1=Sign-on in every product", BO],
        &["Ana: Sign-on in every product", "Bo: Audit log", "Bo: Rate limits", "Bo: Dark mode"],
    );
}

#[test]
fn an_identifier_that_was_given_to_something_else_is_news() {
    check(
        &["Ana: A1=Single sign-on", BO],
        &["Ana: A1=Weather alerts", BO],
        &["-", "Bo: Audit log", "Bo: Rate limits", "Bo: Dark mode"],
    );
    check(
        &["Ana: A1=Single sign-on, A2=Weather alerts", BO],
        &["Ana: A1=Weather alerts, A2=Single sign-on", BO],
        &[
            "Ana: Single sign-on",
            "Ana: Weather alerts",
            "Bo: Audit log",
            "Bo: Rate limits",
            "Bo: Dark mode",
        ],
    );
}

#[test]
fn an_item_that_moved_is_known_by_its_identifier_if_it_is_plainly_the_same() {
    let bo = |item: &str| format!("{BO}, {item}");
    let before = ["Ana: A1=Single sign-on, A2=Search", "Cy: Maps"];
    let rest = |sso: &'static str| [sso, "Ana: Search", "Cy: Maps"];
    for (now, found) in [
        ("A1=Single sign-on", "Bo: Single sign-on"),
        ("A1=SSO", "Bo: SSO"),
        ("A1=Gift cards", "-"),
        ("A9=Single sign-on", "-"),
        ("Single sign-on", "-"),
        ("A1=Single sign-on, A1=SSO", "-"),
    ] {
        check(&before, &["Ana: A2=Search", "Cy: Maps", &bo(now)], &rest(found));
    }
}

#[test]
fn an_item_without_identifier_is_known_by_its_name_or_plainly_renamed() {
    let before = ["Ana: Single sign-on for partners", "Bo: Maps"];
    for (now, found) in [
        ("single  sign-on FOR partners", true),
        ("Single sign-on (SSO) for partners", true),
        ("SSO for partners", true),
        ("Partner single sign-on", true),
        ("Add single sign-on for all partners", true),
        ("A7=SSO for partners", true),
        ("Single sign-on for employees", false),
        ("Gift cards", false),
        ("Audit log for partners", false),
        ("Remove single sign-on for partners", false),
    ] {
        let name = now.rsplit('=').next().unwrap_or_default();
        let found = if found { format!("Ana: {name}") } else { "-".to_owned() };
        let now = format!("Ana: Rate limits, {now}, Dark mode");
        check(&before, &[&now, "Bo: Maps"], &[&found, "Bo: Maps"]);
    }
}

#[test]
fn a_swap_is_never_a_rename() {
    for (was, is) in [
        ("Billing API v2", "Billing API v3"),
        ("Export to CSV", "Import from CSV"),
        ("App for iOS", "App for Android"),
        ("Login with Google", "Login with Microsoft"),
        ("Buyer protection", "Seller protection"),
        ("Phase 1 of the data platform", "Phase 2 of the data platform"),
        ("Migrate from Oracle to MySQL", "Migrate from MySQL to Oracle"),
        ("Enable dark mode", "Disable dark mode"),
        ("Rollout in the EU", "Rollout in the US"),
        ("Tech debt", "Bug fixes"),
        ("Search", "Search filters"),
        ("Payments dashboard", "Payments"),
        ("SSO via SAML", "SSO via OIDC"),
        ("Slack integration", "Teams integration"),
        ("Refunds for returns", "Labels for returns"),
    ] {
        let (was, now) = (format!("Ana: {was}"), format!("Ana: Maps, {is}, Gift cards"));
        check(&[&was, "Bo: Maps"], &[&now, "Bo: Maps"], &["-", "Bo: Maps"]);
    }
}

#[test]
fn a_renamed_item_is_one_that_nobody_knows_yet() {
    let before = ["Ana: SSO for partners, Single sign-on for all partners", "Bo: Maps"];
    check(
        &before,
        &["Ana: Single sign-on for all partners", "Bo: Maps"],
        &["-", "Ana: Single sign-on for all partners", "Bo: Maps"],
    );
    let other = ["Ana: SSO for partners, Partner SSO", "Bo: Maps"];
    check(
        &other,
        &["Ana: Single sign-on for partners", "Bo: Maps"],
        &["-", "Ana: Single sign-on for partners", "Bo: Maps"],
    );
}

#[test]
fn of_two_items_of_one_name_each_needs_a_member_of_its_own() {
    check(&["Ana: SSO", "Bo: SSO"], &["Ana: SSO, SSO", "Bo: SSO"], &["Ana: SSO", "Bo: SSO"]);
    check(&["Ana: SSO, SSO", "Bo: SSO"], &["Ana: SSO", "Bo: SSO"], &["Ana: SSO", "-", "Bo: SSO"]);
}

#[test]
fn an_item_whose_number_was_dropped_is_known_by_its_name() {
    check(&["Ana: A1=SSO", "Bo: Maps"], &["Ana: SSO", "Bo: Maps"], &["Ana: SSO", "Bo: Maps"]);
    check(&["Ana: A1=SSO", "Bo: Maps"], &["Ana: A2=SSO", "Bo: Maps"], &["-", "Bo: Maps"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_order_changes_anything_and_no_item_stands_twice(
        one in company(), two in company(), now in company(), turn in 0..20_usize,
    ) {
        let decisions = [decision(MERGED, &one), decision(MERGED, &two)];
        let mut roadmaps = roadmaps(&now);
        let told = |known: &Known, decision: usize, items: &[Planned]| {
            let name = |&at: &usize| {
                let item = items[at].item;
                format!("{} {} {:?}", items[at].leader(), item.name, item.id)
            };
            let mut told: Vec<_> = known.of(decision).iter().map(name).collect();
            told.sort();
            told
        };
        let company = Company::of(&roadmaps);
        let known = search(&decisions, &company);
        let before = [0, 1].map(|at| told(&known, at, &company.items));
        for found in &known.items {
            let mut items: Vec<_> = found.iter().flatten().collect();
            let count = items.len();
            items.sort_unstable();
            items.dedup();
            prop_assert_eq!(items.len(), count);
        }

        for roadmap in &mut roadmaps {
            let count = roadmap.items.len();
            roadmap.items.rotate_left(turn % count.max(1));
        }
        roadmaps.reverse();
        let company = Company::of(&roadmaps);
        let mut others = decisions.clone();
        others.reverse();
        for other in &mut others {
            other.members.reverse();
        }
        let again = search(&others, &company);
        let after = [1, 0].map(|at| told(&again, at, &company.items));
        prop_assert_eq!(before, after);
    }
}
