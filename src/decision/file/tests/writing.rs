//! What is added to a decisions file is read back to the letter, and nothing else changes.

use proptest::prelude::*;

use crate::basics::Place;
use crate::decision::file::{FILE, append, read, remove};
use crate::decision::{Agreed, Decision, Member};
use crate::document::Source;

const ENTRY: &str = "
  - {overlap: Audit log, decision: separate, reason: two laws, members: [
      {leader: Ana Ruiz, id: IDN-7, name: Audit log},
      {leader: Bo Chen, name: Audit trail}]}
";

fn audit_log() -> Decision {
    let member = |leader: &str, id: Option<&str>, name: &str| Member {
        leader: leader.to_owned(),
        id: id.map(str::to_owned),
        name: name.to_owned(),
        place: Place::default(),
    };
    Decision {
        overlap: "Audit log".to_owned(),
        agreed: Agreed::Separate,
        lead: None,
        reason: Some("two laws".to_owned()),
        by: None,
        date: None,
        until: None,
        members: vec![
            member("Ana Ruiz", Some("IDN-7"), "Audit log"),
            member("Bo Chen", None, "Audit trail"),
        ],
        place: Place::default(),
    }
}

fn add(text: &str) -> Result<String, String> {
    let added = append(&Source::new(text.to_owned(), FILE), &[audit_log()]);
    added.map_err(|problems| problems[0].message.clone())
}

fn check(text: &str, expected: &str) {
    assert_eq!(add(text).as_deref(), Ok(expected), "{text}");
}

#[test]
fn a_new_file_says_what_it_is() {
    let new = add("").expect("an empty file takes everything");
    assert!(new.starts_with("# What the leaders agreed"), "{new}");
    assert!(new.ends_with(&format!("decisions:\n{ENTRY}")), "{new}");
    check("# Ours.\n", &format!("# Ours.\ndecisions:\n{ENTRY}"));
    check("# Ours.", &format!("# Ours.\ndecisions:\n{ENTRY}"));
}

#[test]
fn an_empty_list_makes_room() {
    for empty in ["", " []", " [ ]", " null", " ~"] {
        check(&format!("decisions:{empty}\n"), &format!("decisions:\n{ENTRY}"));
        check(
            &format!("decisions:{empty} # none []\n# so far\n"),
            &format!("decisions: # none []\n# so far\n{ENTRY}"),
        );
    }
    check("decisions: []", &format!("decisions:\n{ENTRY}"));
}

#[test]
fn comments_and_order_stay_and_the_end_is_mended() {
    let old = format!("# One\ndecisions: # two\n{ENTRY}  # three\n");
    check(&old, &format!("{old}{ENTRY}"));
    check(&format!("{old}\n"), &format!("{old}{ENTRY}"));
    check(old.trim_end(), &format!("{old}{ENTRY}"));
}

#[test]
fn indentation_stays_as_people_chose_it() {
    let moved = |by: &str| ENTRY.replace("\n  ", &format!("\n{by}"));
    for by in ["", " ", "       "] {
        let old = format!("decisions:{}", moved(by));
        check(&old, &format!("{old}{}", moved(by)));
    }
    let old = format!("decisions:\n -\n{}", &ENTRY[1..].replacen("  - ", "    ", 1));
    check(&old, &format!("{old}{}", moved(" ")));
}

#[test]
fn line_ends_stay() {
    let old = format!("decisions:\n{ENTRY}").replace('\n', "\r\n");
    check(&old, &format!("{old}{}", ENTRY.replace('\n', "\r\n")));
}

#[test]
fn a_mark_at_the_end_stays_at_the_end() {
    check(
        &format!("---\ndecisions:\n{ENTRY}...\n# end\n"),
        &format!("---\ndecisions:\n{ENTRY}{ENTRY}...\n# end\n"),
    );
}

#[test]
fn a_text_that_keeps_its_line_ends_swallows_nothing() {
    let block = "decisions:\n- decision: separate\n  members: [{leader: A, id: 1}, {leader: B, id: 2}]\n  reason: |+\n    one\n";
    for old in [block.to_owned(), block.trim_end().to_owned(), format!("{block}\n\n")] {
        assert!(add(&old).is_ok_and(|new| new.starts_with(old.trim_end())), "{old}");
    }
}

#[test]
fn what_was_added_can_be_taken_back() {
    for old in ["decisions:\n", "# One\ndecisions: # two\n", &format!("decisions:\n{ENTRY}")] {
        let added = add(old).expect("it takes everything");
        let other = added.clone() + &ENTRY.replace("Audit log", "Billing").replace("IDN-7", "B-1");
        assert_eq!(remove(&Source::new(added, FILE), &audit_log()), old);
        let left = old.to_owned() + &ENTRY.replace("Audit log", "Billing").replace("IDN-7", "B-1");
        assert_eq!(remove(&Source::new(other, FILE), &audit_log()), left);
    }
    let none = "decisions:\n# none\n";
    assert_eq!(remove(&Source::new(none.to_owned(), FILE), &audit_log()), none);
}

#[test]
fn what_cannot_be_added_to_is_left_alone() {
    let refused = "nothing can be added to entries so written";
    for (text, problem) in [
        ("{decisions: []}", refused),
        (
            "decisions: [{decision: merge, lead: A, members: [{leader: A, id: 1}, {leader: B, id: 2}]}]",
            refused,
        ),
        ("decisions:\n- decision: merge\n", "a decision is about two items or more"),
        (
            "<<<<<<< HEAD\ndecisions: []\n=======\n>>>>>>> x\n",
            "an unresolved merge conflict, lines 1 to 4",
        ),
    ] {
        assert_eq!(add(text), Err(problem.to_owned()), "{text}");
    }
}

fn any_text() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        "\\PC{1,12}",
        any::<String>(),
        "[ -~]{1,30}",
        "[#:&*!|>'\"%@`,{}\\[\\] a?-]{1,8}"
    ];
    text.prop_filter("a blank text is none", |text| {
        !text.trim().is_empty() && !text.contains('\0') && !text.ends_with(['\n', '\r'])
    })
}

proptest! {
    #[test]
    fn every_text_is_read_back_to_the_letter(texts in proptest::collection::vec(any_text(), 6)) {
        let [overlap, reason, by, leader, id, name] = <[String; 6]>::try_from(texts).expect("six");
        let mut entry = audit_log();
        entry.members[0] = Member { leader, id: Some(id), name, place: Place::default() };
        let entry = Decision { overlap, reason: Some(reason), by: Some(by), ..entry };
        let mut text = String::new();
        for count in 1..3 {
            let new = append(&Source::new(text.clone(), FILE), std::slice::from_ref(&entry));
            let new = new.expect("every text can be written");
            prop_assert!(new.starts_with(&text));
            let (decisions, problems) = read(&Source::new(new.clone(), FILE));
            prop_assert_eq!((decisions.len(), problems), (count, Vec::new()));
            let last = &decisions[count - 1];
            prop_assert_eq!(&last.members[0].name, &entry.members[0].name);
            prop_assert_eq!(&last.reason, &entry.reason);
            text = new;
        }
    }
}
