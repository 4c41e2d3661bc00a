//! What a change brings: findings that were not there before it.

use std::collections::{BTreeMap, VecDeque};

use crate::decision::known::fold;
use crate::decision::{Decision, Finding, Matter};
use crate::overlap::Overlap;
use crate::roadmap::{Item, Planned};

/// A company at one time, and what was the matter.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    /// Every planned item.
    pub items: &'a [Planned<'a>],
    /// Every overlap among them.
    pub overlaps: &'a [Overlap],
    /// What was agreed.
    pub decisions: &'a [Decision],
    /// What was not settled.
    pub findings: &'a [Finding],
}

/// The findings of now that the change since then brings, in their order.
///
/// A finding was there before if one of its kind was about an overlap that held all its items, and
/// if what is the news now was the news then. So a new overlap, a new member and a decision that
/// was taken away are brought by the change; that an overlap lost a member is not. Of the news only
/// the items stay that the change added or reworded, if there are any.
pub fn brought(now: &Judged, then: &Judged) -> Vec<Finding> {
    let twins = twins(now.items, then.items);
    let before = Before::of(then);
    let is_brought = |finding: &&Finding| !before.knows(now, finding, &twins);
    let is_changed = |&item: &usize| match twins[item] {
        Some(twin) => says(now.items[item].item) != says(then.items[twin].item),
        None => true,
    };
    let narrowed = |finding: &Finding| {
        let changed: Vec<usize> = finding.fresh.iter().copied().filter(is_changed).collect();
        let fresh = if changed.is_empty() { finding.fresh.clone() } else { changed };
        Finding { fresh, ..finding.clone() }
    };
    now.findings.iter().filter(is_brought).map(narrowed).collect()
}

/// What was the matter then.
struct Before<'a> {
    then: &'a Judged<'a>,
    /// The finding about the overlap of each item, and about each unused comment.
    of: Vec<Option<&'a Finding>>,
}

impl<'a> Before<'a> {
    fn of(then: &'a Judged<'a>) -> Self {
        let mut of = vec![None; then.items.len()];
        for finding in then.findings {
            let members = finding.overlap.map_or(&finding.fresh, |at| &then.overlaps[at].members);
            for &item in members {
                of[item] = Some(finding);
            }
        }
        Self { then, of }
    }

    /// Whether a finding of now was there.
    fn knows(&self, now: &Judged, finding: &Finding, twins: &[Option<usize>]) -> bool {
        let stale = finding.decision.filter(|_| finding.matter == Matter::Stale);
        if let Some(decision) = stale.map(|at| &now.decisions[at]) {
            return self.stale().any(|known| is_same(known, decision));
        }
        let members = finding.overlap.map_or(&finding.fresh, |at| &now.overlaps[at].members);
        let Some(known) = members.first().and_then(|&it| twins[it]).and_then(|it| self.of[it])
        else {
            return false;
        };
        let same = |item: &usize| {
            twins[*item].and_then(|it| self.of[it]).is_some_and(|it| std::ptr::eq(it, known))
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
    let open = |matter| matches!(matter, Matter::New | Matter::Grown);
    one == other || (open(one) && open(other))
}

/// Whether two entries say the same, wherever they stand.
fn is_same(one: &Decision, other: &Decision) -> bool {
    let members = |decision: &Decision| -> Vec<_> {
        let members = decision.members.iter();
        members.map(|it| (fold(&it.leader), it.id.clone(), fold(&it.name))).collect()
    };
    one.agreed == other.agreed && members(one) == members(other)
}

/// What is compared of an item.
fn says(item: &Item) -> impl PartialEq + use<'_> {
    (&item.name, &item.aliases, &item.description, &item.tags)
}

/// For every item of now the same item of then: that of the same leader with the same identifier,
/// else with the same name. Of equal ones each has a twin of its own.
fn twins(now: &[Planned], then: &[Planned]) -> Vec<Option<usize>> {
    let mut twins = vec![None; now.len()];
    let mut taken = vec![false; then.len()];
    let id = |planned: &Planned| planned.item.id.as_deref().map(fold);
    let name = |planned: &Planned| Some(fold(&planned.item.name));
    for key in [&id as &dyn Fn(&Planned) -> Option<String>, &name] {
        let mut free: BTreeMap<(String, String), VecDeque<usize>> = BTreeMap::new();
        for (at, planned) in then.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            if let Some(key) = key(planned) {
                free.entry((fold(planned.leader()), key)).or_default().push_back(at);
            }
        }
        for (at, planned) in now.iter().enumerate() {
            let Some(key) = key(planned).filter(|_| twins[at].is_none()) else { continue };
            let twin = free.get_mut(&(fold(planned.leader()), key)).and_then(VecDeque::pop_front);
            if let Some(twin) = twin {
                taken[twin] = true;
                twins[at] = Some(twin);
            }
        }
    }
    twins
}
