//! What every question does with its input: read it, and tell what is wrong with it.

use std::path::PathBuf;

use roundtable::basics::{Problem, Severity};
use roundtable::report;
use roundtable::roadmap::Reading;

use crate::cli::Ending;
use crate::cli::flags::output::{Output, Screen};

/// Tells the problems on standard error; one error among them leaves the job incomplete.
pub fn tell(problems: &[Problem], output: &Output) -> Ending {
    tell_on(&output.screen, problems)
}

/// Tells the problems as [`tell`] does, where there is no report.
pub fn tell_on(screen: &Screen, problems: &[Problem]) -> Ending {
    if !problems.is_empty() {
        screen.beside(|styled, width, to| report::problems(problems, styled, width, to));
    }
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    if problems.iter().any(is_error) { Ending::Incomplete } else { Ending::Done }
}

/// Why there is nothing to compare, though nothing went wrong.
pub fn nothing(reading: &Reading, paths: &[PathBuf]) -> String {
    let name = |path: &PathBuf| match path.to_string_lossy() {
        here if here == "." => "this folder".to_owned(),
        path => path.into_owned(),
    };
    let paths = paths.iter().map(name).collect::<Vec<_>>().join(", ");
    match reading.files {
        0 => format!("no roadmap files in {paths}; `roundtable schema` tells what they look like"),
        1 => format!("no items in the one roadmap file of {paths}"),
        files => format!("no items in the {files} roadmap files of {paths}"),
    }
}
