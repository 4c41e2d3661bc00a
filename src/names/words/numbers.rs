//! Numbers and versions in one spelling.

/// `v2`, `2.0`, `02` and `two` are the number `2`; other words are returned as they are.
pub fn canonical(word: &str) -> String {
    let bare = match word.strip_prefix('v') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => word,
    };
    if !is_number(bare) {
        let spelt = SPELT.iter().position(|spelt| *spelt == word);
        return spelt.map_or_else(|| word.to_owned(), |at| (at + 2).to_string());
    }
    let mut number = bare;
    while let Some(shorter) = number.strip_suffix(".0") {
        number = shorter;
    }
    let stripped = number.trim_start_matches('0');
    let keep = stripped.is_empty() || stripped.starts_with('.');
    if keep { number.to_owned() } else { stripped.to_owned() }
}

/// Two and up; `one` is left out, since it is a pronoun more often than a number.
const SPELT: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Whether a word is digits, perhaps with points between.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_its_number() {
        for (word, expected) in [
            ("v2", "2"),
            ("two", "2"),
            ("one", "one"),
            ("2.0", "2"),
            ("1.10", "1.10"),
            ("007", "7"),
            ("0", "0"),
            ("0.5", "0.5"),
            ("via", "via"),
            ("s3", "s3"),
        ] {
            assert_eq!(canonical(word), expected, "{word}");
        }
    }
}
