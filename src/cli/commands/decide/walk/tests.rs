//! The walk with keys that are pressed beforehand.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

use console::Key;
use roundtable::company::Company;
use roundtable::comparison::Settings;
use roundtable::decision::Decision;
use roundtable::report::overlaps::{Limit, OverlapsPage, View};
use roundtable::report::{Agreements, Look, agreement};
use roundtable::roadmap::{self, Mapping};
use roundtable::similarity::Sensitivity;

use super::Walk;

/// Three leaders who plan two features in common.
const PLANS: [(&str, &str); 3] = [
    ("ana.yaml", "leader: Ana\nitems: [Audit log, {name: Gift cards, id: A-1}]\n"),
    ("bo.yaml", "leader: Bo\nitems: [Audit log, Gift cards]\n"),
    ("cy.yaml", "leader: Cy\nitems: [Audit log, Release notes]\n"),
];

/// Keys as they are typed: `⏎`, `⎋`, `⌫` and `^` (Ctrl-C) stand for themselves.
fn keys(typed: &str) -> Vec<Key> {
    let key = |c| match c {
        '⏎' => Key::Enter,
        '⎋' => Key::Escape,
        '⌫' => Key::Backspace,
        '^' => Key::CtrlC,
        c => Key::Char(c),
    };
    typed.chars().map(key).collect()
}

/// Walks through both overlaps. Gives what was kept, one entry a line, and the last line told.
fn walk(typed: &str) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    for (file, text) in PLANS {
        fs::write(folder.path().join(file), text).expect("a file");
    }
    let reading = roadmap::read(&[PathBuf::from(folder.path())], &Mapping::default());
    let company = Company::of(&reading.roadmaps);
    let settings = Settings::builtin(Sensitivity::default().threshold());
    let today = "2026-11-22".parse().expect("a day");
    let review = roundtable::review(&company, settings, &[], today, &[]);
    let agreed = Agreements {
        decisions: &[],
        statuses: &review.statuses,
        stale: &[],
        file: "decisions.yaml",
    };
    let view = View { limit: Limit::All, doubtful: true, ..View::default() };
    let page = OverlapsPage {
        roadmaps: 3,
        company: &company,
        overlaps: &review.overlaps,
        agreed: Some(agreed),
        problems: &[],
        view,
    };
    let line = |entry: &Decision| {
        let leaders: Vec<_> = entry.members.iter().map(|it| it.leader.as_str()).collect();
        let agreed = agreement(entry, str::to_owned);
        format!("{} {}: {agreed}", entry.overlap, leaders.join(" "))
    };
    let (mut kept, mut out) = (Vec::<String>::new(), Vec::new());
    let mut typed = keys(typed).into_iter();
    let mut walk = Walk {
        page: &page,
        look: Look { width: 80, styled: false },
        by: Some("Priya"),
        today,
        file: "decisions.yaml",
        keys: &mut || typed.next().ok_or_else(|| io::ErrorKind::UnexpectedEof.into()),
        out: &mut out,
        kept: BTreeMap::new(),
        keep: &mut |entries: &[Decision], instead: &[Decision]| {
            let told: Vec<String> = instead.iter().map(line).collect();
            kept.retain(|it| !told.contains(it));
            kept.extend(entries.iter().map(line));
            Ok(vec![None; entries.len()])
        },
    };
    walk.through(&super::super::open(&page)).expect("keys for every question");
    assert_eq!(typed.next(), None, "keys are left over");
    let told = String::from_utf8(out).expect("text");
    (kept, told.lines().last().unwrap_or_default().to_owned())
}

fn check(typed: &str, kept: &[&str], told: &str) {
    let (entries, last) = walk(typed);
    assert_eq!(entries, kept, "{typed}");
    assert_eq!(last, told, "{typed}");
}

const LEFT_TWO: &str = "Nothing was written; 2 left to be decided.";
const LEFT_ONE: &str = "1 decided in decisions.yaml, 1 left: the next run goes on with them.";
const LEFT_NONE: &str = "2 decided in decisions.yaml, none left.";

#[test]
fn every_decision_is_one_key_and_what_it_needs() {
    check(
        "s2⏎one log⏎m1⏎⏎",
        &[
            "Audit log Ana Bo Cy: shared, Bo leads: one log (Priya, 2026-11-22)",
            "Gift cards Ana Bo: merge, Ana leads (Priya, 2026-11-22)",
        ],
        LEFT_NONE,
    );
    check(
        "ptwo laws⏎dpaper and plastic⏎",
        &[
            "Audit log Ana Bo Cy: separate: two laws (Priya, 2026-11-22)",
            "Gift cards Ana Bo: distinct: paper and plastic (Priya, 2026-11-22)",
        ],
        LEFT_NONE,
    );
    check(
        "l⏎⏎l2027-01-01⏎budget⏎",
        &[
            "Audit log Ana Bo Cy: later, until 2026-12-31 (Priya, 2026-11-22)",
            "Gift cards Ana Bo: later, until 2027-01-01: budget (Priya, 2026-11-22)",
        ],
        LEFT_NONE,
    );
}

#[test]
fn one_may_skip_go_back_and_stop_at_any_time() {
    check("⏎ ", &[], LEFT_TWO);
    check("q", &[], LEFT_TWO);
    check("^", &[], LEFT_TWO);
    check("?xq", &[], LEFT_TWO);
    let gift = "Gift cards Ana Bo: separate: r (Priya, 2026-11-22)";
    let log = "Audit log Ana Bo Cy: separate: r (Priya, 2026-11-22)";
    check("⏎pr⏎", &[gift], LEFT_ONE);
    check("pr⏎q", &[log], LEFT_ONE);
    check("pr⏎^", &[log], LEFT_ONE);
    check("⏎bpr⏎⏎", &[log], LEFT_ONE);
    check("bq", &[], LEFT_TWO);
    // Who goes back decides again, and the first decision goes.
    check("pr⏎bd⏎r⏎q", &["Audit log Ana Bo Cy: distinct: r (Priya, 2026-11-22)"], LEFT_ONE);
}

#[test]
fn a_question_may_be_left_and_is_asked_until_it_is_answered() {
    check("s⎋q", &[], LEFT_TWO);
    check("s1⏎^", &[], LEFT_TWO);
    check(
        "s9⏎⏎0⏎Dana⏎CY⏎⏎q",
        &["Audit log Ana Bo Cy: shared, Cy leads (Priya, 2026-11-22)"],
        LEFT_ONE,
    );
    check("p⏎⏎r⏎q", &["Audit log Ana Bo Cy: separate: r (Priya, 2026-11-22)"], LEFT_ONE);
    check(
        "lsoon⏎2026-01-01⏎2026-11-22⏎⏎q",
        &["Audit log Ana Bo Cy: later, until 2026-11-22 (Priya, 2026-11-22)"],
        LEFT_ONE,
    );
}

#[test]
fn one_of_many_may_be_told_apart_from_the_rest() {
    check(
        "d4⏎x⏎2⏎r⏎q",
        &[
            "Audit log Ana Bo: distinct: r (Priya, 2026-11-22)",
            "Audit log Cy Bo: distinct: r (Priya, 2026-11-22)",
        ],
        "1 decided in decisions.yaml, 2 left: the next run goes on with them.",
    );
    check("d⏎r⏎q", &["Audit log Ana Bo Cy: distinct: r (Priya, 2026-11-22)"], LEFT_ONE);
}
