//! A place in a file that a person can jump to.

use std::fmt;
use std::path::{Component, Path};
use std::sync::Arc;

/// A file with line and column, or a cell of a sheet; both counted from 1.
///
/// Columns of a text count characters, columns of a sheet count cells. Line 0 stands for the file
/// or the sheet as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The path as the user would write it, with forward slashes.
    pub file: Arc<str>,
    /// The sheet, in a file that holds several; none in a text.
    pub sheet: Option<Arc<str>>,
    /// The line or the row, from 1; 0 for the whole.
    pub line: u32,
    /// From 1; 0 for the whole.
    pub column: u32,
}

impl Place {
    /// A character of a text.
    pub fn at(file: impl Into<Arc<str>>, line: u32, column: u32) -> Self {
        Self { file: file.into(), sheet: None, line, column }
    }

    /// A cell of a sheet.
    pub fn cell(
        file: impl Into<Arc<str>>,
        sheet: impl Into<Arc<str>>,
        row: u32,
        column: u32,
    ) -> Self {
        Self { file: file.into(), sheet: Some(sheet.into()), line: row, column }
    }

    /// The file as a whole.
    pub fn whole(file: &str) -> Self {
        Self::at(file, 0, 0)
    }
}

impl fmt::Display for Place {
    /// Writes `path:line:column`, or `path:sheet!B7` for a cell; of a whole file or sheet only
    /// what leads to it.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self { file, sheet, line, column } = self;
        match (sheet, line) {
            (None, 0) => write!(f, "{file}"),
            (None, _) => write!(f, "{file}:{line}:{column}"),
            (Some(sheet), 0) => write!(f, "{file}:{sheet}"),
            (Some(sheet), _) => write!(f, "{file}:{sheet}!{}{line}", letters(*column)),
        }
    }
}

/// A sheet's column as spreadsheets call it: A to Z, then AA.
fn letters(column: u32) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push((b'A' + ((rest - 1) % 26) as u8) as char);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(place: &Place, expected: &str) {
        assert_eq!(place.to_string(), expected);
    }

    #[test]
    fn a_place_is_written_so_that_one_can_jump_to_it() {
        check(&Place::at("a.yaml", 3, 5), "a.yaml:3:5");
        check(&Place::whole("a.yaml"), "a.yaml");
        check(&Place::cell("plan.xlsx", "Q1", 7, 2), "plan.xlsx:Q1!B7");
        check(&Place::cell("plan.xlsx", "Q1 2027", 0, 0), "plan.xlsx:Q1 2027");
    }

    #[test]
    fn columns_of_a_sheet_are_letters() {
        for (column, expected) in
            [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")]
        {
            assert_eq!(letters(column), expected);
        }
    }

    #[test]
    fn places_are_in_order_of_file_sheet_line_and_column() {
        let ordered = [
            Place::whole("a"),
            Place::at("a", 2, 9),
            Place::at("a", 10, 1),
            Place::cell("a", "Q1", 9, 1),
            Place::cell("a", "Q2", 1, 1),
            Place::whole("b"),
        ];
        assert!(ordered.is_sorted());
    }
}
