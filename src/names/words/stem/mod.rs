//! One spelling for one word: British as American, and inflection gone.

mod american;
mod own;

use std::cell::RefCell;

use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use crate::names::words::synonyms::common;
use american::american;

/// The stem of a lower-case word (Snowball's English stemmer, Porter 2001), after American
/// spelling: `colours`, `color` and `coloured` are one word, `organisation` is `organization`.
/// What the stemmer would take for another word stays itself: `customer` is not `custom`.
///
/// Words with a sign or a letter outside `a` to `z` are returned as they are: the stemmer knows
/// English only, and `c++` or `東` has no inflection.
pub fn stem(word: &str) -> String {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    STEMS.with_borrow_mut(|(stemmer, known)| {
        if let Some(stem) = known.get(word) {
            return stem.clone();
        }
        let stem = common(uninflected(*stemmer, word));
        known.insert(word.to_owned(), stem.clone());
        stem
    })
}

/// The stem of a word before synonyms are folded.
pub fn uninflected(stemmer: Stemmer, word: &str) -> String {
    let word = american(word);
    own::stem(&word, stemmer.stem(&word).into_owned())
}

thread_local! {
    /// Words recur: each is stemmed once a thread.
    static STEMS: RefCell<(Stemmer, FxHashMap<String, String>)> =
        RefCell::new((Stemmer::new(Algorithm::English), FxHashMap::default()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_and_inflection_do_not_matter() {
        for row in [
            ["organisation", "organizations"],
            ["colours", "color"],
            ["catalogue", "catalogs"],
            ["cancelled", "canceling"],
            ["personalised", "personalize"],
            ["customizable", "customisation"],
            ["notification", "notifications"],
            ["automated", "automation"],
            ["automatic", "automated"],
            ["migrate", "migrations"],
            ["approve", "approvals"],
            ["renewal", "renewing"],
            ["deploy", "deployments"],
            ["promotional", "promotions"],
            ["analytics", "analytical"],
            ["customers", "customer"],
            ["identities", "identity"],
            ["balance", "balancing"],
            ["archive", "archived"],
            ["scheduler", "scheduling"],
            ["planner", "planned"],
        ] {
            assert_eq!(stem(row[0]), stem(row[1]), "{row:?}");
        }
    }

    #[test]
    fn a_word_made_from_another_is_a_word_of_its_own() {
        for row in [
            ["custom", "customer"],
            ["custom", "customize"],
            ["import", "important"],
            ["experience", "experiment"],
            ["access", "accessibility"],
            ["personal", "person"],
            ["personal", "personalize"],
            ["integral", "integrated"],
            ["operator", "operation"],
            ["relative", "relational"],
            ["author", "authority"],
            ["account", "accountant"],
            ["business", "busy"],
            ["several", "severity"],
            ["active", "activity"],
            ["design", "designer"],
            ["general", "generate"],
            ["digit", "digital"],
            ["compliance", "compliant"],
            ["ratings", "rates"],
            ["marketing", "market"],
            ["production", "products"],
        ] {
            assert_ne!(stem(row[0]), stem(row[1]), "{row:?}");
        }
    }

    #[test]
    fn what_is_no_english_word_stays() {
        for word in ["c++", "東", "s3", "über"] {
            assert_eq!(stem(word), word);
        }
    }
}
