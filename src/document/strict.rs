//! Reads values strictly, as in the files of the tool itself: what is not understood is a problem.

use crate::basics::{Problem, spelling};
use crate::document::{Node, Source, Value};

/// The file and what is wrong in it so far.
pub struct StrictReader<'a> {
    /// The file.
    pub source: &'a Source,
    /// Its problems.
    pub problems: Vec<Problem>,
}

impl StrictReader<'_> {
    /// Notes what is wrong with a value.
    pub fn error(&mut self, node: &Node, message: impl Into<String>, help: impl Into<String>) {
        let problem = self.source.error(node.line, node.column, message);
        self.problems.push(problem.with_help(help));
    }

    /// Notes a word that is none of the known ones; `what` names the kind of word.
    pub fn unknown(&mut self, node: &Node, what: &str, known: &[&str]) {
        let word = node.text().unwrap_or_default();
        let meant = spelling::did_you_mean(word, known.iter().copied());
        let help = format!("known are {}", known.join(", "));
        self.error(node, format!("unknown {what} \"{word}\"{meant}"), help);
    }

    /// The known keys of a map with their values; every other key is noted.
    pub fn map<'n, 'a>(
        &mut self,
        node: &'n Node<'a>,
        what: &str,
        known: &[&str],
    ) -> Vec<(&'n str, &'n Node<'a>)> {
        if !matches!(node.value, Value::Map(_) | Value::Null) {
            let help = format!("write key: value; known keys are {}", known.join(", "));
            self.error(node, format!("{what} is not a map of keys and values"), help);
        }
        let mut entries = Vec::new();
        for (key, value) in node.entries() {
            match key.text().filter(|text| known.contains(text)) {
                Some(text) => entries.push((text, value)),
                None => self.unknown(key, "key", known),
            }
        }
        entries
    }

    /// Texts, each with its node: a list, one text, or none.
    pub fn texts<'n, 'a>(&mut self, node: &'n Node<'a>, what: &str) -> Vec<(String, &'n Node<'a>)> {
        if node.value == Value::Null {
            return Vec::new();
        }
        let texts: Option<Vec<_>> =
            node.members().map(|member| Some((member.text()?.to_owned(), member))).collect();
        texts.unwrap_or_else(|| {
            self.error(node, format!("{what} is not a text or a list of texts"), "write [a, b]");
            Vec::new()
        })
    }
}
