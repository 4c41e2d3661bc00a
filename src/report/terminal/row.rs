//! A row of cells, laid out by comfy-table at fixed widths and then coloured.
//!
//! Headings and plans of one block stand on different columns, so each row is a table of its own.

use std::borrow::Cow;

use anstyle::Style;
use comfy_table::{
    Cell as TableCell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, Row,
    Table, TableStyle, Width,
};
use unicode_width::UnicodeWidthStr;

use crate::report::terminal::wrap::MARKS;

/// What stands between two cells.
const GAP: &str = "  ";

/// What comfy-table draws between two cells: no cleaned text contains it, so that a drawn line can
/// be split into its cells again for colouring.
const MARK: char = '\u{1f}';

const LOOK: TableStyle = TableStyle::new().content_lines(ContentLineStyle::none().junction(MARK));

/// A cleaned text and the columns it may take.
pub struct Cell<'a> {
    text: &'a str,
    width: usize,
    align: CellAlignment,
    style: Style,
}

impl<'a> Cell<'a> {
    /// A text that wraps within `width` columns.
    pub fn left(text: &'a str, width: usize, style: Style) -> Self {
        Self { text, width, align: CellAlignment::Left, style }
    }

    /// A text that stands at the right edge, as numbers do.
    pub fn right(text: &'a str, width: usize, style: Style) -> Self {
        Self { text, width, align: CellAlignment::Right, style }
    }
}

/// The lines of the row, without spaces at their end; a text that would take more lines than
/// `height` ends in `…`.
pub fn lines(cells: &[Cell], height: usize) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(LOOK).set_content_arrangement(ContentArrangement::Disabled);
    table.set_truncation_indicator("…");
    let texts = cells.iter().map(|cell| TableCell::from(breakable(cell.text, cell.width)));
    let mut row = Row::from(texts.collect::<Vec<_>>());
    row.max_height(height);
    table.add_row(row);
    for (column, cell) in table.column_iter_mut().zip(cells) {
        column.set_padding((0, 0));
        let width = u16::try_from(cell.width).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        column.set_cell_alignment(cell.align);
    }
    table.lines().map(|line| colour(&line, cells)).collect()
}

/// The text in that style; the text alone in none.
pub fn styled(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}

/// A text of a leader in that style, which turns no column beside it.
pub fn painted(text: &str, style: Style) -> String {
    styled(&left_to_right(text), style)
}

/// The text with line breaks in words that are too wide, after the marks at which people break
/// them; comfy-table breaks the rest between graphemes.
fn breakable(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width || text.split(' ').all(|word| word.width() <= width) {
        return Cow::Borrowed(text);
    }
    let mut broken = String::with_capacity(text.len() + 8);
    for (at, word) in text.split(' ').enumerate() {
        broken.push_str(if at > 0 { " " } else { "" });
        let (wide, mut taken) = (word.width() > width, 0);
        for piece in word.split_inclusive(MARKS) {
            taken += piece.width();
            if wide && taken > width && taken > piece.width() {
                broken.push('\n');
                taken = piece.width();
            }
            broken.push_str(piece);
        }
    }
    Cow::Owned(broken)
}

/// The line with every cell in its style; spaces are owed until a text follows them.
fn colour(line: &str, cells: &[Cell]) -> String {
    let mut coloured = String::with_capacity(line.len());
    let mut owed = String::new();
    for (at, (part, cell)) in line.split(MARK).zip(cells).enumerate() {
        let rest = part.trim_start_matches(' ');
        let text = rest.trim_end_matches(' ');
        owed.extend([if at > 0 { GAP } else { "" }, &part[..part.len() - rest.len()]]);
        if !text.is_empty() {
            coloured.extend([owed.as_str(), &painted(text, cell.style)]);
            owed.clear();
        }
        owed.push_str(&rest[text.len()..]);
    }
    coloured
}

/// Keeps a right-to-left text from turning the columns around it, on terminals that reorder: the
/// marks take no room.
fn left_to_right(text: &str) -> Cow<'_, str> {
    let turns = |c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    if text.contains(turns) {
        Cow::Owned(format!("\u{200e}{text}\u{200e}"))
    } else {
        Cow::Borrowed(text)
    }
}
