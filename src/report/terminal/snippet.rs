//! A line of a file with a caret under a part of it, as rustc draws it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Renderer, Snippet};
use unicode_width::UnicodeWidthStr;

use crate::basics::Place;
use crate::report::Look;
use crate::report::clean::terminal;

/// What draws for a place that looks like that.
pub fn renderer(look: Look) -> Renderer {
    let renderer = if look.styled { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(look.width).decor_style(DecorStyle::Ascii)
}

/// A line and the part of it that is meant.
pub struct Marked<'a> {
    /// Where the line stands, and the column that a reader is told.
    pub place: &'a Place,
    /// The line, without its line break.
    pub line: &'a str,
    /// Where the part begins in `line`: a character, from 1.
    pub column: u32,
    /// What the part says, where it is a text that may stand between quotes; else it is a word.
    pub text: Option<&'a str>,
}

impl Marked<'_> {
    /// The line, cleaned, with that kind of caret under the part, and the label beside it.
    pub fn snippet(
        &self,
        kind: AnnotationKind,
        label: Option<String>,
    ) -> Snippet<'static, Annotation<'static>> {
        let skip = self.column.saturating_sub(1) as usize;
        let at = self.line.char_indices().nth(skip).map_or(self.line.len(), |(at, _)| at);
        let (before, after) = self.line.split_at(at);
        let (part, after) = after.split_at(self.length(after));
        let [before, part, after] = [before, part, after].map(terminal);
        let caret = kind.span(before.len()..before.len() + part.len()).label(label);
        Snippet::source(before + &part + &after)
            .line_start(self.place.line as usize)
            .path(terminal(&self.place.file))
            .annotation(caret)
    }

    /// The column behind the part that is meant, as a terminal shows it.
    pub fn end(&self) -> usize {
        let skip = self.column.saturating_sub(1) as usize;
        let at = self.line.char_indices().nth(skip).map_or(self.line.len(), |(at, _)| at);
        let (before, after) = self.line.split_at(at);
        terminal(before).width() + terminal(&after[..self.length(after)]).width()
    }

    /// How many bytes of the rest of the line are meant.
    fn length(&self, rest: &str) -> usize {
        if let Some(text) = self.text.filter(|it| !it.is_empty()) {
            if rest.starts_with(text) {
                return text.len();
            }
            if let Some(quoted) = quoted(rest) {
                return quoted;
            }
        }
        let ends = |&(_, c): &(usize, char)| !c.is_alphanumeric() && !"_-".contains(c);
        rest.char_indices().skip(1).find(ends).map_or(rest.len(), |(at, _)| at)
    }
}

/// How many bytes a text between quotes takes, these included.
fn quoted(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().peekable();
    let (_, quote) = chars.next().filter(|(_, c)| ['"', '\''].contains(c))?;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let is_escape =
            (quote == '"' && c == '\\') || (quote == '\'' && c == quote && next == Some(quote));
        if is_escape {
            chars.next();
        } else if c == quote {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use annotate_snippets::{AnnotationKind, Level};

    use super::{Marked, renderer};
    use crate::basics::Place;
    use crate::report::Look;

    fn drawn(line: &str, column: u32, text: Option<&str>) -> String {
        let place = Place::at("a.yaml", 4, column);
        let marked = Marked { place: &place, line, column, text };
        let snippet = marked.snippet(AnnotationKind::Primary, Some("here".to_owned()));
        renderer(Look { width: 80, styled: false })
            .render(&[Level::ERROR.primary_title("x").element(snippet)])
            + "\n"
    }

    #[test]
    fn a_name_is_marked_as_a_whole() {
        let whole = [
            ("  - name: Single sign-on # soon", 11, "Single sign-on", "^^^^^^^^^^^^^^ here"),
            ("  - \"Single: sign-on\"", 5, "Single: sign-on", "^^^^^^^^^^^^^^^^^ here"),
            ("  - シングル サインオン", 5, "シングル サインオン", "^^^^^^^^^^^^^^^^^^^ here"),
        ];
        for (line, column, text, caret) in whole {
            let drawn = drawn(line, column, Some(text));
            assert!(drawn.contains(&format!(" {caret}\n")), "{drawn}");
        }
    }

    #[test]
    fn a_name_that_is_written_otherwise_is_marked_with_its_quotes_or_by_its_first_word() {
        for (line, caret) in [
            (r"- 'it''s on' # soon", "^^^^^^^^^^"),
            (r#"- "it\"s on", x"#, "^^^^^^^^^^"),
            (r#"- "it goes on"#, "^^^"),
            ("- it goes", "^^"),
        ] {
            let drawn = drawn(line, 3, Some("it's on"));
            assert!(drawn.contains(&format!(" {caret} here\n")), "{drawn}");
        }
    }
}
