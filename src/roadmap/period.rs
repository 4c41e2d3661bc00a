//! Tells periods (`2027-Q1`, `next`, `v1.32`) from names of features, and writes them in one form.

use std::fmt;

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

/// A point or span of time that a text says: a year or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Dated {
    /// The year; none where only the part is said.
    year: Option<u16>,
    /// Whether the year is a company's own, not the calendar's.
    is_fiscal: bool,
    part: Part,
}

/// Which part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Year,
    Half(u16),
    Quarter(u16),
    Month(u16),
    Day(u16, u16),
}

/// A period in the form in which all are shown: `Q1 2027`, `1Q27` and `Q1` in a year 2027 are
/// `2027-Q1`, `March 2027` is `2027-03`, `31.03.2027` is `2027-03-31`. What is no year, half,
/// quarter, month or day stays as it is written.
///
/// Goes in: the text, and the year that is said around it, if any.
pub fn in_one_form(text: &str, year: Option<&str>) -> String {
    let Some(mut dated) = Dated::of(text) else { return text.to_owned() };
    if dated.year.is_none() {
        let around = year.and_then(Dated::of).filter(|it| it.part == Part::Year);
        dated.year = around.and_then(|it| it.year);
        dated.is_fiscal |= around.is_some_and(|it| it.is_fiscal);
    }
    dated.to_string()
}

/// The year that a period names, as it is shown.
pub fn year_of(text: &str) -> Option<String> {
    let dated = Dated::of(text)?;
    dated.year.map(|_| Dated { part: Part::Year, ..dated }.to_string())
}

/// The part of a heading that is a year or a part of one: `Q2 2027` of `Q2 2027 – Foundations`.
pub fn in_heading(text: &str) -> Option<&str> {
    let is_joint = |c: char| matches!(c, '(' | ')' | '[' | ']' | ':' | '|' | '–' | '—' | ',');
    let spaced = text.split(is_joint).flat_map(|part| part.split(" - "));
    spaced.map(str::trim).find(|part| Dated::of(part).is_some())
}

/// Whether a period is, or lies in, or holds a part of the wanted one; what is no year and no part of
/// one must say every word of it.
pub fn holds(period: &str, wanted: &str) -> bool {
    let months = |text| Dated::of(text).and_then(Dated::months);
    if let (Some(is), Some(wanted)) = (months(period), months(wanted)) {
        return is.0 <= wanted.1 && wanted.0 <= is.1;
    }
    let words = |text: &str| {
        let folded = text.to_lowercase();
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let (said, wanted) = (words(period), words(wanted));
    !wanted.is_empty() && wanted.iter().all(|word| said.contains(word))
}

impl Dated {
    /// Reads a text that says one year, or one part of one, and nothing else.
    fn of(text: &str) -> Option<Self> {
        let folded = text.trim().to_lowercase();
        let mut dated = Self { year: None, is_fiscal: false, part: Part::Year };
        let words: Vec<&str> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        if let Some(day) = Self::day(&words, folded.contains('/')) {
            return Some(day);
        }
        for word in words {
            dated = dated.and(word)?;
        }
        let is_one = dated.year.is_some() || matches!(dated.part, Part::Quarter(_) | Part::Half(_));
        is_one.then_some(dated)
    }

    /// `2027-03-31` and `31.03.2027`; with strokes nobody knows which is the month.
    fn day(words: &[&str], has_strokes: bool) -> Option<Self> {
        let number = |word: &str| {
            word.parse::<u16>().ok().filter(|_| word.bytes().all(|it| it.is_ascii_digit()))
        };
        let [a, b, c] = words else { return None };
        let (a, b, c) = (number(a)?, number(b)?, number(c)?);
        let (year, month, day) = if a > 1900 {
            (a, b, c)
        } else if c > 1900 && !has_strokes {
            (c, b, a)
        } else {
            return None;
        };
        let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
        is_day.then_some(Self { year: Some(year), is_fiscal: false, part: Part::Day(month, day) })
    }

    /// With what one more word says: none if it says nothing, or the same again.
    fn and(self, word: &str) -> Option<Self> {
        let split = (1..word.len()).filter(|&at| word.is_char_boundary(at));
        let mut halves = split.map(|at| word.split_at(at));
        self.and_one(word).or_else(|| halves.find_map(|(a, b)| self.and_one(a)?.and_one(b)))
    }

    fn and_one(self, word: &str) -> Option<Self> {
        if let Some((year, is_fiscal)) = year(word, self.part != Part::Year) {
            let is_new = self.year.is_none();
            return is_new.then_some(Self { year: Some(year), is_fiscal, ..self });
        }
        (self.part == Part::Year).then_some(Self { part: part(word, self.year.is_some())?, ..self })
    }

    /// The first and the last month, counted from year 0; none without a year of the calendar.
    fn months(self) -> Option<(u16, u16)> {
        let year = self.year.filter(|_| !self.is_fiscal)? * 12;
        let (first, length) = match self.part {
            Part::Year => (0, 12),
            Part::Half(half) => ((half - 1) * 6, 6),
            Part::Quarter(quarter) => ((quarter - 1) * 3, 3),
            Part::Month(month) | Part::Day(month, _) => (month - 1, 1),
        };
        Some((year + first, year + first + length - 1))
    }
}

impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if let Some(year) = self.year {
            write!(f, "{}{year}", if self.is_fiscal { "FY" } else { "" })?;
        }
        let joint = if self.year.is_some() { "-" } else { "" };
        match self.part {
            Part::Year => Ok(()),
            Part::Half(half) => write!(f, "{joint}H{half}"),
            Part::Quarter(quarter) => write!(f, "{joint}Q{quarter}"),
            Part::Month(month) => write!(f, "{joint}{month:02}"),
            Part::Day(month, day) => write!(f, "{joint}{month:02}-{day:02}"),
        }
    }
}

/// A year, and whether it is a fiscal one: `2027`, `fy27`; `27` only beside a quarter.
fn year(word: &str, is_beside: bool) -> Option<(u16, bool)> {
    let (digits, is_fiscal) = word.strip_prefix("fy").map_or((word, false), |rest| (rest, true));
    let number: u16 = digits.parse().ok().filter(|_| is_small_number(digits))?;
    match digits.len() {
        4 if (1900..2200).contains(&number) => Some((number, is_fiscal)),
        2 if is_fiscal || is_beside => Some((2000 + number, is_fiscal)),
        _ => None,
    }
}

/// A part of a year: `q1`, `1q`, `h2`, `march`; a month as a number only behind its year.
fn part(word: &str, has_year: bool) -> Option<Part> {
    let numbered = |letter: char| {
        let digit = word.strip_prefix(letter).or_else(|| word.strip_suffix(letter))?;
        digit.parse::<u16>().ok().filter(|_| digit.len() == 1)
    };
    if let Some(quarter) = numbered('q').filter(|it| (1..=4).contains(it)) {
        return Some(Part::Quarter(quarter));
    }
    if let Some(half) = numbered('h').filter(|it| (1..=2).contains(it)) {
        return Some(Part::Half(half));
    }
    let is_month = |month: &str| month == word || word.len() == 3 && month.starts_with(word);
    if let Some(month) = MONTHS.iter().position(|month| is_month(month)) {
        let month = if month == 12 { 9 } else { month + 1 };
        return Some(Part::Month(month as u16));
    }
    let number = word.parse::<u16>().ok().filter(|_| has_year && word.len() == 2)?;
    (1..=12).contains(&number).then_some(Part::Month(number))
}

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

    #[test]
    fn periods_are_shown_in_one_form() {
        for text in ["Q1 2027", "2027-Q1", "2027Q1", "q1/27", "Q1'27", "1Q27", "2027 Q1", "2027/1Q"]
        {
            assert_eq!(in_one_form(text, None), "2027-Q1", "{text}");
        }
        for (text, form) in [
            ("Q1 FY27", "FY2027-Q1"),
            ("FY2027 Q1", "FY2027-Q1"),
            ("H1 2027", "2027-H1"),
            ("March 2027", "2027-03"),
            ("Sept 2027", "2027-09"),
            ("2027-03", "2027-03"),
            ("31.03.2027", "2027-03-31"),
            ("2027-03-31", "2027-03-31"),
            ("03/04/2027", "03/04/2027"),
            ("q2", "Q2"),
            ("Now", "Now"),
            ("v1.32", "v1.32"),
            ("Q1-Q2 2027", "Q1-Q2 2027"),
            ("May", "May"),
            ("when 2027 ends", "when 2027 ends"),
        ] {
            assert_eq!(in_one_form(text, None), form, "{text}");
        }
        assert_eq!(in_one_form("Q1", Some("2027")), "2027-Q1");
        assert_eq!(in_one_form("H2", Some("FY27")), "FY2027-H2");
        assert_eq!(in_one_form("2028-Q1", Some("2027")), "2028-Q1");
        assert_eq!(in_one_form("later", Some("2027")), "later");
    }

    #[test]
    fn a_heading_may_hold_a_period() {
        assert_eq!(in_heading("Q2 2027 – Foundations"), Some("Q2 2027"));
        assert_eq!(in_heading("Foundations (Q2)"), Some("Q2"));
        assert_eq!(in_heading("2027 - Scale"), Some("2027"));
        for none in ["Payments - v2", "Phase 2", "Foundations", "Next: search", "May – plan"] {
            assert_eq!(in_heading(none), None, "{none}");
        }
    }

    #[test]
    fn a_day_lies_in_its_quarter() {
        for (period, wanted) in [
            ("2027-02-15", "2027-Q1"),
            ("2027-Q1", "2027"),
            ("2027-H1", "Q2 2027"),
            ("March 2027", "2027-Q1"),
            ("2027", "2027-Q3"),
            ("release 7 of 2027", "2027"),
            ("FY2027-Q1", "FY2027-Q1"),
        ] {
            assert!(holds(period, wanted), "{period} in {wanted}");
        }
        for (period, wanted) in
            [("2027-04-01", "2027-Q1"), ("2026-Q4", "2027"), ("Q1", "2027-Q1"), ("now", "later")]
        {
            assert!(!holds(period, wanted), "{period} in {wanted}");
        }
    }
}
