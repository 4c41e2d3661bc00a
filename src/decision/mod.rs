//! What the leaders agreed about overlaps, and what that leaves to be decided.
//!
//! A decision knows the items that its leaders talked about. An overlap is decided if one decision
//! knows all its items; an item that it does not know is news, however old the overlap is. A newer
//! decision wins over an older one about the same items.

mod cannot_link;
mod change;
pub mod file;
mod findings;
mod gate;
mod gone;
mod matching;
#[cfg(test)]
pub mod sample;
mod status;

use jiff::civil::Date;

use crate::basics::Place;
use crate::company::Planned;
use crate::overlap::Overlap;

pub use cannot_link::cannot_link;
pub use change::{NewFindings, Snapshot, new_findings};
pub use findings::{Finding, Matter, findings, stale, unused};
pub use gate::{FailOn, divide};
pub use gone::{Gone, gone};
pub use matching::{Known, Matching, matching};
pub use status::{DecisionStatus, statuses};

/// What the leaders agreed to do about an overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreed {
    /// One leader takes the lead and the others' items go.
    Merge,
    /// One leader builds it, the others use it.
    Shared,
    /// The same thing, deliberately built more than once.
    Separate,
    /// Not the same thing: never joined again.
    Distinct,
    /// Put off, until a day.
    Later,
}

impl Agreed {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Merge, Self::Shared, Self::Separate, Self::Distinct, Self::Later];

    /// The word for it in the decisions file and every output: `merge`, `shared`, `separate`,
    /// `distinct` or `later`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Shared => "shared",
            Self::Separate => "separate",
            Self::Distinct => "distinct",
            Self::Later => "later",
        }
    }
}

/// One entry of the decisions file.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// What the overlap was called when it was decided, for people.
    pub overlap: String,
    /// What was agreed.
    pub agreed: Agreed,
    /// Who leads: always there for `merge` and `shared`.
    pub lead: Option<String>,
    /// Why: always there for `separate` and `distinct`.
    pub reason: Option<String>,
    /// Who decided.
    pub by: Option<String>,
    /// When it was decided.
    pub date: Option<Date>,
    /// The last day on which it counts: always there for `later`.
    pub until: Option<Date>,
    /// The items it is about.
    pub members: Vec<Member>,
    /// Where the entry begins in the decisions file.
    pub place: Place,
}

/// An item as a decision remembers it.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Who planned it.
    pub leader: String,
    /// Its identifier, by which it is known if it has one.
    pub id: Option<String>,
    /// What it was called.
    pub name: String,
    /// Where the member stands in the decisions file.
    pub place: Place,
}

impl Agreed {
    /// What an entry must say beside it: `lead`, `reason` or `until`.
    pub fn needs(self) -> &'static str {
        match self {
            Self::Merge | Self::Shared => "lead",
            Self::Separate | Self::Distinct => "reason",
            Self::Later => "until",
        }
    }
}

impl Decision {
    /// A decision about every item of an overlap that says no more than what was agreed.
    pub fn about(overlap: &Overlap, items: &[Planned], agreed: Agreed) -> Self {
        let members = overlap.members.iter().map(|&it| Member::of(items[it])).collect();
        Self {
            overlap: one_line(&overlap.name),
            agreed,
            lead: None,
            reason: None,
            by: None,
            date: None,
            until: None,
            members,
            place: Place::default(),
        }
    }

    /// What the entry must say and does not say yet.
    pub fn lacks(&self) -> Option<&'static str> {
        let is_said = match self.agreed.needs() {
            "lead" => self.lead.is_some(),
            "reason" => self.reason.is_some(),
            _ => self.until.is_some(),
        };
        (!is_said).then_some(self.agreed.needs())
    }

    /// Whether its last day has passed.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}

impl Member {
    /// An item as a decision is to remember it.
    pub fn of(planned: Planned) -> Self {
        Self {
            leader: one_line(planned.leader()),
            id: planned.item.id.as_deref().map(one_line).filter(|id| !id.is_empty()),
            name: one_line(&planned.item.name),
            place: Place::default(),
        }
    }
}

/// A text without the line ends that a block of text has behind it.
fn one_line(text: &str) -> String {
    text.trim_end_matches(['\n', '\r']).to_owned()
}
