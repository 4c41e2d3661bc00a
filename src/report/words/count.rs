//! How many of a thing, in words.

/// `1 leader`, `2 leaders`.
pub fn counted(count: usize, one: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {one}{ending}")
}
