//! The frozen shape, to the letter.

use snapbox::{assert_data_eq, str};

use crate::overlap::Kind::{Across, Within};
use crate::report::json::Effort;
use crate::report::overlaps::Limit;
use crate::report::sample::Sample;

#[test]
fn the_report_has_the_frozen_shape() {
    let company = Sample::new()
        .overlap(Across, "Single sign-on", &[("Ana Ruiz", "SSO"), ("Bo Chen", "Sign-on")])
        .unread("plans/cy.yaml");
    assert_data_eq!(
        company.render("json"),
        str![[r#"
{
  "schema": "roundtable/1",
  "tool": {
    "name": "roundtable",
    "version": "0.1.0"
  },
  "summary": {
    "roadmaps": 2,
    "leaders": 2,
    "items": 2,
    "overlaps": 1,
    "certain": 1,
    "shown": 1
  },
  "overlaps": [
    {
      "id": "o-00000000",
      "name": "Single sign-on",
      "kind": "across",
      "certain": true,
      "theme": false,
      "shared": {
        "share": 0.874,
        "by_chance": 0.031
      },
      "leaders": [
        "Ana Ruiz",
        "Bo Chen"
      ],
      "score": {
        "weakest": 0.714,
        "mean": 0.84
      },
      "thresholds": null,
      "items": [
        {
          "leader": "Ana Ruiz",
          "team": "Team Ana",
          "name": "SSO",
          "id": null,
          "file": "plans/ana-ruiz.yaml",
          "line": 10,
          "column": 11,
          "status": "planned",
          "quarter": "2027-Q1",
          "effort": 12,
          "owner": null,
          "parent": null,
          "doubtful": false
        },
        {
          "leader": "Bo Chen",
          "team": "Team Bo",
          "name": "Sign-on",
          "id": null,
          "file": "plans/bo-chen.yaml",
          "line": 11,
          "column": 11,
          "status": "planned",
          "quarter": "2027-Q1",
          "effort": 12,
          "owner": null,
          "parent": null,
          "doubtful": false
        }
      ],
      "also_near": [],
      "links": [
        {
          "a": 0,
          "b": 1,
          "score": 0.84,
          "because": [
            "same words"
          ]
        }
      ],
      "decision": null
    }
  ],
  "silenced": [],
  "problems": [
    {
      "file": "plans/cy.yaml",
      "line": 0,
      "column": 0,
      "severity": "error",
      "message": "the file is empty",
      "help": null
    }
  ]
}

"#]]
    );
}

#[test]
fn a_program_is_told_everything_unless_it_asks_for_less() {
    let company = Sample::new()
        .overlap(Within, "Hooks", &[("Ana Ruiz", "Hooks"), ("Ana Ruiz", "Hook")])
        .overlap(Across, "Search", &[("Ana Ruiz", "Search"), ("Bo Chen", "search")])
        .doubtful(0)
        .seen(|view| view.limit = Limit::Usual);
    let check = |company: &Sample, expected: &str| {
        let lines = company.render("jsonl");
        let lines: Vec<serde_json::Value> =
            lines.lines().map(|line| line.parse().expect("JSON")).collect();
        let told: Vec<String> =
            lines.iter().map(|it| format!("{} {}", it["name"], it["certain"])).collect();
        assert_eq!(told.join(", "), expected);
        let report: serde_json::Value = company.render("json").parse().expect("JSON");
        assert_eq!(report["summary"]["shown"], lines.len());
        assert_eq!(report["overlaps"], serde_json::Value::from(lines));
    };
    check(&company, r#""Search" true, "Hooks" false"#);
    let company = company.seen(|view| view.limit = Limit::Most(1));
    check(&company, r#""Search" true"#);
    let company = company.seen(|view| view.filter.kinds = vec![Within]);
    check(&company, r#""Hooks" false"#);
    check(&company.seen(|view| view.filter.min_leaders = 2), "");
}

#[test]
fn a_number_prints_as_people_write_it() {
    for (effort, printed) in [(12.0, "12"), (0.0, "0"), (2.5, "2.5"), (1e300, "1e+300")] {
        assert_eq!(serde_json::json!(Effort(effort)).to_string(), printed);
    }
}
