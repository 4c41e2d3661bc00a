//! The words that tell two features apart, as people write them.

use std::sync::LazyLock;

use crate::basics::without_comments;

/// A row of the table.
#[derive(Debug, PartialEq)]
pub struct ContrastRow {
    /// Where it belongs: `direction`.
    pub area: &'static str,
    /// Each class holds the words that mean one thing; a name of one class and a name of another are
    /// two features.
    pub classes: Vec<Vec<&'static str>>,
    /// Why they are.
    pub why: &'static str,
}

/// The rows of `contrasts.tsv`, in its order.
pub static ROWS: LazyLock<Vec<ContrastRow>> = LazyLock::new(|| {
    let lines = without_comments(include_str!("contrasts.tsv"));
    lines.filter_map(row).collect()
});

/// `direction`, `import | export`, `data comes in or goes out`, separated by tabs.
fn row(line: &'static str) -> Option<ContrastRow> {
    let mut cells = line.split('\t');
    let (area, classes, why) = (cells.next()?, cells.next()?, cells.next()?);
    let classes = classes.split(" | ").map(|class| class.split(", ").collect()).collect();
    Some(ContrastRow { area, classes, why })
}

/// Words that turn a name into its opposite where only one of two names has them.
pub const POLARITY: &[&str] = &[
    "remove",
    "delete",
    "disable",
    "deprecate",
    "deprecation",
    "retire",
    "retirement",
    "sunset",
    "drop",
    "decommission",
    "stop",
    "without",
    "non",
    "no",
    "not",
    "never",
    "undo",
    "revert",
    "block",
    "prevent",
    "anti",
    "kill",
];
