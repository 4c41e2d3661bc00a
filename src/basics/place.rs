//! A place in a file that a person can jump to.

use std::fmt;
use std::path::{Component, Path};
use std::sync::Arc;

/// A file with line and column, both counted from 1; columns count characters.
///
/// Line 0 stands for the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The path as the user would write it, with forward slashes.
    pub file: Arc<str>,
    /// From 1; 0 for the whole file.
    pub line: u32,
    /// From 1; 0 for the whole file.
    pub column: u32,
}

impl Place {
    /// The file as a whole.
    pub fn whole(file: &str) -> Self {
        Self { file: file.into(), line: 0, column: 0 }
    }
}

impl Default for Place {
    fn default() -> Self {
        Self::whole("")
    }
}

impl fmt::Display for Place {
    /// Writes `path:line:column`, or the path alone for the whole file.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}", self.file),
            line => write!(f, "{}:{line}:{}", self.file, self.column),
        }
    }
}

/// The path as a person would write it: forward slashes, no `./` in front.
pub fn show(path: &Path) -> String {
    let mut shown = String::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::RootDir => shown.push('/'),
            Component::Prefix(_) | Component::ParentDir | Component::Normal(_) => {
                if !shown.is_empty() && !shown.ends_with('/') {
                    shown.push('/');
                }
                shown.push_str(&component.as_os_str().to_string_lossy());
            }
        }
    }
    if shown.is_empty() { ".".into() } else { shown }
}
