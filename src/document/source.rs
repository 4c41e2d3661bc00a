//! The text of one file, and the way from a place back to its line.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::basics::{Place, Problem, Severity, lower};

/// How many characters of a line a problem carries at most.
const WIDEST: usize = 300;

/// A file as text, without a byte order mark.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as the user would write it.
    pub file: Arc<str>,
    /// The text; what was not text in the file is U+FFFD.
    pub text: String,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
}

impl Source {
    /// Reads a file in UTF-8 or UTF-16, with or without a byte order mark.
    ///
    /// A file that is not text at all comes back empty; the problems say why.
    pub fn open(path: &Path, file: &str) -> (Self, Vec<Problem>) {
        match fs::read(path) {
            Ok(bytes) => Self::decode(bytes, file),
            Err(error) => Self::refused(file, &error),
        }
    }

    /// The same file with another text.
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        Self::new(text, &self.file)
    }

    /// A file that the system does not let us read: no text, and the reason.
    pub fn refused(file: &str, error: &io::Error) -> (Self, Vec<Problem>) {
        let problem = Problem {
            place: Place::whole(file),
            severity: Severity::Error,
            message: format!("cannot be read: {}", lower(&error.to_string())),
            help: None,
            source: None,
        };
        (Self::new(String::new(), file), vec![problem])
    }

    /// Turns the bytes of a file into text.
    pub fn decode(bytes: Vec<u8>, file: &str) -> (Self, Vec<Problem>) {
        if let Some(encoding) = utf16(&bytes) {
            return Self::decode_utf16(&bytes, encoding, file);
        }
        if let Some(at) = bytes.iter().position(|b| *b == 0) {
            return Self::binary(at, file);
        }
        match String::from_utf8(bytes) {
            Ok(text) => (Self::new(text, file), Vec::new()),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let byte = error.as_bytes()[at];
                let before = String::from_utf8_lossy(&error.as_bytes()[..at]);
                let (line, column) = end_of(before.trim_start_matches('\u{feff}'));
                let source = Self::new(String::from_utf8_lossy(error.as_bytes()).into(), file);
                let message = format!("not UTF-8: byte 0x{byte:02X} at byte position {at}");
                let help = "save the file as UTF-8; what is not is shown as \u{fffd}";
                let problem = source.error(line, column, message).with_help(help);
                (source, vec![problem])
            }
        }
    }

    /// A text that is already at hand.
    pub fn new(mut text: String, file: &str) -> Self {
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Self { file: file.into(), text, lines }
    }

    /// A line from 1, without its line break.
    pub fn line(&self, line: u32) -> Option<&str> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.lines.get(index)?;
        let end = self.lines.get(index + 1).copied().unwrap_or(self.text.len());
        Some(self.text[start..end].trim_end_matches(['\n', '\r']))
    }

    /// How many lines there are.
    pub fn line_count(&self) -> u32 {
        self.lines.len() as u32
    }

    /// The place of a byte of the text.
    pub fn at(&self, byte: usize) -> Place {
        let line = self.lines.partition_point(|&start| start <= byte);
        let before = &self.text[self.lines[line - 1]..byte];
        self.place(line as u32, before.chars().count() as u32 + 1)
    }

    /// A place in this file.
    pub fn place(&self, line: u32, column: u32) -> Place {
        Place::at(self.file.clone(), line, column)
    }

    /// Something that could not be read, with its source line.
    pub fn error(&self, line: u32, column: u32, message: impl Into<String>) -> Problem {
        self.problem(Severity::Error, line, column, message.into())
    }

    /// Something that is perhaps not as meant, with its source line.
    pub fn warning(&self, line: u32, column: u32, message: impl Into<String>) -> Problem {
        self.problem(Severity::Warning, line, column, message.into())
    }

    fn problem(&self, severity: Severity, line: u32, column: u32, message: String) -> Problem {
        let source = self.line(line).map(|text| around(text, column).0.into_owned());
        Problem { place: self.place(line, column), severity, message, help: None, source }
    }

    fn decode_utf16(bytes: &[u8], encoding: &'static Encoding, file: &str) -> (Self, Vec<Problem>) {
        let (text, broken) = encoding.decode_with_bom_removal(bytes);
        if let Some(at) = text.bytes().position(|b| b == 0) {
            return Self::binary(at * 2, file);
        }
        let source = Self::new(text.into_owned(), file);
        if !broken {
            return (source, Vec::new());
        }
        let before = source.text.split('\u{fffd}').next().unwrap_or_default();
        let (line, column) = end_of(before);
        let problem = source.error(line, column, format!("not {}", encoding.name()));
        (source, vec![problem.with_help("save the file as UTF-8")])
    }

    fn binary(at: usize, file: &str) -> (Self, Vec<Problem>) {
        let source = Self::new(String::new(), file);
        let message = format!("not a text: it holds a NUL at byte position {at}");
        let problem = Problem {
            place: Place::whole(file),
            severity: Severity::Error,
            message,
            help: Some("export it as YAML or JSON, or leave it out".into()),
            source: None,
        };
        (source, vec![problem])
    }
}

/// The text of bytes in UTF-8 or UTF-16, copied only where they are not UTF-8; none if it holds a
/// NUL, as no text does.
pub fn text_of(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = match utf16(bytes) {
        Some(encoding) => encoding.decode_with_bom_removal(bytes).0,
        None => String::from_utf8_lossy(bytes),
    };
    (!text.as_bytes().contains(&0)).then_some(text)
}

/// The byte order of UTF-16, by its mark or by the zeros of its first letter.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        [0, b, ..] if *b != 0 => Some(UTF_16BE),
        [b, 0, ..] if *b != 0 => Some(UTF_16LE),
        _ => None,
    }
}

/// Line and column just behind a text.
fn end_of(text: &str) -> (u32, u32) {
    let line = text.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = text.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (line as u32, column as u32)
}

/// The line itself, or, of a very long line, what stands around the column between two `…`; and
/// the column there.
pub fn around(line: &str, column: u32) -> (Cow<'_, str>, u32) {
    if line.len() <= WIDEST || line.chars().nth(WIDEST).is_none() {
        return (line.into(), column);
    }
    let at = column as usize;
    let skip = if at <= WIDEST / 2 { 0 } else { at - WIDEST / 3 };
    let part: String = line.chars().skip(skip).take(WIDEST - 2).collect();
    let more = line.chars().nth(skip + WIDEST - 2).is_some();
    let [before, after] = [skip > 0, more].map(|cut| if cut { "…" } else { "" });
    let column = at - skip + before.chars().count();
    (format!("{before}{part}{after}").into(), column as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, problem: Option<&str>) {
        let (source, problems) = Source::decode(bytes.to_vec(), "a.yaml");
        assert_eq!(source.text, text);
        let found = problems.first().map(|p| format!("{}: {}", p.place, p.message));
        assert_eq!(found.as_deref(), problem);
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn utf_8_is_read_with_and_without_a_byte_order_mark() {
        check(b"a: b", "a: b", None);
        check("\u{feff}a: é".as_bytes(), "a: é", None);
    }

    #[test]
    fn utf_16_is_read_in_both_orders_with_and_without_a_mark() {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            check(&utf16("\u{feff}a: 東京 😀", order), "a: 東京 😀", None);
            check(&utf16("a: é", order), "a: é", None);
        }
    }

    #[test]
    fn a_byte_that_is_not_utf_8_is_placed_and_the_rest_is_read() {
        let message = "a.yaml:2:5: not UTF-8: byte 0xE9 at byte position 10";
        check(b"a: b\nc: \xc3\xa9\xe9\n", "a: b\nc: é\u{fffd}\n", Some(message));
    }

    #[test]
    fn a_binary_file_is_a_problem() {
        let message = "a.yaml: not a text: it holds a NUL at byte position 4";
        check(b"\x89PNG\0\0", "", Some(message));
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_column() {
        let line = format!("{}here{}", "a".repeat(5000), "b".repeat(5000));
        let source = Source::new(line, "a.json");
        let cut = source.error(1, 5001, "x").source.unwrap_or_default();
        assert!(cut.starts_with("…a") && cut.contains("ahereb") && cut.ends_with("b…"), "{cut}");
        assert_eq!(cut.chars().count(), WIDEST);
    }
}
