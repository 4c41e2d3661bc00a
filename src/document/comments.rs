//! Comments that are for this program, such as `# roundtable: ignore`.
//!
//! Parsers drop comments, so they are looked for in the text: a `#` begins one at the start of a
//! line or behind a space, unless it stands inside one of the document's scalars.

use crate::basics::spelling;
use crate::document::{Node, Source, Value, fold_key};

/// What a comment for this program begins with.
pub const TOOL: &str = "roundtable";
/// What silences an item.
pub const VERB: &str = "ignore";

/// Verbs that other tools know for the same.
const VERBS: &[&str] = &["allow", "disable", "mute", "silence", "skip", "suppress"];

/// What a comment says to this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Directive<'a> {
    /// The item is silenced, for a reason that may be empty.
    Ignore(&'a str),
    /// Perhaps that, but misspelt: `roundtable: ingore`.
    Almost(&'a str),
}

/// Whether a comment, from its `#` on, is for this program and nothing that YAML took from a text.
pub fn is_for_us(comment: &str) -> bool {
    directive(comment.lines().next().unwrap_or_default()).is_some()
}

/// Every comment for this program: the byte of its `#`, and what it says.
pub fn comments<'a>(source: &'a Source, nodes: &[Node]) -> Vec<(usize, Directive<'a>)> {
    let text = source.text.as_str();
    let likely = |at: usize| {
        let rest = &text[at..];
        let end = rest.find('\n').unwrap_or(rest.len());
        Some((at, directive(&rest[..end])?)).filter(|_| begins_comment(text, at))
    };
    let likely: Vec<_> = text.match_indices('#').filter_map(|(at, _)| likely(at)).collect();
    if likely.is_empty() {
        return Vec::new();
    }
    let mut scalars = Vec::new();
    for node in nodes {
        spans(node, &mut scalars);
    }
    scalars.sort_unstable();
    let inside = |at: usize| {
        let before = scalars.partition_point(|&(start, _)| start as usize <= at);
        before > 0 && (scalars[before - 1].1 as usize) > at
    };
    let is_first = |&(at, _): &(usize, Directive)| {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let mut marks = text[start..=at].match_indices('#').map(|(mark, _)| start + mark);
        marks.find(|&mark| begins_comment(text, mark) && !inside(mark)) == Some(at)
    };
    likely.into_iter().filter(is_first).collect()
}

/// What looks like such a comment and is none: in a text, behind the mark of another language, or in
/// a format without comments; the byte of its mark.
///
/// Goes in: the source, and where its comments for this program begin.
pub fn no_comments(source: &Source, comments: &[usize]) -> Vec<usize> {
    let text = source.text.as_str();
    let mark = |at: usize| {
        let before = text[..at].trim_end_matches([' ', '#']);
        let hashes = text[before.len()..at].find('#');
        let other = ["//", "<!--", "/*", "--", ";"].iter().find(|mark| before.ends_with(**mark));
        hashes.map(|hash| before.len() + hash).or(other.map(|mark| before.len() - mark.len()))
    };
    let is_said = |at: usize| {
        let rest = text[at + TOOL.len()..].trim_start_matches(' ').strip_prefix(':');
        rest.is_some_and(|rest| rest.trim_start_matches(' ').starts_with(VERB))
    };
    let said = text.match_indices(TOOL).map(|(at, _)| at).filter(|&at| is_said(at));
    // What stands behind the beginning of another comment is a part of that.
    let is_first = |mark: &usize| {
        let start = text[..*mark].rfind('\n').map_or(0, |end| end + 1);
        let mut marks = text[start..*mark].match_indices('#').map(|(at, _)| start + at);
        !marks.any(|at| begins_comment(text, at))
    };
    said.filter_map(mark).filter(|mark| !comments.contains(mark)).filter(is_first).collect()
}

fn begins_comment(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(char::is_whitespace)
}

/// The bytes of every scalar below a node.
fn spans(node: &Node, found: &mut Vec<(u32, u32)>) {
    match &node.value {
        Value::Null => {}
        Value::Text(_) => found.push((node.start, node.end)),
        Value::List(nodes) => nodes.iter().for_each(|node| spans(node, found)),
        Value::Map(entries) => entries.iter().for_each(|(key, value)| {
            spans(key, found);
            spans(value, found);
        }),
    }
}

/// Understands a comment of one line, from its `#` on.
fn directive(comment: &str) -> Option<Directive<'_>> {
    let text = comment.trim_start_matches('#').trim();
    if let Some(almost) = joined(text) {
        return Some(Directive::Almost(almost));
    }
    let (tool, rest) = word(text);
    let (colon, rest) = match rest.trim_start().strip_prefix(':') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest.trim_start()),
    };
    let (verb, reason) = word(rest);
    let (tool, exact) = (fold_key(tool), fold_key(verb));
    let ends = reason.is_empty()
        || reason.starts_with("--")
        || !reason.starts_with(|c: char| c.is_alphanumeric() || "-_".contains(c));
    let same = exact == VERB && ends;
    if same && colon && tool == TOOL {
        let joints = |c: char| c.is_whitespace() || ",;:.-–—".contains(c);
        return Some(Directive::Ignore(reason.trim_start_matches(joints)));
    }
    let meant = spelling::closest(&exact, [VERB]).is_some() || exact.starts_with("ignor");
    let known = meant || VERBS.contains(&exact.as_str());
    let almost = match tool == TOOL {
        true if colon => known,
        true => same,
        false => colon && same && spelling::closest(&tool, [TOOL]).is_some(),
    };
    // What is quoted ends with the word that was taken for the verb: `ignore-next`.
    let more =
        if ends { Some(0) } else { reason.find(|c: char| c.is_whitespace() || ",:".contains(c)) };
    let written = text.len() - reason.len() + more.unwrap_or(reason.len());
    almost.then(|| Directive::Almost(&text[..written]))
}

/// The name of the program and the verb with another sign between them, or the name in two words, as
/// in `roundtable-ignore`, `round-table: ignore` or `@roundtable ignore`: meant, and not understood.
fn joined(text: &str) -> Option<&str> {
    let is_joint = |c: char| c.is_whitespace() || "-_:=/.@()[]".contains(c);
    let words = |count: usize| {
        let mut rest = text;
        let mut letters = String::new();
        for _ in 0..count {
            rest = rest.trim_start_matches(is_joint);
            let (word, after) = word(rest);
            letters.extend(word.chars().flat_map(char::to_lowercase));
            rest = after;
        }
        (letters, text.len() - rest.len())
    };
    let is_plain = text.split_once(':').is_some_and(|(tool, _)| fold_key(tool) == TOOL);
    let known = |verb: &str| verb == VERB || verb == "ignored" || VERBS.contains(&verb);
    (!is_plain).then(|| (2..=3).map(words)).into_iter().flatten().find_map(|(letters, end)| {
        let verb = letters.strip_prefix(TOOL)?;
        known(verb).then(|| text[..end].trim_start_matches(is_joint))
    })
}

/// The letters at the front, and the rest.
fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}
