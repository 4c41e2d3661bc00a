//! The layout holds: rooms use only rooms earlier in the sentence, every package has its home, and
//! the rooms in the middle touch nothing outside.

mod paths;

use std::fs;
use std::path::Path;

use crate::{entries, root};
use paths::paths;

/// Which files may name a package; a home is a file without `.rs`, or a folder.
const HOMES: &[(&str, &[&str])] = &[
    (
        "annotate_snippets",
        &[
            "src/report/terminal/snippet",
            "src/report/terminal/problems",
            "src/report/findings/text",
        ],
    ),
    ("anyhow", &["src/main", "src/cli"]),
    ("clap", &["src/cli"]),
    ("clap_complete", &["src/cli/commands/completions"]),
    ("clap_mangen", &["src/cli/commands/man"]),
    ("console", &["src/cli/commands/decide"]),
    ("comfy_table", &["src/report/terminal/row"]),
    ("serde_yaml", &["src/document/yaml", "src/names/glossary"]),
    ("same_file", &["src/cli/file"]),
    ("strsim", &["src/basics/spelling"]),
    ("textwrap", &["src/report/terminal/wrap"]),
    ("unicode_segmentation", &["src/report/terminal/wrap"]),
];

/// Above the rooms: each may use every room, none is used by one.
const ABOVE: &[&str] = &["cli", "main"];

/// Rooms where something can fail, because they read or write; all others are total functions.
const EDGES: &[&str] = &["document", "roadmap", "report", "config"];

/// What total functions do not touch.
const OUTSIDE: &[&[&str]] =
    &[&["std", "fs"], &["std", "env"], &["std", "time"], &["std", "io"], &["std", "net"]];
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

#[test]
fn the_layout_holds() {
    let mut files = Vec::new();
    read_all(&root().join("src"), &mut files);
    let files: Vec<_> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    let broken = broken(&files);
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Every rule that the files break, each as one sentence.
fn broken(files: &[(&str, &str)]) -> Vec<String> {
    let lib = files.iter().find(|(path, _)| *path == "src/lib.rs").map_or("", |(_, text)| text);
    let rooms = paths::public_modules(lib);
    assert!(!rooms.is_empty(), "no rooms: the test would prove nothing");
    let rooms: Vec<_> = rooms.iter().map(String::as_str).filter(|it| !ABOVE.contains(it)).collect();
    let broken = files.iter().flat_map(|(path, text)| {
        let broken = [rules_of_every_file(path, text), rules_of_rooms(path, text, &rooms)].concat();
        broken.into_iter().map(move |rule| format!("{path} {rule}"))
    });
    broken.collect()
}

fn rules_of_every_file(path: &str, text: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !text.starts_with("//! ") {
        broken.push("does not begin with what it is for (//!)".to_owned());
    }
    for (package, homes) in HOMES {
        let is_used = paths(path, text).iter().any(|it| it.len() > 1 && it[0] == *package);
        if is_used && !homes.iter().any(|home| is_in(path, home)) {
            broken.push(format!("uses {package}, whose home is {}", homes.join(" and ")));
        }
    }
    broken
}

fn rules_of_rooms(path: &str, text: &str, rooms: &[&str]) -> Vec<String> {
    let room = path.trim_start_matches("src/").split('/').next().unwrap_or_default();
    let room = room.trim_end_matches(".rs");
    if room == "lib" || ABOVE.contains(&room) {
        return Vec::new();
    }
    let Some(place) = rooms.iter().position(|it| *it == room) else {
        return vec!["is in no room that src/lib.rs names".to_owned()];
    };
    let used = paths(path, text);
    let later = |name: &str| rooms[place + 1..].contains(&name) || ABOVE.contains(&name);
    let mut broken = Vec::new();
    for path in &used {
        if let [first, name, ..] = &path[..]
            && (first == "crate" || first == "roundtable")
            && later(name)
        {
            broken.push(format!("uses {name}, which comes after {room}"));
        }
    }
    if room != "report" && used.iter().any(|it| it.last().is_some_and(|it| it == "Serialize")) {
        broken.push("derives Serialize: reports have structs of their own".to_owned());
    }
    if !EDGES.contains(&room) {
        let outside = OUTSIDE.iter().filter(|it| used.iter().any(|path| starts_with(path, it)));
        broken.extend(outside.map(|it| format!("touches {}", it.join("::"))));
        let printed = PRINTING.iter().filter(|it| used.iter().any(|path| *path == [**it]));
        broken.extend(printed.map(|it| format!("prints with {it}!")));
    }
    broken
}

fn is_in(path: &str, home: &str) -> bool {
    let rest = path.strip_prefix(home);
    rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

fn starts_with(path: &[String], beginning: &[&str]) -> bool {
    path.len() >= beginning.len() && path.iter().zip(beginning).all(|(a, b)| a == b)
}

/// Every source file below the folder: its path from the root of the repository, and its text.
fn read_all(folder: &Path, files: &mut Vec<(String, String)>) {
    for path in entries(folder) {
        if path.is_dir() {
            read_all(&path, files);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let name = path.strip_prefix(root()).expect("it is below the root");
            let name = name.to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).expect("a source file is text")));
        }
    }
}

#[test]
fn every_broken_rule_is_seen() {
    let lib = "//! x\npub mod roadmap;\n\npub mod words;\n\npub mod report;\npub mod config;\n";
    let check = |path: &str, text: &str, expected: &str| {
        let found = broken(&[("src/lib.rs", lib), (path, text)]);
        let expected =
            if expected.is_empty() { vec![] } else { vec![format!("{path} {expected}")] };
        assert_eq!(found, expected, "{text}");
    };
    let words = "src/words/mod.rs";
    check(words, "//! x\nuse crate::roadmap::Item;", "");
    check(words, "//! x\nuse crate::report::Page;", "uses report, which comes after words");
    check(words, "//! x\nuse crate::{roadmap, report};", "uses report, which comes after words");
    check(words, "//! x\nfn f() { crate::report::tell() }", "uses report, which comes after words");
    check(words, "//! x\nuse super::report::Page;", "uses report, which comes after words");
    check(words, "//! x\nmod t { use super::report; }", "");
    check(
        words,
        "//! x\nmod t { use super::super::report; }",
        "uses report, which comes after words",
    );
    check("src/words/a.rs", "//! x\nuse super::report::Page;", "");
    check("src/words.rs", "//! x\nuse crate::cli;", "uses cli, which comes after words");
    check(words, "//! x\nuse crate::config::Config;", "uses config, which comes after words");
    check(words, "//! x\nfn f() { \"crate::report::x\" } // crate::report::x", "");
    check(words, "use crate::roadmap;", "does not begin with what it is for (//!)");
    check(words, "//! x\nuse std::{fmt, fs::File};", "touches std::fs");
    check(words, "//! x\nfn f() { std::env::var(\"X\") }", "touches std::env");
    check(words, "//! x\nfn f() { println!(\"x\") }", "prints with println!");
    check(words, "//! x\nfn println() {}", "");
    let serialize = "derives Serialize: reports have structs of their own";
    check(words, "//! x\n#[derive(Debug, Serialize)] struct S;", serialize);
    check("src/roadmap.rs", "//! x\n#[derive(serde::Serialize)] struct S;", serialize);
    check("src/report/json.rs", "//! x\n#[derive(serde::Serialize)] struct S;", "");
    check("src/roadmap/find.rs", "//! x\nuse std::fs;", "");
    check(
        "src/report/html.rs",
        "//! x\nuse comfy_table::Table;",
        "uses comfy_table, whose home is src/report/terminal/row",
    );
    check("src/report/terminal/row.rs", "//! x\nuse comfy_table::Table;", "");
    check("src/config.rs", "//! x\nuse crate::roadmap::Item;", "");
    check("src/cli/scan.rs", "//! x\nuse clap::Args;", "");
    check("src/client.rs", "//! x\n", "is in no room that src/lib.rs names");
}
