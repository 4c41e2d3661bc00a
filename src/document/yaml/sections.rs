//! Splits a YAML text into its documents, called sections here: a document is a whole file.
//!
//! A line that begins with `---` or `...` is a boundary wherever it stands, even inside a block of
//! text, so that the cut needs no parser, and a broken document never hides the next.

/// One YAML document, with its place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section<'a> {
    /// Its text, with its `---` line.
    pub text: &'a str,
    /// Where it begins in the file, in bytes.
    pub start: usize,
    /// The lines before it.
    pub lines: u32,
}

/// Every section, in order; directives and comments belong to the section behind them.
pub fn split(text: &str) -> Vec<Section<'_>> {
    let mut sections = Vec::new();
    let mut start = 0;
    let mut first_line = 0;
    let mut at = 0;
    let mut content = false;
    for (line, lines) in text.split_inclusive('\n').zip(0..) {
        let boundary = marks(line, "---");
        if boundary && content {
            sections.push(Section { text: &text[start..at], start, lines: first_line });
            (start, first_line, content) = (at, lines, false);
        }
        let end = marks(line, "...");
        let idle = line.trim().is_empty() || line.starts_with(['#', '%']);
        content |= boundary || !(idle || end);
        at += line.len();
        if end {
            sections.push(Section { text: &text[start..at], start, lines: first_line });
            (start, first_line, content) = (at, lines + 1, false);
        }
    }
    if content {
        sections.push(Section { text: &text[start..], start, lines: first_line });
    }
    sections
}

fn marks(line: &str, mark: &str) -> bool {
    line.strip_prefix(mark)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, u32)]) {
        let found: Vec<_> = split(text).iter().map(|d| (d.text, d.lines)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn sections_are_cut_at_their_marks() {
        check("", &[]);
        check("a: 1\n", &[("a: 1\n", 0)]);
        check("---\na\n---\nb", &[("---\na\n", 0), ("---\nb", 2)]);
        check("# top\n\n---\na\n", &[("# top\n\n---\na\n", 0)]);
        check("a\n...\nb\n", &[("a\n...\n", 0), ("b\n", 2)]);
        check("%YAML 1.2\n---\na\n", &[("%YAML 1.2\n---\na\n", 0)]);
        check("---a\n ---\n", &[("---a\n ---\n", 0)]);
        check("--- # one\r\na\r\n--- b\r\n", &[("--- # one\r\na\r\n", 0), ("--- b\r\n", 2)]);
    }
}
