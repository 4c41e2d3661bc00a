//! Mends what makes a whole file unreadable and has one cause: a merge that git left open, indentation
//! that only looks like spaces, tabs, and bullets that are none to YAML.

use std::borrow::Cow;

use crate::basics::Problem;
use crate::document::yaml::parse;
use crate::document::{Source, conflict};

/// A text that can be read, line for line, and what was wrong with the one that was there.
pub struct Mended {
    /// The text.
    pub text: String,
    /// The causes.
    pub problems: Vec<Problem>,
}

/// The text of a file as it was meant; none where nothing has to be mended.
pub fn mended(source: &Source) -> Option<Mended> {
    const HELP: &str = "keep what counts and delete the lines <<<<<<<, ======= and >>>>>>>; until \
                        then the upper side is read";
    if let Some(merge) = conflict::find(source, HELP) {
        return Some(Mended { text: merge.ours, problems: vec![merge.problem] });
    }
    let mut text = Cow::Borrowed(&*source.text);
    let mut problems = Vec::new();
    for mend in [plain_indent, spaces_for_tabs, dashes_for_bullets] {
        if let Some((mended, problem)) = mend(&text, source) {
            text = Cow::Owned(mended);
            problems.push(problem);
        }
    }
    (!problems.is_empty()).then(|| Mended { text: text.into_owned(), problems })
}

/// The text with plain spaces in place of other white space before the first word of a line.
fn plain_indent(text: &str, source: &Source) -> Option<(String, Problem)> {
    let indent = |line: &str| line.len() - line.trim_start_matches(is_blank).len();
    let is_odd = |line: &str| !line[..indent(line)].is_ascii();
    if text.is_ascii() {
        return None;
    }
    let plain = |line: &str| {
        let (before, rest) = line.split_at(indent(line));
        " ".repeat(before.chars().count()) + rest
    };
    let (text, first, more) = by_lines(text, |line| is_odd(line).then(|| plain(line)))?;
    let message = format!("line {first} is indented with no-break spaces{more}");
    let help = "replace them by plain spaces; until then they are read as such";
    Some((text, source.error(first, 1, message).with_help(help)))
}

/// The text with spaces in place of tabs at the beginning of lines, where it does not parse as it is
/// and does then: two columns a tab, or four, or eight.
fn spaces_for_tabs(text: &str, source: &Source) -> Option<(String, Problem)> {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let is_odd = |line: &str| line[..indent(line)].contains('\t');
    if !text.contains('\t') || !text.lines().any(is_odd) || parse(text).is_ok() {
        return None;
    }
    let spaced = |width: usize| {
        by_lines(text, |line| {
            let (before, rest) = line.split_at(indent(line));
            is_odd(line).then(|| before.replace('\t', &" ".repeat(width)) + rest)
        })
    };
    let readable = [2, 4, 8].into_iter().filter_map(spaced).find(|(text, ..)| parse(text).is_ok());
    let (text, first, more) = readable?;
    let message = format!("a tab indents line {first}{more}");
    let help = "YAML indents with spaces only: replace the tabs; until then they are read as such";
    Some((text, source.error(first, 1, message).with_help(help)))
}

/// Signs that people and word processors put before the items of a list.
const BULLETS: &str = "•●◦▪‣⁃·○■□–—−‐‑－*+→☐☑✓✔";

/// Keys of texts in which such signs are written on purpose.
const PROSE: &[&str] =
    &["description", "notes", "note", "details", "summary", "comment", "comments", "about", "why"];

/// The text with `- ` in place of other signs before the items of a list, and of a dash without its
/// space.
fn dashes_for_bullets(text: &str, source: &Source) -> Option<(String, Problem)> {
    // The indentation of the lists that are open, innermost last.
    let mut open: Vec<usize> = Vec::new();
    let mut key: Option<usize> = None;
    let mut sign = None;
    let mended = by_lines(text, |line| {
        let rest = line.trim_start_matches(' ');
        let indent = line.len() - rest.len();
        if rest.trim().is_empty() || rest.starts_with('#') {
            return None;
        }
        open.retain(|list| *list <= indent);
        let is_listed = open.last() == Some(&indent) || key.is_some_and(|key| key <= indent);
        let before = key.take();
        if rest.starts_with("- ") {
            open.retain(|list| *list < indent);
            open.push(indent);
            key = bare_key(rest.trim_start_matches(['-', ' '])).then_some(indent + 2);
            return None;
        }
        if let Some((length, plain)) = bullet(rest).filter(|_| is_listed) {
            open.retain(|list| *list < indent);
            open.push(indent);
            sign.get_or_insert_with(|| rest[..length].trim_end().to_owned());
            return Some(format!("{}{plain}{}", &line[..indent], &rest[length..]));
        }
        open.retain(|list| *list < indent || before.is_some_and(|key| key > *list));
        key = bare_key(rest).then_some(indent);
        None
    });
    let (text, first, more) = mended?;
    let sign = sign.unwrap_or_default();
    let message = format!("line {first} begins with \"{sign}\" where a list needs \"- \"{more}");
    let help = "write a dash and a space; until then they are read as such";
    Some((text, source.error(first, 1, message).with_help(help)))
}

/// Whether a line is a key with nothing behind it, below which a list may stand.
fn bare_key(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or_default().trim_end();
    let key = line.strip_suffix(':').map(|key| key.trim_matches(['"', '\'']).to_lowercase());
    key.is_some_and(|key| !PROSE.contains(&key.as_str()))
}

/// How many bytes of a line are its bullet and the spaces behind it, and as many columns that YAML
/// understands.
fn bullet(line: &str) -> Option<(usize, String)> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    if first == '-' && rest.starts_with(|c: char| c.is_alphabetic() || c == '"') {
        return Some((1, "- ".to_owned()));
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = (1..3).contains(&digits) && line[digits..].starts_with(['.', ')']);
    let sign = match () {
        () if BULLETS.contains(first) => first.len_utf8(),
        () if numbered => digits + 1,
        () => return None,
    };
    let spaces = line[sign..].len() - line[sign..].trim_start_matches([' ', '\t', '\u{a0}']).len();
    let columns = line[..sign + spaces].chars().count();
    (spaces > 0).then(|| (sign + spaces, format!("-{}", " ".repeat(columns - 1))))
}

/// The text with some lines replaced, the first of these by number, and how many more there are, to
/// be read; none if there are none.
fn by_lines(
    text: &str,
    mut replace: impl FnMut(&str) -> Option<String>,
) -> Option<(String, u32, String)> {
    // Most files have nothing to replace, and are not copied.
    let mut mended = String::new();
    let (mut first, mut count, mut kept) = (0, 0, 0);
    let mut start = 0;
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        if let Some(new) = replace(line) {
            first = if count == 0 { number } else { first };
            count += 1;
            mended.push_str(&text[kept..start]);
            mended.push_str(&new);
            kept = start + line.len();
        }
        start += line.len();
    }
    mended.push_str(if count > 0 { &text[kept..] } else { "" });
    let more = match count {
        0 => return None,
        1 => String::new(),
        2 => " (and 1 more line)".to_owned(),
        count => format!(" (and {} more lines)", count - 1),
    };
    Some((mended, first, more))
}

/// Whether a character looks like a space: any of Unicode's, but for tabs and the ends of lines.
fn is_blank(c: char) -> bool {
    c == ' ' || c.is_whitespace() && !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str, message: &str) {
        let mended = mended(&Source::new(text.into(), "a.yaml")).expect("something to mend");
        assert_eq!(mended.text, expected);
        assert_eq!(mended.problems[0].message, message);
    }

    fn check_plain(text: &str) {
        assert!(mended(&Source::new(text.into(), "a.yaml")).is_none(), "{text}");
    }

    #[test]
    fn bullets_of_other_programs_are_dashes() {
        let told = |sign: &str| {
            format!("line 2 begins with \"{sign}\" where a list needs \"- \" (and 1 more line)")
        };
        for sign in ["•", "–", "*", "●", "+"] {
            let text = format!("items:\n{sign} A\n{sign} name: B\n  effort: 3\n");
            check(&text, "items:\n- A\n- name: B\n  effort: 3\n", &told(sign));
        }
        check("items:\n  1. A\n  2) B\n", "items:\n  -  A\n  -  B\n", &told("1."));
        check("items:\n  -A\n  -\"B\"\n", "items:\n  - A\n  - \"B\"\n", &told("-"));
        check(
            "items:\n  - A\n  • B\n  - C\n",
            "items:\n  - A\n  - B\n  - C\n",
            "line 3 begins with \"•\" where a list needs \"- \"",
        );
        check(
            "items:\n- name: A\n  tags:\n  • x\n- B\n",
            "items:\n- name: A\n  tags:\n  - x\n- B\n",
            "line 4 begins with \"•\" where a list needs \"- \"",
        );
    }

    #[test]
    fn what_is_written_on_purpose_stays() {
        check_plain("description:\n  • one\n  • two\n");
        check_plain("name: |\n  • one\n  • two\n");
        check_plain("items:\n  - *a\n  - 1. A\n  - -1\n");
        check_plain("a: 1\n* b: 2\n");
        check_plain("items:\n  - A\n    * B\n");
        check_plain("text: |\n  a\n  \tb\n");
    }

    #[test]
    fn tabs_are_as_wide_as_the_file_can_be_read() {
        let told = "a tab indents line 2 (and 1 more line)";
        check("items:\n\t- A\n\t- B\n", "items:\n  - A\n  - B\n", told);
        check("items:\n    - A\n\t- B\n", "items:\n    - A\n    - B\n", "a tab indents line 3");
    }
}
