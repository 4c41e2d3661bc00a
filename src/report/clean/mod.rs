//! Text from roadmaps is hostile: it goes through one door per output.
//!
//! Nothing that a leader writes may move the cursor, recolour or reorder a terminal, break out of a
//! Markdown table, mention a stranger, or run as a formula.

mod github;
mod markdown;
mod terminal;

pub use github::{GITHUB_BREAK, github, github_property};
pub use markdown::markdown;
pub use terminal::terminal;

use std::borrow::Cow;

/// How a format cleans a text of a roadmap.
pub type Door = fn(&str) -> String;

/// A text of at most so many characters; of a longer one its beginning and `…`.
pub fn clip(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => text.into(),
        Some(_) => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
    }
}

/// The text as XML can hold it, to be escaped by what writes it: XML has no place for most control
/// characters, not even escaped.
pub fn xml(text: &str) -> String {
    terminal(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// The text as a cell of a spreadsheet that never runs as a formula: what could begin one gets a
/// leading apostrophe, as OWASP advises against CSV injection. Line breaks and tabs stay; what would
/// steer a terminal, which no spreadsheet can hold either, becomes a visible `�`.
pub fn csv(text: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let steers = |c: char| (c.is_control() && !"\t\n".contains(c)) || terminal::reorders(c);
    let safe = text.replace("\r\n", "\n").replace(steers, "\u{fffd}");
    if text.starts_with(formula) { format!("'{safe}") } else { safe }
}

/// The same JSON with every character escaped that could steer a terminal or end a line in
/// JavaScript; outside of strings JSON has none of them, so every value stays the same.
pub fn json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && (c.is_control() || ends_line(c) || terminal::reorders(c)) {
            safe.extend(["\\u", &format!("{:04x}", u32::from(c))]); // all are below U+10000
        } else {
            safe.push(c);
        }
    }
    safe
}

fn ends_line(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{clip, csv, json, xml};

    #[test]
    fn a_long_text_is_cut_between_characters() {
        for (text, clipped) in [("añb", "añb"), ("añbc", "añ…"), ("", "")] {
            assert_eq!(clip(text, 3), clipped);
        }
    }

    #[test]
    fn xml_holds_no_control_characters() {
        assert_eq!(xml("a\u{0}\u{b}b\u{ffff}\u{1b}]]>"), "a� b��]]>");
    }

    #[test]
    fn a_formula_is_a_text() {
        assert_eq!(csv("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        for start in ["+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1"] {
            assert_eq!(csv(start), format!("'{start}"));
        }
        assert_eq!(csv("\r=1"), "'\u{fffd}=1");
        assert_eq!(csv("Log-in = easy"), "Log-in = easy");
    }

    #[test]
    fn a_cell_cannot_steer_a_terminal() {
        assert_eq!(csv("a\u{1b}[31m\u{202e}b\r\nc\td"), "a\u{fffd}[31m\u{fffd}b\nc\td");
    }

    #[test]
    fn json_keeps_its_values_and_cannot_steer_a_terminal() {
        let text = "a\u{9b}31m b\u{202e}c\u{2028}d 東京 👩‍💻";
        let written = json(&serde_json::Value::from(text).to_string());
        assert_eq!(written, r#""a\u009b31m b\u202ec\u2028d 東京 👩‍💻""#);
        let read: serde_json::Value = written.parse().expect("JSON");
        assert_eq!(read, text);
    }
}
