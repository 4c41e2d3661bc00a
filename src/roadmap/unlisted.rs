//! Files beside the roadmaps that may hold plans and are in no format that is read: they are counted,
//! so that nobody takes silence for an empty list.

use std::collections::BTreeMap;
use std::path::Path;

use crate::basics::{Place, Problem, Severity, show};
use crate::document;

/// Endings of files that people keep plans in.
#[rustfmt::skip]
const PLANS: &[&str] = &[
    "csv", "tsv", "xlsx", "xls", "xlsm", "ods", "numbers", "docx", "doc", "odt", "pptx", "ppt",
    "odp", "pdf", "md", "markdown", "txt", "rtf", "html", "htm", "xml", "mpp", "toml",
];

/// Names of files that every repository has, without their endings.
#[rustfmt::skip]
const USUAL: &[&str] = &[
    "readme", "license", "licence", "changelog", "contributing", "code_of_conduct", "security",
    "notice", "authors", "support", "governance", "maintainers", "cargo", "pyproject",
    "requirements", "robots", "index",
];

/// How many such files there are, by ending.
#[derive(Default)]
pub struct Unlisted(BTreeMap<String, usize>);

impl Unlisted {
    /// Counts a file that was found and is not read.
    pub fn note(&mut self, path: &Path) {
        let lower = |text: Option<&std::ffi::OsStr>| {
            text.map(|text| text.to_string_lossy().to_lowercase()).unwrap_or_default()
        };
        let (stem, ending) = (lower(path.file_stem()), lower(path.extension()));
        if PLANS.contains(&ending.as_str()) && !USUAL.contains(&stem.as_str()) {
            *self.0.entry(ending).or_default() += 1;
        }
    }

    /// One line for all of them; none if there are none.
    pub fn problem(self, folder: &Path) -> Option<Problem> {
        let all: usize = self.0.values().sum();
        let mut counts: Vec<(String, usize)> = self.0.into_iter().collect();
        counts.sort_by(|x, y| y.1.cmp(&x.1).then_with(|| x.0.cmp(&y.0)));
        let counts: Vec<String> =
            counts.iter().map(|(ending, count)| format!("{count} .{ending}")).collect();
        let were = if all == 1 { "file was" } else { "files were" };
        let help = format!(
            "only {} are read: export plans as such, or name what holds none under exclude:",
            document::endings()
        );
        (all > 0).then(|| Problem {
            place: Place::whole(&show(folder)),
            severity: Severity::Warning,
            message: format!("{all} {were} not read: {}", counts.join(", ")),
            help: Some(help),
            source: None,
        })
    }
}
