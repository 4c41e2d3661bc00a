//! What a format is recognised by.

use std::borrow::Cow;

use crate::document::source;

/// What may stand between the values of a table.
const DELIMITERS: &[char] = &[',', ';', '\t'];

/// The bytes of a file, and their text if they are text at all.
#[derive(Debug)]
pub struct Sample<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// The text, in whatever encoding it was, without a byte order mark; none if it holds a NUL.
    text: Option<Cow<'a, str>>,
}

impl<'a> Sample<'a> {
    /// Looks at all bytes; what is UTF-8 is not copied.
    pub fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, text: source::text_of(bytes) }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref().map(|text| text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// The text from its first line on that is neither blank nor begins with `#`; indented no more.
    pub fn lead(&self) -> Option<&str> {
        let mut rest = self.text()?.trim_start();
        while rest.starts_with('#') {
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
        }
        Some(rest)
    }

    /// Whether its first two rows hold as many values, more than one, between the same delimiters.
    pub fn is_table(&self) -> bool {
        let text = self.text().unwrap_or_default();
        DELIMITERS.iter().any(|delimiter| match widths(text, *delimiter)[..] {
            [first, second] => first > 1 && first == second,
            _ => false,
        })
    }

    /// Whether it begins with a tag, as HTML and XML do.
    pub fn is_markup(&self) -> bool {
        let first = self.lead().and_then(|lead| lead.lines().next()).unwrap_or_default();
        let named = |c: char| c == '!' || c == '?' || c.is_ascii_alphabetic();
        first.strip_prefix('<').is_some_and(|rest| rest.starts_with(named) && rest.contains('>'))
    }
}

/// How many values the first two rows hold, blank ones aside; a row goes on in a quoted value.
fn widths(text: &str, delimiter: char) -> Vec<usize> {
    let mut widths = Vec::new();
    let (mut width, mut blank, mut quoted) = (1, true, false);
    for c in text.chars().chain(['\n']) {
        match c {
            '"' => (quoted, blank) = (!quoted, false),
            '\n' if !quoted => {
                if !blank {
                    widths.push(width);
                }
                (width, blank) = (1, true);
            }
            _ if c == delimiter && !quoted => (width, blank) = (width + 1, false),
            _ => blank &= c.is_whitespace(),
        }
        if widths.len() == 2 {
            break;
        }
    }
    widths
}
