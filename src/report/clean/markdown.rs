//! The door to Markdown, as GitHub and wikis read it.

use crate::report::clean::terminal;

/// Takes no room, and keeps what stands around it from being a link or a mention.
const BREAK: &str = "&#8203;";

/// The text as itself inside a line or a table cell: no markup, HTML, link, mention or issue
/// reference comes of it.
pub fn markdown(text: &str) -> String {
    let text = terminal(text);
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '@' => escaped.extend(["@", BREAK]),
            '#' => escaped.extend(["\\#", BREAK]),
            ':' if text[at..].starts_with("://") => escaped.extend([":", BREAK]),
            '.' if follows_www(&text, at) => escaped.extend([BREAK, "."]),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '$' | '!' => {
                escaped.extend(['\\', c]);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

fn follows_www(text: &str, at: usize) -> bool {
    text.as_bytes()[..at].last_chunk::<3>().is_some_and(|www| www.eq_ignore_ascii_case(b"www"))
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn markup_is_text() {
        for (text, escaped) in [
            ("a | b", r"a \| b"),
            ("`rm` *now*", r"\`rm\` \*now\*"),
            ("<img src=x>", "&lt;img src=x&gt;"),
            ("![x](y)", r"\!\[x\](y)"),
            ("R&D", "R&amp;D"),
            ("two\nlines", "two lines"),
        ] {
            assert_eq!(markdown(text), escaped);
        }
    }

    #[test]
    fn nobody_is_mentioned_and_nothing_is_linked() {
        assert_eq!(markdown("ask @ana"), "ask @&#8203;ana");
        assert_eq!(markdown("fix #42"), r"fix \#&#8203;42");
        assert_eq!(markdown("https://x.example"), "https:&#8203;//x.example");
        assert_eq!(markdown("www.x.example"), "www&#8203;.x.example");
    }
}
