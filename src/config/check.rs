//! `check:`: what makes `roundtable check` fail.

use serde_json::{Value, json};

use crate::decision::FailOn;
use crate::document::{Node, StrictReader};

/// What makes the check fail; what is left out is the default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Check {
    /// Which findings block; empty if not said.
    pub fail_on: Vec<FailOn>,
    /// How many of them may be open.
    pub max: Option<usize>,
}

/// Reads the setting.
pub fn check(node: &Node, strict: &mut StrictReader) -> Check {
    let mut check = Check::default();
    for (key, value) in strict.map(node, "check", &["fail_on", "max"]) {
        match key {
            "fail_on" => check.fail_on = fail_on(value, strict),
            _ => check.max = max(value, strict),
        }
    }
    check
}

/// What its value may be.
pub fn check_schema() -> Value {
    let words = json!({ "enum": FailOn::ALL.map(FailOn::word) });
    json!({
        "type": ["object", "null"],
        "properties": {
            "fail_on": { "anyOf": [words, { "type": "array", "items": words }] },
            "max": { "type": "integer", "minimum": 0 },
        },
        "additionalProperties": false,
    })
}

fn fail_on(node: &Node, strict: &mut StrictReader) -> Vec<FailOn> {
    let mut fail_on = Vec::new();
    for (word, node) in strict.texts(node, "fail_on") {
        match FailOn::ALL.into_iter().find(|on| on.word() == word) {
            Some(on) => fail_on.push(on),
            None => strict.unknown(node, "finding", &FailOn::ALL.map(FailOn::word)),
        }
    }
    fail_on
}

fn max(node: &Node, strict: &mut StrictReader) -> Option<usize> {
    let max = node.text().and_then(|text| text.parse().ok());
    if max.is_none() && !node.is_blank() {
        strict.error(node, "max is not a whole number", "write max: 0");
    }
    max
}
