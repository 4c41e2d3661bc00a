//! Whether a text looks like YAML.

use crate::document::{Likelihood, Sample};

/// What a first line begins with that opens a list, a map, a section or a marked value.
const OPENERS: &[&str] = &["{", "[", "&", "!", "*", "%"];

/// Whether the first line that is no comment opens a list, a map or a section. Nearly every text
/// is one plain value of YAML, so that any other beginning is left to the file's ending.
pub fn looks_like(sample: &Sample) -> Likelihood {
    let Some(lead) = sample.lead() else { return Likelihood::No };
    let first = lead.lines().next().unwrap_or_default().trim_end();
    if sample.is_markup() {
        return Likelihood::No;
    }
    let marked = |mark: &str| {
        first
            .strip_prefix(mark)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    };
    let opens = lead.is_empty()
        || OPENERS.iter().any(|opener| first.starts_with(opener))
        || ["-", "?", "---", "..."].into_iter().any(marked)
        || has_key(first);
    match opens {
        true => Likelihood::Likely,
        false if sample.is_table() => Likelihood::No,
        false => Likelihood::Perhaps,
    }
}

/// Whether a colon that ends a key stands in the line.
fn has_key(line: &str) -> bool {
    line.match_indices(':')
        .any(|(at, _)| line[at + 1..].chars().next().is_none_or(char::is_whitespace))
}
