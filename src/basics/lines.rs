//! The built-in tables, which say in comments what belongs in them.

/// The lines of a built-in table without its comments, which begin with `#`.
pub fn without_comments(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}
