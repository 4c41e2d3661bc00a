//! What was agreed about overlaps, as the reports tell it.

use crate::decision::{Decision, DecisionStatus, Matter};
use crate::overlap::Kind;
use crate::report::clean::Door;
use crate::report::overlaps::OverlapsPage;
use crate::report::words::count::counted;

/// What was agreed, beside the overlaps of a page.
#[derive(Clone, Copy)]
pub struct Agreements<'a> {
    /// Every entry of the decisions file, in its order.
    pub decisions: &'a [Decision],
    /// How every overlap of the page stands, in their order.
    pub statuses: &'a [DecisionStatus],
    /// The entries that are about nothing any more, as indices.
    pub stale: &'a [usize],
    /// Where decisions are kept, as the user would write it: `decisions.yaml`.
    pub file: &'a str,
}

impl<'a> Agreements<'a> {
    /// How an overlap of the page stands, with the decision about it; none if there is none.
    pub fn about(&self, overlap: usize) -> Option<(&'a Decision, &'a DecisionStatus)> {
        let status = self.statuses.get(overlap)?;
        Some((self.decisions.get(status.decision?)?, status))
    }
}

/// What was agreed: `shared, Ana Ruiz leads: one login for all (Priya Shah, 2026-11-22)`.
pub fn agreement(decision: &Decision, clean: Door) -> String {
    let lead = decision.lead.as_deref().map(|lead| format!(", {} leads", clean(lead)));
    let until = decision.until.map(|day| format!(", until {day}"));
    let reason = decision.reason.as_deref().map(|reason| format!(": {}", clean(reason)));
    let by = decision.by.as_deref().map(clean);
    let date = decision.date.map(|day| day.to_string());
    let by = [by, date].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let by = (!by.is_empty()).then(|| format!(" ({by})"));
    let parts = [lead, until, reason, by].into_iter().flatten();
    decision.agreed.word().to_owned() + &parts.collect::<String>()
}

/// How an overlap stands: what was agreed, and before that what has changed since, as in
/// `grown, Cy Park joins; was shared, Ana Ruiz leads`. None if nothing was agreed.
pub fn status(page: &OverlapsPage, overlap: usize, clean: Door) -> Option<String> {
    let (decision, status) = page.agreed?.about(overlap)?;
    let agreed = agreement(decision, clean);
    Some(match status.matter {
        Some(Matter::Grown) => {
            let joined =
                joined(status.fresh.iter().map(|&item| page.company.items[item].leader()), clean);
            format!("grown, {joined}; was {agreed}")
        }
        Some(Matter::Overdue) => format!("overdue: {agreed}"),
        _ => agreed,
    })
}

/// Whose items are new: `Cy Park joins`, `Cy Park and Dana Lee join`, `Cy Park and 3 more join`.
pub fn joined<'a>(leaders: impl Iterator<Item = &'a str>, clean: Door) -> String {
    let mut leaders: Vec<&str> = leaders.collect();
    leaders.sort_unstable();
    leaders.dedup();
    match leaders.as_slice() {
        [] => "more join".to_owned(),
        [one] => format!("{} joins", clean(one)),
        [one, other] => format!("{} and {} join", clean(one), clean(other)),
        [one, others @ ..] => format!("{} and {} more join", clean(one), others.len()),
    }
}

/// How much of what several leaders plan is decided, and which entries are about nothing.
pub fn sentences(page: &OverlapsPage, clean: Door) -> Option<String> {
    let agreed = page.agreed?;
    let across: Vec<&DecisionStatus> = page
        .overlaps
        .iter()
        .zip(agreed.statuses)
        .filter(|(overlap, _)| overlap.kind == Kind::Across)
        .map(|(_, status)| status)
        .collect();
    let count = |matter| across.iter().filter(|it| it.matter == matter).count();
    let open: Vec<String> = Matter::ALL
        .into_iter()
        .map(|matter| (count(Some(matter)), matter.word()))
        .filter(|&(count, _)| count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let decided = match (count(None), across.len()) {
        (_, 0) => None,
        (decided, all) if decided == all && all == 1 => Some("It is decided.".to_owned()),
        (decided, all) if decided == all => Some("All of them are decided.".to_owned()),
        (0, _) => Some(format!("Not decided: {}.", open.join(", "))),
        (decided, _) => Some(format!("Decided: {decided}; not decided: {}.", open.join(", "))),
    };
    let stale = (!agreed.stale.is_empty()).then(|| {
        let stale = counted(agreed.stale.len(), "decision");
        let (are, their) = if agreed.stale.len() == 1 { ("is", "its") } else { ("are", "their") };
        format!("{stale} in {} {are} stale: {their} items no longer overlap.", clean(agreed.file))
    });
    let sentences: Vec<String> = [decided, stale].into_iter().flatten().collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
