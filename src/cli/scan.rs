//! `roundtable scan`: the overlaps of many roadmaps.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use roundtable::report::{self, Page, View};
use roundtable::roadmap::{self, Problem, Reading, Severity};

use crate::cli::config::{ConfigFlag, glossary, settings};
use crate::cli::finding::Finding;
use crate::cli::output::Output;
use crate::cli::showing::Showing;
use crate::cli::{Ending, style};

/// Show the features that several leaders plan
///
/// Reads every roadmap under the paths, finds the near-duplicate features among them and shows them,
/// the widest first. Folders are walked; hidden and git-ignored files are left out.
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Scan {
    /// Files and folders to read, in any mix
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    config: ConfigFlag,

    #[command(flatten)]
    finding: Finding,

    #[command(flatten)]
    showing: Showing,

    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "
  roundtable scan
      Read every roadmap in the current folder.

  roundtable scan plans/ ana.yaml --places --limit 5
      Show the five widest overlaps, with file and line of every item.

  roundtable scan plans/ --kind across,down,within --limit 0
      Show everything that is planned twice, deployment and repetition included.

  roundtable scan plans/ --sensitivity high
      Show doubtful pairs too.

  roundtable scan plans/ --format json --output overlaps.json
      Write a report for other programs.";

/// Reads, finds and reports; problems go to standard error, after the report.
///
/// # Errors
/// When nothing is planned anywhere, or the report cannot be written.
pub fn run(scan: &Scan) -> Result<Ending> {
    scan.output.settle_color();
    let config = match scan.config.read() {
        Ok(config) => config,
        Err(problems) => return Ok(tell(&problems, &scan.output)),
    };
    let reading = roadmap::read(&scan.paths, &config.mapping);
    let items = roadmap::planned(&reading.roadmaps);
    let glossary = glossary(&config);
    let settings = settings(&config, &glossary, scan.finding.threshold(&config));
    let overlaps = roundtable::scan(&items, &settings);
    let page = Page {
        roadmaps: reading.roadmaps.len(),
        leaders: items.iter().map(|planned| planned.leader()).collect::<BTreeSet<_>>().len(),
        items: &items,
        overlaps: &overlaps,
        problems: &reading.problems,
        view: view(scan),
    };
    // An empty table helps nobody who mistyped a folder; a program still gets its page.
    if !(items.is_empty() && scan.showing.is_for_people()) {
        scan.output.write(|to| (scan.showing.format.write)(&page, to))?;
    }
    let ending = tell(&reading.problems, &scan.output);
    if items.is_empty() && ending == Ending::Done {
        bail!(nothing(&reading, &scan.paths));
    }
    Ok(ending)
}

fn view(scan: &Scan) -> View {
    View {
        width: scan.output.width(),
        styled: scan.output.styled(),
        limit: scan.showing.limit(),
        places: scan.showing.places,
        kinds: scan.showing.kinds(),
    }
}

/// Tells the problems on standard error; one error among them leaves the job incomplete.
fn tell(problems: &[Problem], output: &Output) -> Ending {
    if !problems.is_empty() {
        output.beside(|styled, width, to| report::problems(problems, styled, width, to));
    }
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    if problems.iter().any(is_error) { Ending::Incomplete } else { Ending::Done }
}

/// Why there is nothing to compare, though nothing went wrong.
fn nothing(reading: &Reading, paths: &[PathBuf]) -> String {
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
