//! Drawing for a person at a terminal: running text, rows of cells, source lines with carets.

pub mod problems;
pub mod row;
pub mod snippet;
pub mod style;
pub mod text;
pub mod wrap;
