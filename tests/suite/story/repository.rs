//! A planning repository for the tests, and git without any settings of the machine.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::{TempDir, tempdir};

use crate::command;

/// A planning repository in a temporary folder.
pub struct Repository {
    /// Where it is.
    pub folder: TempDir,
}

impl Repository {
    /// One whose first commit holds the files.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let repository = Self { folder: tempdir().expect("a temporary folder") };
        repository.git(&["init", "-q", "--initial-branch=main"]);
        for (name, text) in files {
            repository.write(name, text);
        }
        repository.commit();
        repository
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, and the folders it is in.
    pub fn write(&self, name: &str, text: &str) {
        let file = self.folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("folders are made");
        fs::write(file, text).expect("a file is written");
    }

    /// Takes a file away.
    pub fn remove(&self, name: &str) {
        fs::remove_file(self.folder.path().join(name)).expect("a file is removed");
    }

    /// Commits everything as it is.
    pub fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "-q", "-m", "Plan"]);
    }

    /// Back to what was committed last.
    pub fn reset(&self) {
        self.git(&["reset", "-q", "--hard"]);
        self.git(&["clean", "-q", "-d", "--force"]);
    }

    /// Runs git in it; what that prints comes back.
    pub fn git(&self, arguments: &[&str]) -> String {
        git(self.folder.path(), arguments)
    }

    /// Runs `roundtable decide`, which must not fail.
    pub fn decide(&self, arguments: &str) {
        let run = command::run(&format!("roundtable decide {arguments}"), self.folder.path());
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }

    /// Runs `roundtable check` and compares its exit code and the first line of all it tells: the
    /// findings, then what stands on standard error. The findings come back.
    pub fn check(&self, arguments: &str, exit: i32, expected: &[&str]) -> String {
        let run = command::run(&format!("roundtable check {arguments}"), self.folder.path());
        let [stdout, stderr] =
            [run.stdout, run.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let is_first =
            |line: &&str| ["error: ", "warning: ", "note: "].iter().any(|it| line.starts_with(it));
        let told: Vec<&str> = stdout.lines().chain(stderr.lines()).filter(is_first).collect();
        assert_eq!(told, expected, "check {arguments}\n{stdout}{stderr}");
        assert_eq!(run.status.code(), Some(exit), "check {arguments}\n{stdout}{stderr}");
        stdout
    }
}

/// Runs git as somebody without any settings; what it prints comes back.
pub fn git(folder: &Path, arguments: &[&str]) -> String {
    let run = Command::new("git")
        .args(["-c", "user.name=Ana", "-c", "user.email=ana@acme.example"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env_remove("GIT_DIR")
        .env_remove("GIT_INDEX_FILE")
        .env_remove("GIT_WORK_TREE")
        .output()
        .expect("git is installed");
    assert!(run.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8_lossy(&run.stdout).into_owned()
}
