//! An item together with whose it is.

use crate::company::LeaderId;
use crate::roadmap::{Item, Roadmap, Status};

/// An item together with the roadmap it stands on and the leader whose roadmap that is.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// The roadmap.
    pub roadmap: &'a Roadmap,
    /// The item.
    pub item: &'a Item,
    /// The leader, by number in the company.
    pub by: LeaderId,
    /// The leader's name, one spelling for all of their roadmaps.
    pub name: &'a str,
}

impl<'a> Planned<'a> {
    /// The leader who plans it.
    pub fn leader(self) -> &'a str {
        self.name
    }

    /// Whether a comment silences it.
    pub fn is_silenced(self) -> bool {
        self.item.ignored.is_some()
    }

    /// Whether it will not be done; then it overlaps with nothing.
    pub fn is_dropped(self) -> bool {
        self.item.state() == Some(Status::Dropped)
    }

    /// Whether it is there already.
    pub fn is_done(self) -> bool {
        self.item.state() == Some(Status::Done)
    }

    /// Whether it takes part in overlaps: it is neither silenced nor dropped.
    pub fn counts(self) -> bool {
        !self.is_silenced() && !self.is_dropped()
    }
}
