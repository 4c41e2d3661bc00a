//! One spelling for one word: British as American, and inflection gone.

use std::cell::RefCell;

use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use crate::normalize::synonyms::common;

/// The stem of a lower-case word (Snowball's English stemmer, Porter 2001), after American
/// spelling: `colours`, `color` and `coloured` are one word, `organisation` is `organization`.
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
        let stem = common(stemmer.stem(&american(word)).into_owned());
        known.insert(word.to_owned(), stem.clone());
        stem
    })
}

thread_local! {
    /// Words recur: each is stemmed once a thread.
    static STEMS: RefCell<(Stemmer, FxHashMap<String, String>)> =
        RefCell::new((Stemmer::new(Algorithm::English), FxHashMap::default()));
}

/// American spelling of a British word; other words unchanged.
fn american(word: &str) -> String {
    let mut word = word.to_owned();
    // Most words hold none of the letters that make a word look British.
    if !["our", "tre", "bre", "ogue", "ence", "ll", "lment", "mme", "tyre", "grey"]
        .iter()
        .any(|sign| word.contains(sign))
        && !word.contains("is")
    {
        return word;
    }
    for (british, american) in PARTS {
        if let Some(at) = word.find(british) {
            word.replace_range(at..at + british.len(), american);
        }
    }
    for ending in ["isation", "isations", "ise", "ised", "ises", "ising", "iser", "isers"] {
        if let Some(root) = word.strip_suffix(ending)
            && root.len() > 2
            && !IS_NO_SUFFIX.iter().any(|kept| word.starts_with(kept))
        {
            return format!("{root}iz{}", &ending[2..]);
        }
    }
    word
}

/// Word parts that only British spelling has.
const PARTS: [(&str, &str); 28] = [
    ("colour", "color"),
    ("tyre", "tire"),
    ("grey", "gray"),
    ("behaviour", "behavior"),
    ("favour", "favor"),
    ("honour", "honor"),
    ("neighbour", "neighbor"),
    ("labour", "labor"),
    ("harbour", "harbor"),
    ("flavour", "flavor"),
    ("endeavour", "endeavor"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("fibre", "fiber"),
    ("litre", "liter"),
    ("catalogue", "catalog"),
    ("dialogue", "dialog"),
    ("analogue", "analog"),
    ("licence", "license"),
    ("defence", "defense"),
    ("cancell", "cancel"),
    ("labell", "label"),
    ("travell", "travel"),
    ("modell", "model"),
    ("signall", "signal"),
    ("fulfilment", "fulfillment"),
    ("enrolment", "enrollment"),
    ("programme", "program"),
];

/// Beginnings of words whose `ise` belongs to the root.
const IS_NO_SUFFIX: [&str; 25] = [
    "advertis",
    "advis",
    "appris",
    "compris",
    "compromis",
    "concis",
    "devis",
    "disguis",
    "enterpris",
    "excis",
    "exercis",
    "expertis",
    "franchis",
    "improvis",
    "merchandis",
    "nois",
    "otherwis",
    "paradis",
    "precis",
    "premis",
    "promis",
    "prais",
    "revis",
    "supervis",
    "surpris",
];

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
            ["notification", "notifications"],
            ["automated", "automation"],
        ] {
            assert_eq!(stem(row[0]), stem(row[1]), "{row:?}");
        }
    }

    #[test]
    fn a_root_that_ends_in_ise_stays() {
        for word in ["enterprise", "merchandising", "promise", "franchise", "advertising"] {
            assert_eq!(american(word), word);
        }
    }

    #[test]
    fn what_is_no_english_word_stays() {
        for word in ["c++", "東", "s3", "über"] {
            assert_eq!(stem(word), word);
        }
    }
}
