//! What a block says, cleaned for the terminal, whatever the width.

use crate::company::Planned;
use crate::overlap::{Kind, Tier};
use crate::report::clean::terminal;
use crate::report::overlaps::table::{THEMES, WORTH_A_LOOK};
use crate::report::overlaps::{Limit, OverlapsPage, Ranked};
use crate::report::words::agreed;
use crate::report::words::count::counted;
use crate::report::words::effort::{self, Unit};
use crate::report::words::why::{self, DOUBTFUL};

/// A block longer than this is folded, unless everything is wanted.
const LONGEST_BLOCK: usize = 20;

/// The columns of a plan, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Whom to talk to.
    Leader,
    /// The leader's team.
    Team,
    /// What the leader calls it.
    Name,
    /// The quarter, release or date.
    When,
    /// How far it is.
    Status,
    /// How much work.
    Effort,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Leader, Self::Team, Self::Name, Self::When, Self::Status, Self::Effort];

    /// What stands over it; the effort's title stands over the features.
    pub fn title(self) -> &'static str {
        match self {
            Self::Leader => "Leader",
            Self::Team => "Team",
            Self::Name => "Planned as",
            Self::When => "When",
            Self::Status => "Status",
            Self::Effort => "",
        }
    }
}

/// An overlap in words.
pub struct Block {
    /// What this block and those that follow are, if it is not plain duplication.
    pub caption: Option<String>,
    /// The same number in every format.
    pub rank: String,
    /// The overlap's name.
    pub feature: String,
    /// `10 leaders, 11 items, alike 0.84`.
    pub facts: String,
    /// The sum of its efforts; empty if it means nothing.
    pub effort: String,
    /// What was agreed about it, if anything.
    pub agreed: Option<String>,
    /// Who plans it.
    pub plans: Vec<Plan>,
    /// What is only near it, if anything.
    pub near: Option<String>,
    /// How sure it is, if that is wanted.
    pub range: Option<String>,
    /// What was left out to keep the block readable.
    pub folded: Option<String>,
}

/// An item in words.
pub struct Plan {
    /// One text per [`Column`]; empty where the roadmap is silent.
    pub cells: [String; 6],
    /// `path:line`, for the reader to jump to.
    pub place: Option<String>,
    /// What links it to the others, if that is wanted.
    pub why: Option<String>,
}

/// The blocks of these overlaps.
pub fn blocks(page: &OverlapsPage, overlaps: &[Ranked]) -> Vec<Block> {
    let unit = effort::unit(page);
    let sort = |ranked: &Ranked| (ranked.tier, ranked.overlap.kind);
    let mut before = (Tier::Certain, Kind::Across);
    let mut blocks = Vec::with_capacity(overlaps.len());
    for &ranked in overlaps {
        let caption = (sort(&ranked) != before).then(|| caption(sort(&ranked)));
        blocks.push(Block { caption, ..block(page, ranked, unit) });
        before = sort(&ranked);
    }
    blocks
}

/// The blocks of overlaps of which no item is shown.
pub fn briefs(page: &OverlapsPage, overlaps: &[Ranked]) -> Vec<Block> {
    let unit = effort::unit(page);
    let brief = |&ranked: &Ranked| Block {
        plans: Vec::new(),
        near: None,
        folded: None,
        range: None,
        ..block(page, ranked, unit)
    };
    overlaps.iter().map(brief).collect()
}

fn caption((tier, kind): (Tier, Kind)) -> String {
    let kind = match kind {
        Kind::Across if tier == Tier::Doubtful => return WORTH_A_LOOK.to_owned(),
        Kind::Across if tier == Tier::Theme => return THEMES.to_owned(),
        Kind::Across => "Planned across leaders",
        Kind::Done => "Already there: reuse it",
        Kind::Down => "Deployed down a reporting line",
        Kind::Within => "Planned twice by one leader",
    };
    match tier {
        Tier::Certain => kind.to_owned(),
        Tier::Doubtful => format!("Worth a look: {}", kind.to_lowercase()),
        Tier::Theme => format!("Themes: {}", kind.to_lowercase()),
    }
}

fn block(page: &OverlapsPage, ranked: Ranked, unit: Unit) -> Block {
    let Ranked { rank, overlap, at, .. } = ranked;
    let planned: Vec<Planned> =
        overlap.members.iter().map(|&member| page.company.items[member]).collect();
    let is_folded = page.view.limit != Limit::All && planned.len() > LONGEST_BLOCK;
    let visible = if is_folded { LONGEST_BLOCK - 1 } else { planned.len() };
    let mut plans: Vec<Plan> =
        planned[..visible].iter().map(|planned| plan(page, *planned, unit)).collect();
    for at in (1..visible).rev() {
        let (one, before) = (planned[at], planned[at - 1]);
        if (one.by, &one.roadmap.team) == (before.by, &before.roadmap.team) {
            plans[at].cells[Column::Leader as usize].clear();
            plans[at].cells[Column::Team as usize].clear();
        }
    }
    for (plan, member) in plans.iter_mut().zip(&overlap.members) {
        if overlap.doubtful.contains(member) {
            plan.cells[Column::Name as usize].push_str(DOUBTFUL);
        }
    }
    if page.view.why {
        for (plan, why) in plans.iter_mut().zip(why::reasons(page, overlap, terminal)) {
            plan.why = why;
        }
    }
    let folded = planned.len() - visible;
    Block {
        caption: None,
        rank: rank.to_string(),
        feature: terminal(&overlap.name),
        facts: facts(ranked),
        effort: effort::total(page, overlap).map(effort::number).unwrap_or_default(),
        agreed: agreed::status(page, at, terminal),
        plans,
        near: why::near(page, overlap, terminal),
        range: page.view.why.then(|| why::range(overlap)).flatten(),
        folded: (folded > 0).then(|| format!("… {folded} more items: --limit 0 shows all")),
    }
}

fn facts(Ranked { overlap, .. }: Ranked) -> String {
    let leaders = counted(overlap.leaders.len(), "leader");
    let items = counted(overlap.members.len(), "item");
    format!("{leaders}, {items}, alike {}", overlap.mean)
}

fn plan(page: &OverlapsPage, planned: Planned, unit: Unit) -> Plan {
    let Planned { roadmap, item, .. } = planned;
    let text = |text: &Option<String>| text.as_deref().map(terminal).unwrap_or_default();
    let effort = match (item.effort, unit, &roadmap.effort_unit) {
        (None, ..) => String::new(),
        (Some(effort), Unit::Mixed, Some(unit)) => {
            format!("{} {}", effort::number(effort), terminal(unit))
        }
        (Some(effort), ..) => effort::number(effort),
    };
    let place = page.view.places.then(|| format!("{}:{}", item.place.file, item.place.line.max(1)));
    Plan {
        cells: [
            terminal(planned.leader()),
            text(&roadmap.team),
            terminal(&item.name),
            text(&item.quarter),
            text(&item.status),
            effort,
        ],
        place: place.map(|place| terminal(&place)),
        why: None,
    }
}
