//! What is read of decisions files, and what is told about the rest.

use crate::decision::file::{FILE, read};
use crate::decision::{Agreed, Decision};
use crate::document::Source;

const WHOLE: &str = "\
decisions:
  - overlap: Single sign-on
    decision: shared
    lead: Ana Ruiz
    reason: one login
    by: Priya Shah
    date: 2026-11-22
    until: 2027-03-31
    members:
      - {leader: Ana Ruiz, id: 404, name: Single sign-on}
      - {leader: Bo Chen, name: \"SSO: SAML\"}
";

/// Reads a text; gives the overlaps' names and the problems, each with line and column.
fn check(text: &str, overlaps: &[&str], problems: &[&str]) -> Vec<Decision> {
    let source = Source::new(text.to_owned(), FILE);
    let (decisions, told) = read(&source);
    let told: Vec<_> = told
        .iter()
        .map(|it| format!("{}:{}: {}", it.place.line, it.place.column, it.message))
        .collect();
    assert_eq!(told, problems, "{text}");
    assert_eq!(decisions.iter().map(|it| &*it.overlap).collect::<Vec<_>>(), overlaps, "{text}");
    decisions
}

/// An entry with two members and these lines.
fn entry(lines: &str) -> String {
    format!("decisions:\n- {lines}\n  members: [{{leader: A, name: X}}, {{leader: B, name: X}}]\n")
}

#[test]
fn an_entry_says_all_there_is_to_know() {
    let decisions = check(WHOLE, &["Single sign-on"], &[]);
    let it = &decisions[0];
    assert_eq!(it.agreed, Agreed::Shared);
    let texts = [&it.lead, &it.reason, &it.by].map(|text| text.as_deref().unwrap_or_default());
    assert_eq!(texts, ["Ana Ruiz", "one login", "Priya Shah"]);
    let days = [it.date, it.until].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
    assert_eq!(days, ["2026-11-22", "2027-03-31"]);
    assert_eq!(it.members[0].id.as_deref(), Some("404"));
    assert_eq!((it.members[1].name.as_str(), &it.members[1].id), ("SSO: SAML", &None));
    assert_eq!(it.place.to_string(), "decisions.yaml:2:5");
    assert_eq!(it.members[1].place.to_string(), "decisions.yaml:11:9");
}

#[test]
fn a_file_without_entries_decides_nothing() {
    for text in ["", "# nothing yet\n", "decisions:\n", "decisions: []\n", "---\n{}\n"] {
        check(text, &[], &[]);
    }
}

#[test]
fn a_name_is_not_needed_where_there_is_an_id() {
    let text = "decisions:\n- {decision: separate, reason: r, members: [{leader: A, id: 1}, {leader: B, id: 2}]}";
    check(text, &["1"], &[]);
}

#[test]
fn what_is_wrong_is_told_and_the_other_entries_count() {
    let text = format!("{WHOLE}  - overlap: Audit log\n    decison: merge\n{}", &WHOLE[11..]);
    check(
        &text,
        &["Single sign-on", "Single sign-on"],
        &["13:5: unknown key \"decison\" (did you mean \"decision\"?)"],
    );
}

#[test]
fn every_decision_says_what_it_must() {
    for (lines, problem) in [
        ("decision: merge", "2:13: merge without lead"),
        ("decision: shared", "2:13: shared without lead"),
        ("decision: separate", "2:13: separate without reason"),
        ("decision: distinct", "2:13: distinct without reason"),
        ("decision: later", "2:13: later without until"),
        (
            "decision: shred\n  lead: A",
            "2:13: unknown decision \"shred\" (did you mean \"shared\"?)",
        ),
        ("decision: later\n  until: 2026-02-30", "3:10: until is not a day of the calendar"),
        ("decision: later\n  until: 31.12.2026", "3:10: until is not a day of the calendar"),
        ("decision: merge\n  lead: [A]", "3:9: lead is not a text"),
        ("decision: separate\n  reason: see #42", "3:11: YAML takes a part of reason away"),
        ("lead: A", "2:3: an entry without a decision"),
    ] {
        let source = Source::new(entry(lines), FILE);
        let (decisions, told) = read(&source);
        assert_eq!(decisions, [], "{lines}");
        let it = &told[0];
        assert_eq!(format!("{}:{}: {}", it.place.line, it.place.column, it.message), problem);
        assert!(it.help.is_some(), "{lines}");
    }
}

#[test]
fn a_decision_is_about_items_that_can_be_found_again() {
    let with =
        |members: &str| format!("decisions:\n- decision: merge\n  lead: A\n  members: {members}\n");
    check(&with("[{leader: A, name: X}]"), &[], &["4:12: a decision is about two items or more"]);
    check(&with("X"), &[], &["4:12: a decision is about two items or more"]);
    check(
        &with("[{name: X}, {leader: B}, {leader: C, nam: Y}, D]"),
        &[],
        &[
            "4:13: a member without its leader",
            "4:24: a member without id and name",
            "4:49: unknown key \"nam\" (did you mean \"name\"?)",
            "4:58: a member is not a map of keys and values",
        ],
    );
}

#[test]
fn a_file_of_another_shape_is_a_problem() {
    check("- a\n", &[], &["1:1: the decisions file is not a map of keys and values"]);
    check("decisions: soon\n", &[], &["1:12: decisions is not a list"]);
    check("decision: []\n", &[], &["1:1: unknown key \"decision\" (did you mean \"decisions\"?)"]);
    check("decisions: []\n---\na: b\n", &[], &["3:1: a second document"]);
    check("decisions:\n-\n", &[], &["2:2: an empty entry"]);
}

#[test]
fn a_merge_that_git_left_open_is_one_problem_and_our_side_counts() {
    let other = WHOLE[11..].replace("Single sign-on\n", "Audit log\n");
    let text = format!(
        "decisions:\n<<<<<<< HEAD\n{}||||||| base\n- x: [\n=======\n{other}>>>>>>> theirs\n{other}",
        &WHOLE[11..]
    );
    let merge = ["2:1: an unresolved merge conflict, lines 2 to 26"];
    let decisions = check(&text, &["Single sign-on", "Audit log"], &merge);
    assert_eq!(decisions[1].place.line, 27);
    check(&text.replace('\n', "\r\n"), &["Single sign-on", "Audit log"], &merge);
}

#[test]
fn what_both_sides_of_an_open_merge_share_mixes_nothing_up() {
    let entry = &WHOLE[11..];
    let sides = "<<<<<<< HEAD\n  - overlap: One\n=======\n  - overlap: Two\n>>>>>>> theirs\n";
    let text = entry.replace("  - overlap: Single sign-on\n", sides);
    check(
        &format!("decisions:\n{text}"),
        &["One"],
        &["2:1: an unresolved merge conflict, lines 2 to 6"],
    );
}
