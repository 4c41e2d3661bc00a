//! `# roundtable: ignore`: the comment that silences the item on its line.
//!
//! Parsers drop comments, so they are looked for in the text: a `#` begins one at the start of a
//! line or behind a space, unless it stands inside one of the document's scalars.

use crate::roadmap::node::{self, Node, Value};
use crate::roadmap::{Item, Place, Problem, Roadmap, Source};
use crate::spelling;

const TOOL: &str = "roundtable";
const VERB: &str = "ignore";

/// Verbs that other tools know for the same.
const VERBS: &[&str] = &["allow", "disable", "mute", "silence", "skip", "suppress"];

/// A leader's word that an item is not to be reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// Why, as written behind it; none if nothing is.
    pub reason: Option<String>,
    /// Where the comment begins.
    pub place: Place,
}

/// What a comment says to this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said<'a> {
    /// The item is silenced, for a reason that may be empty.
    Ignore(&'a str),
    /// Perhaps that, but misspelt: `roundtable: ingore`.
    Almost(&'a str),
}

/// Silences every item whose name stands, or which begins, on a line with such a comment.
///
/// Goes in: the roadmaps of one YAML file, and what they were made of. Comes out: a warning for
/// each comment that was meant to silence an item and does not.
pub fn silence(roadmaps: &mut [Roadmap], nodes: &[Node], source: &Source) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, said) in comments(source, nodes) {
        let place = source.at(at);
        let warning = |message: String| source.warning(place.line, place.column, message);
        match said {
            Said::Ignore(reason) => {
                let lines = [place.line, below_dash(source, &place, at)];
                let reason = Some(reason).filter(|it| !it.is_empty()).map(str::to_owned);
                let ignored = Ignored { reason, place: place.clone() };
                if !mark(roadmaps, lines, &ignored) {
                    let message = "this comment silences nothing: no item begins on its line";
                    let help = "write it behind the name of the item";
                    problems.push(warning(message.to_owned()).with_help(help));
                }
            }
            Said::Almost(written) => {
                let meant = format!("(did you mean \"{TOOL}: {VERB}\"?)");
                let help = "write # roundtable: ignore behind the name of the item, then why";
                let message = format!("\"{written}\" silences nothing {meant}");
                problems.push(warning(message).with_help(help));
            }
        }
    }
    problems
}

/// Marks the items whose names stand or which begin on the lines; says whether there is any.
fn mark(roadmaps: &mut [Roadmap], lines: [u32; 2], ignored: &Ignored) -> bool {
    let items = roadmaps.iter_mut().flat_map(|roadmap| &mut roadmap.items);
    let here = |item: &&mut Item| lines.contains(&item.place.line) || lines.contains(&item.begins);
    let mut any = false;
    for item in items.filter(here) {
        item.ignored = Some(ignored.clone());
        any = true;
    }
    any
}

/// Whether a comment, from its `#` on, is for this program and nothing that YAML took from a text.
pub fn is_for_us(comment: &str) -> bool {
    said(comment.lines().next().unwrap_or_default()).is_some()
}

/// Every comment for this program: the byte of its `#`, and what it says.
fn comments<'a>(source: &'a Source, nodes: &[Node]) -> Vec<(usize, Said<'a>)> {
    let text = source.text.as_str();
    let likely = |at: usize| {
        let rest = &text[at..];
        let end = rest.find('\n').unwrap_or(rest.len());
        Some((at, said(&rest[..end])?)).filter(|_| begins_comment(text, at))
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
    let is_first = |&(at, _): &(usize, Said)| {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let mut marks = text[start..=at].match_indices('#').map(|(mark, _)| start + mark);
        marks.find(|&mark| begins_comment(text, mark) && !inside(mark)) == Some(at)
    };
    likely.into_iter().filter(is_first).collect()
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
fn said(comment: &str) -> Option<Said<'_>> {
    let text = comment.trim_start_matches('#').trim();
    let (tool, rest) = word(text);
    let (colon, rest) = match rest.trim_start().strip_prefix(':') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest.trim_start()),
    };
    let (verb, reason) = word(rest);
    let (tool, exact) = (node::fold(tool), node::fold(verb));
    let ends = reason.is_empty()
        || reason.starts_with("--")
        || !reason.starts_with(|c: char| c.is_alphanumeric() || "-_".contains(c));
    let same = exact == VERB && ends;
    if same && colon && tool == TOOL {
        let joints = |c: char| c.is_whitespace() || ",;:.-–—".contains(c);
        return Some(Said::Ignore(reason.trim_start_matches(joints)));
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
    almost.then(|| Said::Almost(&text[..written]))
}

/// The letters at the front, and the rest.
fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}

/// The line on which an item begins whose dash, and nothing else, stands before a comment; the
/// comment's own line otherwise.
fn below_dash(source: &Source, comment: &Place, at: usize) -> u32 {
    let before = source.text[..at].rsplit('\n').next().unwrap_or_default();
    if !before.contains('-') || before.contains(|c: char| !c.is_whitespace() && c != '-') {
        return comment.line;
    }
    let idle = |line: &u32| {
        let text = source.line(*line).unwrap_or_default().trim_start();
        text.is_empty() || text.starts_with('#')
    };
    let mut below = comment.line + 1..=source.line_count();
    below.find(|line| !idle(line)).unwrap_or(comment.line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roadmap::mapping::Rule;
    use crate::roadmap::{shape, yaml};

    /// Reads a roadmap and tells its items with the reasons of the silenced ones, then problems.
    fn check(text: &str, expected: &[&str]) {
        let source = Source::new(text.into(), "a.yaml");
        let (nodes, mut problems) = yaml::read(&source);
        let mut roadmaps = Vec::new();
        for node in &nodes {
            let (some, told) = shape::roadmaps(node, &source, &Rule::default(), "Ana");
            roadmaps.extend(some);
            problems.extend(told);
        }
        problems.extend(silence(&mut roadmaps, &nodes, &source));
        let items = roadmaps.iter().flat_map(|roadmap| &roadmap.items);
        let tell = |item: &Item| match &item.ignored {
            None => item.name.clone(),
            Some(Ignored { reason, place }) => {
                let reason = reason.as_deref().unwrap_or("no reason");
                format!("{} ({}:{} {reason})", item.name, place.line, place.column)
            }
        };
        let mut found: Vec<_> = items.map(tell).collect();
        found.extend(problems.iter().map(|p| format!("{}: {}", p.place, p.message)));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_comment_silences_the_item_on_its_line() {
        check("- SSO # roundtable: ignore\n- Audit log", &["SSO (1:7 no reason)", "Audit log"]);
        check("- name: SSO  #  Roundtable:IGNORE\r\n  id: 1\r\n", &["SSO (1:14 no reason)"]);
        check("- id: é # roundtable: ignore\n  name: SSO", &["SSO (1:9 no reason)"]);
        check("- # roundtable: ignore\n\n  name: SSO\n- B", &["SSO (1:3 no reason)", "B"]);
        check("items:\n  SSO: # roundtable: ignore\n    status: idea", &["SSO (2:8 no reason)"]);
        check("- name: > # roundtable: ignore\n    SSO\n- B", &["SSO (1:11 no reason)", "B"]);
        check("- \"SSO # 1\" # roundtable: ignore", &["SSO # 1 (1:13 no reason)"]);
        check("---\n- A\n---\n- B # roundtable: ignore", &["A", "B (4:5 no reason)"]);
        check("[A, B] # roundtable: ignore", &["A (1:8 no reason)", "B (1:8 no reason)"]);
    }

    #[test]
    fn what_stands_behind_it_is_the_reason() {
        for joint in [", ", ": ", " -- ", " - ", " — ", " "] {
            let text = format!("- SSO # roundtable: ignore{joint}agreed with Bo: #4  ");
            check(&text, &["SSO (1:7 agreed with Bo: #4)"]);
        }
    }

    #[test]
    fn the_same_text_inside_a_scalar_is_a_name() {
        check("- \"SSO # roundtable: ignore\"", &["SSO # roundtable: ignore"]);
        check("- 'A\n  # roundtable: ignore'", &["A # roundtable: ignore"]);
        check("- name: |-\n    # roundtable: ignore", &["# roundtable: ignore"]);
    }

    #[test]
    fn a_comment_that_is_meant_is_not_a_part_of_the_name() {
        check("- SSO #roundtable: ignore", &["SSO (1:7 no reason)"]);
        check(
            "- SSO #42",
            &["SSO", "a.yaml:1:3: \"#42\" is a comment to YAML: the name is read as \"SSO\""],
        );
    }

    #[test]
    fn a_comment_that_silences_nothing_is_told() {
        let nothing = "this comment silences nothing: no item begins on its line";
        let above = format!("a.yaml:1:1: {nothing}");
        check("# roundtable: ignore\n- SSO", &["SSO", &above]);
        let group = format!("a.yaml:1:6: {nothing}");
        check("now: # roundtable: ignore\n  - SSO", &["SSO", &group]);
    }

    #[test]
    fn a_misspelt_comment_is_told() {
        for written in [
            "roundtable: ingore",
            "roundtable:ignore-next",
            "roundtable: ignored",
            "roundtable: disable",
            "roundtable ignore",
            "rountable: ignore",
        ] {
            let meant = "(did you mean \"roundtable: ignore\"?)";
            let told = format!("a.yaml:1:5: \"{written}\" silences nothing {meant}");
            check(&format!("- A # {written}, why"), &["A", &told]);
        }
    }

    #[test]
    fn other_comments_are_none_of_our_business() {
        for comment in [
            "roundtable on Monday",
            "roundtable: Monday",
            "ignore",
            "to ignore, # roundtable: ignore",
        ] {
            check(&format!("# {comment}\n- A # {comment}"), &["A"]);
        }
    }
}
