//! A line that a person types, key by key.

use std::io::{self, Write};

use console::Key;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What came of a question.
#[derive(Debug, PartialEq, Eq)]
pub enum Reply {
    /// A text, perhaps empty.
    Text(String),
    /// Never mind this decision.
    Never,
    /// Stop.
    Stop,
}

/// Asks for a line of text; `question` and what is typed stay on one line of the screen, however
/// long they are.
///
/// # Errors
/// When the screen cannot be written or no more keys can be read.
pub fn ask(
    question: &str,
    width: usize,
    keys: &mut dyn FnMut() -> io::Result<Key>,
    out: &mut dyn Write,
) -> io::Result<Reply> {
    let mut text = String::new();
    let answer = loop {
        let room = width.saturating_sub(question.width() + 2);
        write!(out, "\r\u{1b}[K{question} {}", end_of(&text, room))?;
        out.flush()?;
        match keys()? {
            Key::Enter => break Reply::Text(text.trim().to_owned()),
            Key::Escape => break Reply::Never,
            Key::CtrlC => break Reply::Stop,
            Key::Backspace => drop(text.pop()),
            Key::Char(c) if !c.is_control() => text.push(c),
            _ => {}
        }
    };
    writeln!(out)?;
    Ok(answer)
}

/// As much of the end of a text as that many columns hold.
fn end_of(text: &str, room: usize) -> &str {
    let mut left = room;
    let fits = |c: char| {
        let width = c.width().unwrap_or(0);
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    };
    let start = text.char_indices().rev().take_while({
        let mut fits = fits;
        move |&(_, c)| fits(c)
    });
    start.last().map_or("", |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(keys: &[Key], expected: &Reply) {
        let mut keys = keys.iter().cloned();
        let mut next = || keys.next().ok_or_else(|| io::ErrorKind::UnexpectedEof.into());
        let mut out = Vec::new();
        assert_eq!(&ask("why:", 20, &mut next, &mut out).expect("an answer"), expected);
    }

    #[test]
    fn a_line_is_typed_and_mended() {
        let typed: Vec<Key> = " añ東x".chars().map(Key::Char).collect();
        let mended = [&typed[..], &[Key::Backspace, Key::ArrowLeft, Key::Enter]].concat();
        check(&mended, &Reply::Text("añ東".to_owned()));
        check(&[Key::Enter], &Reply::Text(String::new()));
        check(&[&typed[..], &[Key::Escape]].concat(), &Reply::Never);
        check(&[Key::CtrlC], &Reply::Stop);
    }

    #[test]
    fn of_a_long_line_the_end_is_seen() {
        assert_eq!(end_of("東京都", 4), "京都");
        assert_eq!(end_of("東京都", 5), "京都");
        assert_eq!(end_of("abc", 0), "");
        assert_eq!(end_of("abc", 9), "abc");
    }
}
