//! Gives the parsed values their place in the file, and their text as it was written.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::basics::Problem;
use crate::document::yaml::loss::Losses;
use crate::document::yaml::sections::Section;
use crate::document::{Node, Source, Value};

/// Moves a document's tree to its place in the file, cuts its plain scalars out of the text, notes
/// what YAML took away, and reports keys that stand twice in one map.
pub fn settle<'a>(
    node: &mut Node<'a>,
    source: &'a Source,
    section: &Section,
    losses: &mut Losses<'a>,
    problems: &mut Vec<Problem>,
) {
    Settling { source, section, losses, problems }.node(node);
}

struct Settling<'a, 'b> {
    source: &'a Source,
    section: &'b Section<'b>,
    losses: &'b mut Losses<'a>,
    problems: &'b mut Vec<Problem>,
}

impl<'a> Settling<'a, '_> {
    fn node(&mut self, node: &mut Node<'a>) {
        node.line += self.section.lines;
        node.start += self.section.start as u32;
        node.end += self.section.start as u32;
        match &mut node.value {
            Value::Null => node.lost = self.losses.instead(node.start as usize),
            Value::Text(text) => {
                let (start, end) = (node.start as usize, node.end as usize);
                if text.is_empty() {
                    *text = Cow::Borrowed(plain(&self.source.text, start, end));
                }
                node.lost = self.losses.around(start, end);
            }
            Value::List(nodes) => nodes.iter_mut().for_each(|n| self.node(n)),
            Value::Map(entries) => {
                for (key, value) in entries.iter_mut() {
                    self.node(key);
                    self.node(value);
                }
                self.report_twins(entries);
            }
        }
    }

    fn report_twins(&mut self, entries: &[(Node, Node)]) {
        let mut seen = BTreeMap::new();
        for (key, _) in entries {
            let Some(text) = key.text() else { continue };
            if let Some(first) = seen.get(text) {
                let message = format!("duplicate key \"{text}\" (first on line {first})");
                let help = "keep one of the two; the first is read";
                self.problems
                    .push(self.source.error(key.line, key.column, message).with_help(help));
            } else {
                seen.insert(text, key.line);
            }
        }
    }
}

/// The text of a number, a boolean or a date; nothing for an empty text in quotes.
fn plain(text: &str, start: usize, end: usize) -> &str {
    match text.get(start..end) {
        Some(slice) if !slice.starts_with(['"', '\'', '|', '>']) => slice,
        _ => "",
    }
}
