//! American spelling, so that the stemmer sees one word where the British write another.

/// American spelling of a British word; other words unchanged.
pub fn american(word: &str) -> String {
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
    use super::american;

    #[test]
    fn a_root_that_ends_in_ise_stays() {
        for word in ["enterprise", "merchandising", "promise", "franchise", "advertising"] {
            assert_eq!(american(word), word);
        }
    }
}
