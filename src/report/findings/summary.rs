//! What the check comes to, in sentences that all formats for people share.

use std::collections::BTreeSet;

use crate::decision::{Finding, Matter};
use crate::report::clean::Door;
use crate::report::findings::FindingsPage;
use crate::report::words::count::counted;
use crate::report::words::sentence::unread;

/// One sentence per element: what was read and how much of it is decided, what must be settled,
/// what is only told, and what could not be read.
pub fn summary(page: &FindingsPage, clean: Door) -> Vec<String> {
    let told = matters(page.told).map(|told| {
        let one = counted(page.told.len(), "finding");
        let are = if page.told.len() == 1 { "is" } else { "are" };
        format!("{one} {are} only told: {told}.")
    });
    let unread = unread(page.problems, clean).map(|it| format!("{it} So the check cannot pass."));
    [Some(read(page)), must(page, clean), told, unread].into_iter().flatten().collect()
}

/// `12 leaders, 220 items: 16 features are planned by more than one leader, 14 decided.`
fn read(page: &FindingsPage) -> String {
    let read =
        format!("{}, {}", counted(page.leaders, "leader"), counted(page.items.len(), "item"));
    let across = page.across().count();
    let features = match across {
        0 => return format!("{read}: no feature is planned by more than one leader."),
        1 => "1 feature is".to_owned(),
        many => format!("{many} features are"),
    };
    let decided = match decided(page).len() {
        // What came before the change is judged, but not told.
        _ if page.since.is_some() => String::new(),
        decided if decided == across && across > 1 => ", all decided".to_owned(),
        decided if decided == across => ", decided".to_owned(),
        0 if across > 1 => ", none decided".to_owned(),
        0 => ", not decided".to_owned(),
        decided => format!(", {decided} decided"),
    };
    format!("{read}: {features} planned by more than one leader{decided}.")
}

/// The overlaps between leaders about which nothing is told, as indices.
pub fn decided(page: &FindingsPage) -> BTreeSet<usize> {
    let open: BTreeSet<usize> = page.findings().filter_map(|(_, it)| it.overlap).collect();
    page.across().map(|(at, _)| at).filter(|at| !open.contains(at)).collect()
}

/// `2 findings must be settled: 1 new, 1 overdue.`; nothing where all is decided.
fn must(page: &FindingsPage, clean: Door) -> Option<String> {
    let since = page.since.map(clean);
    let Some(matters) = matters(page.blocking) else {
        let nothing = match since {
            Some(since) => format!("Nothing that came since {since} must be settled."),
            None => "Nothing must be settled.".to_owned(),
        };
        return (page.since.is_some() || !page.told.is_empty()).then_some(nothing);
    };
    let count = page.blocking.len();
    let came = since.map(|it| format!(" that came since {it}")).unwrap_or_default();
    let what = format!("{}{came} must be settled: {matters}", counted(count, "finding"));
    Some(match page.budget {
        0 => format!("{what}."),
        budget if count > budget => format!("{what}; no more than {budget} may be open."),
        budget => format!("{what}; up to {budget} may be open."),
    })
}

/// `1 new, 2 overdue`; none for no findings.
fn matters(findings: &[Finding]) -> Option<String> {
    let count = |matter: Matter| findings.iter().filter(|it| it.matter == matter).count();
    let counts = Matter::ALL.map(|matter| (count(matter), matter.word()));
    let told: Vec<String> = counts
        .into_iter()
        .filter(|&(count, _)| count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}
