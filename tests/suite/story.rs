//! A planning repository as people live in it: roadmaps change, leaders decide, and `check` watches
//! over it, with git and without.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::{TempDir, tempdir};

use crate::command;

const ANA: &str =
    "leader: Ana Ruiz\nitems:\n  - {name: Single sign-on, id: IDN-14}\n  - Webhooks\n";
const BO: &str = "leader: Bo Chen\nitems:\n  - SSO (single sign-on)\n  - Dark mode\n";
const CY: &str = "leader: Cy Dent\nitems:\n  - Single sign-on (SSO)\n";

#[test]
fn what_was_agreed_is_silent_until_a_third_leader_joins() {
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA), ("roadmaps/bo.yaml", BO)]);
    plans.check("", 1, &["error: new overlap: Single sign-on (2 leaders)"]);

    plans.write("decisions.yaml", &shared("Single sign-on", "SSO (single sign-on)"));
    plans.check("", 0, &[]);
    plans.commit();

    // Known by its id, or by being plainly the same.
    plans.write("roadmaps/ana.yaml", &ANA.replace("sign-on", "sign-on everywhere"));
    plans.write("roadmaps/bo.yaml", &BO.replace("SSO (", "Add SSO ("));
    plans.check("", 0, &[]);
    plans.check("--since HEAD", 0, &[]);
    plans.commit();

    plans.write("roadmaps/cy.yaml", CY);
    let grown = "error: grown overlap: Single sign-on (SSO) (3 leaders), Cy Dent joins";
    plans.check("", 1, &[grown]);
    plans.check("--since HEAD", 1, &[grown]);
    plans.commit();
    plans.check("--since HEAD", 0, &[]);
    plans.check("--since HEAD~1", 1, &[grown]);
}

#[test]
fn a_change_fails_for_what_it_brings_and_for_nothing_else() {
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA), ("roadmaps/bo.yaml", BO)]);
    let old = "error: new overlap: Single sign-on (2 leaders)";
    plans.check("", 1, &[old]);
    plans.check("--since HEAD", 0, &[]);

    // A new overlap beside the old one.
    plans.write("roadmaps/cy.yaml", "leader: Cy Dent\nitems: [Webhooks]\n");
    plans.check("--since HEAD", 1, &["error: new overlap: Webhooks (2 leaders)"]);

    // A new member of an overlap that nobody has decided.
    plans.write("roadmaps/cy.yaml", CY);
    let wider = "error: new overlap: Single sign-on (3 leaders)";
    plans.check("--since HEAD", 1, &[wider]);

    // A swap: one member goes, another comes, and the overlap is as wide as before.
    plans.write("roadmaps/bo.yaml", "leader: Bo Chen\nitems:\n  - Dark mode\n");
    plans.check("--since HEAD", 1, &[old]);
    plans.reset();

    // A rename into one.
    plans.write("roadmaps/bo.yaml", &BO.replace("Dark mode", "Webhooks"));
    plans.check("--since HEAD", 1, &["error: new overlap: Webhooks (2 leaders)"]);
    plans.reset();

    // What is moved, reordered or taken away brings nothing.
    plans.remove("roadmaps/bo.yaml");
    plans.write("roadmaps/moved/b.yaml", "leader: Bo Chen\nitems:\n  - SSO (single sign-on)\n");
    plans.check("--since HEAD", 0, &[]);
}

#[test]
fn a_decision_that_is_taken_away_is_news() {
    let agreed = shared("Single sign-on", "SSO (single sign-on)");
    let plans = Repository::of(&[
        ("roadmaps/ana.yaml", ANA),
        ("roadmaps/bo.yaml", BO),
        ("decisions.yaml", &agreed),
    ]);
    plans.check("--since HEAD", 0, &[]);
    plans.remove("decisions.yaml");
    let back = "error: new overlap: Single sign-on (2 leaders)";
    plans.check("--since HEAD", 1, &[back]);
    plans.reset();

    // Overdue by the calendar alone is nobody's change; a shorter term is one.
    plans.write(
        "decisions.yaml",
        &agreed
            .replace("decision: shared", "decision: later")
            .replace("lead: Ana Ruiz", "until: 2027-03-31"),
    );
    plans.commit();
    plans.check("--since HEAD --today 2027-06-01", 0, &[]);
    plans.check(
        "--since HEAD~1 --today 2027-06-01",
        1,
        &["error: overdue decision: Single sign-on (2 leaders), put off until 2027-03-31"],
    );
}

#[test]
fn a_comment_is_judged_like_a_decision() {
    let quiet = BO.replace("sign-on)", "sign-on)  # roundtable: ignore, agreed");
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA), ("roadmaps/bo.yaml", &quiet)]);
    plans.check("--fail-on any", 0, &[]);
    plans.write("roadmaps/bo.yaml", &BO.replace("Dark mode", "Dark mode # roundtable: ignore"));
    plans.check(
        "--since HEAD --fail-on any",
        1,
        &["error: new overlap: Single sign-on (2 leaders)", "error: unused ignore: Dark mode"],
    );
    plans.commit();
    plans.check("--since HEAD --fail-on any", 0, &[]);
}

#[test]
fn work_is_compared_with_where_it_began() {
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA)]);
    plans.git(&["branch", "work"]);
    plans.write("roadmaps/bo.yaml", BO);
    plans.commit();
    plans.git(&["checkout", "-q", "work"]);
    plans.write("roadmaps/cy.yaml", CY);
    plans.commit();
    // main has moved on to another overlap, which is not there where the work began.
    plans.check("--since main", 1, &["error: new overlap: Single sign-on (2 leaders)"]);
    plans.git(&["tag", "v1"]);
    plans.check("--since v1", 0, &[]);
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA)]);
    plans.write("roadmaps/bo.yaml", BO);
    plans.git(&["checkout", "-q", "-b", "work"]);
    plans.commit();
    let clone = tempdir().expect("a temporary folder");
    let from = format!("file://{}", plans.folder.path().display());
    let clone_of = ["clone", "-q", "--depth=1", "--branch=work", &from, "."];
    git(clone.path(), &clone_of);
    let clone = Repository { folder: clone };
    let told = clone.check("--since origin/main", 2, &[
        "error: --since: git knows no commit \"origin/main\" here; this clone is shallow, so fetch \
         it: git fetch --depth=1 origin main, or check out with fetch-depth: 0",
    ]);
    assert!(told.is_empty(), "{told}");
    clone.git(&["fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main"]);
    clone.check("--since origin/main", 1, &[
        "error: new overlap: Single sign-on (2 leaders)",
        "note: compared with origin/main itself, because this clone is shallow and holds no common \
         ancestor of both",
    ]);
}

#[test]
fn what_git_cannot_tell_is_never_a_pass() {
    let folder = tempdir().expect("a temporary folder");
    let plans = Repository { folder };
    plans.write("roadmaps/ana.yaml", ANA);
    plans.check("--since main", 2, &[
        "error: --since compares with what git remembers, and this folder is in no git repository; \
         run it in one, or leave --since out to judge everything",
    ]);
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA)]);
    let way = "name a branch, a tag or a commit, such as origin/main";
    for name in ["--output=x", "HEAD~7", ""] {
        let unknown = format!("error: --since: git knows no commit {name:?} here; {way}");
        plans.check(&format!("--since=\"{name}\""), 2, &[&unknown]);
    }
    let unknown = "error: --since: git knows no commit \"mian\" here; if it is spelt right, fetch it: \
                   git fetch origin mian";
    plans.check("--since mian", 2, &[unknown]);
    let elsewhere = tempdir().expect("a temporary folder");
    let elsewhere = elsewhere.path().display().to_string();
    let outside = format!(
        "error: {elsewhere} is outside of this git repository: --since knows nothing of its past"
    );
    plans.check(&format!("--since HEAD {elsewhere}"), 2, &[&outside]);
    let run = command::roundtable(plans.folder.path())
        .args(["check", "--since", "HEAD"])
        .env("PATH", "/nowhere")
        .output()
        .expect("the program starts");
    let told = String::from_utf8_lossy(&run.stderr);
    assert!(told.starts_with("error: --since needs git, which is not installed"), "{told}");
    assert_eq!(run.status.code(), Some(2));
}

#[test]
#[cfg(unix)]
fn any_file_is_found_again() {
    let files = [
        ("road maps/änä ruiz.yaml", ANA),
        ("road maps/bo\nchen.yaml", &BO.replace('\n', "\r\n")),
        ("road maps/.hidden.yaml", CY),
    ];
    let plans = Repository::of(&files.map(|(name, text)| (name, text)));
    // The same files under other names, one of them through a link, and with other line ends.
    let folder = plans.folder.path().join("road maps");
    fs::rename(folder.join("änä ruiz.yaml"), plans.folder.path().join("ana.yaml")).expect("moved");
    std::os::unix::fs::symlink("../ana.yaml", folder.join("ana.yaml")).expect("a link");
    plans.write("road maps/bo\nchen.yaml", BO);
    plans.check("--since HEAD 'road maps'", 0, &[]);
    plans.commit();
    plans.check("--since HEAD 'road maps'", 0, &[]);
    plans.check("'road maps'", 1, &["error: new overlap: Single sign-on (2 leaders)"]);
    // From a folder inside, nothing is different.
    let run = command::run("roundtable check --since HEAD~1", &folder);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(plans.git(&["status", "--porcelain"]), "", "check has touched the repository");
}

#[test]
fn a_submodule_is_nobodys_change() {
    let vendor = Repository::of(&[("bo.yaml", BO)]);
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA)]);
    let from = vendor.folder.path().display().to_string();
    let add = ["-c", "protocol.file.allow=always", "submodule", "add", "-q", &from, "vendor"];
    plans.git(&add);
    let new = "error: new overlap: Single sign-on (2 leaders)";
    plans.check("--since HEAD", 1, &[new]);
    plans.commit();
    plans.check("", 1, &[new]);
    plans.check("--since HEAD", 0, &[]);
}

/// A decision that Ana builds what both plan; her item is known by its id.
fn shared(ana: &str, bo: &str) -> String {
    format!(
        "decisions:\n  - overlap: Single sign-on\n    decision: shared\n    lead: Ana Ruiz\n    \
         members:\n      - {{leader: Ana Ruiz, id: IDN-14, name: {ana}}}\n      \
         - {{leader: Bo Chen, name: {bo}}}\n"
    )
}

/// A planning repository in a temporary folder.
struct Repository {
    folder: TempDir,
}

impl Repository {
    /// One whose first commit holds the files.
    fn of(files: &[(&str, &str)]) -> Self {
        let repository = Self { folder: tempdir().expect("a temporary folder") };
        repository.git(&["init", "-q", "--initial-branch=main"]);
        for (name, text) in files {
            repository.write(name, text);
        }
        repository.commit();
        repository
    }

    fn write(&self, name: &str, text: &str) {
        let file = self.folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("folders are made");
        fs::write(file, text).expect("a file is written");
    }

    fn remove(&self, name: &str) {
        fs::remove_file(self.folder.path().join(name)).expect("a file is removed");
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "-q", "-m", "Plan"]);
    }

    /// Back to what was committed last.
    fn reset(&self) {
        self.git(&["reset", "-q", "--hard"]);
        self.git(&["clean", "-q", "-d", "--force"]);
    }

    fn git(&self, arguments: &[&str]) -> String {
        git(self.folder.path(), arguments)
    }

    /// Runs `roundtable check` and compares its exit code and the first line of all it tells: the
    /// findings, then what stands on standard error. The findings come back.
    fn check(&self, arguments: &str, exit: i32, expected: &[&str]) -> String {
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
fn git(folder: &Path, arguments: &[&str]) -> String {
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
