//! Which items leaders told apart, and which of two entries is newer.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::decision::{Agreed, Decision, Known};

/// The pairs of items that are never one feature, each the smaller first, ascending.
///
/// The newest entry that knows both items decides, so that leaders may change their minds; an
/// entry that is overdue tells nothing apart any more.
pub fn cannot_link(decisions: &[Decision], known: &Known, today: Date) -> Vec<[usize; 2]> {
    if decisions.iter().all(|it| it.agreed != Agreed::Distinct) {
        return Vec::new();
    }
    let mut newest: BTreeMap<[usize; 2], bool> = BTreeMap::new();
    for at in oldest_first(decisions) {
        let tells = decisions[at].agreed == Agreed::Distinct && !decisions[at].is_overdue(today);
        let items = known.of(at);
        for (place, &a) in items.iter().enumerate() {
            for &b in &items[place + 1..] {
                newest.insert([a, b], tells);
            }
        }
    }
    newest.into_iter().filter(|&(_, tells)| tells).map(|(pair, _)| pair).collect()
}

/// The age of every entry: a greater one is newer. An entry without a date is as old as the one
/// before it in the file, and of equally old ones the later is newer.
pub fn ages(decisions: &[Decision]) -> Vec<(Option<Date>, usize)> {
    let mut last = None;
    let age = |(at, decision): (usize, &Decision)| {
        last = decision.date.or(last);
        (last, at)
    };
    decisions.iter().enumerate().map(age).collect()
}

fn oldest_first(decisions: &[Decision]) -> Vec<usize> {
    let mut ages = ages(decisions);
    ages.sort_unstable();
    ages.into_iter().map(|(_, at)| at).collect()
}
