//! What holds for every company, tried on made-up ones.

mod company;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;
use tempfile::{TempDir, tempdir};

use crate::command::roundtable;
use company::{Company, companies};

proptest! {
    // Few, as each runs the program twice. No record of failures is kept: the seed that fails is
    // printed, and becomes a case.
    #![proptest_config(ProptestConfig {
        cases: 8,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn threads_change_nothing(company in companies()) {
        let folder = written(&company);
        prop_assert_eq!(scan(&folder, "1", &["."]), scan(&folder, "2", &["."]));
    }

    #[test]
    fn the_order_of_paths_changes_nothing(company in companies()) {
        let folder = written(&company);
        let files = company.file_names();
        let backwards: Vec<_> = files.iter().rev().copied().collect();
        prop_assert_eq!(scan(&folder, "2", &files), scan(&folder, "2", &backwards));
    }

    #[test]
    fn the_order_of_files_and_items_changes_places_only(
        (company, shuffled) in companies().prop_flat_map(|it| (Just(it.clone()), company::shuffled(it)))
    ) {
        let before = scan(&written(&company), "1", &["."]);
        let after = scan(&written(&shuffled), "2", &["."]);
        prop_assert_eq!(without_places(&before), without_places(&after));
    }

    #[test]
    fn other_names_of_files_change_places_only(company in companies()) {
        let before = scan(&written(&company), "1", &["."]);
        let after = scan(&written(&company::renamed(&company)), "1", &["."]);
        prop_assert_eq!(without_places(&before), without_places(&after));
    }

    #[test]
    fn what_leaders_call_alike_is_found(company in companies()) {
        let report: Value = serde_json::from_str(&scan(&written(&company), "1", &["."]))
            .expect("the report is JSON");
        let told = report["overlaps"].as_array().expect("a list").len();
        prop_assert!(told > 0 || !company.shares_a_name(), "nothing found: the rest proves nothing");
    }
}

/// A folder that holds the company's roadmaps.
fn written(company: &Company) -> TempDir {
    let folder = tempdir().expect("a temporary folder");
    for (name, text) in company.files() {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
        fs::write(file, text).expect("a roadmap is written");
    }
    folder
}

/// The JSON report on the paths.
fn scan(folder: &impl AsRef<Path>, threads: &str, paths: &[&str]) -> String {
    let mut command = roundtable(folder.as_ref());
    command.env("RAYON_NUM_THREADS", threads).args(["scan", "--format", "json"]).args(paths);
    let run = command.output().expect("the program starts");
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("JSON is UTF-8")
}

/// The report without places; everything else, its order included, must be the same. Problems are in
/// the order of their places, so here in that of what they say.
fn without_places(report: &str) -> Value {
    let mut report: Value = serde_json::from_str(report).expect("the report is JSON");
    let without_place = |value: &mut Value| {
        let value = value.as_object_mut().expect("an object");
        value.retain(|key, _| !["file", "line", "column"].contains(&&**key));
    };
    for overlap in report["overlaps"].as_array_mut().expect("a list") {
        overlap["items"].as_array_mut().expect("a list").iter_mut().for_each(without_place);
    }
    let problems = report["problems"].as_array_mut().expect("a list");
    problems.iter_mut().for_each(without_place);
    problems.sort_by_key(Value::to_string);
    report
}
