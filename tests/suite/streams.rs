//! Standard output that closes early, is full or is a file.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use tempfile::{TempDir, tempdir};

use crate::command::roundtable;
use crate::entries;

#[test]
fn a_reader_that_has_read_enough_is_no_error() {
    let folder = many_roadmaps();
    let mut command = roundtable(folder.path());
    command.args(["scan", "--format", "json", "."]);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut line = String::new();
    let mut reader = BufReader::new(child.stdout.take().expect("piped"));
    reader.read_line(&mut line).expect("a first line");
    drop(reader);
    let mut told = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut told).expect("text");
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    assert_eq!(told, "");
}

#[test]
fn a_check_fails_whoever_reads_it() {
    let folder = many_roadmaps();
    let mut command = roundtable(folder.path());
    command.args(["check", "--format", "json", "."]);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    let folder = many_roadmaps();
    for arguments in [&["scan", "--format", "json", "."][..], &["--help"], &["man"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there");
        let run = roundtable(folder.path()).args(arguments).stdout(full).output();
        let run = run.expect("the program starts");
        let told = String::from_utf8_lossy(&run.stderr);
        assert!(told.starts_with("error: cannot write to standard output: "), "{told}");
        assert_eq!(run.status.code(), Some(2));
    }
}

#[test]
#[cfg(unix)]
fn what_is_no_regular_file_is_written_directly() {
    let folder = many_roadmaps();
    let mut command = roundtable(folder.path());
    let run = command.args(["scan", "--output", "/dev/stdout"]).output().expect("it runs");
    assert_eq!(run.status.code(), Some(0));
    assert!(!run.stdout.is_empty());
}

#[test]
fn a_report_replaces_the_old_one_and_leaves_no_other_file() {
    let folder = many_roadmaps();
    let report = folder.path().join("report.txt");
    fs::write(&report, "old").expect("an old report is written");
    let mut command = roundtable(folder.path());
    let run = command.args(["scan", "--output", "report.txt"]).output().expect("it runs");
    assert_eq!(run.status.code(), Some(0));
    assert!(run.stdout.is_empty());
    assert_ne!(fs::read_to_string(&report).expect("the report is there"), "old");
    assert_eq!(entries(folder.path()).len(), 3);
}

/// A folder of roadmaps whose report fills a pipe, so that the program is still writing when its
/// reader goes away.
fn many_roadmaps() -> TempDir {
    let folder = tempdir().expect("a temporary folder");
    for leader in ["ana", "bo"] {
        let own = |item: u32| if item < 1500 { leader } else { "anybody" };
        let item = |item: u32| format!("  - Plan {item} of {}\n", own(item));
        let items = (0..3000).map(item).collect::<Vec<_>>().concat();
        let roadmap = format!("leader: {leader}\nitems:\n{items}");
        fs::write(folder.path().join(leader).with_extension("yaml"), roadmap).expect("written");
    }
    folder
}
