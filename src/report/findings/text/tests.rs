//! What a person sees at a terminal, to the letter.

use snapbox::{assert_data_eq, str};

use crate::decision::{Agreed, Matter};
use crate::overlap::Kind::{Across, Down};
use crate::report::findings::sample::FindingsSample;
use crate::report::sample::Sample;

fn company() -> Sample {
    Sample::new()
        .overlap(
            Across,
            "Single sign-on",
            &[("Ana Ruiz", "Single sign-on (SSO) for partners"), ("Bo Chen", "SSO via SAML")],
        )
        .overlap(
            Across,
            "Audit log",
            &[("Ana Ruiz", "Audit log"), ("Bo Chen", "Audit trail"), ("Cy Park", "Audit logs")],
        )
        .overlap(Down, "Search", &[("Ana Ruiz", "Search"), ("Priya Shah", "Search")])
}

#[test]
fn a_new_overlap_is_shown_with_why_and_the_ways_out() {
    let gate = FindingsSample::new(company()).blocks(Matter::New, [Some(0), None], 2);
    assert_data_eq!(
        gate.render("text"),
        str![[r"
error: new overlap: Single sign-on (2 leaders)
  --> plans/ana-ruiz.yaml:10:11
   |
10 |   - name: Single sign-on (SSO) for partners
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = plan: Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks
   |
  ::: plans/bo-chen.yaml:11:11
   |
11 |   - name: SSO via SAML
   |           ^^^^^^^^^^^^ Bo Chen (Team Bo), 2027-Q1, 12 person-weeks
   |
   = why: Ana Ruiz and Bo Chen: alike 0.84, same words
   = decide: talk, then `roundtable decide --overlap o-00000000 --as …`
   = rename: two features? rename one, or decide `--as distinct`
   = ignore: end its line with `# roundtable: ignore` and why

 4 leaders, 7 items: 2 features are planned by more than one leader, 1 decided.
 1 finding must be settled: 1 new.

"]]
    );
}

#[test]
fn a_newcomer_is_told_from_those_who_agreed() {
    let gate = FindingsSample::new(company())
        .agreed(Agreed::Shared, 1, 2)
        .agreed(Agreed::Separate, 0, 2)
        .blocks(Matter::Grown, [Some(1), Some(0)], 1);
    assert_data_eq!(
        gate.render("text"),
        str![[r"
error: grown overlap: Audit log (3 leaders), Cy Park joins
  --> plans/cy-park.yaml:14:11
   |
14 |   - name: Audit logs
   |           ^^^^^^^^^^ new: Cy Park (Team Cy), 2027-Q1, 12 person-weeks
   |
  ::: plans/ana-ruiz.yaml:12:11
   |
12 |   - name: Audit log
   |           --------- agreed: Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks
   |
  ::: plans/bo-chen.yaml:13:11
   |
13 |   - name: Audit trail
   |           ----------- agreed: Bo Chen (Team Bo), 2027-Q1, 12 person-weeks
   |
  ::: decisions.yaml:3:5
   |
 3 |   - overlap: Audit log
   |     ------- decided here
   |
   = agreed: shared, Ana Ruiz leads: one login for all (Priya Shah,
             2026-10-01)
   = decide: talk again, then `roundtable decide --overlap o-00000001 --as …`
   = rename: two features? rename one, or decide `--as distinct`
   = ignore: end its line with `# roundtable: ignore` and why

 4 leaders, 7 items: 2 features are planned by more than one leader, 1 decided.
 1 finding must be settled: 1 grown.

"]]
    );
}

#[test]
fn what_is_overdue_stale_or_unused_says_so() {
    let gate = FindingsSample::new(company())
        .agreed(Agreed::Later, 0, 2)
        .agreed(Agreed::Separate, 2, 2)
        .blocks(Matter::Overdue, [Some(0), Some(0)], 0)
        .tells(Matter::Stale, [None, Some(1)], 0)
        .tells(Matter::Unused, [None, None], 1);
    assert_data_eq!(
        gate.render("text"),
        str![[r"
error: overdue decision: Single sign-on (2 leaders), put off until 2026-11-01
  --> plans/ana-ruiz.yaml:10:11
   |
10 |   - name: Single sign-on (SSO) for partners
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = plan: Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks
   |
  ::: plans/bo-chen.yaml:11:11
   |
11 |   - name: SSO via SAML
   |           ^^^^^^^^^^^^ Bo Chen (Team Bo), 2027-Q1, 12 person-weeks
   |
  ::: decisions.yaml:3:5
   |
 3 |   - overlap: Single sign-on
   |     ------- decided here
   |
   = agreed: later, Ana Ruiz leads, until 2026-11-01: one login for all
             (Priya Shah, 2026-10-01)
   = why: Ana Ruiz and Bo Chen: alike 0.84, same words
   = decide: talk again, then `roundtable decide --overlap o-00000000 --as …`
   = extend: give it a later `until` in decisions.yaml

note: stale decision: Search
  --> decisions.yaml:13:5
   |
13 |   - overlap: Search
   |     ^^^^^^^ nothing holds it any more
   |
   = agreed: separate, Ana Ruiz leads: one login for all (Priya Shah,
             2026-10-01)
   = remove: take the entry out of decisions.yaml, or mend it

note: unused ignore: Search
  --> plans/priya-shah.yaml:16:11
   |
16 |   - name: Search
   |           ^^^^^^ Priya Shah (Team Priya), 2027-Q1, 12 person-weeks
   |
   = remove: take the comment away

 4 leaders, 7 items: 2 features are planned by more than one leader, 1 decided.
 1 finding must be settled: 1 overdue.
 2 findings are only told: 1 stale, 1 unused.

"]]
    );
}

#[test]
fn what_a_change_brings_is_told_from_what_was_there() {
    let gate = FindingsSample::new(company()).blocks(Matter::New, [Some(1), None], 1);
    let text = gate.render("text");
    let brought = text.find("new: Cy Park").expect("the news is marked");
    let known = text.find("--------- Ana Ruiz (Team Ana)").expect("the others are there too");
    assert!(brought < known, "{text}");
}

#[test]
fn a_wide_overlap_is_cut_and_says_who_else() {
    let leaders = ["Ana", "Bo", "Cy", "Dana", "Eli", "Fay", "Gil", "Hal", "Ida", "Jo", "Kim"];
    let plans: Vec<(&str, &str)> = leaders.iter().map(|leader| (*leader, "SSO")).collect();
    let company = Sample::new().overlap(Across, "SSO", &plans);
    let gate = FindingsSample::new(company).blocks(Matter::New, [Some(0), None], 11);
    let text = gate.render("text");
    assert_eq!(text.matches("name: SSO").count(), 5, "{text}");
    assert!(text.contains("more: 6 more items, of Fay, Gil, Hal, Ida, Jo, 1 more\n"), "{text}");
}

#[test]
fn a_line_that_is_gone_is_told_by_its_place() {
    let mut gate = FindingsSample::new(company()).blocks(Matter::New, [Some(0), None], 2);
    gate.has_lines = false;
    let text = gate.render("text");
    assert!(text.contains("--> plans/ana-ruiz.yaml:10:11\n"), "{text}");
    assert!(text.contains("::: plans/bo-chen.yaml:11:11\n"), "{text}");
    assert!(text.contains("Bo Chen (Team Bo), 2027-Q1, 12 person-weeks\n"), "{text}");
}
