//! How wide every column is, once for all blocks, so that the eye can run down.

use unicode_width::UnicodeWidthStr;

use crate::report::overlaps::table::block::{Block, Column, Plan};

/// Columns between two cells.
pub const GAP: usize = 2;

/// Columns left of everything.
pub const MARGIN: usize = 1;

/// A longer text wraps even where there is room: the eye finds the next column.
const READABLE_NAME: usize = 56;

/// Places go beneath the plans before the names get narrower than this.
const READABLE_NAME_BESIDE_PLACE: usize = 36;

/// A feature may wrap beyond this before its facts go beneath it.
const READABLE_FEATURE: usize = 28;

/// What is said aside goes to the left before it gets narrower than this.
const READABLE_ASIDE: usize = 36;

/// What goes first when the name has less room than this, or than it needs.
const DROPPED_FIRST: [(Column, usize); 4] =
    [(Column::Team, 44), (Column::Status, 22), (Column::Effort, 15), (Column::When, 13)];

/// Where everything stands.
pub struct Layout {
    /// Columns of the ranks.
    rank: usize,
    /// The columns of a plan that are shown, with their width.
    pub columns: Vec<(Column, usize)>,
    /// Columns of the facts, if they stand beside the feature and not beneath it.
    pub facts: Option<usize>,
    /// Where the places stand, if they are wanted.
    pub place: Option<Place>,
    /// Columns of everything but the places, margin included.
    total: usize,
}

/// Where the places stand; they are never broken, so that terminals find them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Last on the line, this wide.
    Beside(usize),
    /// On a line of its own, this far from the left.
    Beneath(usize),
}

impl Layout {
    /// The widest layout that the blocks need and `width` columns hold; where room is short, the
    /// least important columns go first and the name always stays.
    pub fn fit(blocks: &[Block], width: usize) -> Self {
        let place = widest(plans(blocks).flat_map(|plan| &plan.place));
        let full = Self::without_places(blocks, width);
        if place == 0 {
            return full;
        }
        let beside = Self::without_places(blocks, width.saturating_sub(place + GAP));
        let same = beside.without_team() == full.without_team();
        if same && beside.name() >= full.name().min(READABLE_NAME_BESIDE_PLACE) {
            return Self { place: Some(Place::Beside(place)), ..beside };
        }
        let [under_name, indent] = [full.name_at(), full.indent()];
        let at = if under_name + place <= width { under_name } else { indent };
        Self { place: Some(Place::Beneath(at)), ..full }
    }

    /// Columns of the ranks, margin included.
    pub fn margin(&self) -> usize {
        MARGIN + self.rank
    }

    /// Columns left of feature and leader.
    pub fn indent(&self) -> usize {
        self.margin() + GAP
    }

    /// Columns of everything, margin and places included.
    pub fn breadth(&self) -> usize {
        match self.place {
            Some(Place::Beside(place)) => self.total + GAP + place,
            Some(Place::Beneath(_)) | None => self.total,
        }
    }

    /// Columns of feature and facts together.
    pub fn heading(&self) -> usize {
        self.heading_and_effort() - self.effort().map_or(0, |effort| effort + GAP)
    }

    /// Columns of feature, facts and effort together.
    pub fn heading_and_effort(&self) -> usize {
        self.total - self.indent()
    }

    /// Columns of the effort, if it is shown.
    pub fn effort(&self) -> Option<usize> {
        self.columns.iter().find(|(column, _)| *column == Column::Effort).map(|&(_, width)| width)
    }

    /// Columns left of what is said aside about a plan: under its name, if there is room.
    pub fn aside(&self) -> usize {
        let under_name = self.name_at();
        if under_name + READABLE_ASIDE <= self.breadth() { under_name } else { self.indent() }
    }

    /// How many columns are shown besides the team, which gives way to the places.
    fn without_team(&self) -> usize {
        self.columns.iter().filter(|(column, _)| *column != Column::Team).count()
    }

    /// Columns of the name.
    fn name(&self) -> usize {
        self.columns
            .iter()
            .find(|(column, _)| *column == Column::Name)
            .map_or(0, |&(_, width)| width)
    }

    /// Columns left of the name.
    fn name_at(&self) -> usize {
        let before = self.columns.iter().take_while(|(column, _)| *column != Column::Name);
        self.indent() + before.map(|(_, width)| width + GAP).sum::<usize>()
    }

    fn without_places(blocks: &[Block], width: usize) -> Self {
        let rank = widest(blocks.iter().map(|block| &block.rank));
        let room = width.saturating_sub(MARGIN + rank + GAP);
        let name = natural(Column::Name, blocks).min(READABLE_NAME);
        let mut columns: Vec<(Column, usize)> = Column::ALL
            .into_iter()
            .map(|column| (column, natural(column, blocks).min(most(column, width))))
            .filter(|&(column, natural)| natural > 0 || column == Column::Name)
            .collect();
        for (column, needed) in DROPPED_FIRST {
            if room.saturating_sub(others(&columns)) < needed.min(name) {
                columns.retain(|&(shown, _)| shown != column);
            }
        }
        let others = others(&columns);
        let mut layout = Self { rank, columns, facts: None, place: None, total: 0 };
        let effort = layout.effort().map_or(0, |effort| effort + GAP);
        let facts = widest(blocks.iter().map(|block| &block.facts));
        let feature = widest(blocks.iter().map(|block| &block.feature));
        let heading = feature.min(READABLE_NAME) + GAP + facts + effort;
        let name = name.max(heading.saturating_sub(others)).min(room.saturating_sub(others)).max(1);
        for (_, width) in layout.columns.iter_mut().filter(|(column, _)| *column == Column::Name) {
            *width = name;
        }
        layout.total = layout.indent() + others + name;
        let beside = layout.heading() >= feature.min(READABLE_FEATURE) + GAP + facts;
        Self { facts: beside.then_some(facts), ..layout }
    }
}

/// The most that a column may take, so that one long text does not squeeze all others.
fn most(column: Column, width: usize) -> usize {
    match column {
        Column::Leader | Column::Team => (width / 5).clamp(width.min(40) / 4, 28),
        Column::Name => usize::MAX,
        Column::When => 14,
        Column::Status => 16,
        Column::Effort => 22,
    }
}

/// Columns of the column's longest text, its title included.
fn natural(column: Column, blocks: &[Block]) -> usize {
    let plans = widest(plans(blocks).map(|plan| &plan.cells[column as usize]));
    match column {
        Column::Effort => plans.max(widest(blocks.iter().map(|block| &block.effort))),
        _ if plans > 0 => plans.max(column.title().len()),
        _ => 0,
    }
}

/// Columns of everything but the name, gaps included.
fn others(columns: &[(Column, usize)]) -> usize {
    let others = columns.iter().filter(|(column, _)| *column != Column::Name);
    others.map(|(_, width)| width + GAP).sum()
}

fn plans(blocks: &[Block]) -> impl Iterator<Item = &Plan> {
    blocks.iter().flat_map(|block| &block.plans)
}

fn widest<'a>(texts: impl Iterator<Item = &'a String>) -> usize {
    texts.map(|text| text.width()).max().unwrap_or(0)
}
