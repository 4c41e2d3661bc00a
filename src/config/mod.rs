//! `roundtable.yaml`: how the roadmaps of a company are read and compared.
//!
//! Every setting is one line of a table; reading, the JSON schema and the template follow from it.

mod check;
mod rules;
mod settings;
mod template;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::basics::{Place, Problem, Severity, show, spelling};
use crate::config::settings::SETTINGS;
use crate::document::{Source, StrictReader, yaml};
use crate::names::glossary::Entry;
use crate::roadmap::{self, Mapping};
use crate::similarity::{Row, Score, Sensitivity};

pub use check::Check;
pub use template::template;

/// The name of the file.
pub const FILE: &str = "roundtable.yaml";

/// Every name that the file may have, the one that counts first.
const NAMES: &[&str] = &[FILE, "roundtable.yml", ".roundtable.yaml", ".roundtable.yml"];

/// What `roundtable.yaml` says; what it leaves out is none, or the default.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Config {
    /// Which files are roadmaps and how they are read; patterns are relative to the file's folder.
    pub mapping: Mapping,
    /// How alike names must be, as a word.
    pub sensitivity: Option<Sensitivity>,
    /// How alike names must be, as a score.
    pub threshold: Option<Score>,
    /// What this company calls the same thing, above the built-in entries.
    pub glossary: Vec<Entry>,
    /// Words that tell two features apart, beside the built-in ones.
    pub contrasts: Vec<Row>,
    /// Pairs of names that are never one.
    pub distinct: Vec<[String; 2]>,
    /// Where decisions are kept, as a path from the working folder.
    pub decisions: Option<PathBuf>,
    /// What makes the check fail.
    pub check: Check,
}

/// The configuration of a folder: its own, or the nearest of the folders above, as a path that
/// begins where `start` does.
pub fn find(start: &Path) -> Option<PathBuf> {
    let levels = start.canonicalize().ok()?.ancestors().count();
    let mut folder = start.to_owned();
    for _ in 0..levels {
        let mut files = NAMES.iter().map(|name| folder.join(name));
        if let Some(file) = files.find(|file| file.is_file()) {
            return Some(file);
        }
        folder.push("..");
    }
    None
}

/// One warning for each of these files that looks like a configuration and is not the one in use.
pub fn overlooked<'a>(
    files: impl Iterator<Item = &'a Path>,
    used: Option<&Path>,
) -> BTreeSet<Problem> {
    let used = used.and_then(|file| file.canonicalize().ok());
    let is_config = |file: &&Path| {
        let name = file.file_name().unwrap_or_default();
        roadmap::is_own(file) && !name.to_string_lossy().contains("decisions")
    };
    let is_used = |file: &Path| file.canonicalize().is_ok_and(|file| Some(&file) == used.as_ref());
    let warning = |file: &Path| {
        let is_named = file.file_name().is_some_and(|name| NAMES.iter().any(|it| name == *it));
        let meant = if is_named { String::new() } else { spelling::meant(FILE) };
        Problem {
            place: Place::whole(&show(file)),
            severity: Severity::Warning,
            message: format!("this configuration is not read{meant}"),
            help: Some(match used {
                Some(_) => "another one is in use; move what counts into it".to_owned(),
                None => format!(
                    "call it {FILE}, in the working folder or above it, or name it with --config"
                ),
            }),
            source: None,
        }
    };
    files.filter(is_config).filter(|file| !is_used(file)).map(warning).collect()
}

/// Reads a configuration.
///
/// # Errors
/// Every problem of the file at once, in the order of places: a key or a value that is unknown is
/// one, and so is a value of another kind than expected.
pub fn read(path: &Path) -> Result<Config, Vec<Problem>> {
    let (source, problems) = Source::open(path, &show(path));
    if problems.is_empty() {
        parse(&source, path.parent().unwrap_or(Path::new("")))
    } else {
        Err(problems)
    }
}

/// Reads the text of a configuration that stands in a folder.
///
/// # Errors
/// As [`read`].
pub fn parse(source: &Source, root: &Path) -> Result<Config, Vec<Problem>> {
    let (documents, problems) = yaml::read(source);
    let mut config = Config::default();
    root.clone_into(&mut config.mapping.root);
    let mut strict = StrictReader { source, problems };
    for node in documents.iter().skip(1) {
        strict.error(node, "a second document", "put every setting into the first");
    }
    if let Some(node) = documents.first() {
        let known = SETTINGS.iter().map(|setting| setting.name);
        for (key, value) in strict.map(node, "the configuration", &known.collect::<Vec<_>>()) {
            if let Some(setting) = SETTINGS.iter().find(|setting| setting.name == key) {
                (setting.read)(&mut config, value, &mut strict);
            }
        }
    }
    strict.problems.sort();
    if strict.problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(strict.problems);
    }
    Ok(config)
}

/// The JSON schema (2020-12) of `roundtable.yaml`.
pub fn schema() -> Value {
    let mut properties = Map::new();
    for setting in SETTINGS {
        let mut property = (setting.schema)();
        property["description"] = setting.about.into();
        properties.insert(setting.name.into(), property);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FILE,
        "description": "How roundtable reads and compares the roadmaps of a company.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::glossary::Phrase;

    fn check(text: &str, problems: &[&str]) -> Config {
        let source = Source::new(text.into(), FILE);
        let (config, told) = match parse(&source, Path::new("")) {
            Ok(config) => (config, Vec::new()),
            Err(problems) => (Config::default(), problems),
        };
        let told: Vec<_> = told
            .iter()
            .map(|p| format!("{}:{}: {}", p.place.line, p.place.column, p.message))
            .collect();
        assert_eq!(told, problems, "{text}");
        config
    }

    #[test]
    fn a_configuration_says_where_things_are() {
        let config = check(
            "files: [\"roadmaps/**/*.yaml\"]\nexclude: drafts\nitems: milestones.deliverables\n\
             fields: {name: title, owner: [assignee, authors.name], quarter: []}\n\
             folders:\n  - path: vendors\n    items: [plans]\n    fields: {name: summary}\n\
             sensitivity: high\nthreshold: 0.7\n",
            &[],
        );
        assert_eq!(config.mapping.files, ["roadmaps/**/*.yaml"]);
        assert_eq!(config.mapping.exclude, ["drafts"]);
        assert_eq!(config.mapping.rule.items, ["milestones.deliverables"]);
        assert_eq!(config.mapping.rule.fields["owner"], ["assignee", "authors.name"]);
        assert!(config.mapping.rule.fields["quarter"].is_empty());
        assert_eq!(config.mapping.folders[0].path, "vendors");
        assert_eq!(config.mapping.folders[0].rule.items, ["plans"]);
        assert_eq!(config.mapping.folders[0].rule.fields["name"], ["summary"]);
        assert_eq!(config.sensitivity, Some(Sensitivity::High));
        assert_eq!(config.threshold, Some(Score::from_ratio(0.7)));
    }

    #[test]
    fn an_empty_configuration_changes_nothing() {
        for text in ["", "# nothing yet\n", "files:\nfields:\nthreshold:\n", "{}"] {
            assert_eq!(check(text, &[]), Config::default(), "{text}");
        }
    }

    #[test]
    fn every_problem_is_told_at_once() {
        check(
            "file: x\nfields:\n  nmae: title\nsensitivity: hihg\nthreshold: 7\n",
            &[
                "1:1: unknown key \"file\" (did you mean \"files\"?)",
                "3:3: unknown key \"nmae\" (did you mean \"name\"?)",
                "4:14: unknown sensitivity \"hihg\" (did you mean \"high\"?)",
                "5:12: the threshold is not a number from 0 to 1",
            ],
        );
    }

    #[test]
    fn a_value_of_another_kind_is_a_problem() {
        check("- files\n", &["1:1: the configuration is not a map of keys and values"]);
        check("files: {a: b}", &["1:8: files is not a text or a list of texts"]);
        check("fields: [name]", &["1:9: fields is not a map of keys and values"]);
        check("fields: {name: {a: b}}", &["1:16: name is not a text or a list of texts"]);
        check("folders: [vendors]", &["1:11: a folder is not a map of keys and values"]);
        check("folders: [{items: x}]", &["1:11: a folder without a path"]);
        check(
            "folders: [{path: x, fiels: {}}]",
            &["1:21: unknown key \"fiels\" (did you mean \"fields\"?)"],
        );
        check("files: ['a/{b']", &["1:9: not a pattern: unclosed alternate group; missing '}'"]);
        check("a: 1\n---\nb: 2", &["1:1: unknown key \"a\"", "3:1: a second document"]);
    }

    #[test]
    fn a_company_says_which_names_are_one_and_which_are_not() {
        let config = check(
            "glossary:\n  SSO: [Login federation, {phrase: PR, with: [review]}]\n  404: error page\n\
             contrasts: [[lite, pro], [[depot, warehouse], store]]\n\
             distinct:\n  - [Partner portal, Supplier portal]\n",
            &[],
        );
        let [sso, page] = config.glossary.as_slice() else { panic!("{:?}", config.glossary) };
        assert_eq!((sso.concept.as_str(), page.concept.as_str()), ("SSO", "404"));
        assert_eq!(sso.phrases[0], Phrase::plain("Login federation"));
        assert_eq!(sso.phrases[1].with, ["review"]);
        assert_eq!(config.contrasts[1], [vec!["depot", "warehouse"], vec!["store"]]);
        assert_eq!(config.distinct, [["Partner portal", "Supplier portal"]]);
    }

    #[test]
    fn a_rule_of_another_shape_is_a_problem() {
        check("glossary: [a]", &["1:11: glossary is not a map of concepts and phrases"]);
        check("glossary: {a: [{with: b}]}", &["1:16: a phrase without its text"]);
        check(
            "glossary: {a: [{phrase: b, wiht: c}]}",
            &["1:28: unknown key \"wiht\" (did you mean \"with\"?)"],
        );
        check("contrasts: lite", &["1:12: contrasts is not a list of lists"]);
        check("contrasts: [[lite]]", &["1:13: a contrast is between two words or more"]);
        check("contrasts: [[a b, c]]", &["1:14: \"a b\" is not one word"]);
        check("distinct: {a: b}", &["1:11: distinct is not a list of lists"]);
        check(
            "distinct: [[a, b, c], [d]]",
            &["1:12: not a pair of names", "1:23: not a pair of names"],
        );
    }

    #[test]
    fn the_schema_knows_every_setting() {
        let schema = schema();
        assert!(SETTINGS.iter().all(|s| schema["properties"][s.name].is_object()));
    }

    #[test]
    fn the_nearest_configuration_above_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("a/b");
        std::fs::create_dir_all(&deep).expect("folders");
        std::fs::write(folder.path().join(FILE), "").expect("a file");
        assert_eq!(find(&deep), Some(deep.join("../..").join(FILE)));
    }
}
