//! What a change brings: findings that were not there before it.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};

use rustc_hash::FxHashMap;

use crate::basics::{fold, person};
use crate::company::Planned;
use crate::decision::{Decision, Finding, Matter};
use crate::overlap::Overlap;
use crate::roadmap::Item;

/// A company at one time, and what was the matter.
#[derive(Clone, Copy)]
pub struct Snapshot<'a> {
    /// Every planned item.
    pub items: &'a [Planned<'a>],
    /// Every overlap among them.
    pub overlaps: &'a [Overlap],
    /// What was agreed.
    pub decisions: &'a [Decision],
    /// What was not settled.
    pub findings: &'a [Finding],
}

/// The findings of now that were not there then.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewFindings {
    /// What the change brings, in the order of the findings.
    pub by_change: Vec<Finding>,
    /// What it only brought to light: nobody touched any of these items, but among other names they
    /// are more alike, or are each other's best match now.
    pub to_light: Vec<Finding>,
}

/// The findings of now that were not there then.
///
/// A finding was there before if one of its kind was about an overlap that held all its items, and
/// if what is the news now was the news then. So a new overlap, a new member and a decision that
/// was taken away are brought by the change; that an overlap lost a member is not. Of the news only
/// the items stay that the change added or touched, if there are any.
pub fn new_findings(now: &Snapshot, then: &Snapshot) -> NewFindings {
    let twins = twins(now.items, then.items);
    let before = Before::of(then);
    let is_touched = |&item: &usize| match twins[item] {
        Some(twin) => says(now.items[item].item) != says(then.items[twin].item),
        None => true,
    };
    let is_by_change = |finding: &Finding| {
        let members = finding.overlap.map(|at| &now.overlaps[at].members);
        members.is_none_or(|it| it.iter().any(is_touched) || before.held(it, &twins))
    };
    let mut brought = NewFindings::default();
    for finding in now.findings.iter().filter(|it| !before.knows(now, it, &twins)) {
        let touched: Vec<usize> = finding.fresh.iter().copied().filter(is_touched).collect();
        let fresh = if touched.is_empty() { finding.fresh.clone() } else { touched };
        let is_by_change = is_by_change(finding);
        let side = if is_by_change { &mut brought.by_change } else { &mut brought.to_light };
        side.push(Finding { fresh, ..finding.clone() });
    }
    brought
}

/// What was the matter then.
struct Before<'a> {
    then: &'a Snapshot<'a>,
    /// The overlap of each item, of whatever kind.
    overlap: Vec<Option<usize>>,
    /// The finding about the overlap of each item, and about each unused comment.
    finding: Vec<Option<&'a Finding>>,
}

impl<'a> Before<'a> {
    fn of(then: &'a Snapshot<'a>) -> Self {
        let mut overlap = vec![None; then.items.len()];
        for (at, known) in then.overlaps.iter().enumerate() {
            for &item in &known.members {
                overlap[item] = Some(at);
            }
        }
        let mut finding = vec![None; then.items.len()];
        for known in then.findings {
            let members = known.overlap.map_or(&known.fresh, |at| &then.overlaps[at].members);
            for &item in members {
                finding[item] = Some(known);
            }
        }
        Self { then, overlap, finding }
    }

    /// Whether one overlap held all of these items of now.
    fn held(&self, members: &[usize], twins: &[Option<usize>]) -> bool {
        let overlap = |item: &usize| twins[*item].and_then(|twin| self.overlap[twin]);
        let first = members.first().and_then(overlap);
        first.is_some() && members.iter().all(|item| overlap(item) == first)
    }

    /// Whether a finding of now was there.
    fn knows(&self, now: &Snapshot, finding: &Finding, twins: &[Option<usize>]) -> bool {
        let stale = finding.decision.filter(|_| finding.matter == Matter::Stale);
        if let Some(decision) = stale.map(|at| &now.decisions[at]) {
            return self.stale().any(|known| is_same(known, decision));
        }
        let members = finding.overlap.map_or(&finding.fresh, |at| &now.overlaps[at].members);
        let Some(known) = members.first().and_then(|&it| twins[it]).and_then(|it| self.finding[it])
        else {
            return false;
        };
        let same = |item: &usize| {
            twins[*item].and_then(|it| self.finding[it]).is_some_and(|it| std::ptr::eq(it, known))
        };
        let news = |item: &usize| twins[*item].is_some_and(|it| known.fresh.contains(&it));
        is_alike(known.matter, finding.matter)
            && members.iter().all(same)
            && finding.fresh.iter().all(news)
    }

    /// The decisions that held nothing any more then.
    fn stale(&self) -> impl Iterator<Item = &'a Decision> {
        let stale = self.then.findings.iter().filter(|it| it.matter == Matter::Stale);
        stale.filter_map(|it| Some(&self.then.decisions[it.decision?]))
    }
}

/// Whether two findings are of one kind: a new overlap and a grown one are both to be talked about.
fn is_alike(one: Matter, other: Matter) -> bool {
    let open = |matter| matches!(matter, Matter::New | Matter::Grown | Matter::Doubtful);
    one == other || (open(one) && open(other))
}

/// Whether two entries say the same, wherever they stand.
fn is_same(one: &Decision, other: &Decision) -> bool {
    let members = |decision: &Decision| -> Vec<_> {
        let members = decision.members.iter();
        members.map(|it| (person(&it.leader), it.id.clone(), fold(&it.name))).collect()
    };
    one.agreed == other.agreed && members(one) == members(other)
}

/// What decides with which others an item overlaps, and whether that is told.
fn says(item: &Item) -> impl PartialEq + use<'_> {
    let Item { name, aliases, description, tags, parent, ignored, .. } = item;
    (name, aliases, description, tags, parent, ignored.is_some())
}

/// For every item of now the same item of then: that of the same leader with the same identifier,
/// else with the same name. Of equal ones each has a twin of its own.
fn twins(now: &[Planned], then: &[Planned]) -> Vec<Option<usize>> {
    let mut twins = vec![None; now.len()];
    let mut taken = vec![false; then.len()];
    let mut leaders: FxHashMap<&str, String> = FxHashMap::default();
    for planned in now.iter().chain(then) {
        leaders.entry(planned.leader()).or_insert_with(|| person(planned.leader()));
    }
    let leader = |planned: &Planned| leaders[planned.leader()].clone();
    let id = |planned: &Planned| planned.item.id.as_deref().map(fold);
    let name = |planned: &Planned| Some(fold(&planned.item.name));
    for key in [&id as &dyn Fn(&Planned) -> Option<String>, &name] {
        let mut free: BTreeMap<(String, String), VecDeque<usize>> = BTreeMap::new();
        for (at, planned) in then.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            if let Some(key) = key(planned) {
                free.entry((leader(planned), key)).or_default().push_back(at);
            }
        }
        for (at, planned) in now.iter().enumerate() {
            let Some(key) = key(planned).filter(|_| twins[at].is_none()) else { continue };
            let twin = free.get_mut(&(leader(planned), key)).and_then(VecDeque::pop_front);
            if let Some(twin) = twin {
                taken[twin] = true;
                twins[at] = Some(twin);
            }
        }
    }
    twins
}
