//! A planning repository as people live in it: roadmaps change, leaders decide, and `check` watches
//! over it, with git and without.

mod repository;

use std::fs;

use tempfile::tempdir;

use crate::command;
use repository::{Repository, git};

const ANA: &str =
    "leader: Ana Ruiz\nitems:\n  - {name: Single sign-on, id: IDN-14}\n  - Webhooks\n";
const BO: &str = "leader: Bo Chen\nitems:\n  - SSO (single sign-on)\n  - Dark mode\n";
const CY: &str = "leader: Cy Dent\nitems:\n  - Single sign-on (SSO)\n";

#[test]
fn what_was_agreed_is_silent_until_a_third_leader_joins() {
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA), ("roadmaps/bo.yaml", BO)]);
    plans.check("", 1, &["error: new overlap: Single sign-on (2 leaders)"]);

    plans.decide("--overlap 'Single sign-on' --as shared --lead 'Ana Ruiz' --by 'Priya Shah'");
    plans.check("", 0, &[]);
    plans.commit();

    // Known by its id, or by being plainly the same.
    plans.write("roadmaps/ana.yaml", &ANA.replace("sign-on", "sign-on everywhere"));
    plans.write("roadmaps/bo.yaml", &BO.replace("SSO (", "Add SSO ("));
    plans.check("", 0, &[]);
    plans.check("--since HEAD", 0, &[]);
    plans.commit();

    plans.write("roadmaps/cy.yaml", CY);
    let grown = "error: grown overlap: Single sign-on (3 leaders), Cy Dent joins";
    plans.check("", 1, &[grown]);
    plans.check("--since HEAD", 1, &[grown]);
    plans.commit();
    plans.check("--since HEAD", 0, &[]);
    plans.check("--since HEAD~1", 1, &[grown]);

    plans.decide("--all --as later --until 2027-03-31 --by 'Priya Shah'");
    let later = "note: put off until 2027-03-31: Single sign-on (3 leaders)";
    plans.check("--today 2027-03-31", 0, &[later]);
    let late = "error: overdue decision: Single sign-on (3 leaders), put off until 2027-03-31";
    plans.check("--today 2027-04-01", 1, &[late]);
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
         it with its past: git fetch --unshallow origin main, or check out with fetch-depth: 0",
    ]);
    assert!(told.is_empty(), "{told}");
    // What others changed since is not brought by this change: without the past nobody can tell.
    clone.git(&["fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main"]);
    clone.check("--since origin/main", 2, &[
        "error: --since: cannot tell what came since origin/main: this clone is shallow and holds \
         no common ancestor of both; fetch the rest: git fetch --unshallow, or check out with \
         fetch-depth: 0",
    ]);
    clone.git(&["fetch", "-q", "--unshallow", "origin", "main:refs/remotes/origin/main"]);
    clone.check("--since origin/main", 1, &["error: new overlap: Single sign-on (2 leaders)"]);
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

#[test]
fn a_roadmap_that_is_read_no_more_is_a_finding() {
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA), ("roadmaps/bo.yaml", BO)]);
    let gone = |why: &str| {
        format!("error: roadmap read no more: roadmaps/bo.yaml (Bo Chen, 2 items), {why}")
    };

    plans.write("roundtable.yaml", "exclude: [roadmaps/bo.yaml]\n");
    plans.check("--since HEAD roadmaps", 1, &[&gone("excluded in roundtable.yaml")]);
    plans.check(
        "--since HEAD roadmaps --fail-on overdue",
        0,
        &[&gone("excluded in roundtable.yaml").replace("error", "note")],
    );
    plans.commit();
    plans.check("--since HEAD roadmaps", 0, &[]);
    plans.write("roundtable.yaml", "");
    plans.commit();

    // What git tracks is there, whatever an ignore file says.
    plans.write(".gitignore", "bo.yaml\n");
    plans.check("--since HEAD roadmaps", 0, &[]);
    plans.check("roadmaps", 1, &["error: new overlap: Single sign-on (2 leaders)"]);

    plans.write("roadmaps/bo.yaml", "leader: Bo Chen\nitems: []\n");
    plans.check("--since HEAD roadmaps", 1, &[&gone("no item is read from it")]);
    plans.reset();

    // Moved, or removed for good.
    plans.remove("roadmaps/bo.yaml");
    plans.check("--since HEAD roadmaps", 0, &[]);
    plans.write("roadmaps/new/bo.yaml", BO);
    plans.check("--since HEAD roadmaps", 0, &[]);
}

#[test]
fn two_branches_that_both_decided_merge() {
    const THREE: &str = "items: [Single sign-on, Webhooks, Dark mode]\n";
    let plans = Repository::of(&[
        ("roadmaps/ana.yaml", &format!("leader: Ana Ruiz\n{THREE}")),
        ("roadmaps/bo.yaml", &format!("leader: Bo Chen\n{THREE}")),
        (".gitattributes", "decisions.yaml merge=union\n"),
    ]);
    let decide = |overlap: &str| {
        plans.decide(&format!("--overlap '{overlap}' --as shared --lead 'Ana Ruiz' --by Priya"));
        plans.commit();
    };
    decide("Dark mode");
    plans.git(&["checkout", "-q", "-b", "one"]);
    decide("Single sign-on");
    plans.git(&["checkout", "-q", "main"]);
    decide("Webhooks");
    plans.git(&["merge", "-q", "--no-edit", "one"]);
    let run = command::run("roundtable check --format json roadmaps", plans.path());
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(told.contains("\"verdict\": \"pass\""), "{told}");
    assert_eq!(told.matches("\"decision\": \"shared\"").count(), 3, "{told}");
}

#[test]
fn a_folder_that_was_renamed_as_a_whole_is_followed() {
    let plans = Repository::of(&[("plans/ana.yaml", ANA), ("plans/bo.yaml", BO)]);
    for file in ["ana.yaml", "bo.yaml"] {
        plans.remove(&format!("plans/{file}"));
    }
    plans.write("roadmaps/ana.yaml", ANA);
    plans.write("roadmaps/bo.yaml", BO);
    plans.check("--since HEAD roadmaps", 0, &[]);
    plans.write("roadmaps/bo.yaml", &BO.replace("Dark mode", "Webhooks"));
    plans.check("--since HEAD roadmaps", 1, &["error: new overlap: Webhooks (2 leaders)"]);
    plans.commit();
    plans.check("--since HEAD~1 roadmaps", 1, &["error: new overlap: Webhooks (2 leaders)"]);

    // A copy is no rename: what it brings is new.
    plans.write("more/ana.yaml", &ANA.replace("Ana Ruiz", "Cy Dent"));
    plans.write("more/bo.yaml", BO);
    plans.check("--since HEAD more", 1, &["error: new overlap: Single sign-on (2 leaders)"]);
}

#[cfg(unix)]
#[test]
fn a_hostile_configuration_of_git_runs_nothing() {
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA), ("roadmaps/bo.yaml", BO)]);
    let mark = plans.path().join("ran");
    let run = format!("touch {}", mark.display());
    for setting in
        ["core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "diff.external"]
    {
        git(plans.path(), &["config", setting, &run]);
    }
    for setting in ["filter.x.clean", "filter.x.smudge", "diff.x.textconv"] {
        git(plans.path(), &["config", setting, &run]);
    }
    plans.write(".gitattributes", "*.yaml filter=x diff=x\n");
    plans.write("roadmaps/bo.yaml", &BO.replace("Dark mode", "Webhooks"));
    plans.check("--since HEAD roadmaps", 1, &["error: new overlap: Webhooks (2 leaders)"]);
    assert!(!mark.exists(), "a program of the repository's choice was run");
}

#[test]
fn a_partial_clone_is_told_and_fetches_nothing() {
    let plans = Repository::of(&[("roadmaps/ana.yaml", ANA), ("roadmaps/bo.yaml", BO)]);
    git(plans.path(), &["config", "uploadpack.allowFilter", "true"]);
    plans.write("roadmaps/bo.yaml", &BO.replace("Dark mode", "Webhooks"));
    plans.commit();
    let folder = tempdir().expect("a temporary folder");
    let from = format!("file://{}", plans.path().display());
    git(folder.path(), &["clone", "--quiet", "--filter=blob:none", &from, "part"]);
    let run = command::run("roundtable check --since HEAD~1 roadmaps", &folder.path().join("part"));
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(2), "{told}");
    assert!(told.contains("git fetch --refetch --no-filter"), "{told}");

    git(&folder.path().join("part"), &["fetch", "--quiet", "--refetch", "--no-filter"]);
    let run = command::run("roundtable check --since HEAD~1 roadmaps", &folder.path().join("part"));
    assert_eq!(run.status.code(), Some(1), "{}", String::from_utf8_lossy(&run.stderr));
}

/// A decision that Ana builds what both plan; her item is known by its id.
fn shared(ana: &str, bo: &str) -> String {
    format!(
        "decisions:\n  - overlap: Single sign-on\n    decision: shared\n    lead: Ana Ruiz\n    \
         members:\n      - {{leader: Ana Ruiz, id: IDN-14, name: {ana}}}\n      \
         - {{leader: Bo Chen, name: {bo}}}\n"
    )
}
