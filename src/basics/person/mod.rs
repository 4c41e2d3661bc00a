//! One way to compare the names of people.

mod looks;

use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

use crate::basics::fold;
pub use looks::is_person;

/// Words on one side of a comma that turns a name round: `van der Berg, Ana`.
const LONGEST: usize = 3;

/// The name as names of people are compared: two people are one if these are equal.
///
/// Neither case, spaces nor punctuation matter, nor whether the family name comes first with a comma
/// behind it, nor a team in brackets behind the name of a person (`Platform (EU)` is none), nor which
/// of the letters that look alike were typed (the skeleton of Unicode's UTS 39).
///
/// ```
/// use roundtable::basics::person;
/// for same in ["Ruiz, Ana", "ana_ruiz", " Ana  RUIZ.", "Аna Ruiz"] {
///     assert_eq!(person(same), person("Ana Ruiz"));
/// }
/// ```
pub fn person(name: &str) -> String {
    let name = without_team(name);
    let plain: String = name.nfkc().filter(|c| !is_invisible(*c)).collect();
    let is_joint = |c: char| !(c.is_alphanumeric() || matches!(c, '+' | '#'));
    let words = |part: &str| {
        let part = part.to_lowercase().replace(['\'', '’'], "");
        let words = part.split(is_joint).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut parts = plain.split(',').map(words).filter(|words| !words.is_empty());
    let words = match (parts.next(), parts.next(), parts.next()) {
        (Some(family), Some(given), None) if family.len().max(given.len()) <= LONGEST => {
            [given, family].concat()
        }
        _ => words(&plain),
    };
    if words.is_empty() { fold(name) } else { skeleton(&words.join(" ")).collect() }
}

/// The name of a person without the team that stands behind it in brackets: `Ana Ruiz (Identity)`;
/// any other name as it is.
pub fn without_team(name: &str) -> &str {
    let bracketed = name.trim().strip_suffix([')', ']']);
    let bare = bracketed.and_then(|text| text.rsplit_once(['(', '['])).map(|(name, _)| name.trim());
    bare.filter(|bare| is_person(bare)).unwrap_or(name)
}

/// Characters that take no room: joiners, marks of direction, the soft hyphen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_are_one_person() {
        for same in [
            "ana ruiz",
            "ANA  RUIZ",
            "Ruiz, Ana",
            "RUIZ,ana",
            "ana-ruiz",
            "ana.ruiz",
            "Ana Ruiz,",
            "\u{410}na Ruiz",
            "Ana\u{a0}Ru\u{200b}iz",
            "Ana Ruiz",
            "\u{ff21}na Ruiz",
        ] {
            assert_eq!(person(same), person("Ana Ruiz"), "{same}");
        }
        assert_eq!(person("O’Neil, Jo"), person("Jo O'Neil"));
        assert_eq!(person("Rene\u{301} Roy"), person("Ren\u{e9} Roy"));
    }

    #[test]
    fn other_names_are_other_people() {
        for other in ["Ana Ruis", "Ruiz Ana", "A. Ruiz", "Ana", "Ana (Identity)", "Bo"] {
            assert_ne!(person(other), person("Ana Ruiz"), "{other}");
        }
        assert_ne!(person("C++ tools"), person("C tools"));
        assert_ne!(person("Identity, Search, Maps"), person("Maps Identity, Search"));
        assert_ne!(person("—"), person("…"));
        assert_ne!(person("山田"), person("田山"));
    }

    #[test]
    fn a_team_in_brackets_is_no_part_of_a_person() {
        for same in ["Ana Ruiz (Identity)", "Ana Ruiz [EU] ", "ana ruiz"] {
            assert_eq!(person(same), person("Ana Ruiz"), "{same}");
        }
        assert_ne!(person("Platform (EU)"), person("Platform (US)"));
        assert_ne!(person("Data Platform (EU)"), person("Data Platform (US)"));
    }
}
