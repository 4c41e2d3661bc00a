//! What makes two names alike, and what keeps them apart, over pairs in a table.

use crate::company::Company;
use crate::company::sample::roadmaps;
use crate::names::{self, Glossary};
use crate::similarity::{Forms, Likeness, Rules, SIGNALS, Score};
use crate::{candidates, vectors};

/// Where two names begin to be alike: the threshold of a normal sensitivity.
const ALIKE: f64 = 0.6;

/// Compares the first items of two leaders, in either order; both must come to the same score.
fn compared(left: &str, right: &str) -> Likeness {
    let lines = [format!("Ana: {left}"), format!("Bo: {right}")];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let roadmaps = roadmaps(&lines);
    let company = Company::of(&roadmaps);
    let names = names::names(&company.items, &[], Glossary::builtin());
    let views = vectors::views(&names);
    let forms = Forms::new(names, views, Rules::default());
    let [a, b] = [0, 1].map(|item| forms.names().of[item]);
    let (_, likeness) = forms.compare(a, b);
    assert_eq!(likeness.score, forms.compare(b, a).1.score, "{left} | {right}, and turned round");
    likeness
}

/// Each pair, and whether it is alike.
fn check(rows: &[(&str, &str)], alike: bool) {
    for (left, right) in rows {
        let score = compared(left, right).score;
        assert_eq!(score.ratio() >= ALIKE, alike, "{left} | {right}: {score:.3}");
    }
}

/// Each pair, and the signal that moves its score, as `explain` names it.
fn check_signal(signal: &str, rows: &[(&str, &str)]) {
    for (left, right) in rows {
        let steps = compared(left, right).steps();
        let names: Vec<&str> = steps.iter().map(|step| step.signal.as_str()).collect();
        assert!(names.iter().any(|name| name.starts_with(signal)), "{left} | {right}: {names:?}");
    }
}

#[test]
fn the_same_words_are_the_same_feature() {
    for (left, right) in [
        ("Parcel lockers", "Parcel lockers"),
        ("Parcel lockers", "parcel-locker"),
        ("Coloured labels", "Color label"),
        ("Loyalty tiers", "The loyalty tier"),
        ("ParcelLockers", "parcel_lockers"),
        ("[Q3] Parcel lockers", "Parcel lockers"),
        ("PCK-9: Parcel lockers", "Parcel lockers"),
    ] {
        let score = compared(left, right).score;
        assert!(score.ratio() > 0.99, "{left} | {right}: {score:.3}");
    }
}

#[test]
fn wordings_of_one_feature_are_alike() {
    check(
        &[
            ("Parcel lockers", "Lockers for parcels"),
            ("Greenhouse irrigation", "Irrigation of greenhouses"),
            ("Help centre", "Knowledge base"),
            ("Log in with a passkey", "Passkey login"),
            ("Notfication preferences", "Notification preferences"),
            ("Seed catalogue (spring)", "Seed catalogue"),
        ],
        true,
    );
}

#[test]
fn other_features_are_not() {
    check(
        &[
            ("Parcel lockers", "Loyalty tiers"),
            ("Greenhouse irrigation", "Greenhouse heating"),
            ("Seed catalogue", "Seed vault inspection"),
            ("Payroll for farms", "Weather alerts"),
        ],
        false,
    );
}

#[test]
fn what_contrasts_is_told_and_scores_low() {
    let rows = [
        ("Bulk parcel import", "Bulk parcel export"),
        ("Courier app for iOS", "Courier app for Android"),
        ("Internal parcel tracking", "External parcel tracking"),
        ("Invoices in the EU", "Invoices in the US"),
        ("Label printer v2", "Label printer v3"),
        ("Harvest plan phase 1", "Harvest plan phase 2"),
        ("Opt in to newsletters", "Opt out of newsletters"),
        ("Move seeds from barn to silo", "Move seeds from silo to barn"),
        ("Add a greenhouse", "Remove a greenhouse"),
        ("Portal for customers", "Portal for employees"),
        ("Text to speech", "Speech to text"),
        ("Move parcels from Depotly", "Move parcels to Depotly"),
        ("Growers can trade seeds", "Growers can't trade seeds"),
        ("Seed permits for Austria", "Seed permits for Australia"),
        ("Punch card service", "Punch cart service"),
        ("Loading bay lights", "Unloading bay lights"),
    ];
    check_signal("contrast", &rows);
    for (left, right) in rows {
        let score = compared(left, right).score;
        assert!(score.ratio() < 0.66, "{left} | {right}: {score:.3}");
    }
}

#[test]
fn both_opposites_in_one_name_contrast_with_neither() {
    check(&[("Parcel import and export", "Parcel export")], true);
}

#[test]
fn every_signal_moves_a_score() {
    let rows = [
        ("words", ("Parcel lockers", "Parcel tracking")),
        ("letters in words", ("Parcel lockers", "Parcel tracking")),
        ("letters joined", ("Parcel lockers", "Parcel tracking")),
        ("said by one only", ("Parcel lockers", "Parcel tracking")),
        ("rarest shared word", ("Parcel lockers", "Parcel tracking")),
        ("one word swapped", ("Watches on the list", "Notes on the list")),
        ("said by descriptions", ("Parcel lockers|near a tram stop", "Parcel boxes|lockers")),
        ("contrast", ("Parcel import", "Parcel export")),
    ];
    let signals: Vec<&str> = SIGNALS.iter().map(|signal| signal.name).collect();
    assert_eq!(rows.map(|(signal, _)| signal).to_vec(), signals, "a row for every signal");
    for (signal, row) in rows {
        let shown = if signal == "one word swapped" { "one word of" } else { signal };
        check_signal(shown, &[row]);
    }
}

#[test]
fn the_steps_add_up_to_the_score() {
    for (left, right) in [
        ("Parcel lockers", "Parcel tracking"),
        ("Parcel import", "Parcel export"),
        ("Parcel lockers|near a tram stop", "Parcel boxes|lockers"),
        ("Payroll for farms", "Weather alerts"),
    ] {
        let likeness = compared(left, right);
        let sum = likeness.steps().last().map_or(0.0, |step| step.sum);
        assert_eq!(Score::from_ratio(f64::from(sum).sqrt()), likeness.score, "{left} | {right}");
    }
}

#[test]
fn descriptions_support_what_shares_a_word_and_nothing_else() {
    let alone = compared("Parcel lockers", "Parcel boxes").score;
    assert!(compared("Parcel lockers", "Parcel boxes|Lockers at stations").score > alone);
    assert_eq!(
        compared("Loyalty tiers|for gardeners", "Weather alerts|for gardeners").score,
        compared("Loyalty tiers", "Weather alerts").score
    );
}

#[test]
fn a_score_is_between_nothing_and_the_same_whatever_a_name_holds() {
    for name in ["", " ", "!!!", "東京", "c++", "\u{0}\u{1}", "1", "a a a a", "🚲🚲"] {
        for other in ["", "Parcel lockers", "東京", "🚲"] {
            let score = compared(name, other).score;
            assert!((0.0..=1.0).contains(&score.ratio()), "{name:?} | {other:?}: {score}");
        }
    }
}

/// The names of a made-up company: every second word of one list with every word of another.
fn made_up() -> Vec<String> {
    let what = ["parcel", "harvest", "invoice", "ticket", "menu", "tram", "ledger", "greenhouse"];
    let how = ["tracking", "forecast", "archive", "reminders", "lockers", "sharing", "labels"];
    let pairs = what.iter().flat_map(|what| how.iter().map(move |how| (what, how)));
    let wordings = pairs.enumerate().map(|(at, (what, how))| match at % 3 {
        0 => format!("{what} {how}"),
        1 => format!("{how} for every {what}"),
        _ => format!("better {what}-{how}"),
    });
    wordings.collect()
}

#[test]
fn nothing_that_is_alike_is_missed_by_the_candidates() {
    let names = made_up();
    let lines: Vec<String> =
        names.iter().enumerate().map(|(at, it)| format!("L{at}: {it}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let roadmaps = roadmaps(&lines);
    let company = Company::of(&roadmaps);
    let names = names::names(&company.items, &[], Glossary::builtin());
    let views = vectors::views(&names);
    let found = candidates::pairs(&views);
    assert!(found.is_sorted() && found.iter().all(|(a, b)| a < b), "{found:?}");
    let count = views.len();
    assert!(found.len() < count * (count - 1) / 4, "not all pairs are compared");

    let forms = Forms::new(names, views, Rules::default());
    let alike = Score::from_ratio(ALIKE);
    let all = (0..count as u32).flat_map(|a| (a + 1..count as u32).map(move |b| (a, b)));
    let missed: Vec<_> = all
        .filter(|&(a, b)| forms.likeness(a, b).score >= alike)
        .filter(|pair| found.binary_search(pair).is_err())
        .collect();
    assert_eq!(missed, Vec::new());
}
