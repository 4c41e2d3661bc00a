//! The one table of settings.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::config::{Config, check, rules};
use crate::document::{Node, StrictReader};
use crate::roadmap::{self, FileMapping, Folder, ITEM, LEADER};
use crate::similarity::{Score, Sensitivity};

/// A key of the configuration.
pub struct Setting {
    /// The key.
    pub name: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// Its value in an example, as YAML on one line.
    pub example: &'static str,
    /// The JSON schema of its value.
    pub schema: fn() -> Value,
    /// Reads its value.
    pub read: fn(&mut Config, &Node, &mut StrictReader),
}

/// Every key of the configuration.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "files",
        about: "Which files are roadmaps; every .yaml, .yml and .json file if left out.",
        example: "[\"roadmaps/**/*.yaml\"]",
        schema: texts,
        read: |config, node, strict| config.mapping.files = patterns(node, "files", strict),
    },
    Setting {
        name: "exclude",
        about: "Which of these are not.",
        example: "[\"**/templates/**\"]",
        schema: texts,
        read: |config, node, strict| config.mapping.exclude = patterns(node, "exclude", strict),
    },
    Setting {
        name: "items",
        about: "Where the items are in a file, through lists; found by their usual keys if left out.",
        example: "milestones.deliverables",
        schema: texts,
        read: |config, node, strict| config.mapping.rule.items = paths(node, "items", strict),
    },
    Setting {
        name: "not_items",
        about: "Keys of lists that hold no items, and need not be told.",
        example: "[rollout steps, budget lines]",
        schema: texts,
        read: |config, node, strict| {
            config.mapping.rule.not_items = paths(node, "not_items", strict);
        },
    },
    Setting {
        name: "fields",
        about: "Which key is which field; of several keys the first that holds something counts.",
        example: "{name: title, leader: owning-sig, owner: [assignee, authors]}",
        schema: fields_schema,
        read: |config, node, strict| config.mapping.rule.fields = fields(node, strict),
    },
    Setting {
        name: "folders",
        about: "Where a folder or a file differs.",
        example: "[{path: vendors, items: plans, fields: {name: summary}}]",
        schema: folders_schema,
        read: |config, node, strict| config.mapping.folders = folders(node, strict),
    },
    Setting {
        name: "leaders",
        about: "Leaders with their other names; a leader without any is nobody else.",
        example: "{Ana Ruiz: [A. Ruiz, aruiz], Anna Ruiz: []}",
        schema: leaders_schema,
        read: |config, node, strict| config.mapping.leaders = leaders(node, strict),
    },
    Setting {
        name: "sensitivity",
        about: "How alike names must be: low shows what is beyond doubt, high what is worth a look.",
        example: "normal",
        schema: || json!({ "enum": SENSITIVITIES.map(|(word, _)| word) }),
        read: |config, node, strict| config.sensitivity = sensitivity(node, strict),
    },
    Setting {
        name: "threshold",
        about: "How alike names must be as a number from 0 to 1, instead of sensitivity.",
        example: "0.6",
        schema: || json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        read: |config, node, strict| config.threshold = threshold(node, strict),
    },
    Setting {
        name: "glossary",
        about: "What people here call the same thing; it wins over what is built in.",
        example: "{knowledge base: [help center, {phrase: hub, with: [article, FAQ]}]}",
        schema: rules::glossary_schema,
        read: |config, node, strict| config.glossary = rules::glossary(node, strict),
    },
    Setting {
        name: "contrasts",
        about: "Words that tell two features apart; those in a list of their own mean one thing.",
        example: "[[lite, pro], [[warehouse, depot], store]]",
        schema: rules::contrasts_schema,
        read: |config, node, strict| config.contrasts = rules::contrasts(node, strict),
    },
    Setting {
        name: "distinct",
        about: "Pairs of names that are never one feature.",
        example: "[[Partner portal, Supplier portal]]",
        schema: rules::distinct_schema,
        read: |config, node, strict| config.distinct = rules::distinct(node, strict),
    },
    Setting {
        name: "decisions",
        about: "Where decisions are kept; decisions.yaml beside this file if left out.",
        example: "planning/decisions.yaml",
        schema: || json!({ "type": ["string", "null"] }),
        read: decisions,
    },
    Setting {
        name: "check",
        about: "What makes roundtable check fail, and how many such findings may be open.",
        example: "{fail_on: [new, overdue], max: 0}",
        schema: check::check_schema,
        read: |config, node, strict| config.check = check::check(node, strict),
    },
];

const SENSITIVITIES: [(&str, Sensitivity); 3] =
    [("low", Sensitivity::Low), ("normal", Sensitivity::Normal), ("high", Sensitivity::High)];

fn patterns(node: &Node, what: &str, strict: &mut StrictReader) -> Vec<String> {
    let texts = strict.texts(node, what);
    for (text, node) in &texts {
        if let Err(why) = roadmap::valid(text) {
            strict.error(node, format!("not a pattern: {why}"), "write patterns as in .gitignore");
        }
    }
    texts.into_iter().map(|(text, _)| text).collect()
}

fn paths(node: &Node, what: &str, strict: &mut StrictReader) -> Vec<String> {
    strict.texts(node, what).into_iter().map(|(text, _)| text).collect()
}

fn fields(node: &Node, strict: &mut StrictReader) -> BTreeMap<String, Vec<String>> {
    let mut fields = BTreeMap::new();
    for (field, keys) in strict.map(node, "fields", &known()) {
        fields.insert(field.to_owned(), paths(keys, field, strict));
    }
    fields
}

fn folders(node: &Node, strict: &mut StrictReader) -> Vec<Folder> {
    if node.is_blank() {
        return Vec::new();
    }
    node.members().map(|member| folder(member, strict)).collect()
}

fn folder(node: &Node, strict: &mut StrictReader) -> Folder {
    let before = strict.problems.len();
    let (mut path, mut rule) = (None, FileMapping::default());
    for (key, value) in strict.map(node, "a folder", &["path", "items", "not_items", "fields"]) {
        match key {
            "path" => path = patterns(value, "path", strict).into_iter().next(),
            "items" => rule.items = paths(value, "items", strict),
            "not_items" => rule.not_items = paths(value, "not_items", strict),
            _ => rule.fields = fields(value, strict),
        }
    }
    if path.is_none() && strict.problems.len() == before {
        strict.error(node, "a folder without a path", "say which folder with path:");
    }
    Folder { path: path.unwrap_or_default(), rule }
}

fn leaders(node: &Node, strict: &mut StrictReader) -> Vec<(String, Vec<String>)> {
    if !node.is_blank() && node.entries().is_empty() {
        strict.error(node, "leaders is not a map of names", "write leaders: {Ana Ruiz: [A. Ruiz]}");
    }
    let mut leaders = Vec::new();
    for (key, value) in node.entries() {
        let name = key.text().unwrap_or_default().to_owned();
        let others = if value.is_blank() { Vec::new() } else { paths(value, &name, strict) };
        leaders.push((name, others));
    }
    leaders
}

fn sensitivity(node: &Node, strict: &mut StrictReader) -> Option<Sensitivity> {
    let word = node.text().unwrap_or_default();
    let found = SENSITIVITIES.iter().find(|(known, _)| *known == word);
    if found.is_none() && !node.is_blank() {
        strict.unknown(node, "sensitivity", &SENSITIVITIES.map(|(word, _)| word));
    }
    found.map(|(_, sensitivity)| *sensitivity)
}

fn threshold(node: &Node, strict: &mut StrictReader) -> Option<Score> {
    let number = node.text().and_then(|text| text.parse::<f64>().ok());
    let number = number.filter(|number| (0.0..=1.0).contains(number));
    if number.is_none() && !node.is_blank() {
        strict.error(node, "the threshold is not a number from 0 to 1", "write threshold: 0.6");
    }
    number.map(Score::from_ratio)
}

fn decisions(config: &mut Config, node: &Node, strict: &mut StrictReader) {
    match node.text() {
        _ if node.is_blank() => {}
        Some(file) => config.decisions = Some(config.mapping.root.join(file)),
        None => strict.error(node, "decisions is not a file name", "write decisions: agreed.yaml"),
    }
    config.mapping.ours.extend(config.decisions.clone());
}

/// Every field that can be mapped, each once.
fn known() -> Vec<&'static str> {
    let mut names: Vec<_> = ITEM.iter().chain(LEADER).map(|field| field.name).collect();
    let leader = names.iter().position(|name| *name == "leader");
    leader.map(|at| names.remove(at));
    names
}

fn texts() -> Value {
    json!({ "type": ["array", "string", "null"], "items": { "type": "string" } })
}

fn leaders_schema() -> Value {
    json!({ "type": ["object", "null"], "additionalProperties": texts() })
}

fn fields_schema() -> Value {
    let properties: serde_json::Map<_, _> =
        known().into_iter().map(|name| (name.to_owned(), texts())).collect();
    json!({ "type": ["object", "null"], "properties": properties, "additionalProperties": false })
}

fn folders_schema() -> Value {
    json!({
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "properties": {
                "path": texts(),
                "items": texts(),
                "not_items": texts(),
                "fields": fields_schema(),
            },
            "required": ["path"],
            "additionalProperties": false,
        },
    })
}
