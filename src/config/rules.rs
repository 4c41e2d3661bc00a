//! The settings that say which names are one and which are not.

use serde_json::{Value, json};

use crate::document::{self, Node, StrictReader};
use crate::names::glossary::{Entry, Phrase};
use crate::similarity::Row;

/// Concepts with the phrases that mean them.
pub fn glossary(node: &Node, strict: &mut StrictReader) -> Vec<Entry> {
    if !node.is_blank() && !matches!(node.value, document::Value::Map(_)) {
        strict.error(
            node,
            "glossary is not a map of concepts and phrases",
            "write single sign-on: [SSO, login federation]",
        );
    }
    let entries = node.entries().iter();
    entries.filter_map(|(concept, phrases)| entry(concept, phrases, strict)).collect()
}

fn entry(concept: &Node, phrases: &Node, strict: &mut StrictReader) -> Option<Entry> {
    let phrases = phrases.members().filter(|member| !member.is_blank());
    let phrases = phrases.filter_map(|member| phrase(member, strict)).collect();
    Some(Entry { concept: concept.text()?.to_owned(), phrases })
}

/// `help center`, or `{phrase: PR, with: [review, merge]}`.
fn phrase(node: &Node, strict: &mut StrictReader) -> Option<Phrase> {
    if let Some(text) = node.text() {
        return Some(Phrase::plain(text));
    }
    let before = strict.problems.len();
    let (mut text, mut with) = (None, Vec::new());
    for (key, value) in strict.map(node, "a phrase", &["phrase", "with"]) {
        match key {
            "phrase" => text = value.text().map(str::to_owned),
            _ => with = strict.texts(value, "with").into_iter().map(|(text, _)| text).collect(),
        }
    }
    if text.is_none() && strict.problems.len() == before {
        strict.error(node, "a phrase without its text", "write {phrase: PR, with: [review]}");
    }
    Some(Phrase { text: text?, with })
}

/// Rows of words, or of lists of words that mean one thing.
pub fn contrasts(node: &Node, strict: &mut StrictReader) -> Vec<Row> {
    rows(node, "contrasts", strict).into_iter().filter_map(|row| contrast(row, strict)).collect()
}

fn contrast(node: &Node, strict: &mut StrictReader) -> Option<Row> {
    const HELP: &str = "write [lite, pro], or [[warehouse, depot], store]";
    let before = strict.problems.len();
    let row: Row = node
        .list()
        .iter()
        .map(|class| {
            let words = strict.texts(class, "a contrast");
            for (word, node) in &words {
                if word.split_whitespace().count() != 1 {
                    strict.error(node, format!("\"{word}\" is not one word"), HELP);
                }
            }
            words.into_iter().map(|(word, _)| word).collect()
        })
        .collect();
    if row.len() < 2 && strict.problems.len() == before {
        strict.error(node, "a contrast is between two words or more", HELP);
    }
    (strict.problems.len() == before).then_some(row)
}

/// Pairs of names.
pub fn distinct(node: &Node, strict: &mut StrictReader) -> Vec<[String; 2]> {
    rows(node, "distinct", strict).into_iter().filter_map(|row| pair(row, strict)).collect()
}

fn pair(node: &Node, strict: &mut StrictReader) -> Option<[String; 2]> {
    let names: Option<Vec<String>> =
        node.list().iter().map(|name| Some(name.text()?.to_owned())).collect();
    let pair = names.and_then(|names| <[String; 2]>::try_from(names).ok());
    if pair.is_none() {
        strict.error(node, "not a pair of names", "write [Partner portal, Supplier portal]");
    }
    pair
}

/// The elements of a list of lists.
fn rows<'n, 'a>(node: &'n Node<'a>, what: &str, strict: &mut StrictReader) -> Vec<&'n Node<'a>> {
    if !node.is_blank() && node.list().is_empty() {
        strict.error(node, format!("{what} is not a list of lists"), "write [[a, b], [c, d]]");
    }
    node.list().iter().collect()
}

/// The JSON schema of `glossary`.
pub fn glossary_schema() -> Value {
    let text = json!({ "type": ["string", "number", "boolean"] });
    let phrase = json!({
        "type": "object",
        "properties": { "phrase": text, "with": texts() },
        "required": ["phrase"],
        "additionalProperties": false,
    });
    json!({
        "type": ["object", "null"],
        "additionalProperties": {
            "type": ["array", "string", "null"],
            "items": { "anyOf": [text, phrase] },
        },
    })
}

/// The JSON schema of `contrasts`.
pub fn contrasts_schema() -> Value {
    json!({ "type": ["array", "null"], "items": { "type": "array", "items": texts(), "minItems": 2 } })
}

/// The JSON schema of `distinct`.
pub fn distinct_schema() -> Value {
    let pair = json!({
        "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 2,
    });
    json!({ "type": ["array", "null"], "items": pair })
}

fn texts() -> Value {
    json!({ "type": ["array", "string"], "items": { "type": "string" } })
}
