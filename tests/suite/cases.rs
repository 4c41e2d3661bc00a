//! Every folder under `tests/cases` is a case.
//!
//! | file | holds |
//! |---|---|
//! | `command` | what is run, one command a line, each beginning with `roundtable` or with settings such as `NO_COLOR=1` before it; `cd` goes to a folder of the input; lines with `#` say why |
//! | `input/` | what the working folder holds beforehand, if anything |
//! | `input_of` | the name of the case whose input it is, in place of `input/`: what several cases show, such as one input in every format |
//! | `stdout`, `stderr` | what all commands print; no file, no output |
//! | `exit` | one exit code per command; no file, all 0 |
//! | `expected/` | files that must be there afterwards, if any |
//!
//! The version is written `[VERSION]` and the working folder `[FOLDER]`.

use std::fs;
use std::path::Path;
use std::process::Output;

use rayon::prelude::*;
use snapbox::assert::Action;
use snapbox::dir::{DirRoot, Walk};
use snapbox::{Assert, Data};

use crate::{command, entries, root, updating};

#[test]
fn every_case_prints_what_it_says() {
    let cases = entries(&root().join("tests/cases"));
    assert!(!cases.is_empty(), "no cases: the test would prove nothing");
    let failures: Vec<_> = cases.par_iter().flat_map_iter(|case| check(case)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs the case; what differs comes back, each difference as one text.
fn check(case: &Path) -> Vec<String> {
    let folder = folder(case);
    let here = folder.path().expect("a temporary folder has a path");
    let lines = fs::read_to_string(case.join("command")).unwrap_or_default();
    let commands = lines.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let runs = run(commands, here);
    assert!(!runs.is_empty(), "{} has no command", case.display());

    let join = |parts: Vec<&[u8]>| redact(&String::from_utf8_lossy(&parts.concat()), here);
    let codes: Vec<_> = runs.iter().map(|run| run.status.code().unwrap_or(-1)).collect();
    let all_done = codes.iter().all(|&code| code == 0);
    let exit =
        codes.iter().filter(|_| !all_done).map(|code| code.to_string() + "\n").collect::<String>();
    let stdout = join(runs.iter().map(|run| &*run.stdout).collect());
    let stderr = join(runs.iter().map(|run| &*run.stderr).collect());

    let mut failures = Vec::new();
    failures.extend(compare(&case.join("stdout"), &stdout));
    failures.extend(compare(&case.join("stderr"), &stderr));
    failures.extend(compare(&case.join("exit"), &exit));
    for file in Walk::new(&case.join("expected")).flatten().filter(|path| path.is_file()) {
        let name = file.strip_prefix(case.join("expected")).expect("walked from there");
        let actual = fs::read_to_string(here.join(name)).unwrap_or_else(|error| error.to_string());
        failures.extend(compare(&file, &redact(&actual, here)));
    }
    failures
}

/// Runs the commands, each in the folder that the last `cd` before it names.
fn run<'a>(commands: impl Iterator<Item = &'a str>, here: &Path) -> Vec<Output> {
    let mut folder = here.to_owned();
    let mut runs = Vec::new();
    for line in commands {
        match line.strip_prefix("cd ") {
            Some(name) => folder = here.join(name),
            None => runs.push(command::run(line, &folder)),
        }
    }
    runs
}

/// A temporary folder that holds the case's input.
fn folder(case: &Path) -> DirRoot {
    let folder = DirRoot::mutable_temp().expect("a temporary folder");
    let own = case.join("input");
    let input = match fs::read_to_string(case.join("input_of")) {
        Ok(other) => {
            let input = case.with_file_name(other.trim()).join("input");
            assert!(!own.is_dir() && input.is_dir(), "{} names no other input", case.display());
            input
        }
        Err(_) => own,
    };
    if input.is_dir() { folder.with_template(&input).expect("the input is copied") } else { folder }
}

/// Compares the text with the file, where no file stands for no text, or rewrites the file.
fn compare(file: &Path, actual: &str) -> Option<String> {
    let expected = fs::read_to_string(file).unwrap_or_default();
    if updating() && actual != expected {
        match actual {
            "" => fs::remove_file(file).expect("an old expectation is removed"),
            _ => fs::write(file, actual).expect("a new expectation is written"),
        }
        return None;
    }
    let name = file.strip_prefix(root()).unwrap_or(file).display();
    let expected = Data::text(expected).raw();
    let assert = Assert::new().action(Action::Verify);
    let difference = assert.try_eq(Some(&"now"), Data::text(actual), expected).err()?;
    Some(format!("{name}\n{difference}"))
}

/// The text as it is on every machine and in every version.
fn redact(text: &str, folder: &Path) -> String {
    text.replace(&folder.display().to_string(), "[FOLDER]")
        .replace(env!("CARGO_PKG_VERSION"), "[VERSION]")
}
