//! What links the items of an overlap, and how sure that is, in words for a person.

use rustc_hash::FxHashSet;

use crate::overlap::{Link, Overlap};
use crate::report::clean::Door;
use crate::report::overlaps::OverlapsPage;

/// Marks an item that only just belongs.
pub const DOUBTFUL: &str = " ?";

/// For every member its best link, `0.84 with Bo Chen: same words: audit, log`; none where the
/// other end has told it already.
pub fn reasons(page: &OverlapsPage, overlap: &Overlap, clean: Door) -> Vec<Option<String>> {
    let mut told: FxHashSet<(usize, usize)> = FxHashSet::default();
    let reason = |&member: &usize| {
        let link = overlap.links.iter().find(|link| link.a == member || link.b == member)?;
        told.insert((link.a, link.b)).then(|| reason(page, overlap, member, link, clean))
    };
    overlap.members.iter().map(reason).collect()
}

fn reason(
    page: &OverlapsPage,
    overlap: &Overlap,
    member: usize,
    link: &Link,
    clean: Door,
) -> String {
    let other = if link.a == member { link.b } else { link.a };
    let leader = page.company.items[other].leader();
    let items = overlap.members.iter().filter(|&&item| page.company.items[item].leader() == leader);
    let because = clean(&link.because.join("; "));
    let with = if leader == page.company.items[member].leader() { "their own" } else { leader };
    let with = match items.count() {
        0 | 1 => clean(with),
        _ => format!("{}, \"{}\"", clean(with), clean(&page.company.items[other].item.name)),
    };
    format!("{} with {with}: {because}", link.score)
}

/// What is only near the overlap: `Also near: Partner directory (Cy Park).`
pub fn near(page: &OverlapsPage, overlap: &Overlap, clean: Door) -> Option<String> {
    let near = overlap.near.iter().map(|&near| page.company.items[near]);
    let near: Vec<String> =
        near.map(|it| format!("{} ({})", clean(&it.item.name), clean(it.leader()))).collect();
    (!near.is_empty()).then(|| format!("Also near: {}.", near.join(", ")))
}

/// Over which thresholds the overlap stays the same group, if that was tried.
pub fn range(overlap: &Overlap) -> Option<String> {
    let [from, to] = overlap.range?;
    Some(if from == to {
        format!("The same group at the threshold {from} only.")
    } else {
        format!("The same group at thresholds from {from} to {to}.")
    })
}
