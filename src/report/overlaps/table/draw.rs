//! Header, blocks and closing lines, drawn at the layout's widths.

use std::io;
use std::iter::repeat;

use anstyle::Style;

use crate::report::Look;
use crate::report::clean::terminal;
use crate::report::overlaps::OverlapsPage;
use crate::report::overlaps::table::block::{Block, Column, Plan};
use crate::report::overlaps::table::layout::{GAP, Layout, MARGIN, Place};
use crate::report::terminal::row::{Cell, lines, painted, styled};
use crate::report::terminal::style::Styles;
use crate::report::terminal::wrap::{wrapped, wrapped_within};
use crate::report::words::effort::{self, Unit};

/// A text that needs more lines than this is cut.
const TALLEST: usize = 6;

/// Sentences are read more easily when they are not too long.
const LONGEST_SENTENCE: usize = 120;

/// What a table is drawn on.
pub struct Canvas<'a> {
    layout: &'a Layout,
    unit: Option<String>,
    styles: Styles,
    width: usize,
    out: &'a mut dyn io::Write,
}

impl<'a> Canvas<'a> {
    /// A canvas of that layout, for a place that looks like that.
    pub fn new(
        page: &OverlapsPage,
        layout: &'a Layout,
        look: Look,
        out: &'a mut dyn io::Write,
    ) -> Self {
        let unit = match effort::unit(page) {
            Unit::Agreed(unit) => Some(terminal(unit)),
            Unit::Unnamed | Unit::Mixed => None,
        };
        let styles = Styles::new(look.styled);
        Self { layout, unit, styles, width: look.width, out }
    }

    /// Draws two lines that mirror a block, and a rule under them, which may name what follows.
    pub fn header(&mut self, caption: &str) -> io::Result<()> {
        let (layout, subtle) = (self.layout, self.styles.subtle);
        let effort = match (layout.effort(), &self.unit) {
            (None, _) => String::new(),
            (Some(_), None) => "Effort".to_owned(),
            (Some(_), Some(unit)) => format!("Effort in {unit}"),
        };
        let room = layout.heading_and_effort();
        let (feature, rest) = match room.checked_sub("Feature".len() + GAP) {
            Some(rest) if !effort.is_empty() => ("Feature".len(), rest),
            _ => (room, 0),
        };
        let mut features =
            vec![Cell::right("#", layout.margin(), subtle), Cell::left("Feature", feature, subtle)];
        if rest > 0 {
            features.push(Cell::right(&effort, rest, subtle));
        }
        let mut plans = vec![Cell::right("", layout.margin(), subtle)];
        let titles = layout.columns.iter();
        plans.extend(titles.map(|&(column, width)| Cell::left(column.title(), width, subtle)));
        let mut drawn = lines(&features, 1);
        drawn.extend(lines(&plans, 1));
        self.write(&drawn)?;
        self.rule(caption)
    }

    /// Draws a rule, which may name what follows.
    pub fn rule(&mut self, caption: &str) -> io::Result<()> {
        let caption = if caption.is_empty() { String::new() } else { format!("── {caption} ") };
        let line = caption.chars().chain(repeat('─'));
        let rule: String = line.take(self.layout.breadth() - MARGIN).collect();
        writeln!(self.out, "{:MARGIN$}{}", "", styled(&rule, self.styles.subtle))
    }

    /// Draws a feature with who plans it beneath.
    pub fn block(&mut self, block: &Block) -> io::Result<()> {
        if let Some(caption) = &block.caption {
            self.rule(caption)?;
        }
        let heading = self.heading(block);
        self.write(&heading)?;
        block.agreed.iter().try_for_each(|agreed| self.aside(self.layout.indent(), agreed))?;
        for plan in &block.plans {
            let drawn = self.plan(plan);
            self.write(&drawn)?;
            plan.why.iter().try_for_each(|why| self.aside(self.layout.aside(), why))?;
        }
        block.near.iter().try_for_each(|near| self.aside(self.layout.indent(), near))?;
        block.range.iter().try_for_each(|range| self.aside(self.layout.indent(), range))?;
        block.folded.iter().try_for_each(|folded| self.note(folded))?;
        writeln!(self.out)
    }

    /// Draws the first lines of a feature only.
    pub fn brief(&mut self, block: &Block) -> io::Result<()> {
        let heading = self.heading(block);
        self.write(&heading)
    }

    /// Draws an empty line.
    pub fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Draws a secondary line that stands under the features; it may be wider than they are, but
    /// not than the terminal.
    pub fn note(&mut self, text: &str) -> io::Result<()> {
        let indent = self.layout.indent();
        let room = self.width.saturating_sub(indent).max(1);
        self.paragraph(indent, text, room)
    }

    /// Draws a secondary text that far from the left, wrapped.
    fn aside(&mut self, indent: usize, text: &str) -> io::Result<()> {
        let width = self.layout.breadth().saturating_sub(indent).max(1);
        self.paragraph(indent, text, width)
    }

    fn paragraph(&mut self, indent: usize, text: &str, width: usize) -> io::Result<()> {
        let lines = wrapped_within(text, width, TALLEST).into_iter();
        let mut lines = lines.map(|line| painted(&line, self.styles.subtle));
        lines.try_for_each(|line| writeln!(self.out, "{:indent$}{line}", ""))
    }

    /// Feature, facts and effort; the facts stand beneath where they have no room beside.
    fn heading(&self, block: &Block) -> Vec<String> {
        let Self { layout, styles, .. } = self;
        let facts = self.facts(block);
        let beside = layout.facts.map_or(0, |facts| facts + GAP);
        let mut cells = vec![
            Cell::right(&block.rank, layout.margin(), styles.subtle),
            Cell::left(&block.feature, layout.heading() - beside, styles.strong),
        ];
        if let Some(width) = layout.facts {
            cells.push(Cell::right(&facts, width, styles.subtle));
        }
        if let Some(width) = layout.effort() {
            cells.push(Cell::right(&block.effort, width, styles.strong));
        }
        let mut drawn = lines(&cells, TALLEST);
        if layout.facts.is_none() {
            let rank = Cell::right("", layout.margin(), styles.subtle);
            let facts = Cell::left(&facts, layout.heading_and_effort(), styles.subtle);
            drawn.extend(lines(&[rank, facts], TALLEST));
        }
        drawn
    }

    /// The facts, with the effort where it has no column.
    fn facts(&self, block: &Block) -> String {
        match (self.layout.effort(), block.effort.as_str(), &self.unit) {
            (Some(_), ..) | (None, "", _) => block.facts.clone(),
            (None, effort, Some(unit)) => format!("{}, {effort} {unit}", block.facts),
            (None, effort, None) => format!("{}, effort {effort}", block.facts),
        }
    }

    /// An item, with its place where the layout wants it.
    fn plan(&self, plan: &Plan) -> Vec<String> {
        let Self { layout, styles, .. } = self;
        let mut cells = vec![Cell::right("", layout.margin(), styles.subtle)];
        cells.extend(layout.columns.iter().map(|&(column, width)| {
            let text = plan.cells[column as usize].as_str();
            match column {
                Column::Leader => Cell::left(text, width, styles.accent),
                Column::Team | Column::Status => Cell::left(text, width, styles.subtle),
                Column::Name | Column::When => Cell::left(text, width, Style::new()),
                Column::Effort => Cell::right(text, width, Style::new()),
            }
        }));
        let place = plan.place.as_deref().unwrap_or_default();
        if let Some(Place::Beside(width)) = layout.place {
            cells.push(Cell::left(place, width, styles.subtle));
        }
        let mut drawn = lines(&cells, TALLEST);
        if let Some(Place::Beneath(indent)) = layout.place {
            drawn.push(format!("{:indent$}{}", "", styled(place, styles.subtle)));
        }
        drawn
    }

    fn write(&mut self, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| writeln!(self.out, "{line}"))
    }
}

/// Draws a closing sentence, wrapped between words.
pub fn sentence(text: &str, width: usize, out: &mut dyn io::Write) -> io::Result<()> {
    let width = width.saturating_sub(MARGIN).min(LONGEST_SENTENCE);
    let mut lines = wrapped(text, width).into_iter().map(|line| painted(&line, Style::new()));
    lines.try_for_each(|line| writeln!(out, "{:MARGIN$}{line}", ""))
}
