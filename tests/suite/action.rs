//! The steps of `action.yml`, run by bash as a runner of GitHub runs them, in a repository as a
//! pull request finds it: checked out without its past.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use serde::Deserialize;
use tempfile::{TempDir, tempdir};

use crate::{command, root};

#[derive(Deserialize)]
struct Action {
    inputs: BTreeMap<String, Input>,
    runs: Runs,
}

#[derive(Deserialize)]
struct Input {
    default: String,
}

#[derive(Deserialize)]
struct Runs {
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    name: String,
    #[serde(default)]
    env: BTreeMap<String, String>,
    run: Option<String>,
}

/// What an expression such as `${{ inputs.paths }}` stands for.
type Values = BTreeMap<String, String>;

fn action() -> Action {
    let text = fs::read_to_string(root().join("action.yml")).expect("the action is there");
    serde_yaml::from_str(&text).expect("the action is YAML")
}

#[test]
fn no_expression_reaches_a_shell() {
    let steps = action().runs.steps;
    let scripts: Vec<&String> = steps.iter().filter_map(|step| step.run.as_ref()).collect();
    assert!(scripts.len() >= 3, "no scripts: the test would prove nothing");
    assert!(scripts.iter().all(|script| !script.contains("${{")));
}

#[test]
fn a_pull_request_is_judged_by_what_it_brings() {
    let job = Job::new();
    let run = job.run("Check", &[]);
    let log = String::from_utf8_lossy(&run.stdout);
    assert_eq!(run.status.code(), Some(1), "{run:?}");
    assert!(log.contains("::error file=plans/cy.yaml,line=2,"), "{log}");
    assert!(!log.contains("Audit log"), "what was there before is no news: {log}");
    assert_eq!(job.read("outputs"), "exit-code=1\nsarif=roundtable.sarif\n");
    assert!(job.read("summary").contains("new overlap: Single sign-on"), "{}", job.read("summary"));
    let sarif: serde_json::Value =
        job.read("clone/roundtable.sarif").parse().expect("the log is JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(1));
}

#[test]
fn inputs_are_arguments_and_nothing_else() {
    let job = Job::new();
    let run = job.run("Check", &[("since", "none"), ("max", "2"), ("paths", "plans")]);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    let run = job.run("Check", &[("since", "none"), ("args", "--fail-on\noverdue")]);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    for input in ["paths", "since", "fail-on", "max", "args"] {
        let run = job.run("Check", &[(input, "x; touch pwned $(touch pwned) `touch pwned`")]);
        assert_eq!(run.status.code(), Some(2), "{input}: {run:?}");
        assert!(!job.folder.path().join("clone/pwned").exists(), "{input}");
    }
}

#[test]
fn the_tool_is_built_from_the_version_that_is_used() {
    let job = Job::new();
    let run = job.run("Tell this version of roundtable from others", &[]);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    let print = job.read("outputs");
    let print = print.trim().strip_prefix("print=").expect("a print");
    assert!(print.len() == 64 && print.bytes().all(|b| b.is_ascii_hexdigit()), "{print}");
    let run = job.run("Build it", &[]);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    let built = String::from_utf8_lossy(&run.stdout).into_owned();
    let temp = job.folder.path().join("temp/roundtable");
    let expected =
        format!("install --locked --path {} --root {}\n", root().display(), temp.display());
    assert_eq!(built, expected);
}

/// A pull request that brings a third roadmap, as a runner sees it.
struct Job {
    folder: TempDir,
}

impl Job {
    fn new() -> Self {
        let folder = tempdir().expect("a temporary folder");
        let job = Self { folder };
        job.write("origin/plans/ana.yaml", "items:\n  - Single sign-on\n  - Audit log\n");
        job.write("origin/plans/bo.yaml", "items:\n  - Audit log\n  - Search as you type\n");
        job.git("origin", "init --quiet --initial-branch=main .");
        job.commit();
        job.git("origin", "checkout --quiet -b change");
        job.write("origin/plans/cy.yaml", "items:\n  - Single sign-on\n");
        job.commit();
        let url = format!("file://{}", job.folder.path().join("origin").display());
        job.git(".", &format!("clone --quiet --depth=1 --branch=change {url} clone"));
        // Stands in for cargo, which would take minutes.
        job.write("bin/cargo", "#!/bin/sh\necho \"$@\"\n");
        let executable = fs::Permissions::from_mode(0o755);
        fs::set_permissions(job.folder.path().join("bin/cargo"), executable).expect("it may run");
        job
    }

    /// Runs one step with these inputs, the others as they are by default.
    fn run(&self, name: &str, inputs: &[(&str, &str)]) -> Output {
        let action = action();
        let here = |name: &str| self.folder.path().join(name).display().to_string();
        let defaults = action.inputs.iter().map(|(name, it)| (name.as_str(), it.default.as_str()));
        let inputs: BTreeMap<&str, &str> = defaults.chain(inputs.iter().copied()).collect();
        let mut values: Values =
            inputs.iter().map(|(name, it)| (format!("inputs.{name}"), (*it).to_owned())).collect();
        values.insert("github.base_ref".to_owned(), "main".to_owned());
        values.insert("github.action_path".to_owned(), root().display().to_string());
        values.insert("runner.temp".to_owned(), here("temp"));
        let step = action.runs.steps.iter().find(|step| step.name == name).expect("a step");
        let script = step.run.as_ref().expect("a script");
        for file in ["outputs", "summary"] {
            fs::write(self.folder.path().join(file), "").expect("an empty file");
        }
        let path = std::env::var("PATH").unwrap_or_default();
        let mut bash = Command::new("bash");
        bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
        bash.current_dir(self.folder.path().join("clone"));
        command::alone(&mut bash)
            .env("PATH", format!("{}:{path}", here("bin")))
            .env("GITHUB_OUTPUT", here("outputs"))
            .env("GITHUB_STEP_SUMMARY", here("summary"))
            .envs(step.env.iter().map(|(name, text)| (name, filled(text, &values))));
        if step.env.contains_key("ROUNDTABLE") {
            bash.env("ROUNDTABLE", env!("CARGO_BIN_EXE_roundtable"));
        }
        bash.output().expect("bash starts")
    }

    fn commit(&self) {
        self.git("origin", "add --all");
        self.git("origin", "-c user.name=x -c user.email=x@x.example commit --quiet -m x");
    }

    fn git(&self, folder: &str, line: &str) {
        let mut git = Command::new("git");
        git.args(line.split(' ')).current_dir(self.folder.path().join(folder));
        let run = command::alone(&mut git).output().expect("git starts");
        assert!(run.status.success(), "git {line}: {run:?}");
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder.path().join(file)).expect("a text")
    }
}

/// The text with every `${{ expression }}` replaced by its value.
fn filled(text: &str, values: &Values) -> String {
    let mut parts = text.split("${{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |filled, part| {
        let (expression, rest) = part.split_once("}}").expect("an expression ends");
        let value = values.get(expression.trim());
        filled + value.unwrap_or_else(|| panic!("what is {expression}?")) + rest
    })
}
