//! What is left to be decided of a company, as its roadmaps and decisions go on.

use proptest::prelude::*;

use crate::company::Company;
use crate::comparison::Settings;
use crate::decision::sample::{company, decision, roadmaps};
use crate::decision::{Decision, findings};
use crate::review::Review;
use crate::similarity::Sensitivity;

const TODAY: &str = "2027-01-01";
const SHARED: &str = "decision: shared\n  lead: Ana";
const DISTINCT: &str = "decision: distinct\n  reason: r";
const LATER: &str = "decision: later\n  until: 2027-01-01";

fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// The review of a company, at normal sensitivity.
fn review<'a>(company: &'a Company<'a>, decisions: &'a [Decision]) -> Review<'a> {
    let settings = Settings::builtin(Sensitivity::default().threshold());
    crate::review(company, settings, decisions, TODAY.parse().expect("a day"), &[])
}

/// What a review finds in view of what was agreed: one line for each overlap, then the findings.
fn judged(review: &Review) -> Vec<String> {
    let Review { company, overlaps, decisions, .. } = review;
    let leaders = |members: &[usize]| {
        let mut leaders: Vec<_> = members.iter().map(|&it| company.items[it].leader()).collect();
        leaders.sort_unstable();
        leaders.join(" ")
    };
    let mut told: Vec<String> = overlaps
        .iter()
        .zip(&review.statuses)
        .map(|(overlap, status)| {
            let by = status.decision.map_or("nobody", |at| decisions[at].agreed.word());
            format!("{}: {by}", leaders(&overlap.members))
        })
        .collect();
    for finding in findings(overlaps, decisions, &review.known, review.today) {
        let which = finding.decision.map(|at| format!(" {at}")).unwrap_or_default();
        let fresh = leaders(&finding.fresh);
        told.push(format!("{}{which} {fresh}", finding.matter.word()).trim_end().to_owned());
    }
    told
}

fn check(now: &[&str], decisions: &[Decision], expected: &[&str]) {
    let roadmaps = roadmaps(&lines(now));
    let company = Company::of(&roadmaps);
    assert_eq!(judged(&review(&company, decisions)), expected, "{now:?}");
}

const TWO: [&str; 2] = ["Ana: Audit log, Maps", "Bo: Audit log, Search"];
const THREE: [&str; 3] = ["Ana: Audit log, Maps", "Bo: Audit log, Search", "Cy: Audit log, Chat"];

fn about(said: &str, texts: &[&str]) -> Decision {
    decision(said, &lines(texts))
}

fn both(said: &str) -> Decision {
    about(said, &["Ana: Audit log", "Bo: Audit log"])
}

#[test]
fn an_overlap_is_new_until_it_is_decided_and_again_when_it_grows() {
    check(&TWO, &[], &["Ana Bo: nobody", "new Ana Bo"]);
    check(&TWO, &[both(SHARED)], &["Ana Bo: shared"]);
    check(&THREE, &[both(SHARED)], &["Ana Bo Cy: shared", "grown 0 Cy"]);
}

#[test]
fn a_decision_counts_through_its_last_day() {
    let ended = "decision: later\n  until: 2026-12-31";
    check(&TWO, &[both(LATER)], &["Ana Bo: later", "later 0"]);
    check(&TWO, &[both(ended)], &["Ana Bo: later", "overdue 0"]);
    let ended = "decision: separate\n  reason: r\n  until: 2026-12-31";
    check(&TWO, &[both(ended)], &["Ana Bo: separate", "overdue 0"]);
}

#[test]
fn what_was_told_apart_is_never_one_again() {
    check(&TWO, &[both(DISTINCT)], &[]);
    check(&THREE, &[both(DISTINCT)], &["Ana Cy: nobody", "new Ana Cy"]);
    let all = about(DISTINCT, &["Ana: Audit log", "Bo: Audit log", "Cy: Audit log"]);
    check(&THREE, &[all], &[]);
}

#[test]
fn leaders_may_change_their_minds() {
    check(&TWO, &[both(DISTINCT), both(SHARED)], &["Ana Bo: shared"]);
    check(&TWO, &[both(SHARED), both(DISTINCT)], &[]);
    let dated = |said: &str, date: &str| both(&format!("{said}\n  date: {date}"));
    let [old, new] = ["2026-01-01", "2026-06-01"];
    check(&TWO, &[dated(SHARED, new), dated(DISTINCT, old)], &["Ana Bo: shared"]);
    check(
        &TWO,
        &[dated(DISTINCT, old), both(SHARED), dated(LATER, old)],
        &["Ana Bo: later", "later 2"],
    );
    let ended = format!("{DISTINCT}\n  until: 2026-12-31");
    check(&TWO, &[both(&ended)], &["Ana Bo: distinct", "overdue 0"]);
}

#[test]
fn an_entry_about_nothing_is_stale_unless_a_newer_one_says_it_again() {
    let gone = about(SHARED, &["Ana: Audit log", "Dan: Gift cards"]);
    check(&TWO, std::slice::from_ref(&gone), &["Ana Bo: nobody", "new Ana Bo", "stale 0"]);
    check(&["Ana: Maps", "Bo: Search"], &[both(SHARED), both(DISTINCT)], &["stale 1"]);
    let all = about(LATER, &["Ana: Audit log", "Bo: Audit log", "Dan: Gift cards"]);
    check(&TWO, &[gone, all], &["Ana Bo: later", "later 1"]);
    // Bo rewords his item and says so in a newer entry.
    let reworded = [TWO[0], "Bo: Audit logging, Search"];
    let old = about(SHARED, &["Ana: Audit log", "Bo: Audit trail of changes"]);
    let new = about(SHARED, &["Ana: Audit log", "Bo: Audit logging"]);
    check(&reworded, &[old, new], &["Ana Bo: shared"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_overlap_holds_what_was_told_apart_whatever_the_order(
        now in company(), apart in company(), turn in 0..20_usize,
    ) {
        let decisions = [decision(DISTINCT, &apart)];
        let mut roadmaps = roadmaps(&now);
        let company = Company::of(&roadmaps);
        let before = review(&company, &decisions);
        for overlap in &before.overlaps {
            prop_assert!(overlap.members.len() > 1);
            prop_assert!(overlap.weakest <= overlap.mean);
            for [a, b] in &before.constraints.cannot_link {
                prop_assert!(!(overlap.members.contains(a) && overlap.members.contains(b)));
            }
        }
        let before = judged(&before);
        for roadmap in &mut roadmaps {
            let count = roadmap.items.len();
            roadmap.items.rotate_left(turn % count.max(1));
        }
        roadmaps.reverse();
        let company = Company::of(&roadmaps);
        prop_assert_eq!(before, judged(&review(&company, &decisions)));
    }
}
