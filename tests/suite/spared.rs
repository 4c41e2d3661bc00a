//! No answer is written over what was read, and then nothing else is written either.

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use crate::command::roundtable;
use crate::entries;

const PLAN: &str = "leader: Ana\nitems: [Search]\n";

/// Runs `scan plans` with more arguments beside one roadmap, after a change of the folder.
fn check(arguments: &[&str], change: impl FnOnce(&Path), told: &str) {
    let folder = tempdir().expect("a folder");
    let plans = folder.path().join("plans");
    fs::create_dir(&plans).expect("a folder");
    fs::write(plans.join("ana.yaml"), PLAN).expect("a roadmap");
    change(folder.path());
    let before = entries(folder.path());
    let run = roundtable(folder.path()).args(["scan", "plans"]).args(arguments).output();
    let run = run.expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&run.stderr), told);
    assert_eq!(run.status.code(), Some(2));
    assert!(run.stdout.is_empty());
    assert_eq!(fs::read_to_string(plans.join("ana.yaml")).expect("the roadmap"), PLAN);
    assert_eq!(entries(folder.path()), before);
}

#[test]
fn one_refused_format_keeps_all_others_from_being_written() {
    check(
        &["--format", "csv=report.csv", "--format", "json=plans/ana.yaml"],
        |_| {},
        "error: --format json=plans/ana.yaml is one of the files that were read; name another\n",
    );
}

#[test]
#[cfg(unix)]
fn a_link_to_what_was_read_is_what_was_read() {
    let soft = |folder: &Path| {
        std::os::unix::fs::symlink("plans/ana.yaml", folder.join("report")).expect("a link");
    };
    let hard = |folder: &Path| {
        fs::hard_link(folder.join("plans/ana.yaml"), folder.join("report")).expect("a link");
    };
    let told = "error: --output report is one of the files that were read; name another\n";
    check(&["--output", "report"], soft, told);
    check(&["--output", "report"], hard, told);
}
