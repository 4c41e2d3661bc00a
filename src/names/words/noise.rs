//! What stands in a name and does not tell which feature it is.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::basics::without_comments;
use crate::names::words::confusable::ordered;
use crate::names::words::stem;

/// The name without the issue key at its front and without planning tags in brackets.
///
/// Safe because a key or a tag says where or when, never what; a bracket with any other word
/// stays, since it may be the subject (`[Rest API] …`).
pub fn without_tags(name: &str) -> String {
    let mut left = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(open) = rest.find(['[', '(', '{']) {
        let close = match rest.as_bytes()[open] {
            b'[' => ']',
            b'(' => ')',
            _ => '}',
        };
        let Some(length) = rest[open..].find(close) else { break };
        left.push_str(&rest[..open]);
        let inside = &rest[open + 1..open + length];
        let tag = inside.split([' ', ',', '/', '-', ':']).all(is_tag) || is_key(inside.trim());
        left.push_str(if tag { " " } else { &rest[open..=open + length] });
        rest = &rest[open + length + 1..];
    }
    left.push_str(rest);
    without_key(left.trim_start()).to_owned()
}

/// Drops `PAY-812` at the front: with a sign behind it, or with three digits or more. A shorter one
/// is likelier a version: `GPT-4 rollout`.
fn without_key(name: &str) -> &str {
    let end = name.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'));
    let (first, rest) = name.split_at(end.unwrap_or(name.len()));
    let digits = first.len() - first.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let is_marked = rest.trim_start().starts_with([':', '-', '–', '—', '|', ']']);
    if (is_marked || digits > 2) && is_key(first) && !rest.trim().is_empty() { rest } else { name }
}

/// `PAY-812`: a project of capitals, a hyphen, a number.
fn is_key(word: &str) -> bool {
    let Some((project, number)) = word.rsplit_once('-') else { return false };
    project.len() > 1
        && project.starts_with(|c: char| c.is_ascii_uppercase())
        && project.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
        && !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit())
        && !is_standard(project)
}

/// Standards and products that are written like issue keys and are what the feature is about:
/// `ISO-27001`, `GPT-4`.
fn is_standard(project: &str) -> bool {
    const STANDARDS: &[&str] = &[
        "AES", "ANSI", "ASTM", "BASEL", "BERT", "COVID", "CUDA", "DIN", "EN", "FIPS", "GPT",
        "HDMI", "HTML", "HTTP", "IATF", "IEC", "IEEE", "ISO", "JDK", "LLAMA", "MS", "NIS", "NIST",
        "PCI", "PHP", "PSD", "RFC", "RHEL", "RSA", "SHA", "SOC", "TLS", "USB", "UTF", "WCAG",
        "WPA",
    ];
    STANDARDS.contains(&project)
}

/// Words that plan rather than name: stages, priorities, quarters, years.
fn is_tag(word: &str) -> bool {
    const TAGS: [&str; 28] = [
        "",
        "wip",
        "tbd",
        "tbc",
        "todo",
        "draft",
        "idea",
        "proposal",
        "planned",
        "ongoing",
        "done",
        "blocked",
        "alpha",
        "beta",
        "ga",
        "mvp",
        "poc",
        "spike",
        "epic",
        "story",
        "must",
        "should",
        "could",
        "wont",
        "stretch",
        "carryover",
        "new",
        "now",
    ];
    let word = word.to_lowercase();
    let numbered = |letters: &[&str]| {
        letters.iter().any(|prefix| {
            word.strip_prefix(prefix)
                .is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
        })
    };
    let year =
        word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
    TAGS.contains(&word.as_str()) || numbered(&["q", "h", "p"]) || year
}

/// How likely a word that is no noise is to stand in any name. Like the other two beliefs below it is
/// rough: about one name in 300, one in 16 for what is done with any feature, one in four for a
/// function word.
pub const UNCOMMON: f64 = 0.003;

/// How likely a stem is to stand in any name, as a belief held before seeing the roadmaps: 0 to 1.
///
/// The counts of the roadmaps at hand take over as they grow; with two leaders of five items each
/// this belief is all there is.
pub fn commonness(stem: &str) -> f64 {
    match NOISE.get(stem) {
        Some(Noise::Glue) => 0.25,
        Some(Noise::Frame) => 0.06,
        Some(Noise::Chore) | None => UNCOMMON,
    }
}

/// How likely an ordinary word of plans is to stand in a feature: about one in 30.
const ORDINARY: f64 = 0.03;

/// How likely a stem is to stand in any feature of any company, as a belief held before seeing the
/// roadmaps: 0 to 1. Ordinary words of plans (`ordinary.txt`) are likelier than others.
pub fn ordinariness(word: &str) -> f64 {
    static STEMS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
        let lines = without_comments(include_str!("ordinary.txt"));
        lines.flat_map(str::split_ascii_whitespace).map(stem).collect()
    });
    if STEMS.contains(word) { commonness(word).max(ORDINARY) } else { commonness(word) }
}

/// How likely two stems are to stand together in any feature, as a belief held before seeing the
/// roadmaps, if they are a turn of phrase of plans (`ordinary-pairs.txt`): "machine learning".
pub fn ordinariness_of_pair(one: &str, other: &str) -> Option<f64> {
    static PAIRS: LazyLock<FxHashSet<(String, String)>> = LazyLock::new(|| {
        let lines = without_comments(include_str!("ordinary-pairs.txt"));
        let pairs = lines.flat_map(str::split_ascii_whitespace).filter_map(|it| it.split_once('+'));
        pairs.map(|(one, other)| ordered(&stem(one), &stem(other))).collect()
    });
    PAIRS.contains(&ordered(one, other)).then_some(ORDINARY)
}

/// Whether a stem stands in plans of any company and tells little about which feature is meant: it is
/// noise, or an ordinary word of plans.
pub fn is_everyday(stem: &str) -> bool {
    is_noise(stem) || ordinariness(stem) >= ORDINARY
}

/// Whether a stem says nothing about what is built: a function word, what is done with any
/// feature, or a chore.
pub fn is_noise(stem: &str) -> bool {
    NOISE.contains_key(stem)
}

/// Whether a stem stands for a name that nobody has written yet, or for the document that it is
/// to stand in: `KEP template`, `Title`, `TBD`.
pub fn is_placeholder(word: &str) -> bool {
    static STEMS: LazyLock<FxHashSet<String>> =
        LazyLock::new(|| PLACEHOLDERS.split_ascii_whitespace().map(stem).collect());
    STEMS.contains(word)
}

/// Whether a stem is a function word.
pub fn is_glue(stem: &str) -> bool {
    matches!(NOISE.get(stem), Some(Noise::Glue))
}

/// What kind of noise a word is.
#[derive(Clone, Copy)]
enum Noise {
    Glue,
    Frame,
    Chore,
}

static NOISE: LazyLock<FxHashMap<String, Noise>> = LazyLock::new(|| {
    let kinds = [(CHORES, Noise::Chore), (FRAME, Noise::Frame), (GLUE, Noise::Glue)];
    let words = kinds.into_iter().flat_map(|(words, kind)| {
        words.split_ascii_whitespace().map(move |word| (stem(word), kind))
    });
    words.collect()
});

/// Function words, written by hand: the usual stop-word lists hold `new`, `system` and `no`.
const GLUE: &str = "a an the of for to in on with and or by from at as is are be it this that our \
                    we your their via per into when so can i want across";

/// The words around a feature: what is done with it, and what any plan is. Words of polarity
/// (remove, disable, deprecate) are not here.
const FRAME: &str = "ability able add allow base basic begin better build capability continue \
                     create creation deliver design develop development enable enhance \
                     enhancement epic explore extend feature finish first full implement \
                     implementation improve improvement initial initiative introduce invest \
                     launch make minor more mvp new phase pilot poc programme project provide \
                     release roll rollout set support update use user version";

/// The chores that every team has.
const CHORES: &str = "bug bugfix cleanup clean code debt defect fix general housekeeping \
                      maintenance misc miscellaneous optimization optimize performance polish \
                      quality refactoring refactor stability stabilize tech technical various";

/// What stands where a name is to come, and kinds of documents that are written from a template.
const PLACEHOLDERS: &str = "adr draft example ipsum item kep lorem name placeholder prd proposal \
                            rfc sample tbd template test title todo untitled";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planning_tags_and_issue_keys_go() {
        for (name, left) in [
            ("PAY-812: Refunds", ": Refunds"),
            ("[Q3] Refunds", "Refunds"),
            ("Refunds (beta, P1)", "Refunds  "),
            ("Refunds {2027-Q1}", "Refunds  "),
            ("[PAY-812] Refunds", "Refunds"),
            ("Refunds (partial)", "Refunds (partial)"),
            ("ISO-27001 audit", "ISO-27001 audit"),
            ("GPT-4 rollout", "GPT-4 rollout"),
            ("GPT-4: rollout", "GPT-4: rollout"),
            ("PSD-2 payments", "PSD-2 payments"),
            ("PAY-12 refunds", "PAY-12 refunds"),
            ("PAY-1: refunds", ": refunds"),
            ("PAY-812 refunds", " refunds"),
            ("PAY-812", "PAY-812"),
            ("Refunds (", "Refunds ("),
        ] {
            assert_eq!(without_tags(name), left.to_owned(), "{name}");
        }
    }
}
