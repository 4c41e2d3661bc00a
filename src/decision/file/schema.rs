//! The JSON schema of the decisions file, for editors that complete and check it.

use serde_json::{Value, json};

use crate::decision::Agreed;
use crate::decision::file::FILE;

/// The JSON schema (2020-12) of `decisions.yaml`.
pub fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FILE,
        "description": "What the leaders agreed about features that several of them plan.",
        "type": "object",
        "properties": { "decisions": { "type": ["array", "null"], "items": entry() } },
        "additionalProperties": false,
    })
}

fn entry() -> Value {
    let needs = |agreed: &[Agreed], key: &str| {
        let words: Vec<_> = agreed.iter().map(|agreed| agreed.word()).collect();
        json!({
            "if": { "properties": { "decision": { "enum": words } }, "required": ["decision"] },
            "then": { "required": [key] },
        })
    };
    json!({
        "type": "object",
        "properties": {
            "overlap": text("What the overlap was called when it was decided."),
            "decision": {
                "description": "merge: one leads, the others' items go. shared: one builds, the \
                                others use. separate: built twice on purpose. distinct: not the \
                                same thing, never joined again. later: to be decided.",
                "enum": Agreed::ALL.map(Agreed::word),
            },
            "lead": text("Who leads; needed for merge and shared."),
            "reason": text("Why; needed for separate and distinct."),
            "by": text("Who decided."),
            "date": day("When it was decided."),
            "until": day("The last day on which it counts; needed for later."),
            "members": {
                "description": "The items it is about.",
                "type": "array",
                "items": member(),
                "minItems": 2,
            },
        },
        "required": ["decision", "members"],
        "additionalProperties": false,
        "allOf": [
            needs(&[Agreed::Merge, Agreed::Shared], "lead"),
            needs(&[Agreed::Separate, Agreed::Distinct], "reason"),
            needs(&[Agreed::Later], "until"),
        ],
    })
}

fn member() -> Value {
    json!({
        "type": "object",
        "properties": {
            "leader": text("Who planned it."),
            "id": text("Its identifier, by which it is known if it has one."),
            "name": text("What it was called."),
        },
        "required": ["leader"],
        "anyOf": [{ "required": ["id"] }, { "required": ["name"] }],
        "additionalProperties": false,
    })
}

fn text(about: &str) -> Value {
    json!({ "description": about, "type": ["string", "number", "boolean"] })
}

fn day(about: &str) -> Value {
    json!({ "description": about, "type": "string", "format": "date" })
}
