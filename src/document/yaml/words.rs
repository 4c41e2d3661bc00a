//! Says in plain words what a YAML parser says in its own.

use std::ops::Range;

use crate::basics::Problem;
use crate::document::Source;
use crate::document::yaml::salvage::{Broken, Fault};
use crate::document::yaml::sections::Section;

/// The problem that a broken part of a document is.
pub fn problem(source: &Source, section: &Section, broken: &Broken) -> Problem {
    let unread = match &broken.lines {
        Some(lines) => unread(&(lines.start + section.lines..lines.end + section.lines)),
        None if section.lines == 0 => "nothing of it was read".into(),
        None => format!("nothing of the document from line {} was read", section.lines + 1),
    };
    let problem = refusal(source, section.lines, &broken.fault);
    Problem { message: format!("{}; {unread}", problem.message), ..problem }
}

/// What the parser refused, in plain words; `lines` stand before its document.
pub fn refusal(source: &Source, lines: u32, fault: &Fault) -> Problem {
    let line = fault.line + lines;
    if let Some(line) = is_a_tab(&fault.told).then(|| tabbed(source, line)).flatten() {
        let (said, help) = plain(&fault.told, "");
        return source.error(line, 1, said).with_help(help);
    }
    let before: String = source
        .line(line)
        .map(|text| text.chars().take(fault.column as usize - 1).collect())
        .unwrap_or_default();
    let at = source.line(line).and_then(|text| text.chars().nth(fault.column as usize - 1));
    let (said, help) = match at {
        Some(sign @ ('>' | '|')) if !is_a_tab(&fault.told) => {
            (format!("a text without quotes cannot begin with {sign}"), QUOTE)
        }
        _ => plain(&fault.told, &before),
    };
    source.error(line, fault.column, said).with_help(help)
}

/// The next line that a tab indents.
fn tabbed(source: &Source, line: u32) -> Option<u32> {
    (line..=source.line_count()).take(100).find(|line| {
        let text = source.line(*line).unwrap_or_default();
        text[..text.len() - text.trim_start().len()].contains('\t')
    })
}

fn is_a_tab(told: &str) -> bool {
    ["tabs disallowed", "with a tab", "found a tab"].iter().any(|words| told.contains(words))
}

fn unread(lines: &Range<u32>) -> String {
    match (lines.start, lines.end - 1) {
        (first, last) if first >= last => format!("line {first} was not read"),
        (first, last) => format!("lines {first} to {last} were not read"),
    }
}

const QUOTE: &str = "put the whole text in quotes, as in name: \"Login: passwordless\"";
const INDENT: &str = "indent it by as many spaces as the lines it belongs to";

/// The sentence and the way out, from the parser's message and the line before the place.
fn plain(told: &str, before: &str) -> (String, &'static str) {
    let has = |word: &str| told.contains(word);
    let misplaced = has("did not find expected");
    let (said, help) = match () {
        () if is_a_tab(told) => {
            ("a tab indents this line", "YAML indents with spaces only: replace the tab by spaces")
        }
        () if has("mapping values are not allowed") && before.contains(": ") => {
            ("a second \": \" in a text without quotes", QUOTE)
        }
        () if has("mapping values are not allowed") => ("the line is indented wrongly", INDENT),
        () if has("trailing content after") => {
            ("the text goes on behind its closing quote", "put the whole text in the other quotes")
        }
        () if has("unclosed quote") || has("quoted scalar") && has("end of") => {
            ("a quote is opened here and never closed", "close the quote, or leave it out")
        }
        () if has("surrogate") => {
            ("half a character (a lone \\u surrogate)", "write the character itself")
        }
        () if misplaced && before.trim_end().ends_with([']', '}']) => {
            ("the text goes on behind a closing bracket", QUOTE)
        }
        () if misplaced => ("the line is not indented like its neighbours", INDENT),
        () if has("simple key expected") => {
            ("the line is neither an item nor a key with a value", "write - text or key: value")
        }
        () if has("unclosed bracket") => {
            ("a bracket is opened here and never closed", "close it, or put the text in quotes")
        }
        () if has("unknown anchor") => {
            ("a text that begins with * stands for an anchor, and there is none", QUOTE)
        }
        () if has("recursi") || has("Depth") => {
            ("nested too deeply", "a roadmap needs a few levels only")
        }
        () if has("budget") || has("limit") => (
            "the text grows out of all bounds through its aliases",
            "write out what *aliases stand for",
        ),
        () if told.starts_with("invalid ") => ("the value does not fit its tag (!!…)", QUOTE),
        () if has("unexpected character") => return unexpected(told),
        () => return (told.to_owned(), "a text with special characters needs quotes"),
    };
    (said.to_owned(), help)
}

fn unexpected(told: &str) -> (String, &'static str) {
    let character = told.split('`').nth(1).unwrap_or_default().trim_end_matches('\'');
    if let Some(code) = character.strip_prefix("\\u{") {
        let code = code.trim_end_matches('}').to_uppercase();
        return (format!("a control character (U+{code:0>4}) in the text"), "remove it");
    }
    let character = if character.is_empty() { "`" } else { character };
    (format!("a text without quotes cannot begin with {character}"), QUOTE)
}
