//! The JSON schema of the roadmap file, for editors that complete and check it.

use serde_json::{Map, Value, json};

use crate::roadmap::fields::{Field, ITEM, Kind, LEADER};

/// The JSON schema (2020-12) of a roadmap file in the canonical form, with every other name that a
/// field is known by.
pub fn schema() -> Value {
    let mut top = properties(LEADER);
    top.insert(
        "items".into(),
        json!({
            "description": "The plans, in any order.",
            "type": ["array", "null"],
            "items": { "$ref": "#/$defs/item" },
        }),
    );
    let mut item = properties(ITEM);
    item.insert(
        "items".into(),
        json!({
            "description": "The items that deploy this one.",
            "type": "array",
            "items": { "$ref": "#/$defs/item" },
        }),
    );
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Roadmap",
        "description": "One leader's plans.",
        "type": "object",
        "properties": top,
        "$defs": {
            "item": {
                "description": "A planned feature: its name, or a map with its name.",
                "anyOf": [
                    { "type": ["string", "number"] },
                    { "type": "object", "properties": item, "anyOf": names() },
                ],
            },
        },
    })
}

/// Every name of every field; a name that two fields know belongs to the first.
fn properties(fields: &[Field]) -> Map<String, Value> {
    let mut properties = Map::new();
    for field in fields {
        properties.insert(field.name.into(), property(field, field.about.into()));
    }
    for field in fields {
        for alias in field.aliases {
            let key = alias.replace(' ', "_");
            let about = format!("The same as {}: {}", field.name, field.about);
            properties.entry(key).or_insert_with(|| property(field, about));
        }
    }
    properties
}

fn property(field: &Field, about: String) -> Value {
    let mut property = match field.kind {
        Kind::Text => json!({ "type": ["string", "number", "boolean", "array", "object", "null"] }),
        Kind::Number => json!({ "type": ["number", "string", "null"], "minimum": 0 }),
        Kind::Texts => json!({
            "type": ["array", "string", "null"],
            "items": { "type": ["string", "number"] },
        }),
    };
    property["description"] = about.into();
    property
}

/// An item has one of the names of its name.
fn names() -> Vec<Value> {
    let keys = std::iter::once(&ITEM[0].name).chain(ITEM[0].aliases);
    keys.map(|key| json!({ "required": [key.replace(' ', "_")] })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_in_the_schema_with_its_other_names() {
        let schema = schema();
        let item = &schema["$defs"]["item"]["anyOf"][1]["properties"];
        for (fields, properties) in [(LEADER, &schema["properties"]), (ITEM, item)] {
            for field in fields {
                assert_eq!(properties[field.name]["description"], field.about);
                for alias in field.aliases {
                    assert!(properties[alias.replace(' ', "_")].is_object(), "{alias}");
                }
            }
        }
    }
}
