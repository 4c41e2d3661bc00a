//! What would change a verdict, in words and as lines to paste.

use crate::ask::Remedy;
use crate::basics::yaml;

/// A way to have it otherwise.
pub struct Way {
    /// The word for it in reports for programs.
    pub word: &'static str,
    /// What it does, in a sentence.
    pub about: String,
    /// What to paste; none where there is nothing to write.
    pub lines: Vec<String>,
}

/// The remedy in words.
pub fn way(remedy: &Remedy) -> Way {
    let told = |word, about: &str| Way { word, about: about.to_owned(), lines: Vec::new() };
    let pasted = |word, about: &str, lines: [String; 2]| Way {
        word,
        about: about.to_owned(),
        lines: lines.to_vec(),
    };
    match remedy {
        Remedy::Glossary { concept, phrase } => pasted(
            "glossary",
            "To make them one everywhere, in roundtable.yaml:",
            ["glossary:".to_owned(), format!("  {}: {}", yaml::scalar(concept), listed([phrase]))],
        ),
        Remedy::Alias { name, alias } => pasted(
            "alias",
            "To make these two one, on the roadmap:",
            [format!("- name: {}", yaml::scalar(name)), format!("  aliases: {}", listed([alias]))],
        ),
        Remedy::Distinct([one, other]) => pasted(
            "distinct",
            "To keep them apart, in roundtable.yaml:",
            ["distinct:".to_owned(), format!("  - {}", listed([one, other]))],
        ),
        Remedy::Contrast([one, other]) => pasted(
            "contrast",
            "To keep all names apart that differ like this:",
            ["contrasts:".to_owned(), format!("  - {}", listed([one, other]))],
        ),
        Remedy::Sensitivity(level) => told(
            "sensitivity",
            &format!("They are one, as worth a look, with --sensitivity {}.", level.word()),
        ),
        Remedy::NotSilenced => {
            told("not-silenced", "Without the comment roundtable: ignore it would be compared.")
        }
        Remedy::NotDropped => told("not-dropped", "With another status it would count."),
        Remedy::NotToldApart => told(
            "not-told-apart",
            "A newer decision about both wins over the one that tells them apart.",
        ),
        Remedy::NotDistinct => told("not-distinct", "The line of distinct: can go."),
        Remedy::NoOpinion => told(
            "no-opinion",
            "Their line in opinions.jsonl can go, or leaders decide: a decision about both wins.",
        ),
        Remedy::SayMore => told("say-more", "A name that says what it is about can be compared."),
    }
}

fn listed<const COUNT: usize>(texts: [&String; COUNT]) -> String {
    yaml::list(texts.map(String::as_str))
}
