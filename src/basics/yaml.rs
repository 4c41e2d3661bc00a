//! Texts written as YAML that reads back to the letter, in brackets and out of them: for files that
//! are written and for lines to paste.

use std::fmt::Write;

/// The text as a YAML value on one line: plain where it reads the same, else in double quotes.
pub fn scalar(text: &str) -> String {
    let is_safe = |c: char| c.is_alphanumeric() || " -_./()+'’–".contains(c);
    let is_plain = text.starts_with(char::is_alphabetic)
        && text.chars().all(is_safe)
        && !text.ends_with(' ')
        && !is_reserved(text);
    if is_plain { text.to_owned() } else { quoted(text) }
}

/// Texts as a list on one line: `[Login, "Sign in: partners"]`.
pub fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    format!("[{}]", texts.into_iter().map(scalar).collect::<Vec<_>>().join(", "))
}

/// The text in double quotes. What is no plain sight (controls, marks that turn the direction of
/// writing, breaks of lines) is escaped, so that nobody who reads the file is fooled.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_hidden(c) => {
                let code = u32::from(c);
                // Writing into a text cannot fail.
                let _ = match code {
                    0..=0xffff => write!(quoted, "\\u{code:04x}"),
                    _ => write!(quoted, "\\U{code:08x}"),
                };
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0xa0 | 0xad | 0x61c | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f
            | 0xe000..=0xf8ff | 0xfeff | 0xfff0..=0xffff | 0xe_0000..=0x10_ffff)
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Words that YAML reads as something else than a text.
fn is_reserved(text: &str) -> bool {
    const RESERVED: [&str; 10] =
        ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan"];
    RESERVED.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_plain_and_the_rest_is_quoted() {
        for (text, written) in [
            ("Single sign-on (SSO)", "Single sign-on (SSO)"),
            ("Tomás Oliveira's", "Tomás Oliveira's"),
            ("IDN-14", "IDN-14"),
            ("東京", "東京"),
            ("404", "\"404\""),
            ("No", "\"No\""),
            ("a: b", "\"a: b\""),
            ("Fix bug #42", "\"Fix bug #42\""),
            ("a, b", "\"a, b\""),
            ("R&D \"x\"\\", "\"R&D \\\"x\\\"\\\\\""),
            ("a\u{1b}[2J\nb\u{202e}", "\"a\\u001b[2J\\nb\\u202e\""),
            ("", "\"\""),
        ] {
            assert_eq!(scalar(text), written);
        }
        assert_eq!(list(["Login", "a, b"]), "[Login, \"a, b\"]");
    }
}
