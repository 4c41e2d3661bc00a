//! Running text in lines that a terminal holds, broken between words.

use std::iter::repeat_n;

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The marks after which people break a word that is too wide.
pub const MARKS: [char; 6] = ['-', '_', '/', '.', ':', ','];

/// The lines of a cleaned text, each at most `width` columns wide and without spaces at its end.
///
/// A word that is wider than that is broken after a mark, and if need be between what a reader
/// takes for characters; only one of these that alone is wider than the room is a line that does not
/// fit.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let pieces: Vec<Piece> = text.split(' ').flat_map(|word| pieces(word, width)).collect();
    let line = |pieces: &[Piece]| {
        let texts = pieces.iter().flat_map(|it| [it.text, if it.ends_word { " " } else { "" }]);
        texts.collect::<String>().trim_end_matches(' ').to_owned()
    };
    wrap_first_fit(&pieces, &[width as f64]).into_iter().map(line).collect()
}

/// The same in at most `height` lines; of a longer text the last line ends in `…`.
pub fn wrapped_within(text: &str, width: usize, height: usize) -> Vec<String> {
    let mut lines = wrapped(text, width);
    if lines.len() > height {
        lines.truncate(height);
        if let Some(last) = lines.last_mut() {
            let room = width.saturating_sub(1);
            *last = last.graphemes(true).scan(0, |taken, it| fitting(taken, it, room)).collect();
            last.push('…');
        }
    }
    lines
}

/// A character as a reader sees it, if it still fits.
fn fitting<'a>(taken: &mut usize, grapheme: &'a str, room: usize) -> Option<&'a str> {
    *taken += grapheme.width();
    (*taken <= room).then_some(grapheme)
}

/// A part of a text between which and the next a line may end.
#[derive(Debug)]
struct Piece<'a> {
    text: &'a str,
    /// Whether a space follows.
    ends_word: bool,
}

impl Fragment for Piece<'_> {
    /// As terminals count: the package's own count takes an emoji of several characters for wider,
    /// and one with a variation selector for narrower than it is.
    fn width(&self) -> f64 {
        self.text.width() as f64
    }

    fn whitespace_width(&self) -> f64 {
        if self.ends_word { 1.0 } else { 0.0 }
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// A word as a whole, or in pieces that are no wider than a line.
fn pieces(word: &str, width: usize) -> Vec<Piece<'_>> {
    let texts: Vec<&str> = if word.width() <= width {
        vec![word]
    } else {
        let parts = word.split_inclusive(MARKS);
        parts.flat_map(|part| if part.width() <= width { vec![part] } else { cut(part) }).collect()
    };
    let ends = repeat_n(false, texts.len() - 1).chain([true]);
    texts.into_iter().zip(ends).map(|(text, ends_word)| Piece { text, ends_word }).collect()
}

fn cut(part: &str) -> Vec<&str> {
    part.graphemes(true).collect()
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::{wrapped, wrapped_within};

    #[test]
    fn a_line_ends_between_words_or_after_a_mark() {
        for (text, width, lines) in [
            ("one two three", 8, &["one two", "three"][..]),
            ("one  two", 8, &["one  two"]),
            ("single-sign-on", 8, &["single-", "sign-on"]),
            ("abcdefgh", 3, &["abc", "def", "gh"]),
            ("シングル", 5, &["シン", "グル"]),
            ("👩‍💻👩‍💻", 2, &["👩‍💻", "👩‍💻"]),
            ("", 8, &[""]),
        ] {
            assert_eq!(wrapped(text, width), lines, "{text}");
        }
    }

    #[test]
    fn no_line_is_wider_than_the_room() {
        let text = "❤️ für 👩‍💻 Entwickler: シングルサインオン/हिन्दी-portal und a\u{301}e\u{301}";
        // The second character of हिन्दी alone takes three columns.
        for width in 3..60 {
            for line in wrapped(text, width) {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn what_is_cut_is_marked() {
        assert_eq!(wrapped_within("one two three", 7, 1), ["one tw…"]);
        assert_eq!(wrapped_within("one two", 7, 1), ["one two"]);
    }
}
