//! What the check comes to, in sentences that all formats for people share.

use std::collections::BTreeSet;

use crate::decision::{Finding, Matter};
use crate::report::clean::Door;
use crate::report::findings::{FindingsPage, Grade};
use crate::report::words::count::counted;
use crate::report::words::sentence::unread;

/// One sentence per element: what was read and how much of it is decided, what must be settled,
/// what is only told, and what could not be read.
pub fn summary(page: &FindingsPage, clean: Door) -> Vec<String> {
    let is_told = |&(grade, _): &(Grade, &Finding)| grade == Grade::Told;
    let told: Vec<&Finding> = page.wanted().filter(is_told).map(|(_, finding)| finding).collect();
    let told = matters(&told).map(|matters| {
        let are = if told.len() == 1 { "is" } else { "are" };
        format!("{} {are} only told: {matters}.", counted(told.len(), "finding"))
    });
    let unread = unread(page.problems, clean).map(|it| format!("{it} So the check cannot pass."));
    let sentences =
        [Some(read(page)), must(page, clean), told, doubtful(page), unshown(page), unread];
    sentences.into_iter().flatten().collect()
}

/// What is only worth a look: it fails nothing unless somebody asks for it.
fn doubtful(page: &FindingsPage) -> Option<String> {
    let count = page.findings().filter(|&(grade, it)| page.is_counted(grade, it)).count();
    let came = if page.since.is_some() { "that came " } else { "" };
    Some(match count {
        0 => return None,
        1 => format!(
            "1 feature {came}is worth a look, and need not be decided: --doubtful tells it."
        ),
        count => format!(
            "{count} features {came}are worth a look, and need not be decided: --doubtful tells them."
        ),
    })
}

/// What the filter left out and the limit cut off; it counts all the same.
fn unshown(page: &FindingsPage) -> Option<String> {
    let wanted = page.wanted().filter(|(_, finding)| page.is_wanted(finding)).count();
    let filtered = page.wanted().count() - wanted;
    let cut = wanted - page.shown().count();
    let mut flags = page.filter.flags();
    if !page.filter.kinds.is_empty() {
        flags.insert(0, "--kind");
    }
    let filtered = (filtered > 0).then(|| {
        let findings = counted(filtered, "finding");
        let (are, do_not) =
            if filtered == 1 { ("is", "it does not") } else { ("are", "they do not") };
        format!("{findings} {are} not shown: {do_not} match {}.", flags.join(", "))
    });
    let cut =
        (cut > 0).then(|| format!("… {}: --limit 0 shows all.", counted(cut, "more finding")));
    let sentences: Vec<String> = [filtered, cut].into_iter().flatten().collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// `12 leaders, 220 items: 16 features are planned by more than one leader, 14 decided.`
fn read(page: &FindingsPage) -> String {
    let read = format!(
        "{}, {}",
        counted(page.company.planning(), "leader"),
        counted(page.company.items.len(), "item")
    );
    let across = page.to_decide().count();
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
    page.to_decide().map(|(at, _)| at).filter(|at| !open.contains(at)).collect()
}

/// `2 findings must be settled: 1 new, 1 overdue.`; nothing where all is decided.
fn must(page: &FindingsPage, clean: Door) -> Option<String> {
    let since = page.since.map(clean);
    let Some(matters) = matters(&page.blocking.iter().collect::<Vec<_>>()) else {
        let nothing = match since {
            Some(since) => format!("Nothing that came since {since} must be settled."),
            None => "Nothing must be settled.".to_owned(),
        };
        return (page.since.is_some() || page.wanted().next().is_some()).then_some(nothing);
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
fn matters(findings: &[&Finding]) -> Option<String> {
    let count = |matter: Matter| findings.iter().filter(|it| it.matter == matter).count();
    let counts = Matter::ALL.map(|matter| (count(matter), matter.word()));
    let told: Vec<String> = counts
        .into_iter()
        .filter(|&(count, _)| count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}
