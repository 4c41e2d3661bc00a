//! No text of a leader breaks out of any format.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::decision::{Agreed, Matter};
use crate::overlap::Kind::Across;
use crate::report::Subject;
use crate::report::findings::Findings;
use crate::report::findings::sample::FindingsSample;
use crate::report::sample::Sample;

/// What a leader may write to break out of a report.
const HOSTILE: [&str; 8] = [
    "red \u{1b}[31m\u{9b}2J alert\u{7}",
    "right \u{202e}to\u{2066} left",
    "a | b\n| c |\r\n# d",
    "::error::x %0A::warning::y %",
    "]]><script>alert(1)</script><!-- & &amp; \"'",
    "[x](javascript:y) {0} {{z}} \\[ @ana #42 https://x.example",
    "two\nlines\u{2028}three\u{0}\u{fffe}",
    "`rm -rf` $(rm) ##[error]z </details> ```",
];

#[test]
fn hostile_texts_do_nothing_in_any_format() {
    for text in HOSTILE {
        let (name, leader) = (format!("{text} item"), format!("{text} leader"));
        let company = Sample::new()
            .overlap(Across, text, &[(leader.as_str(), &name), ("Bo Chen", text), ("Cy", text)])
            .unread(&format!("plans/{text}.yaml"));
        let mut gate = FindingsSample::new(company)
            .agreed(Agreed::Later, 0, 2)
            .blocks(Matter::New, [Some(0), None], 3)
            .blocks(Matter::Grown, [Some(0), Some(0)], 1)
            .tells(Matter::Stale, [None, Some(0)], 0)
            .tells(Matter::Unused, [None, None], 1);
        let decision = &mut gate.decisions[0];
        decision.reason = Some(text.to_owned());
        decision.by = Some(text.to_owned());
        gate.home.web = Some("https://x.example".to_owned());
        for format in Findings::FORMATS {
            let report = gate.render(format.name);
            assert!(!report.is_empty());
            harmless(format.name, &report);
        }
    }
}

/// No character that steers a terminal, and nothing that the reader of the format would obey.
fn harmless(format: &str, report: &str) {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!report.contains(steers), "{format}: {report:?}");
    match format {
        "github" => {
            let command = |line: &str| {
                ["::error ", "::warning ", "::notice "].iter().any(|it| line.starts_with(it))
            };
            assert!(report.lines().all(command), "{report}");
            // One file, five items, one decision, and what it comes to.
            assert_eq!(report.lines().count(), 8, "{report}");
        }
        "gitlab" | "sarif" | "json" => {
            let read: Value = report.parse().expect("JSON");
            assert!(read.is_object() || read.is_array());
        }
        "junit" => assert_eq!(tests_in(report), 4, "{report}"),
        "markdown" => {
            let live = report.replace(r"\\", "").replace(r"\[", "").replace(r"\]", "");
            assert!(!live.contains("<script") && !live.contains("](java"), "{report}");
            assert!(!live.contains("@ana") && !live.contains("#42"), "{report}");
            assert_eq!(report.matches("<details>").count(), report.matches("</details>").count());
            let columns =
                |line: &str| line.replace(r"\\", "").replace(r"\|", "").matches('|').count();
            let rows = report.lines().filter(|line| line.starts_with('|'));
            rows.for_each(|row| assert_eq!(columns(row), 6, "{row}"));
        }
        _ => {}
    }
}

/// How many test cases a parser finds.
fn tests_in(report: &str) -> usize {
    let mut reader = Reader::from_str(report);
    let mut tests = 0;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(element) | Event::Empty(element) => {
                element.attributes().for_each(|it| drop(it.expect("an attribute")));
                tests += usize::from(element.name().as_ref() == "testcase");
            }
            Event::Eof => return tests,
            _ => {}
        }
    }
}
