//! The few questions that git is asked, each to a process of its own.

pub mod since;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

const NOT_THERE: &str =
    "--since needs git, which is not installed or not on the PATH; without --since all is judged";

/// The repository that the working folder is in.
pub struct Repository {
    /// Its top folder, from the root.
    pub top: PathBuf,
    /// Whether its history is cut off.
    pub is_shallow: bool,
}

/// The name of an object that git has told itself, so that it can be given back to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object(String);

/// What stands at a path of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TreeEntry {
    /// A file.
    File(Object),
    /// A link, whose content is the path it leads to.
    Link(Object),
    /// The folder of another repository (a submodule), of whose past this one knows nothing.
    Foreign,
}

impl Repository {
    /// The repository of the working folder.
    ///
    /// # Errors
    /// When git is not there, or there is no working tree around the folder.
    pub fn open() -> Result<Self> {
        let run = git(&["rev-parse", "--is-shallow-repository"])?;
        if !run.status.success() {
            let told = words(&run.stderr);
            if told.contains("not a git repository") {
                bail!(
                    "--since compares with what git remembers, and this folder is in no git \
                     repository; run it in one, or leave --since out to judge everything"
                );
            }
            bail!("--since: git says: {told}");
        }
        let top = root().context("--since: there is no working tree around this folder")?;
        Ok(Self { top, is_shallow: run.stdout.starts_with(b"true") })
    }

    /// The commit that a user calls so.
    ///
    /// # Errors
    /// When there is none, with the way to get it.
    pub fn commit(&self, name: &str) -> Result<Object> {
        if name.starts_with('^') || name.contains("..") {
            bail!(
                "--since takes one commit, and {name:?} is none by itself; name a branch, a tag or a \
                 commit, such as origin/main"
            );
        }
        let wanted = format!("{name}^{{commit}}");
        // No name begins with a dash; git would take it for an option.
        if !name.starts_with('-') {
            let run = git(&["rev-parse", "--verify", "--quiet", &wanted])?;
            if run.status.success() {
                return Ok(object(&run.stdout));
            }
        }
        let way = match (fetched(name), self.is_shallow) {
            (Some(what), true) => format!(
                "this clone is shallow, so fetch it with its past: git fetch --unshallow {what}, or \
                 check out with fetch-depth: 0"
            ),
            (Some(what), false) => format!("if it is spelt right, fetch it: git fetch {what}"),
            (None, true) => "this clone is shallow, so fetch the rest: git fetch --unshallow, or \
                             check out with fetch-depth: 0"
                .to_owned(),
            (None, false) => "name a branch, a tag or a commit, such as origin/main".to_owned(),
        };
        bail!("--since: git knows no commit {name:?} here; {way}");
    }

    /// Everything in a commit but folders, by its path from the root.
    pub fn entries(&self, commit: &Object) -> Result<BTreeMap<PathBuf, TreeEntry>> {
        let run = git(&["ls-tree", "-r", "-z", "--full-tree", &commit.0])?;
        if !run.status.success() {
            bail!("--since: git cannot list {}: {}", commit.0, words(&run.stderr));
        }
        Ok(run.stdout.split(|byte| *byte == 0).filter_map(|it| entry(&self.top, it)).collect())
    }
}

/// The root of the repository that the working folder is in, without links; where git is not there
/// or does not tell, the nearest folder upwards that holds a `.git`.
pub fn root() -> Option<PathBuf> {
    let run = git(&["rev-parse", "--show-toplevel"]).ok().filter(|run| run.status.success());
    let told = run.and_then(|run| path(run.stdout.strip_suffix(b"\n")?).canonicalize().ok());
    told.or_else(|| {
        let here = env::current_dir().ok()?;
        let root = here.ancestors().find(|folder| folder.join(".git").exists());
        root.map(PathBuf::from)
    })
}

/// The files that git tracks below folders, as paths from the root; none where git does not tell.
pub fn tracked(paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    let folders = paths.iter().filter_map(|path| path.canonicalize().ok());
    let of_folder = |folder: PathBuf| {
        let run = command(&["ls-files", "-z"]).current_dir(&folder).stdin(Stdio::null()).output();
        let told = run.ok().filter(|run| run.status.success()).map(|run| run.stdout);
        let told = told.unwrap_or_default();
        let files = told.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        files.map(|name| folder.join(path(name))).collect::<Vec<_>>()
    };
    folders.filter(|folder| folder.is_dir()).flat_map(of_folder).collect()
}

/// The best common ancestor of a commit and `HEAD`.
pub fn merge_base(commit: &Object) -> Result<Option<Object>> {
    let run = git(&["merge-base", &commit.0, "HEAD"])?;
    Ok(run.status.success().then(|| object(&run.stdout)))
}

/// The contents of objects, in their order, by one process.
///
/// # Errors
/// When git does not hold one of them.
pub fn contents<'o>(objects: impl Iterator<Item = &'o Object>) -> Result<Vec<Vec<u8>>> {
    let names: Vec<&str> = objects.map(|object| object.0.as_str()).collect();
    let mut child = command(&["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot run git")?;
    let mut questions = child.stdin.take().context("cannot ask git")?;
    let answers = child.stdout.take().context("cannot hear git")?;
    let wanted = names.iter().flat_map(|name| [name, "\n"]).collect::<String>();
    // git answers while it is still being asked: asking and hearing must not wait for each other,
    // and nobody is heard any more when the first answer is wrong.
    let contents = thread::scope(|scope| {
        scope.spawn(move || {
            // If git ends early, what it has not answered tells.
            let _ = questions.write_all(wanted.as_bytes());
        });
        let mut answers = BufReader::new(answers);
        names.iter().map(|name| content(&mut answers, name)).collect()
    });
    child.wait().context("git does not end")?;
    contents
}

/// The names under which git would keep the contents of files as they are on disk.
///
/// # Errors
/// When git cannot be asked or cannot read one of them.
pub fn objects(files: &[&PathBuf]) -> Result<Vec<Object>> {
    let mut objects = Vec::new();
    for files in files.chunks(500) {
        let mut command = command(&["hash-object", "--no-filters", "--"]);
        let run = command.args(files).stdin(Stdio::null()).output().context("cannot run git")?;
        if !run.status.success() {
            bail!("--since: git says: {}", words(&run.stderr));
        }
        objects
            .extend(String::from_utf8_lossy(&run.stdout).lines().map(|it| Object(it.to_owned())));
    }
    Ok(objects)
}

/// What to fetch for a name to be known: `origin main`; none if it is no name of something to fetch.
fn fetched(name: &str) -> Option<String> {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if name.is_empty() || name == "HEAD" || name.starts_with('-') || !name.chars().all(plain) {
        return None;
    }
    let remotes = git(&["remote"]).map(|run| run.stdout).unwrap_or_default();
    let remotes = String::from_utf8_lossy(&remotes).into_owned();
    let of_remote = remotes.lines().find_map(|remote| {
        let branch = name.strip_prefix(remote)?.strip_prefix('/')?;
        Some(format!("{remote} {branch}"))
    });
    Some(of_remote.unwrap_or_else(|| format!("origin {name}")))
}

/// One answer of `git cat-file --batch`: `<name> blob <size>`, a line break, the bytes, another.
fn content(answers: &mut impl BufRead, name: &str) -> Result<Vec<u8>> {
    let mut head = String::new();
    answers.read_line(&mut head).context("cannot hear git")?;
    let size = head.trim_end().rsplit_once(" blob ").and_then(|(_, size)| size.parse().ok());
    let size: u64 = size.with_context(|| {
        format!(
            "--since: this clone does not hold {name}, and nothing is fetched by itself; if it is a \
             partial clone, get the rest: git fetch --refetch --no-filter, or clone without --filter"
        )
    })?;
    let mut bytes = Vec::new();
    let read = answers.by_ref().take(size + 1).read_to_end(&mut bytes);
    if read.context("cannot hear git")? as u64 <= size {
        bail!("--since: git ended in the middle of {name}");
    }
    bytes.pop();
    Ok(bytes)
}

/// One line of `git ls-tree`: `<mode> <type> <object>`, a tab, the path.
fn entry(top: &Path, line: &[u8]) -> Option<(PathBuf, TreeEntry)> {
    let tab = line.iter().position(|byte| *byte == b'\t')?;
    let head = String::from_utf8_lossy(&line[..tab]);
    let mut words = head.split(' ');
    let (mode, kind, name) = (words.next()?, words.next()?, words.next()?);
    let object = Object(name.to_owned());
    let entry = match (mode, kind) {
        ("120000", "blob") => TreeEntry::Link(object),
        (_, "blob") => TreeEntry::File(object),
        (_, "commit") => TreeEntry::Foreign,
        _ => return None,
    };
    Some((top.join(path(&line[tab + 1..])), entry))
}

fn git(arguments: &[&str]) -> Result<Output> {
    command(arguments).stdin(Stdio::null()).output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!(NOT_THERE),
        _ => anyhow!(error).context("cannot run git"),
    })
}

/// git, in its own words rather than the user's language, and touching nothing.
///
/// The configuration of a repository may be hostile, and runs nothing here: no monitor of files, no
/// hook, no pager. Nothing is fetched, whatever is missing, and nobody is asked for a password.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    for setting in ["core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never"] {
        command.args(["-c", setting]);
    }
    command.arg("--no-pager").args(arguments);
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1");
    command.env("GIT_ALLOW_PROTOCOL", "").env("GIT_TERMINAL_PROMPT", "0");
    command.env_remove("GIT_ASKPASS").env_remove("SSH_ASKPASS").env_remove("GIT_TRACE");
    command
}

fn object(told: &[u8]) -> Object {
    Object(String::from_utf8_lossy(told).trim().to_owned())
}

/// What git complains about, in one line and without its own "fatal:".
fn words(told: &[u8]) -> String {
    let told = String::from_utf8_lossy(told);
    let lines: Vec<&str> = told.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("; ").trim_start_matches("fatal: ").to_owned()
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}
