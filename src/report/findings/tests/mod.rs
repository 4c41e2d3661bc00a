//! What holds for the formats of the findings, to the letter.

mod hostile;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::decision::{Agreed, Matter};
use crate::overlap::Kind::{Across, Down};
use crate::report::findings::Home;
use crate::report::findings::markdown::write_within;
use crate::report::findings::sample::FindingsSample;
use crate::report::sample::Sample;

/// One overlap of every matter: new, grown, put off, and a decision that holds nothing.
fn company() -> FindingsSample {
    let company = Sample::new()
        .overlap(
            Across,
            "Single sign-on",
            &[("Ana Ruiz", "SSO (SAML), for partners"), ("Bo Chen", "Sign-on: 100 %")],
        )
        .overlap(
            Across,
            "Audit log",
            &[("Ana Ruiz", "Audit log"), ("Bo Chen", "Audit trail"), ("Cy Park", "Audit logs")],
        )
        .overlap(Across, "Search", &[("Ana Ruiz", "Search"), ("Bo Chen", "Find")])
        .overlap(Across, "Hooks", &[("Ana Ruiz", "Webhooks"), ("Bo Chen", "Hooks")])
        .overlap(Down, "Export", &[("Ana Ruiz", "Export"), ("Priya Shah", "Exports")]);
    FindingsSample::new(company)
        .agreed(Agreed::Shared, 1, 2)
        .agreed(Agreed::Later, 2, 2)
        .agreed(Agreed::Separate, 4, 2)
        .blocks(Matter::New, [Some(0), None], 2)
        .blocks(Matter::Grown, [Some(1), Some(0)], 1)
        .tells(Matter::Later, [Some(2), Some(1)], 0)
        .tells(Matter::Stale, [None, Some(2)], 0)
}

fn at_work() -> Home {
    let web = Some("https://github.example/acme/plans/blob/1a2b3c".to_owned());
    Home { root: "/work".to_owned(), folder: "2027".to_owned(), web }
}

#[test]
fn a_github_job_is_told_on_the_exact_lines() {
    let gate = FindingsSample { home: at_work(), ..company() };
    assert_data_eq!(
        gate.render("github"),
        str![[r"
::error file=2027/plans/ana-ruiz.yaml,line=10,col=11,title=new overlap%3A Single sign-on (2 leaders)::Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks: SSO (SAML), for partners%0Aalso Bo Chen (Team Bo), 2027-Q1, 12 person-weeks: Sign-on: 100 %25 (2027/plans/bo-chen.yaml:11)%0Awhy: Ana Ruiz and Bo Chen: alike 0.84, same words%0Adecide: talk, then `roundtable decide --overlap o-00000000 --as …`%0Arename: two features? rename one, or decide `--as distinct`%0Aignore: end its line with `# roundtable: ignore` and why
::error file=2027/plans/cy-park.yaml,line=14,col=11,title=grown overlap%3A Audit log (3 leaders)%2C Cy Park joins::Cy Park (Team Cy), 2027-Q1, 12 person-weeks: Audit logs%0Aalso Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks: Audit log (2027/plans/ana-ruiz.yaml:12)%0Aalso Bo Chen (Team Bo), 2027-Q1, 12 person-weeks: Audit trail (2027/plans/bo-chen.yaml:13)%0Aagreed: shared, Ana Ruiz leads: one login for all (Priya Shah, 2026-10-01)%0Adecide: talk again, then `roundtable decide --overlap o-00000001 --as …`%0Arename: two features? rename one, or decide `--as distinct`%0Aignore: end its line with `# roundtable: ignore` and why
::error file=2027/plans/bo-chen.yaml,line=11,col=11,title=new overlap%3A Single sign-on (2 leaders)::Bo Chen (Team Bo), 2027-Q1, 12 person-weeks: Sign-on: 100 %25%0Aalso Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks: SSO (SAML), for partners (2027/plans/ana-ruiz.yaml:10)%0Awhy: Ana Ruiz and Bo Chen: alike 0.84, same words%0Adecide: talk, then `roundtable decide --overlap o-00000000 --as …`%0Arename: two features? rename one, or decide `--as distinct`%0Aignore: end its line with `# roundtable: ignore` and why
::notice file=2027/plans/ana-ruiz.yaml,line=15,col=11,title=put off until 2026-11-01%3A Search (2 leaders)::Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks: Search%0Aalso Bo Chen (Team Bo), 2027-Q1, 12 person-weeks: Find (2027/plans/bo-chen.yaml:16)%0Aagreed: later, Ana Ruiz leads, until 2026-11-01: one login for all (Priya Shah, 2026-10-01)%0Awhy: Ana Ruiz and Bo Chen: alike 0.84, same words%0Adecide: talk before that day, then `roundtable decide --overlap o-00000002 --as …`
::notice file=2027/decisions.yaml,line=23,col=5,title=stale decision%3A Export::agreed: separate, Ana Ruiz leads: one login for all (Priya Shah, 2026-10-01)%0Aremove: take the entry out of decisions.yaml, or mend it
::notice title=roundtable::4 leaders, 11 items: 4 features are planned by more than one leader, 1 decided.%0A2 findings must be settled: 1 new, 1 grown.%0A2 findings are only told: 1 later, 1 stale.

"]]
    );
}

#[test]
fn github_is_told_what_it_would_not_show() {
    let plans: Vec<(String, String)> =
        (0..14).map(|at| (format!("Leader {at}"), "SSO".to_owned())).collect();
    let plans: Vec<(&str, &str)> = plans.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let company = Sample::new().overlap(Across, "SSO", &plans).overlap(
        Across,
        "Search",
        &[("Ana Ruiz", "Search"), ("Bo Chen", "Find")],
    );
    let log = FindingsSample::new(company)
        .blocks(Matter::New, [Some(0), None], 14)
        .blocks(Matter::New, [Some(1), None], 2)
        .render("github");
    let errors: Vec<&str> = log.lines().filter(|line| line.starts_with("::error ")).collect();
    assert_eq!(errors.len(), 10, "{log}");
    assert!(errors[1].contains("file=plans/ana-ruiz.yaml"), "each finding in turn: {log}");
    assert_eq!(
        errors[9],
        "::error title=roundtable::7 more lines: the summary of this job has all"
    );
}

#[test]
fn a_merge_request_is_told_line_by_line() {
    assert_data_eq!(
        company().render("gitlab"),
        str![[r#"
[
  {
    "description": "new overlap: Single sign-on (2 leaders); Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks; talk, then `roundtable decide --overlap o-00000000 --as …`",
    "check_name": "new-overlap",
    "fingerprint": "1dca002ca0e8efb2",
    "severity": "major",
    "location": {
      "path": "plans/ana-ruiz.yaml",
      "lines": {
        "begin": 10
      }
    }
  },
  {
    "description": "new overlap: Single sign-on (2 leaders); Bo Chen (Team Bo), 2027-Q1, 12 person-weeks; talk, then `roundtable decide --overlap o-00000000 --as …`",
    "check_name": "new-overlap",
    "fingerprint": "beb0b370d01863db",
    "severity": "major",
    "location": {
      "path": "plans/bo-chen.yaml",
      "lines": {
        "begin": 11
      }
    }
  },
  {
    "description": "grown overlap: Audit log (3 leaders), Cy Park joins; Cy Park (Team Cy), 2027-Q1, 12 person-weeks; talk again, then `roundtable decide --overlap o-00000001 --as …`",
    "check_name": "grown-overlap",
    "fingerprint": "b681ce6e3689ecce",
    "severity": "major",
    "location": {
      "path": "plans/cy-park.yaml",
      "lines": {
        "begin": 14
      }
    }
  },
  {
    "description": "put off until 2026-11-01: Search (2 leaders); Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks; talk before that day, then `roundtable decide --overlap o-00000002 --as …`",
    "check_name": "put-off-overlap",
    "fingerprint": "d55941d6c36cc29e",
    "severity": "info",
    "location": {
      "path": "plans/ana-ruiz.yaml",
      "lines": {
        "begin": 15
      }
    }
  },
  {
    "description": "put off until 2026-11-01: Search (2 leaders); Bo Chen (Team Bo), 2027-Q1, 12 person-weeks; talk before that day, then `roundtable decide --overlap o-00000002 --as …`",
    "check_name": "put-off-overlap",
    "fingerprint": "b7f8c0c057b7622a",
    "severity": "info",
    "location": {
      "path": "plans/bo-chen.yaml",
      "lines": {
        "begin": 16
      }
    }
  },
  {
    "description": "stale decision: Export; take the entry out of decisions.yaml, or mend it",
    "check_name": "stale-decision",
    "fingerprint": "97479eddaea66f5f",
    "severity": "info",
    "location": {
      "path": "decisions.yaml",
      "lines": {
        "begin": 23
      }
    }
  }
]

"#]]
    );
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_others_join() {
    let prints = |shift: usize, plans: &[(&str, &str)]| -> Vec<Value> {
        let above = (0..shift).fold(Sample::new(), |it, _| it.item("Priya Shah", "Above"));
        let gate = FindingsSample::new(above.overlap(Across, "SSO", plans));
        let gate = gate.blocks(Matter::New, [Some(0), None], plans.len());
        let report: Value = gate.render("gitlab").parse().expect("JSON");
        let entries = report.as_array().expect("an array");
        entries.iter().map(|entry| entry["fingerprint"].clone()).collect()
    };
    let two = [("Ana Ruiz", "SSO"), ("Bo Chen", "Sign-on")];
    let three = [two[0], two[1], ("Cy Park", "SAML")];
    assert_eq!(prints(0, &two), prints(7, &two));
    assert_eq!(prints(0, &two), prints(0, &three)[..2]);
}

#[test]
fn code_scanning_is_told_every_leader_line() {
    let gate = FindingsSample { home: at_work(), ..company() };
    let log: Value = gate.render("sarif").parse().expect("JSON");
    let run = &log["runs"][0];
    let result = |at: usize| &run["results"][at];
    let rules: Vec<&Value> = (0..4).map(|at| &result(at)["ruleId"]).collect();
    assert_eq!(rules, ["new-overlap", "grown-overlap", "put-off-overlap", "stale-decision"]);
    for at in 0..4 {
        let index = result(at)["ruleIndex"].as_u64().expect("a number") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result(at)["ruleId"]);
    }
    let levels: Vec<&Value> = (0..4).map(|at| &result(at)["level"]).collect();
    assert_eq!(levels, ["error", "error", "note", "note"]);
    let physical = &result(0)["locations"][0]["physicalLocation"];
    assert_eq!(physical["artifactLocation"]["uri"], "2027/plans/ana-ruiz.yaml");
    assert_eq!(physical["region"]["startLine"], 10);
    let related = &result(0)["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["region"]["startLine"], 11);
    assert_eq!(
        related["message"]["text"],
        "Bo Chen (Team Bo), 2027-Q1, 12 person-weeks: Sign-on: 100 %"
    );
    assert!(result(0)["partialFingerprints"]["roundtableOverlap/v1"].is_string());
}

#[test]
fn every_overlap_is_a_test() {
    assert_data_eq!(
        company().render("junit"),
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="roundtable" tests="5" failures="2" errors="0" skipped="2">
  <testsuite name="roundtable check" tests="5" failures="2" errors="0" skipped="2">
    <testcase classname="overlap" name="Single sign-on (o-00000000)" file="plans/ana-ruiz.yaml" line="10">
      <failure type="new-overlap" message="new overlap: Single sign-on (2 leaders)">Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks: SSO (SAML), for partners (plans/ana-ruiz.yaml:10)
Bo Chen (Team Bo), 2027-Q1, 12 person-weeks: Sign-on: 100 % (plans/bo-chen.yaml:11)
why: Ana Ruiz and Bo Chen: alike 0.84, same words
decide: talk, then `roundtable decide --overlap o-00000000 --as …`
rename: two features? rename one, or decide `--as distinct`
ignore: end its line with `# roundtable: ignore` and why</failure>
    </testcase>
    <testcase classname="overlap" name="Audit log (o-00000001)" file="plans/ana-ruiz.yaml" line="12">
      <failure type="grown-overlap" message="grown overlap: Audit log (3 leaders), Cy Park joins">Cy Park (Team Cy), 2027-Q1, 12 person-weeks: Audit logs (plans/cy-park.yaml:14)
Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks: Audit log (plans/ana-ruiz.yaml:12)
Bo Chen (Team Bo), 2027-Q1, 12 person-weeks: Audit trail (plans/bo-chen.yaml:13)
agreed: shared, Ana Ruiz leads: one login for all (Priya Shah, 2026-10-01)
why: Ana Ruiz and Bo Chen: alike 0.84, same words
decide: talk again, then `roundtable decide --overlap o-00000001 --as …`
rename: two features? rename one, or decide `--as distinct`
ignore: end its line with `# roundtable: ignore` and why</failure>
    </testcase>
    <testcase classname="overlap" name="Search (o-00000002)" file="plans/ana-ruiz.yaml" line="15">
      <skipped message="put off until 2026-11-01: Search (2 leaders)">Ana Ruiz (Team Ana), 2027-Q1, 12 person-weeks: Search (plans/ana-ruiz.yaml:15)
Bo Chen (Team Bo), 2027-Q1, 12 person-weeks: Find (plans/bo-chen.yaml:16)
agreed: later, Ana Ruiz leads, until 2026-11-01: one login for all (Priya Shah, 2026-10-01)
why: Ana Ruiz and Bo Chen: alike 0.84, same words
decide: talk before that day, then `roundtable decide --overlap o-00000002 --as …`</skipped>
    </testcase>
    <testcase classname="overlap" name="Hooks (o-00000003)" file="plans/ana-ruiz.yaml" line="17"/>
    <testcase classname="stale-decision" name="Export" file="decisions.yaml" line="23">
      <skipped message="stale decision: Export">agreed: separate, Ana Ruiz leads: one login for all (Priya Shah, 2026-10-01)
remove: take the entry out of decisions.yaml, or mend it</skipped>
    </testcase>
  </testsuite>
</testsuites>

"#]]
    );
}

#[test]
fn a_comment_shows_who_plans_what_and_where() {
    let gate = FindingsSample { home: at_work(), ..company() };
    assert_data_eq!(
        gate.render("markdown"),
        str![[r"
<!-- roundtable check -->
### Leaders have something to decide

4 leaders, 11 items: 4 features are planned by more than one leader, 1 decided.

2 findings must be settled: 1 new, 1 grown.

2 findings are only told: 1 later, 1 stale.

#### ❌ new overlap: Single sign-on (2 leaders)

| Leader | Planned as | When | Effort | Where |
| :-- | :-- | :-- | --: | :-- |
| **Ana Ruiz** (Team Ana) | SSO (SAML), for partners | 2027-Q1 | 12 person-weeks | [2027/plans/ana-ruiz.yaml:10](https://github.example/acme/plans/blob/1a2b3c/2027/plans/ana-ruiz.yaml#L10) |
| **Bo Chen** (Team Bo) | Sign-on: 100 % | 2027-Q1 | 12 person-weeks | [2027/plans/bo-chen.yaml:11](https://github.example/acme/plans/blob/1a2b3c/2027/plans/bo-chen.yaml#L11) |

- **why:** Ana Ruiz and Bo Chen: alike 0.84, same words
- **decide:** talk, then `roundtable decide --overlap o-00000000 --as …`
- **rename:** two features? rename one, or decide `--as distinct`
- **ignore:** end its line with `# roundtable: ignore` and why

#### ❌ grown overlap: Audit log (3 leaders), Cy Park joins

| Leader | Planned as | When | Effort | Where |
| :-- | :-- | :-- | --: | :-- |
| **Cy Park** (Team Cy) 🆕 | Audit logs | 2027-Q1 | 12 person-weeks | [2027/plans/cy-park.yaml:14](https://github.example/acme/plans/blob/1a2b3c/2027/plans/cy-park.yaml#L14) |
| **Ana Ruiz** (Team Ana) | Audit log | 2027-Q1 | 12 person-weeks | [2027/plans/ana-ruiz.yaml:12](https://github.example/acme/plans/blob/1a2b3c/2027/plans/ana-ruiz.yaml#L12) |
| **Bo Chen** (Team Bo) | Audit trail | 2027-Q1 | 12 person-weeks | [2027/plans/bo-chen.yaml:13](https://github.example/acme/plans/blob/1a2b3c/2027/plans/bo-chen.yaml#L13) |

- **agreed:** shared, Ana Ruiz leads: one login for all (Priya Shah, 2026-10-01) – [2027/decisions.yaml:3](https://github.example/acme/plans/blob/1a2b3c/2027/decisions.yaml#L3)
- **decide:** talk again, then `roundtable decide --overlap o-00000001 --as …`
- **rename:** two features? rename one, or decide `--as distinct`
- **ignore:** end its line with `# roundtable: ignore` and why

#### ℹ️ put off until 2026-11-01: Search (2 leaders)

| Leader | Planned as | When | Effort | Where |
| :-- | :-- | :-- | --: | :-- |
| **Ana Ruiz** (Team Ana) | Search | 2027-Q1 | 12 person-weeks | [2027/plans/ana-ruiz.yaml:15](https://github.example/acme/plans/blob/1a2b3c/2027/plans/ana-ruiz.yaml#L15) |
| **Bo Chen** (Team Bo) | Find | 2027-Q1 | 12 person-weeks | [2027/plans/bo-chen.yaml:16](https://github.example/acme/plans/blob/1a2b3c/2027/plans/bo-chen.yaml#L16) |

- **agreed:** later, Ana Ruiz leads, until 2026-11-01: one login for all (Priya Shah, 2026-10-01) – [2027/decisions.yaml:13](https://github.example/acme/plans/blob/1a2b3c/2027/decisions.yaml#L13)
- **why:** Ana Ruiz and Bo Chen: alike 0.84, same words
- **decide:** talk before that day, then `roundtable decide --overlap o-00000002 --as …`

#### ℹ️ stale decision: Export

- **agreed:** separate, Ana Ruiz leads: one login for all (Priya Shah, 2026-10-01) – [2027/decisions.yaml:23](https://github.example/acme/plans/blob/1a2b3c/2027/decisions.yaml#L23)
- **remove:** take the entry out of decisions.yaml, or mend it


"]]
    );
}

#[test]
fn a_comment_fits_and_says_what_was_cut() {
    let long = "long ".repeat(1000);
    let plans: Vec<(String, &str)> =
        (0..100).map(|at| (format!("Leader {at}"), long.as_str())).collect();
    let plans: Vec<(&str, &str)> = plans.iter().map(|(a, b)| (a.as_str(), *b)).collect();
    let company = (0..40).fold(Sample::new(), |it, _| it.overlap(Across, "SSO", &plans));
    let gate = (0..40)
        .fold(FindingsSample::new(company), |it, at| it.blocks(Matter::New, [Some(at), None], 100));
    let comment = gate.render("markdown");
    assert!((40_000..=65_536).contains(&comment.len()), "{} bytes", comment.len());
    assert!(comment.ends_with("did not fit: `roundtable check` shows all.\n"), "{comment}");
    assert!(comment.contains("and 42 more items\n"), "{comment}");
    for room in [0, 10, 100, 1000] {
        let mut out = Vec::new();
        gate.with_page(|page| write_within(page, room, &mut out)).expect("memory takes all");
        assert!(out.len() <= room);
    }
}

#[test]
fn programs_are_told_everything() {
    let gate = FindingsSample { budget: 5, since: Some("origin/main"), ..company() };
    let report: Value = gate.render("json").parse().expect("JSON");
    assert_eq!(report["schema"], "roundtable-check/1");
    assert_eq!([&report["verdict"], &report["since"]], ["pass", "origin/main"]);
    assert_eq!(report["budget"], 5);
    let grown = &report["findings"][1];
    assert_eq!([&grown["matter"], &grown["rule"]], ["grown", "grown-overlap"]);
    assert_eq!(grown["overlap"], report["overlaps"][1]["id"]);
    assert_eq!(grown["decision"], 0);
    assert_eq!(grown["news"][0]["leader"], "Cy Park");
    assert_eq!(report["decisions"][0]["members"][1]["name"], "Audit trail");
    assert_eq!(report["overlaps"].as_array().map(Vec::len), Some(4));
    let unread = FindingsSample { company: company().company.unread("plans/x.yaml"), ..company() };
    let report: Value = unread.render("json").parse().expect("JSON");
    assert_eq!(report["verdict"], "incomplete");
}
