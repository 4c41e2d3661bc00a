//! What the machine of a forge (GitHub, GitLab) tells a job in its environment, and takes from it.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use roundtable::basics::show;
use roundtable::report::findings::Home;

use crate::cli::git;

/// Bytes of the summary of one step: GitHub shows none of a longer one.
const SUMMARY: u64 = 1024 * 1024;

/// Where the working folder lies in its repository, and where people read its files.
pub fn home() -> Home {
    let Ok(here) = env::current_dir() else { return Home::default() };
    let Some(root) = git::root() else { return Home { web: web(), ..Home::default() } };
    let folder = here.strip_prefix(&root).unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() { String::new() } else { show(folder) };
    Home { root: show(&root), folder, web: web() }
}

/// Where people read the files of this commit.
fn web() -> Option<String> {
    let github = || {
        let [server, repository, commit] =
            ["GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA"].map(told);
        Some(format!("{}/{}/blob/{}", server?, repository?, commit?))
    };
    let gitlab = || {
        let [project, commit] = ["CI_PROJECT_URL", "CI_COMMIT_SHA"].map(told);
        Some(format!("{}/-/blob/{}", project?, commit?))
    };
    let is_plain = |url: &String| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/:".contains(c);
        url.starts_with("http") && url.chars().all(plain)
    };
    github().or_else(gitlab).filter(is_plain)
}

/// Adds to the summary of this job, where there is one; `text` is told how many bytes there is room
/// for.
///
/// # Errors
/// When the file of the summary cannot be written.
pub fn summarize(text: impl FnOnce(usize, &mut Vec<u8>) -> io::Result<()>) -> Result<()> {
    let Some(file) = told("GITHUB_STEP_SUMMARY").map(PathBuf::from) else { return Ok(()) };
    let taken = fs::metadata(&file).map_or(0, |it| it.len());
    let room = usize::try_from(SUMMARY.saturating_sub(taken)).unwrap_or(usize::MAX);
    let mut summary = Vec::new();
    let written = text(room, &mut summary).and_then(|()| {
        OpenOptions::new().create(true).append(true).open(&file)?.write_all(&summary)
    });
    written.with_context(|| format!("cannot write the summary of the job, {}", file.display()))
}

/// A variable that says something.
fn told(variable: &str) -> Option<String> {
    env::var(variable).ok().filter(|value| !value.is_empty())
}
