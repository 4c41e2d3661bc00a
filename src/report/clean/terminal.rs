//! The door to a terminal.

use std::iter::Peekable;
use std::str::Chars;

/// The text on one line, unable to steer a terminal.
///
/// Line breaks and tabs become a space. What would do something to the terminal or to the order of
/// its neighbours (controls, ESC, overrides and isolates of bidirectional text) becomes a visible
/// `�`. What is invisible and only hides (zero-width spaces, soft hyphens, stray joiners) goes
/// without a trace; joiners stay where emoji and scripts need them.
pub fn terminal(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push(' '),
            c if c.is_control() || reorders(c) => cleaned.push(char::REPLACEMENT_CHARACTER),
            '\u{200c}' | '\u{200d}' if !joins(&cleaned, &mut chars) => {}
            '\u{e0020}'..='\u{e007f}' if !continues_flag(&cleaned) => {}
            c if hides(c) => {}
            c => cleaned.push(c),
        }
    }
    cleaned
}

/// Overrides, embeddings and isolates, which let a text change how its neighbours are read.
pub(super) fn reorders(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that take no room and that no script or emoji needs.
fn hides(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e001f}'
    )
}

/// A joiner is real between two characters beyond ASCII: parts of an emoji, or letters that join.
fn joins(before: &str, after: &mut Peekable<Chars>) -> bool {
    let beyond = |c: char| !c.is_ascii() && !c.is_whitespace() && !hides(c);
    before.chars().next_back().is_some_and(beyond) && after.peek().copied().is_some_and(beyond)
}

/// Tags are real after a black flag, where they spell the flag of Scotland or Texas.
fn continues_flag(before: &str) -> bool {
    matches!(before.chars().next_back(), Some('🏴' | '\u{e0020}'..='\u{e007e}'))
}

#[cfg(test)]
mod tests {
    use super::terminal;

    #[test]
    fn nothing_steers_the_terminal() {
        for (text, cleaned) in [
            ("red \u{1b}[31malert", "red �[31malert"),
            ("csi \u{9b}2J", "csi �2J"),
            ("bell\u{7} and delete\u{7f}", "bell� and delete�"),
            ("evil\u{202e}txt.exe", "evil�txt.exe"),
            ("isolate\u{2067}d\u{2069}", "isolate�d�"),
        ] {
            assert_eq!(terminal(text), cleaned);
        }
    }

    #[test]
    fn a_text_stays_on_its_line() {
        assert_eq!(terminal("one\ntwo\tthree\u{2028}four"), "one two three four");
    }

    #[test]
    fn what_only_hides_leaves_no_trace() {
        assert_eq!(terminal("pass\u{200b}key\u{feff}s\u{ad}\u{200d}"), "passkeys");
        assert_eq!(terminal("a\u{e0041}b"), "ab");
    }

    #[test]
    fn emoji_and_scripts_stay_whole() {
        for text in
            ["👩‍💻 portal", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 launch", "🇩🇪 launch", "می‌خواهم", "क्‍ष", "❤️", "e\u{301}", "שלום"]
        {
            assert_eq!(terminal(text), text);
        }
    }
}
