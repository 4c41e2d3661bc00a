//! The text of a first `roundtable.yaml`, made for the folder at hand.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::config::settings::{SETTINGS, Setting};
use crate::roadmap::Survey;

/// How many names a comment lists.
const SHOWN: usize = 8;

/// A commented configuration that changes nothing yet, except that it names the folders in which
/// roadmaps were found. Reading accepts it as it is.
pub fn template(survey: &Survey) -> String {
    let mut text = format!(
        "# How roundtable reads and compares the roadmaps of this company.\n\
         # Every key may be left out. Patterns are those of .gitignore.\n\
         # {} read without any setting.\n",
        found(survey)
    );
    for setting in SETTINGS {
        // Writing into a text cannot fail.
        let _ = write!(text, "\n# {}\n{}", setting.about, remarks(setting, survey));
        let _ = match value(setting, survey) {
            Some(value) => writeln!(text, "{}: {value}", setting.name),
            None => writeln!(text, "# {}: {}", setting.name, setting.example),
        };
    }
    text
}

fn found(survey: &Survey) -> String {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let (files, items) = (survey.files.len(), survey.items);
    format!("{items} item{} in {files} file{} are", plural(items), plural(files))
}

/// What was seen that concerns a setting.
fn remarks(setting: &Setting, survey: &Survey) -> String {
    let (said, names) = match setting.name {
        "exclude" => ("No item is recognised in", &survey.unread),
        "fields" => ("Keys that no field knows yet:", &survey.unknown),
        _ => return String::new(),
    };
    if names.is_empty() {
        return String::new();
    }
    let more = if names.len() > SHOWN { ", …" } else { "" };
    let names: Vec<_> =
        names.iter().take(SHOWN).map(|name| name.escape_debug().to_string()).collect();
    format!("# {said} {}{more}\n", names.join(", "))
}

/// The value that the folder at hand suggests.
fn value(setting: &Setting, survey: &Survey) -> Option<String> {
    let outside = |file: &String| file.starts_with(['/', '.']);
    if setting.name != "files" || survey.files.iter().any(outside) {
        return None;
    }
    let tops: Option<BTreeSet<_>> =
        survey.files.iter().map(|file| file.split_once('/').map(|(top, _)| top)).collect();
    let tops = tops.filter(|tops| (1..=SHOWN).contains(&tops.len()))?;
    let quoted: Vec<_> = tops.iter().map(|top| format!("{:?}", format!("{top}/**"))).collect();
    Some(format!("[{}]", quoted.join(", ")))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::{FILE, parse};
    use crate::document::Source;

    fn check(survey: &Survey, files: &[&str]) -> String {
        let text = template(survey);
        let config = parse(&Source::new(text.clone(), FILE), Path::new("")).expect("no problem");
        assert_eq!(config.mapping.files, files, "{text}");
        text
    }

    fn list(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn the_template_is_read_as_it_is() {
        check(&Survey::default(), &[]);
        let files = list(&["roadmaps/a.yaml", "plans/b/c.yaml"]);
        check(&Survey { files, ..Survey::default() }, &["plans/**", "roadmaps/**"]);
        check(&Survey { files: list(&["a.yaml", "b/c.yaml"]), ..Survey::default() }, &[]);
        check(
            &Survey { files: list(&["we\"ird\\/c.yaml"]), ..Survey::default() },
            &["we\"ird\\/**"],
        );
    }

    #[test]
    fn every_example_is_read_too() {
        let mut text = template(&Survey::default());
        for setting in SETTINGS {
            text = text.replace(&format!("# {}: ", setting.name), &format!("{}: ", setting.name));
        }
        let config = parse(&Source::new(text, FILE), Path::new("")).expect("no problem");
        assert!(config.threshold.is_some() && !config.mapping.folders.is_empty());
    }

    #[test]
    fn what_was_seen_is_told() {
        let unknown = list(&["stage", "line\nbreak"]);
        let text = check(&Survey { unknown, ..Survey::default() }, &[]);
        assert!(text.contains("# Keys that no field knows yet: stage, line\\nbreak\n"), "{text}");
    }
}
