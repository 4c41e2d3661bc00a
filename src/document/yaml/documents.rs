//! Splits a YAML text into its documents.
//!
//! A line that begins with `---` or `...` is a boundary wherever it stands, even inside a block of
//! text, so that the cut needs no parser, and a broken document never hides the next.

/// One document, with its place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Document<'a> {
    /// Its text, with its `---` line.
    pub text: &'a str,
    /// Where it begins in the file, in bytes.
    pub start: usize,
    /// The lines before it.
    pub lines: u32,
}

/// Every document, in order; directives and comments belong to the document behind them.
pub fn split(text: &str) -> Vec<Document<'_>> {
    let mut documents = Vec::new();
    let mut start = 0;
    let mut first_line = 0;
    let mut at = 0;
    let mut content = false;
    for (line, lines) in text.split_inclusive('\n').zip(0..) {
        let boundary = marks(line, "---");
        if boundary && content {
            documents.push(Document { text: &text[start..at], start, lines: first_line });
            (start, first_line, content) = (at, lines, false);
        }
        let end = marks(line, "...");
        let idle = line.trim().is_empty() || line.starts_with(['#', '%']);
        content |= boundary || !(idle || end);
        at += line.len();
        if end {
            documents.push(Document { text: &text[start..at], start, lines: first_line });
            (start, first_line, content) = (at, lines + 1, false);
        }
    }
    if content {
        documents.push(Document { text: &text[start..], start, lines: first_line });
    }
    documents
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
    fn documents_are_cut_at_their_marks() {
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
