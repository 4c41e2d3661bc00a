//! Reads JSON, which is YAML in all but its strictness: so every value keeps its place, numbers
//! stay to the letter, and comments or a last comma do no harm.

use crate::basics::Problem;
use crate::document::yaml::{self, Section};
use crate::document::{Likelihood, Node, Sample, Source};

/// Reads the one document of the text; of a broken one, what stands before the error.
pub fn read(source: &Source) -> (Vec<Node<'_>>, Vec<Problem>) {
    let section = Section { text: &source.text, start: 0, lines: 0 };
    let mut problems = Vec::new();
    let mut node = match yaml::parse(section.text) {
        Ok(node) => node,
        Err(error) => {
            let problem = yaml::refusal(source, &error);
            let end = offset(section.text, problem.place.line, problem.place.column);
            let rest = closed(&section.text[..end]).filter(|_| !source.text.is_empty());
            let node = rest.and_then(|text| yaml::parse(&text).ok().map(Node::into_owned));
            problems.push(match node {
                Some(_) => Problem {
                    message: format!("{}; nothing behind it was read", problem.message),
                    ..problem
                },
                None => Problem {
                    message: format!("{}; nothing of the file was read", problem.message),
                    ..problem
                },
            });
            match node {
                Some(node) => node,
                None => return (Vec::new(), problems),
            }
        }
    };
    yaml::settle(&mut node, source, &section, &mut problems);
    (if node.is_blank() { Vec::new() } else { vec![node] }, problems)
}

/// Whether a text is JSON all through, begins with a bracket as JSON with comments and YAML do, or
/// is no more than one value.
pub fn looks_like(sample: &Sample) -> Likelihood {
    let Some(lead) = sample.lead() else { return Likelihood::No };
    let strict = sample.text().is_some_and(is_strict);
    match (lead.starts_with(['{', '[']), strict) {
        (true, true) => Likelihood::Sure,
        (true, false) => Likelihood::Likely,
        (false, strict) if strict || lead.starts_with("//") || lead.starts_with("/*") => {
            Likelihood::Perhaps
        }
        _ => Likelihood::No,
    }
}

/// Whether a text is one value made of nothing but the signs of JSON, perhaps broken off: all that
/// YAML has beyond JSON (comments, words without quotes, several values) is absent.
fn is_strict(text: &str) -> bool {
    let mut rest = text.trim_start();
    let mut depth = 0_usize;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '[' | '{' => {
                depth += 1;
                Some(1)
            }
            ']' | '}' if depth > 0 => {
                depth -= 1;
                Some(1)
            }
            ',' | ':' if depth > 0 => Some(1),
            '"' => quoted(rest),
            _ => plain(rest),
        };
        let Some(length) = length else { return false };
        rest = rest[length..].trim_start();
        if depth == 0 {
            return rest.is_empty();
        }
    }
    true
}

/// The length of a text in quotes, to the end if it is broken off; none if it goes over lines.
fn quoted(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'\n' => return None,
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    Some(text.len())
}

/// The length of a number, `true`, `false` or `null`.
fn plain(text: &str) -> Option<usize> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c));
    let word = &text[..text.find(ends).unwrap_or(text.len())];
    let digits = word.strip_prefix('-').unwrap_or(word);
    let number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    (number || ["true", "false", "null"].contains(&word)).then_some(word.len())
}

/// The byte at a line and a column.
fn offset(text: &str, line: u32, column: u32) -> usize {
    let lines = text.split_inclusive('\n');
    let start: usize = lines.take(line as usize - 1).map(str::len).sum();
    let rest = &text[start..];
    start + rest.char_indices().nth(column as usize - 1).map_or(rest.len(), |(at, _)| at)
}

/// The beginning of a broken text, cut behind the last whole element of a list and closed.
fn closed(text: &str) -> Option<String> {
    let mut open = Vec::new();
    let mut last = None;
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '[' => open.push(']'),
            '{' => open.push('}'),
            ']' | '}' => {
                open.pop()?;
            }
            ',' if open.last() == Some(&']') => last = Some((at, open.clone())),
            _ => {}
        }
    }
    let (end, open) = last?;
    Some(text[..end].chars().chain(open.into_iter().rev()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, names: &[&str], problem: Option<&str>) {
        let source = Source::new(text.into(), "a.json");
        let (nodes, problems) = read(&source);
        let names_found: Vec<_> = nodes
            .iter()
            .flat_map(|n| n.all("items.name"))
            .filter_map(|n| n.text().map(str::to_owned))
            .collect();
        assert_eq!(names_found, names, "{text}");
        let found = problems.first().map(|p| format!("{}: {}", p.place, p.message));
        assert_eq!(found.as_deref(), problem, "{text}");
    }

    #[test]
    fn json_is_read_to_the_letter() {
        check(r#"{"items": [{"name": "A\/B \ud83d\ude00 \u00e9"}]}"#, &["A/B 😀 é"], None);
        check("{\"items\":\t[\n\t{\"name\": 1.0}, {\"name\": 1E5}]}", &["1.0", "1E5"], None);
        check(r#"{"items": [{"name": ""}, {"name": "a: b #c"}]}"#, &["", "a: b #c"], None);
    }

    #[test]
    fn of_a_broken_json_what_stands_before_the_error_is_read() {
        let message = "a.json:3:4: a bracket is opened here and never closed; \
                       nothing behind it was read";
        check("{\"items\": [\n  {\"name\": \"A\"},\n   {\"name\": \"B\"\n", &["A"], Some(message));
    }

    #[test]
    fn a_key_that_stands_twice_is_a_problem() {
        let message = "a.json:1:28: duplicate key \"name\" (first on line 1)";
        check(r#"{"items": [{"name": "A",   "name": "B"}]}"#, &["A"], Some(message));
    }
}
