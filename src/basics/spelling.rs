//! How alike two words are spelt, and which word was meant.

/// The shortest word that is compared by its letters: shorter ones blur ("cart", "card", "chart").
const SHORTEST: usize = 5;

/// How alike two words are spelt, from 0 (different words) to 1 (the same): a slip of the pen, a
/// letter missing or two changed places, never more (restricted Damerau-Levenshtein distance).
///
/// Words under five letters, and words that do not begin alike, are different words: leaving
/// those out costs few typos and saves "form" from "from" and "internal" from "external".
pub fn likeness(a: &str, b: &str) -> f32 {
    if a == b {
        return 1.0;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() < SHORTEST
        || long.len() - short.len() > 2
        || a.as_bytes()[0] != b.as_bytes()[0]
        || a.bytes().any(|c| c.is_ascii_digit())
    {
        return 0.0;
    }
    let slips = strsim::osa_distance(a, b);
    let letters = long.chars().count();
    match slips {
        1 => 1.0 - 1.0 / letters as f32,
        2 if letters >= 9 => 1.0 - 2.0 / letters as f32,
        _ => 0.0,
    }
}

/// Whether two words are one slip apart: a letter missing, too many, wrong, or two that changed
/// places (restricted Damerau-Levenshtein distance 1).
pub fn is_one_slip(a: &str, b: &str) -> bool {
    a.len().abs_diff(b.len()) < 4 && strsim::osa_distance(a, b) == 1
}

/// The known word that was most likely meant, if any is likely at all.
///
/// At most one slip of the fingers in words up to five letters and two in longer ones; the first
/// of equally close words wins. A word that is known is its own closest.
///
/// ```
/// use roundtable::basics::spelling::closest;
/// assert_eq!(closest("featurs", ["items", "features"]), Some("features"));
/// assert_eq!(closest("budget", ["items", "features"]), None);
/// ```
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let slips = |other: &str| strsim::osa_distance(word, other);
    let (slips, other) =
        known.into_iter().map(|other| (slips(other), other)).min_by_key(|(slips, _)| *slips)?;
    let allowed = if length <= 5 { 1 } else { 2 };
    (length > 2 && slips <= allowed).then_some(other)
}

/// ` (did you mean "items"?)` behind a word that is likely misspelt, as [`closest`] has it; empty
/// if none of the known words is likely meant.
///
/// ```
/// use roundtable::basics::spelling::did_you_mean;
/// assert_eq!(did_you_mean("itmes", ["items"]), " (did you mean \"items\"?)");
/// assert_eq!(did_you_mean("budget", ["items"]), "");
/// ```
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    closest(word, known).map(meant).unwrap_or_default()
}

/// The same behind a word whose right spelling is sure.
pub fn meant(word: &str) -> String {
    format!(" (did you mean \"{word}\"?)")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<&str>) {
        let known = ["items", "features", "fields", "name", "id", "quarter", "sensitivity"];
        assert_eq!(closest(word, known), expected, "{word}");
    }

    #[test]
    fn slips_of_the_fingers_are_understood() {
        check("featurs", Some("features"));
        check("nmae", Some("name"));
        check("quater", Some("quarter"));
        check("sensitivty", Some("sensitivity"));
        check("item", Some("items"));
    }

    #[test]
    fn other_words_are_not_suggested() {
        for word in ["", "i", "ix", "dame it", "budget", "milestones", "files-of"] {
            check(word, None);
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_the_same_word() {
        for (a, b) in [
            ("notification", "notfication"),
            ("optimization", "optimzation"),
            ("delivery", "delivrey"),
            ("receive", "recieve"),
        ] {
            assert!(likeness(a, b) > 0.8, "{a} {b}");
        }
    }

    #[test]
    fn short_words_and_other_beginnings_are_other_words() {
        for (a, b) in [
            ("cart", "card"),
            ("cart", "chart"),
            ("form", "from"),
            ("internal", "external"),
            ("inbound", "outbound"),
            ("billing", "building"),
            ("phase1", "phase2"),
        ] {
            assert!(likeness(a, b) < 0.9 || a.len() < 5, "{a} {b}");
        }
        assert!(likeness("cart", "card") == 0.0 && likeness("inbound", "outbound") == 0.0);
    }
}
