//! What was agreed about an overlap, as programs see it.

use serde::Serialize;

use crate::decision::{Decision, DecisionStatus, Matter};

/// What an entry of the decisions file says, and where it stands.
#[derive(Serialize)]
pub struct AgreedJson<'a> {
    decision: &'static str,
    lead: Option<&'a str>,
    reason: Option<&'a str>,
    by: Option<&'a str>,
    date: Option<String>,
    until: Option<String>,
    file: &'a str,
    line: u32,
}

/// The element `decision` of an overlap.
#[derive(Serialize)]
pub struct DecisionJson<'a> {
    #[serde(flatten)]
    agreed: AgreedJson<'a>,
    /// What is the matter with it: `grown`, `overdue`, `later`, or nothing.
    matter: Option<&'static str>,
    /// The items that the decision does not know, as positions among the overlap's own.
    new_items: Vec<usize>,
}

impl<'a> AgreedJson<'a> {
    /// What an entry says.
    pub fn new(decision: &'a Decision) -> Self {
        Self {
            decision: decision.agreed.word(),
            lead: decision.lead.as_deref(),
            reason: decision.reason.as_deref(),
            by: decision.by.as_deref(),
            date: decision.date.map(|day| day.to_string()),
            until: decision.until.map(|day| day.to_string()),
            file: &decision.place.file,
            line: decision.place.line,
        }
    }
}

impl<'a> DecisionJson<'a> {
    /// The decision about an overlap with these members, ascending.
    pub fn new(decision: &'a Decision, status: &DecisionStatus, members: &[usize]) -> Self {
        let position = |item: &usize| members.binary_search(item).ok();
        Self {
            agreed: AgreedJson::new(decision),
            matter: status.matter.map(Matter::word),
            new_items: status.fresh.iter().filter_map(position).collect(),
        }
    }
}
