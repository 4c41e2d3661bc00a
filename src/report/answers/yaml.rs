//! Texts as YAML that can be pasted.

use crate::report::clean::terminal;

/// The text as a YAML value on one line: plain where it reads the same, else in double quotes.
pub fn value(text: &str) -> String {
    let text = terminal(text);
    let safe = |c: char| c.is_alphanumeric() || " -_./()+".contains(c);
    let plain = text.starts_with(char::is_alphabetic)
        && text.chars().all(safe)
        && !text.ends_with(' ')
        && !is_reserved(&text);
    if plain { text } else { format!("{:#}", serde_json::Value::from(text)) }
}

/// A list on one line.
pub fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    format!("[{}]", texts.into_iter().map(value).collect::<Vec<_>>().join(", "))
}

/// Words that YAML reads as something else than a text.
fn is_reserved(text: &str) -> bool {
    const RESERVED: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    RESERVED.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_what_it_is() {
        for (text, written) in [
            ("Single sign-on (SSO)", "Single sign-on (SSO)"),
            ("404", "\"404\""),
            ("No", "\"No\""),
            ("a: b", "\"a: b\""),
            ("R&D \"x\"", "\"R&D \\\"x\\\"\""),
        ] {
            assert_eq!(value(text), written);
        }
    }
}
