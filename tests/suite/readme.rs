//! The commands of the documentation print what the documentation says.
//!
//! A block that opens with ```` ```console ```` holds commands (`$ roundtable …`, or
//! `$ cargo run --release -- …` for who has not installed it) and what each prints, run from the
//! root of the repository. A last line `…` means that more output follows.

use std::fs;
use std::path::PathBuf;

use snapbox::{Assert, Data};

use crate::{command, entries, root, updating};

const OPEN: &str = "```console";
const CLOSE: &str = "```";
const MORE: &str = "…";
const FROM_SOURCE: &str = "cargo run --release -- ";

#[test]
fn every_command_of_the_documentation_prints_what_it_shows() {
    let pages = pages();
    let mut commands = 0;
    for page in pages {
        let text = fs::read_to_string(&page).expect("a page is text");
        let now = rewritten(&text, |line| {
            commands += 1;
            let run = command::run(line, root());
            String::from_utf8_lossy(&[run.stdout, run.stderr].concat()).into_owned()
        });
        if updating() {
            fs::write(&page, now).expect("the page is rewritten");
        } else {
            Assert::new().eq(Data::text(now), Data::text(text).raw());
        }
    }
    assert!(commands > 0, "no commands: the test would prove nothing");
}

/// `README.md` and the page of every example.
fn pages() -> Vec<PathBuf> {
    let examples = entries(&root().join("examples"));
    let pages = examples.into_iter().map(|example| example.join("README.md"));
    pages.chain([root().join("README.md")]).filter(|page| page.is_file()).collect()
}

/// The page with what its commands print now.
fn rewritten(page: &str, mut run: impl FnMut(&str) -> String) -> String {
    let mut now = Vec::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        now.push(line.to_owned());
        if line.trim_end() != OPEN {
            continue;
        }
        while let Some(line) = lines.next_if(|line| *line != CLOSE) {
            now.push(line.to_owned());
            let Some(command) = line.strip_prefix("$ ") else { continue };
            let shown = std::iter::from_fn(|| {
                lines.next_if(|line| *line != CLOSE && !line.starts_with("$ "))
            });
            let shown: Vec<_> = shown.collect();
            now.extend(output(&run(&installed(command)), &shown));
        }
    }
    now.join("\n") + "\n"
}

/// The command for who has installed the program.
fn installed(command: &str) -> String {
    match command.strip_prefix(FROM_SOURCE) {
        Some(arguments) => format!("roundtable {arguments}"),
        None => command.to_owned(),
    }
}

/// As much of the output as is shown.
fn output(printed: &str, shown: &[&str]) -> Vec<String> {
    let mut lines: Vec<_> =
        printed.trim_end().lines().map(|line| line.trim_end().to_owned()).collect();
    if shown.last() == Some(&MORE) && lines.len() >= shown.len() {
        lines.truncate(shown.len() - 1);
        lines.push(MORE.to_owned());
    }
    lines
}

#[test]
fn a_page_is_rewritten_in_its_console_blocks_only() {
    let run = |command: &str| format!("ran {command}\n2\n3\n");
    let check = |page: &str, expected: &str| assert_eq!(rewritten(page, run), expected);
    check("```sh\n$ roundtable\n```\n", "```sh\n$ roundtable\n```\n");
    check(
        "```console\n$ roundtable\n```\n",
        "```console\n$ roundtable\nran roundtable\n2\n3\n```\n",
    );
    check(
        "```console\n$ roundtable a\nold\n…\n$ cargo run --release -- b\n```\nend\n",
        "```console\n$ roundtable a\nran roundtable a\n…\n$ roundtable b\n```\nend\n"
            .replace("$ roundtable b", "$ cargo run --release -- b\nran roundtable b\n2\n3")
            .as_str(),
    );
}
