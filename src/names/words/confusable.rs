//! Words that are one slip of the pen apart and are not each other.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::names::words::stem;

/// Whether two stems are spelt alike by chance: both are common words of their own.
pub fn confusable(a: &str, b: &str) -> bool {
    static STEMS: LazyLock<FxHashSet<(String, String)>> =
        LazyLock::new(|| PAIRS.iter().map(|(x, y)| ordered(&stem(x), &stem(y))).collect());
    a.as_bytes().first() == b.as_bytes().first() && STEMS.contains(&ordered(a, b))
}

fn ordered(a: &str, b: &str) -> (String, String) {
    (a.min(b).to_owned(), a.max(b).to_owned())
}

/// Common words in planning that begin alike and differ by one or two letters.
const PAIRS: [(&str, &str); 41] = [
    ("access", "accessibility"),
    ("account", "accountant"),
    ("action", "auction"),
    ("adapt", "adopt"),
    ("angle", "angel"),
    ("asset", "assess"),
    ("bread", "break"),
    ("change", "chance"),
    ("collect", "connect"),
    ("collection", "connection"),
    ("command", "comment"),
    ("complement", "compliment"),
    ("confirm", "conform"),
    ("contact", "contract"),
    ("content", "context"),
    ("content", "contest"),
    ("context", "contest"),
    ("contract", "contrast"),
    ("custom", "customer"),
    ("detect", "deduct"),
    ("device", "devise"),
    ("experience", "experiment"),
    ("formal", "format"),
    ("import", "important"),
    ("operation", "operator"),
    ("patient", "patent"),
    ("person", "personal"),
    ("personal", "personnel"),
    ("policy", "police"),
    ("principle", "principal"),
    ("product", "production"),
    ("quota", "quote"),
    ("report", "resort"),
    ("reward", "record"),
    ("server", "service"),
    ("source", "course"),
    ("station", "stationary"),
    ("trace", "track"),
    ("tracking", "trading"),
    ("trail", "trial"),
    ("training", "trailing"),
];
