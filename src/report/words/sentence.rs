//! The closing sentences, shared by the formats for people.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::basics::{Problem, Severity};
use crate::overlap::{Kind, Overlap, Tier};
use crate::report::clean::Door;
use crate::report::overlaps::{OverlapsPage, Ranked, Shown, ranked};
use crate::report::words::agreed;
use crate::report::words::count::counted;
use crate::report::words::effort::{self, Unit};

/// So many themes are told by name: a line or two.
const MOST_THEMES: usize = 8;

/// What the page comes to, of which that much is shown, one sentence or two per element: how much is
/// planned twice, what stands out, what is not shown, and what could not be read.
pub fn sentences(page: &OverlapsPage, shown: &Shown, clean: Door) -> Vec<String> {
    let ranked = ranked(page).into_iter().filter(|it| it.overlap.kind == Kind::Across);
    let ranked: Vec<Ranked> = ranked.collect();
    let of = |tier: Tier| ranked.iter().filter(move |it| it.tier == tier).map(|it| it.overlap);
    let across: Vec<&Overlap> = of(Tier::Certain).collect();
    let doubtful = of(Tier::Doubtful).count();
    let found = across.len() + doubtful;
    [
        Some(count_up(page, &across, doubtful, clean)),
        agreed::sentences(page, clean),
        stands_out(&across, clean),
        other_kinds(page, found),
        filtered(page, shown),
        doubts(page, shown),
        silenced(page),
        unread(page.problems, clean),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn count_up(page: &OverlapsPage, across: &[&Overlap], doubtful: usize, clean: Door) -> String {
    if page.company.items.is_empty() {
        return "No planned items were found, so there is nothing to compare.".to_owned();
    }
    let read = format!(
        "{}, {}",
        counted(page.company.planning(), "leader"),
        counted(page.company.items.len(), "item")
    );
    if page.company.planning() == 1 && across.is_empty() && doubtful == 0 {
        return format!("{read}: add the roadmaps of other leaders to see what you share.");
    }
    let found = match (across.len(), doubtful) {
        (0, 0) => return format!("{read}: no feature is planned by more than one leader."),
        (0, 1) => {
            return format!(
                "{read}: no feature is surely planned by more than one leader; 1 is worth a look."
            );
        }
        (0, _) => {
            return format!(
                "{read}: no feature is surely planned by more than one leader; {doubtful} are worth a look."
            );
        }
        (1, _) => "1 feature is".to_owned(),
        (count, _) => format!("{count} features are"),
    };
    let items = counted(across.iter().map(|overlap| overlap.members.len()).sum(), "item");
    let effort = total_effort(page, across, clean);
    let effort = effort.map(|effort| format!(" ({effort})")).unwrap_or_default();
    let doubtful = match doubtful {
        0 => String::new(),
        1 => "; 1 more is worth a look".to_owned(),
        count => format!("; {count} more are worth a look"),
    };
    format!("{read}: {found} planned by more than one leader, {items} in all{effort}{doubtful}.")
}

/// Themes by name: `Reports (3 leaders), Search (2 leaders); --doubtful shows who plans them`.
pub fn themes(themes: &[Ranked], clean: Door) -> String {
    let theme = |it: &Ranked| {
        format!("{} ({})", clean(&it.overlap.name), counted(it.overlap.leaders.len(), "leader"))
    };
    let mut told: Vec<String> = themes.iter().take(MOST_THEMES).map(theme).collect();
    if themes.len() > MOST_THEMES {
        told.push(format!("… {} more", themes.len() - MOST_THEMES));
    }
    format!("{}; --doubtful shows who plans them", told.join(", "))
}

/// `142 person-weeks`, when the efforts can be added up and their unit has a name; it is a lower
/// bound where a leader has not said how much work an item is.
fn total_effort(page: &OverlapsPage, across: &[&Overlap], clean: Door) -> Option<String> {
    let Unit::Agreed(unit) = effort::unit(page) else { return None };
    let total: f64 = across.iter().filter_map(|overlap| overlap.effort).sum();
    let members = across.iter().flat_map(|overlap| &overlap.members);
    let silent =
        members.filter(|&&member| page.company.items[member].item.effort.is_none()).count();
    let bound = if silent > 0 { "at least " } else { "" };
    (total > 0.0).then(|| format!("{bound}{} {}", effort::number(total), clean(unit)))
}

/// The widest feature and the two leaders with most in common, where these are news.
fn stands_out(across: &[&Overlap], clean: Door) -> Option<String> {
    let widest = across.iter().rev().max_by_key(|overlap| overlap.leaders.len());
    let widest = widest.filter(|overlap| overlap.leaders.len() > 2).map(|overlap| {
        format!(
            "The widest, {}, pops up with {} leaders.",
            clean(&overlap.name),
            overlap.leaders.len()
        )
    });
    let closest = most_in_common(across).filter(|&(_, _, features)| features > 1);
    let closest = closest.map(|(one, other, features)| {
        format!("Most in common: {} and {} ({features} features).", clean(one), clean(other))
    });
    let sentences: Vec<String> = [widest, closest].into_iter().flatten().collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The two leaders who plan the most features in common, first by name among equals.
fn most_in_common<'a>(across: &[&'a Overlap]) -> Option<(&'a str, &'a str, usize)> {
    let names: BTreeSet<&str> =
        across.iter().flat_map(|overlap| &overlap.leaders).map(String::as_str).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let mut together: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for overlap in across {
        let leaders =
            overlap.leaders.iter().filter_map(|leader| names.binary_search(&&**leader).ok());
        let leaders: Vec<usize> = leaders.collect();
        for (at, &one) in leaders.iter().enumerate() {
            for &other in &leaders[at + 1..] {
                *together.entry((one, other)).or_default() += 1;
            }
        }
    }
    let most = together.into_iter().max_by_key(|&(pair, features)| (features, Reverse(pair)));
    most.map(|((one, other), features)| (names[one], names[other], features))
}

/// What else was found, and how to see it.
fn other_kinds(page: &OverlapsPage, found: usize) -> Option<String> {
    let shown = match page.view.filter.kinds.as_slice() {
        [] => &Kind::USUAL[..],
        kinds => kinds,
    };
    let mut more = if found == 0 { "" } else { " more" };
    let (mut clauses, mut hidden, mut unseen) = (Vec::new(), Vec::new(), 0);
    for (kind, what) in [
        (Kind::Done, "planned by one and there already with another"),
        (Kind::Down, "strategy deployed down a reporting line"),
        (Kind::Within, "planned twice by one leader"),
    ] {
        let count = of_kind(page, kind).count();
        if count > 0 {
            let are = if count == 1 { "is" } else { "are" };
            clauses.push(format!("{count}{more} {are} {what}"));
            more = "";
        }
        if count > 0 && !shown.contains(&kind) {
            hidden.push(kind.word());
            unseen += count;
        }
    }
    let them = if unseen == 1 { "it" } else { "them" };
    let hint = format!("; --kind={} shows {them}", hidden.join(","));
    let hint = if hidden.is_empty() { "" } else { &hint };
    (!clauses.is_empty()).then(|| format!("{}{hint}.", clauses.join(", ")))
}

/// How many overlaps the filters left out.
fn filtered(page: &OverlapsPage, shown: &Shown) -> Option<String> {
    let flags = page.view.filter.flags();
    let features = counted(shown.filtered, "feature");
    let (is, does) = if shown.filtered == 1 { ("is", "it does") } else { ("are", "they do") };
    (shown.filtered > 0)
        .then(|| format!("{features} {is} not shown: {does} not match {}.", flags.join(", ")))
}

/// How many of the items that are shown only just belong.
fn doubts(page: &OverlapsPage, shown: &Shown) -> Option<String> {
    let doubtful: usize = shown.whole.iter().map(|ranked| ranked.overlap.doubtful.len()).sum();
    let belong = if doubtful == 1 { "belongs" } else { "belong" };
    let hint = if page.view.why { "" } else { "; --why shows what links them" };
    (doubtful > 0)
        .then(|| format!("{} marked ? only just {belong}{hint}.", counted(doubtful, "item")))
}

/// How many items a comment keeps out of the overlaps.
fn silenced(page: &OverlapsPage) -> Option<String> {
    let silenced = page.company.items.iter().filter(|planned| planned.is_silenced()).count();
    let are = if silenced == 1 { "is" } else { "are" };
    let items = counted(silenced, "item");
    (silenced > 0).then(|| format!("{items} {are} left out by roundtable: ignore."))
}

/// Which files are not in the report in full.
pub fn unread(problems: &[Problem], clean: Door) -> Option<String> {
    const NAMED: usize = 3;
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    let files: BTreeSet<&str> = errors.map(|problem| &*problem.place.file).collect();
    let mut named: Vec<String> = files.iter().take(NAMED).map(|file| clean(file)).collect();
    if files.len() > NAMED {
        named.push(format!("and {} more", files.len() - NAMED));
    }
    let files = (!files.is_empty()).then(|| counted(files.len(), "file"));
    files.map(|files| format!("{files} could not be read in full: {}.", named.join(", ")))
}

fn of_kind<'a>(page: &OverlapsPage<'a>, kind: Kind) -> impl Iterator<Item = &'a Overlap> {
    page.overlaps.iter().filter(move |overlap| overlap.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use crate::basics::Place;
    use crate::overlap::Kind::{Across, Down, Within};
    use crate::report::overlaps::Limit;
    use crate::report::overlaps::shown;
    use crate::report::sample::Sample;
    use crate::roadmap::Ignored;

    fn told(company: &Sample) -> Vec<String> {
        company.with_page(|page| sentences(page, &shown(page, Limit::All), str::to_owned))
    }

    fn check(company: &Sample, expected: &[&str]) {
        assert_eq!(told(company), expected);
    }

    #[test]
    fn one_is_singular() {
        let company = Sample::new().overlap(Across, "SSO", &[("Ana", "SSO"), ("Bo", "sso")]);
        check(
            &company,
            &["2 leaders, 2 items: 1 feature is planned by more than one leader, 2 items in all \
               (24 person-weeks)."],
        );
    }

    #[test]
    fn nothing_to_compare_is_said_kindly() {
        check(&Sample::new(), &["No planned items were found, so there is nothing to compare."]);
        check(
            &Sample::new().item("Ana", "SSO"),
            &["1 leader, 1 item: add the roadmaps of other leaders to see what you share."],
        );
    }

    #[test]
    fn a_silent_leader_makes_the_effort_a_lower_bound() {
        let mut company = Sample::new().overlap(Across, "SSO", &[("Ana", "SSO"), ("Bo", "sso")]);
        company.roadmaps[0].items[0].effort = None;
        company.overlaps[0].effort = Some(12.0);
        let sentence = told(&company).remove(0);
        assert!(sentence.ends_with("2 items in all (at least 12 person-weeks)."), "{sentence}");
    }

    #[test]
    fn the_widest_feature_and_the_closest_leaders_stand_out() {
        let company = Sample::new()
            .overlap(Across, "SSO", &[("Ana", "SSO"), ("Bo", "sso"), ("Cy", "S.S.O.")])
            .overlap(Across, "Logs", &[("Bo", "Logs"), ("Cy", "Log")])
            .overlap(Across, "Search", &[("Ana", "Search"), ("Bo", "search")]);
        check(
            &company,
            &[
                "3 leaders, 7 items: 3 features are planned by more than one leader, 7 items in \
                 all (84 person-weeks).",
                "The widest, SSO, pops up with 3 leaders. Most in common: Ana and Bo (2 features).",
            ],
        );
    }

    #[test]
    fn kinds_that_are_not_shown_are_counted() {
        let down = [("Ana", "SSO"), ("Vi", "SSO")];
        let company = Sample::new().overlap(Down, "SSO", &down).overlap(Down, "Logs", &down);
        let none = "2 leaders, 4 items: no feature is planned by more than one leader.";
        let two = "2 are strategy deployed down a reporting line";
        check(&company, &[none, &format!("{two}; --kind=down shows them.")]);
        let company = company.overlap(Within, "Webhooks", &[("Ana", "Webhooks"), ("Ana", "Hooks")]);
        let none = "2 leaders, 6 items: no feature is planned by more than one leader.";
        let one = "1 is planned twice by one leader";
        check(&company, &[none, &format!("{two}, {one}; --kind=down,within shows them.")]);
        let company = company.seen(|view| view.filter.kinds = vec![Across, Down]);
        check(&company, &[none, &format!("{two}, {one}; --kind=within shows it.")]);
        let company = company.seen(|view| view.filter.kinds = vec![Across, Down, Within]);
        check(&company, &[none, &format!("{two}, {one}.")]);
    }

    #[test]
    fn doubtful_items_are_counted() {
        let mut company = Sample::new().overlap(Across, "SSO", &[("Ana", "SSO"), ("Bo", "sso")]);
        company.overlaps[0].doubtful = vec![1];
        let sentence = told(&company).remove(1);
        assert_eq!(sentence, "1 item marked ? only just belongs; --why shows what links them.");
        let company = company.seen(|view| view.why = true);
        let sentence = told(&company).remove(1);
        assert_eq!(sentence, "1 item marked ? only just belongs.");
    }

    #[test]
    fn silenced_items_are_counted() {
        let mut company = Sample::new().item("Ana", "SSO").item("Bo", "Logs");
        company.roadmaps[0].items[0].ignored =
            Some(Ignored { reason: None, place: Place::default() });
        let none = "2 leaders, 2 items: no feature is planned by more than one leader.";
        check(&company, &[none, "1 item is left out by roundtable: ignore."]);
    }

    #[test]
    fn files_that_could_not_be_read_are_named() {
        let company = Sample::new().item("Ana", "SSO").item("Bo", "Logs").unread("b.yaml");
        let none = "2 leaders, 2 items: no feature is planned by more than one leader.";
        check(&company, &[none, "1 file could not be read in full: b.yaml."]);
        let company =
            ["a.yaml", "c.yaml", "d.yaml", "e.yaml"].into_iter().fold(company, Sample::unread);
        let five = "5 files could not be read in full: a.yaml, b.yaml, c.yaml, and 2 more.";
        check(&company, &[none, five]);
    }
}
