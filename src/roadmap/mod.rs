//! A roadmap is one file, or one part of a file, that holds one leader's plans.
//!
//! Reading returns everything that could be read **and** every problem: one bad file never hides
//! the others, one bad item never hides its neighbours.

mod fields;
mod files;
mod foreign;
mod ignore;
mod keys;
mod mapping;
pub mod period;
mod reading;
mod record;
mod schema;
mod shape;
mod status;
mod survey;
mod unlisted;
mod unread;
mod values;
mod whose;

use crate::basics::Place;

pub use fields::{Field, ITEM, Kind, LEADER};
pub use files::{RoadmapFile, find_among, is_own};
pub use ignore::Ignored;
pub use mapping::{FileMapping, Folder, Mapping, valid};
pub use reading::{Reading, read, read_bytes};
pub use record::{FileRecord, NamedBy, Outcome, RoadmapRecord};
pub use schema::schema;
pub use status::Status;
pub use survey::{Survey, survey};

/// One leader's plans, as read from one place.
///
/// A file whose items name several leaders is several roadmaps; several files that name one leader
/// are several roadmaps of that leader.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Roadmap {
    /// The person or group that owns the roadmap; never empty.
    pub leader: String,
    /// The leader's role, for people to read.
    pub role: Option<String>,
    /// The leader one level up, by name.
    pub reports_to: Option<String>,
    /// The leader's team or area.
    pub team: Option<String>,
    /// Head count of the team.
    pub people: Option<f64>,
    /// What the team can do in the roadmap's period, in `effort_unit`.
    pub capacity: Option<f64>,
    /// The unit of `capacity` and of every item's effort, such as person-weeks.
    pub effort_unit: Option<String>,
    /// The plans, in the order of the file.
    pub items: Vec<Item>,
    /// Where the roadmap begins.
    pub place: Place,
    /// How it is known whose it is.
    pub named_by: NamedBy,
}

/// One planned feature.
///
/// Texts are kept to the letter: not one character is trimmed inside, folded or reinterpreted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// What the leader calls it; never blank.
    pub name: String,
    /// The identifier in the tool it came from.
    pub id: Option<String>,
    /// How far it is: `planned`, `in progress`, `done`, or the tool's own word.
    pub status: Option<String>,
    /// When: a quarter, a release, a date or a horizon.
    pub quarter: Option<String>,
    /// How much work, in the roadmap's `effort_unit`; finite, not negative.
    pub effort: Option<f64>,
    /// Who does it.
    pub owner: Option<String>,
    /// The identifier of the initiative that this item deploys.
    pub parent: Option<String>,
    /// What it is, at length.
    pub description: Option<String>,
    /// Other names of the same feature.
    pub aliases: Vec<String>,
    /// Labels.
    pub tags: Vec<String>,
    /// Where the name stands.
    pub place: Place,
    /// The line on which the item begins: that of its name, or one before it.
    pub begins: u32,
    /// The comment that silences it, if there is one: it is then in no overlap.
    pub ignored: Option<Ignored>,
}

impl Item {
    /// How far it is, where its status is a word that is known.
    pub fn state(&self) -> Option<Status> {
        self.status.as_deref().and_then(Status::of)
    }
}
