//! Running text for a person at a terminal: paragraphs, labelled lines, lines that stay whole.

use std::io;

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::report::Look;
use crate::report::terminal::row::{Cell, lines, painted, styled};
use crate::report::terminal::style::Styles;
use crate::report::terminal::wrap::wrapped;

/// Columns left of everything.
const MARGIN: usize = 1;

/// Columns between two cells.
pub const GAP: usize = 2;

/// Lines are read more easily when they are not too long.
const LONGEST: usize = 110;

/// Running text for a person, as it is being written.
pub struct Prose<'a> {
    width: usize,
    /// The styles.
    pub styles: Styles,
    out: &'a mut dyn io::Write,
}

impl<'a> Prose<'a> {
    /// Prose for a place that looks like that.
    pub fn new(look: Look, out: &'a mut dyn io::Write) -> Self {
        Self { width: look.width.min(LONGEST + MARGIN), styles: Styles::new(look.styled), out }
    }

    /// Columns that a line has.
    pub fn room(&self) -> usize {
        self.width.saturating_sub(MARGIN).max(1)
    }

    /// An empty line.
    pub fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A text, wrapped between words, so far from the left.
    pub fn text(&mut self, indent: usize, text: &str, style: Style) -> io::Result<()> {
        let width = self.room().saturating_sub(indent).max(1);
        let left = MARGIN + indent;
        let mut lines = wrapped(text, width).into_iter().map(|line| painted(&line, style));
        lines.try_for_each(|line| writeln!(self.out, "{:left$}{line}", ""))
    }

    /// A line that is never broken, so that it can be copied or clicked.
    pub fn whole(&mut self, indent: usize, text: &str, style: Style) -> io::Result<()> {
        writeln!(self.out, "{:left$}{}", "", styled(text, style), left = MARGIN + indent)
    }

    /// Cells beside each other, each wrapped within its width.
    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        let lines = lines(cells, usize::MAX);
        lines.iter().try_for_each(|line| writeln!(self.out, "{:MARGIN$}{line}", ""))
    }

    /// A subtle label of that width, and a text that wraps beside it.
    pub fn labelled(&mut self, label: (&str, usize), text: &str, style: Style) -> io::Result<()> {
        let (label, width) = label;
        let rest = self.room().saturating_sub(width + GAP).max(1);
        self.row(&[Cell::left(label, width, self.styles.subtle), Cell::left(text, rest, style)])
    }

    /// A line across that many columns.
    pub fn rule(&mut self, width: usize) -> io::Result<()> {
        self.whole(0, &"─".repeat(width.min(self.room())), self.styles.subtle)
    }
}

/// Columns of the widest text.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>) -> usize {
    texts.into_iter().map(UnicodeWidthStr::width).max().unwrap_or(0)
}
