//! Header, blocks and closing lines, drawn at the layout's widths.

use std::io;
use std::iter::repeat;

use anstyle::{AnsiColor, Style};

use crate::report::table::block::{Block, Column, Plan};
use crate::report::table::grid::{Cell, lines, styled};
use crate::report::table::layout::{GAP, Layout, MARGIN, Place};

/// A text that needs more lines than this is cut.
const TALLEST: usize = 6;

/// Sentences are read more easily when they are not too long.
const LONGEST_SENTENCE: usize = 120;

/// What a table is drawn on.
pub struct Canvas<'a> {
    layout: &'a Layout,
    unit: Option<String>,
    pen: Pen,
    out: &'a mut dyn io::Write,
}

/// The few styles of a table; without colours all are empty.
#[derive(Default)]
struct Pen {
    strong: Style,
    subtle: Style,
    accent: Style,
}

impl<'a> Canvas<'a> {
    /// A canvas at these widths; `unit` is the unit of all efforts, cleaned.
    pub fn new(
        layout: &'a Layout,
        unit: Option<String>,
        coloured: bool,
        out: &'a mut dyn io::Write,
    ) -> Self {
        let coloured = coloured.then(|| Pen {
            strong: Style::new().bold(),
            subtle: Style::new().dimmed(),
            accent: AnsiColor::Cyan.on_default(),
        });
        Self { layout, unit, pen: coloured.unwrap_or_default(), out }
    }

    /// Draws two lines that mirror a block, and a rule under them.
    pub fn header(&mut self) -> io::Result<()> {
        let Self { layout, unit, pen, .. } = self;
        let subtle = |text, width, right| Cell { text, width, right, style: pen.subtle };
        let effort = match (layout.effort(), unit) {
            (None, _) => String::new(),
            (Some(_), None) => "Effort".to_owned(),
            (Some(_), Some(unit)) => format!("Effort in {unit}"),
        };
        let room = layout.total - layout.indent();
        let mut features = vec![subtle("#", MARGIN + layout.rank, true)];
        features.extend(match room.checked_sub("Feature".len() + GAP) {
            Some(rest) if !effort.is_empty() => {
                vec![subtle("Feature", "Feature".len(), false), subtle(&effort, rest, true)]
            }
            _ => vec![subtle("Feature", room, false)],
        });
        let mut plans = vec![subtle("", MARGIN + layout.rank, true)];
        plans.extend(
            layout.columns.iter().map(|&(column, width)| subtle(column.title(), width, false)),
        );
        let mut drawn = lines(&features, 1);
        drawn.extend(lines(&plans, 1));
        self.write(&drawn)?;
        self.rule("")
    }

    /// Draws a rule, which may name what follows.
    pub fn rule(&mut self, caption: &str) -> io::Result<()> {
        let caption = if caption.is_empty() { String::new() } else { format!("── {caption} ") };
        let line = caption.chars().chain(repeat('─'));
        let rule: String = line.take(self.layout.breadth() - MARGIN).collect();
        writeln!(self.out, "{:MARGIN$}{}", "", styled(&rule, self.pen.subtle))
    }

    /// Draws a feature with who plans it beneath.
    pub fn block(&mut self, block: &Block) -> io::Result<()> {
        if let Some(caption) = block.caption {
            self.rule(caption)?;
        }
        let heading = self.heading(block);
        self.write(&heading)?;
        for plan in &block.plans {
            let drawn = self.plan(plan);
            self.write(&drawn)?;
        }
        block.folded.iter().try_for_each(|folded| self.note(folded))?;
        writeln!(self.out)
    }

    /// Draws a secondary line that stands under the features, unbroken.
    pub fn note(&mut self, text: &str) -> io::Result<()> {
        let indent = self.layout.indent();
        writeln!(self.out, "{:indent$}{}", "", styled(text, self.pen.subtle))
    }

    fn heading(&self, block: &Block) -> Vec<String> {
        let Self { layout, pen, .. } = self;
        let cell = |text, width, right, style| Cell { text, width, right, style };
        let facts = self.facts(block);
        let margin = MARGIN + layout.rank;
        let beside = layout.facts.map_or(0, |facts| facts + GAP);
        let mut cells = vec![
            cell(&block.rank, margin, true, pen.subtle),
            cell(&block.feature, layout.heading() - beside, false, pen.strong),
        ];
        if let Some(width) = layout.facts {
            cells.push(cell(&facts, width, true, pen.subtle));
        }
        if let Some(width) = layout.effort() {
            cells.push(cell(&block.effort, width, true, pen.strong));
        }
        let mut drawn = lines(&cells, TALLEST);
        if layout.facts.is_none() {
            let room = layout.total - layout.indent();
            let beneath =
                [cell("", margin, true, pen.subtle), cell(&facts, room, false, pen.subtle)];
            drawn.extend(lines(&beneath, TALLEST));
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

    fn plan(&self, plan: &Plan) -> Vec<String> {
        let Self { layout, pen, .. } = self;
        let subtle = |text, width| Cell { text, width, right: true, style: pen.subtle };
        let mut cells = vec![subtle("", MARGIN + layout.rank)];
        cells.extend(layout.columns.iter().map(|&(column, width)| Cell {
            text: &plan.cells[column as usize],
            width,
            right: column == Column::Effort,
            style: match column {
                Column::Leader => pen.accent,
                Column::Team | Column::Status => pen.subtle,
                Column::Name | Column::When | Column::Effort => Style::new(),
            },
        }));
        let place = plan.place.as_deref().unwrap_or_default();
        if let Some(Place::Beside(width)) = layout.place {
            cells.push(Cell { right: false, ..subtle(place, width) });
        }
        let mut drawn = lines(&cells, TALLEST);
        if let Some(Place::Beneath(indent)) = layout.place {
            drawn.push(format!("{:indent$}{}", "", styled(place, pen.subtle)));
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
    let cell = Cell { text, width, right: false, style: Style::new() };
    let drawn = lines(&[cell], usize::MAX);
    drawn.iter().try_for_each(|line| writeln!(out, "{:MARGIN$}{line}", ""))
}
