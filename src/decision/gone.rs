//! Roadmaps that were read before a change and are read no more, though they are still there.

use std::collections::{BTreeMap, BTreeSet};

use crate::basics::{Place, person};
use crate::decision::{Finding, Matter};
use crate::roadmap::{FileRecord, Outcome};

/// A roadmap that is read no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The file.
    pub place: Place,
    /// Whose it was.
    pub leaders: Vec<String>,
    /// How many items it had.
    pub items: usize,
    /// Why it is not read.
    pub why: String,
}

/// A finding for every file that was read then and is there and not read now.
///
/// Goes in: what became of every file then and now, and whether a file, as it is shown, is still
/// there. A file that was moved is none: its leader has the roadmap elsewhere.
pub fn gone(
    then: &[FileRecord],
    now: &[FileRecord],
    is_there: impl Fn(&FileRecord) -> bool,
) -> Vec<Finding> {
    let known: BTreeMap<&str, &FileRecord> = now.iter().map(|it| (&*it.file.shown, it)).collect();
    let before: BTreeSet<&str> = then.iter().map(|it| &*it.file.shown).collect();
    let is_new = |record: &&FileRecord| !before.contains(&*record.file.shown);
    let elsewhere: BTreeSet<String> =
        now.iter().filter(is_new).flat_map(leaders).map(|leader| person(&leader)).collect();
    let lost = |record: &FileRecord| {
        let found = known.get(&*record.file.shown);
        let why = match found.map(|it| &it.outcome) {
            Some(Outcome::Read { .. }) if found.is_some_and(|it| it.items() > 0) => return None,
            // That it could not be read is told as a problem of its own.
            Some(Outcome::Read { is_broken: true, .. }) => return None,
            Some(Outcome::Read { .. }) => "no item is read from it".to_owned(),
            Some(Outcome::LeftOut(why)) => why.to_string(),
            None if is_there(record) => "hidden, ignored or outside of what is read".to_owned(),
            None => return None,
        };
        let leaders = leaders(record);
        let is_moved = leaders.iter().all(|leader| elsewhere.contains(&person(leader)));
        (record.items() > 0 && !is_moved).then(|| Gone {
            place: Place::whole(&record.file.shown),
            leaders,
            items: record.items(),
            why,
        })
    };
    then.iter().filter_map(lost).map(finding).collect()
}

fn finding(gone: Gone) -> Finding {
    let (overlap, decision, fresh) = (None, None, Vec::new());
    Finding { matter: Matter::Gone, overlap, decision, fresh, gone: Some(gone) }
}

/// Whose items a file holds.
fn leaders(record: &FileRecord) -> Vec<String> {
    let Outcome::Read { roadmaps, .. } = &record.outcome else { return Vec::new() };
    let with_items = roadmaps.iter().filter(|roadmap| roadmap.items > 0);
    with_items.map(|roadmap| roadmap.leader.clone()).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::roadmap::{NamedBy, RoadmapFile, RoadmapRecord};

    /// A file of `name: leader items`, or of `name: why it is left out`.
    fn record(line: &str) -> FileRecord {
        let (shown, said) = line.split_once(": ").expect("a file and what became of it");
        let file = RoadmapFile { shown: shown.to_owned(), path: PathBuf::from(shown) };
        let counted = said
            .rsplit_once(' ')
            .and_then(|(leader, count)| Some((leader.to_owned(), count.parse::<usize>().ok()?)));
        let outcome = match counted {
            None => Outcome::LeftOut(said.to_owned().into()),
            Some((leader, items)) => Outcome::Read {
                format: None,
                roadmaps: vec![RoadmapRecord { leader, named_by: NamedBy::Roadmap, items }],
                is_broken: false,
            },
        };
        FileRecord { file, outcome }
    }

    fn check(then: &[&str], now: &[&str], expected: &[&str]) {
        let read = |lines: &[&str]| lines.iter().map(|line| record(line)).collect::<Vec<_>>();
        let found = gone(&read(then), &read(now), |record| record.file.shown.starts_with("old/"));
        let told = found.into_iter().filter_map(|it| it.gone);
        let told: Vec<String> = told
            .map(|it| format!("{}: {} {}: {}", it.place, it.leaders.join("+"), it.items, it.why))
            .collect();
        assert_eq!(told, expected, "{then:?} -> {now:?}");
    }

    #[test]
    fn what_is_read_no_more_is_found() {
        check(&["a: Ana 3"], &["a: Ana 1"], &[]);
        check(&["a: Ana 3"], &["a: Ana 0"], &["a: Ana 3: no item is read from it"]);
        check(&["a: Ana 3"], &["a: excluded"], &["a: Ana 3: excluded"]);
        let why = "old/a: Ana 3: hidden, ignored or outside of what is read";
        check(&["old/a: Ana 3"], &[], &[why]);
        check(&["a: hidden"], &[], &[]);
    }

    #[test]
    fn what_was_moved_or_removed_is_not() {
        check(&["a: Ana 3"], &[], &[]);
        check(&["a: Ana 3"], &["b: Ana 3", "a: excluded"], &[]);
        check(&["a: Ana 3", "b: Ana 1"], &["a: hidden", "b: Ana 1"], &["a: Ana 3: hidden"]);
    }
}
