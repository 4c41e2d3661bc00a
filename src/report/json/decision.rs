//! What was agreed about an overlap, as programs see it.

use serde::Serialize;

use crate::decision::{Decision, Matter, Standing};

/// The element `decision` of an overlap.
#[derive(Serialize)]
pub struct DecisionJson<'a> {
    decision: &'static str,
    lead: Option<&'a str>,
    reason: Option<&'a str>,
    by: Option<&'a str>,
    date: Option<String>,
    until: Option<String>,
    file: &'a str,
    line: u32,
    /// What is the matter with it: `grown`, `overdue`, `later`, or nothing.
    matter: Option<&'static str>,
    /// The items that the decision does not know, as positions among the overlap's own.
    new_items: Vec<usize>,
}

impl<'a> DecisionJson<'a> {
    /// The decision about an overlap with these members, ascending.
    pub fn new(decision: &'a Decision, standing: &Standing, members: &[usize]) -> Self {
        let text = |text: &'a Option<String>| text.as_deref();
        let position = |item: &usize| members.binary_search(item).ok();
        Self {
            decision: decision.agreed.word(),
            lead: text(&decision.lead),
            reason: text(&decision.reason),
            by: text(&decision.by),
            date: decision.date.map(|day| day.to_string()),
            until: decision.until.map(|day| day.to_string()),
            file: &decision.place.file,
            line: decision.place.line,
            matter: standing.matter.map(Matter::word),
            new_items: standing.fresh.iter().filter_map(position).collect(),
        }
    }
}
