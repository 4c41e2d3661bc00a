//! One way to compare the names of people, and of items that must be the same to the letter.

/// The text without regard to case and spaces: two people are one if their folded names are equal.
///
/// ```
/// use roundtable::basics::fold;
/// assert_eq!(fold(" Ana  RUIZ "), fold("ana ruiz"));
/// ```
pub fn fold(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
