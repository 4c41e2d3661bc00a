//! Words that are one slip of the pen apart and are not each other.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::basics::without_comments;
use crate::names::words::stem;

/// Whether two stems are spelt alike by chance: both are common words of their own.
pub fn confusable(a: &str, b: &str) -> bool {
    static STEMS: LazyLock<FxHashSet<(String, String)>> = LazyLock::new(|| {
        let lines = without_comments(include_str!("real-words.tsv"));
        let pairs = lines.filter_map(|line| line.split_once('\t'));
        pairs.map(|(x, y)| ordered(&stem(x), &stem(y))).filter(|(x, y)| x != y).collect()
    });
    a.as_bytes().first() == b.as_bytes().first() && STEMS.contains(&ordered(a, b))
}

/// Two words, the smaller first.
pub fn ordered(a: &str, b: &str) -> (String, String) {
    (a.min(b).to_owned(), a.max(b).to_owned())
}
