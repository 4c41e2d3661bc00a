//! Turns values into texts and numbers, tolerantly.

use crate::document::{Node, Value, fold_key, same_key};

/// Keys that hold the text of a map, the likeliest first.
const HEADS: &[&str] = &["name", "title", "display name", "login", "email", "value", "key", "id"];

/// Units of effort and their short forms, by the length of time they mean.
const UNITS: &[(&str, &[&str])] = &[
    ("hour", &["h", "hr", "hrs", "hour", "hours", "ph", "person-hours", "person-hour"]),
    ("day", &["d", "day", "days", "pd", "md", "person-days", "person-day", "man-days", "dev-days"]),
    (
        "week",
        &[
            "w",
            "wk",
            "wks",
            "week",
            "weeks",
            "pw",
            "ew",
            "person-weeks",
            "person-week",
            "engineer-weeks",
            "dev-weeks",
        ],
    ),
    ("sprint", &["sprint", "sprints"]),
    (
        "month",
        &[
            "m",
            "mo",
            "month",
            "months",
            "pm",
            "mm",
            "person-months",
            "person-month",
            "man-months",
            "engineer-months",
        ],
    ),
    ("quarter", &["quarters", "person-quarters"]),
    ("year", &["y", "year", "years", "py", "person-years"]),
    ("point", &["p", "pt", "pts", "sp", "point", "points", "story-points", "story-point"]),
];

/// The text of a value, and the node it stands in: of a list or map the first text inside.
pub fn text<'n, 'a>(node: &'n Node<'a>) -> Option<(&'n str, &'n Node<'a>)> {
    match &node.value {
        Value::Null => None,
        Value::Text(text) => {
            let trimmed = text.trim();
            (!trimmed.is_empty()).then_some((trimmed, node))
        }
        Value::List(nodes) => nodes.iter().find_map(text),
        Value::Map(entries) => HEADS
            .iter()
            .filter_map(|key| node.get(key))
            .chain(entries.iter().map(|(_, value)| value))
            .find_map(text),
    }
}

/// The texts of a value: of a list those of its elements, of one text the parts between commas.
pub fn texts(node: &Node) -> Vec<String> {
    let owned = |text: &str| text.trim().to_owned();
    match &node.value {
        Value::Null => Vec::new(),
        Value::Text(text) => text.split(',').map(owned).filter(|text| !text.is_empty()).collect(),
        Value::List(nodes) => {
            nodes.iter().filter_map(|node| text(node).map(|(text, _)| owned(text))).collect()
        }
        Value::Map(_) => text(node).map(|(text, _)| owned(text)).into_iter().collect(),
    }
}

/// A number that is finite and not negative, in the given unit: `12`, `12 pw`, `3 weeks`.
///
/// # Errors
/// Why it is none, as the end of a sentence about the text: `is not a number`.
pub fn number(text: &str, unit: Option<&str>) -> Result<f64, String> {
    let (digits, rest) = split(text.trim());
    let Ok(number) = digits.parse::<f64>() else { return Err("is not a number".into()) };
    if !number.is_finite() {
        return Err("is not a finite number".into());
    }
    if number < 0.0 {
        return Err("is negative".into());
    }
    match (rest, length(rest), unit, unit.and_then(length)) {
        (rest, _, Some(unit), _) if alike(rest, unit) => Ok(number),
        ("", ..) | (_, Some(_), None, _) => Ok(number),
        (_, Some(given), _, Some(meant)) if given == meant => Ok(number),
        (_, Some(_), Some(unit), _) => Err(format!("is not in {unit}")),
        _ => Err("is not a number".into()),
    }
}

/// A leading number and what stands behind it.
fn split(text: &str) -> (&str, &str) {
    if text.parse::<f64>().is_ok() {
        return (text, "");
    }
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+')));
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    (digits, rest.trim())
}

/// The length of time that a unit means.
fn length(unit: &str) -> Option<&'static str> {
    let known = |words: &[&str]| words.iter().any(|word| same_key(word, unit));
    UNITS.iter().find(|(_, words)| known(words)).map(|(length, _)| *length)
}

fn alike(rest: &str, unit: &str) -> bool {
    let bare = |text: &str| fold_key(text).trim_end_matches('s').to_owned();
    bare(rest) == bare(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, unit: Option<&str>, expected: Result<f64, &str>) {
        assert_eq!(number(text, unit), expected.map_err(str::to_owned), "{text} in {unit:?}");
    }

    #[test]
    fn numbers_are_read_with_the_unit_they_are_in() {
        let weeks = Some("person-weeks");
        for text in ["12", "12.0", " 12 ", "12 pw", "12 person-weeks", "12 weeks", "12w", "1.2e1"] {
            check(text, weeks, Ok(12.0));
        }
        check("5 SP", None, Ok(5.0));
        check("3 cows", Some("cows"), Ok(3.0));
        check("0", None, Ok(0.0));
    }

    #[test]
    fn what_is_no_number_says_why() {
        let none = Err("is not a number");
        for text in ["L", "", "3-5 weeks", "3 cows", "~3", "1,5", "0x1F"] {
            check(text, None, none);
        }
        check("-1", None, Err("is negative"));
        check("NaN", None, Err("is not a finite number"));
        check("1e999", None, Err("is not a finite number"));
        check("3 weeks", Some("person-days"), Err("is not in person-days"));
    }
}
