//! A line of a file with a caret under a part of it, as rustc draws it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Renderer, Snippet};

use crate::report::clean::terminal;
use crate::roadmap::Place;

/// What draws, for that many columns, with colours or without.
pub fn renderer(styled: bool, width: usize) -> Renderer {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(width).decor_style(DecorStyle::Ascii)
}

/// A line and the part of it that is meant.
pub struct Marked<'a> {
    /// Where the line stands, and the column that a reader is told.
    pub place: &'a Place,
    /// The line, without its line break.
    pub line: &'a str,
    /// Where the part begins in `line`: a character, from 1.
    pub column: u32,
    /// What the part is to be, if the line holds it there to the letter; else it is a word.
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

    /// How many bytes of the rest of the line are meant.
    fn length(&self, rest: &str) -> usize {
        let text = self.text.filter(|it| !it.is_empty());
        let quote = usize::from(rest.starts_with(['"', '\'']));
        if let Some(text) = text.filter(|it| rest[quote..].starts_with(it)) {
            let quoted = quote + text.len();
            // The same quote ends it, unless the name itself goes on behind what looks like one.
            let closed = quote > 0 && rest[quoted..].starts_with(&rest[..quote]);
            return quoted + usize::from(closed);
        }
        let ends = |&(_, c): &(usize, char)| !c.is_alphanumeric() && !"_-".contains(c);
        rest.char_indices().skip(1).find(ends).map_or(rest.len(), |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use annotate_snippets::{AnnotationKind, Level};
    use snapbox::{assert_data_eq, str};

    use super::{Marked, renderer};
    use crate::roadmap::Place;

    fn drawn(line: &str, column: u32, text: Option<&str>) -> String {
        let place = Place { file: "a.yaml".into(), line: 4, column };
        let marked = Marked { place: &place, line, column, text };
        let snippet = marked.snippet(AnnotationKind::Primary, Some("here".to_owned()));
        renderer(false, 80).render(&[Level::ERROR.primary_title("x").element(snippet)]) + "\n"
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
    fn a_name_that_is_written_otherwise_is_marked_by_its_first_word() {
        assert_data_eq!(
            drawn("- 'it''s on' # soon", 3, Some("it's on")),
            str![[r"
error: x
 --> a.yaml:4:3
  |
4 | - 'it''s on' # soon
  |   ^^^ here

"]]
        );
    }
}
