//! Tells periods (`2027-Q1`, `next`, `v1.32`) from names of features.

use crate::document::fold_key;

/// Horizons that leaders plan in, folded.
const HORIZONS: &[&str] = &[
    "now",
    "next",
    "later",
    "soon",
    "someday",
    "future",
    "current",
    "upcoming",
    "near-term",
    "short-term",
    "mid-term",
    "medium-term",
    "long-term",
    "this-quarter",
    "next-quarter",
    "this-year",
    "next-year",
    "this-month",
    "next-month",
    "tbd",
    "unscheduled",
    "eventually",
];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "sept",
];

/// Whether a text is a period and nothing else: a horizon, a quarter, a half, a year, a month, a
/// date or a version.
pub fn is_period(text: &str) -> bool {
    let folded = fold_key(text);
    if HORIZONS.contains(&folded.as_str()) {
        return true;
    }
    let mut parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let mut dated = false;
    let all = folded.len() <= 40
        && parts.all(|part| {
            let alone = is_dated(part);
            dated |= alone;
            alone
                || is_small_number(part)
                || matches!(part, "to" | "early" | "mid" | "late" | "end" | "of")
        });
    all && dated
}

/// Whether a word alone makes a date: `2027`, `q1`, `2027q1`, `fy27`, `h2`, `march`, `v1`.
fn is_dated(word: &str) -> bool {
    let year = |w: &str| w.len() == 4 && w.starts_with(['1', '2']) && is_small_number(w);
    let part = |w: &str| {
        matches!(
            w,
            "q1" | "q2" | "q3" | "q4" | "h1" | "h2" | "1q" | "2q" | "3q" | "4q" | "1h" | "2h"
        )
    };
    let short = |w: &str| w.len() == 2 && is_small_number(w);
    let fiscal = |w: &str| w.strip_prefix("fy").is_some_and(|w| year(w) || short(w));
    let version = |w: &str| w.strip_prefix('v').is_some_and(is_small_number);
    let both = |a: &str, b: &str| {
        (year(a) || fiscal(a)) && part(b) || part(a) && (year(b) || short(b) || fiscal(b))
    };
    let split = |at: usize| word.is_char_boundary(at) && both(&word[..at], &word[at..]);
    let month = MONTHS.iter().any(|m| *m == word || (word.len() == 3 && m.starts_with(word)));
    year(word) || part(word) || fiscal(word) || version(word) || month || (1..word.len()).any(split)
}

fn is_small_number(word: &str) -> bool {
    !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_from_names() {
        for text in [
            "now",
            "Next",
            "LATER",
            "2027-Q1",
            "Q1 2027",
            "2027Q1",
            "q3",
            "H1 2027",
            "FY27",
            "FY2027-Q2",
            "2027",
            "2027-03-31",
            "March 2027",
            "Mar 2027",
            "v1.32",
            "v2",
            "early 2027",
            "Q1'27",
            "Short-term",
            "this quarter",
            "2027 H2",
            "31.03.2027",
            "Q1-Q2 2027",
            "Q1 to Q3",
            "1Q27",
        ] {
            assert!(is_period(text), "{text}");
        }
        for text in [
            "Single sign-on",
            "404",
            "12",
            "Q&A",
            "v",
            "Now playing",
            "Phase 2 of billing",
            "",
            "TLS 1.3",
            "2027 vision",
            "H1 headings",
            "planned",
            "Marketing",
            "é",
        ] {
            assert!(!is_period(text), "{text}");
        }
    }
}
