//! No text of a leader steers the terminal of whoever asks, in any answer and any format.

use std::fs;

use serde_json::Value;
use tempfile::tempdir;

use crate::command::roundtable;

/// An item's name that would clear a screen, turn the order of its neighbours and end its line.
const HOSTILE: &str = "Audit\u{9b}2J log\u{202e} (x\u{7}y)\u{2028}";

const QUESTIONS: [&[&str]; 5] = [
    &["scan", "plans"],
    &["find", HOSTILE, "plans"],
    &["explain", HOSTILE, "Audit trail", "plans"],
    &["evaluate", "labels.csv", "plans"],
    &["glossary", "plans"],
];

#[test]
fn no_answer_steers_the_terminal() {
    let folder = tempdir().expect("a folder");
    fs::create_dir(folder.path().join("plans")).expect("a folder");
    let name = "Audit\\u009b2J log\\u202e (x\\u0007y)\\u2028";
    let ana =
        format!("leader: \"Ana{name}\"\nitems: [{{name: \"{name}\", aliases: [\"{name} z\"]}}]\n");
    fs::write(folder.path().join("plans/ana.yaml"), ana).expect("a roadmap");
    let bo = "leader: Bo\nitems: [Audit trail]\n";
    fs::write(folder.path().join("plans/bo.yaml"), bo).expect("a roadmap");
    let labels = format!("{HOSTILE},Audit trail,different\n{HOSTILE}?,Audit trail,same\n");
    fs::write(folder.path().join("labels.csv"), labels).expect("judged pairs");
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for question in QUESTIONS {
        for format in ["table", "json"] {
            let mut command = roundtable(folder.path());
            let run = command.args(question).args(["--format", format]).output();
            let run = run.expect("the program starts");
            let answer = String::from_utf8(run.stdout).expect("an answer is UTF-8");
            assert!(!answer.is_empty(), "{question:?}");
            assert!(!answer.contains(steers), "{question:?} as {format}: {answer:?}");
            if format == "json" {
                answer.parse::<Value>().expect("JSON");
            }
        }
    }
}
