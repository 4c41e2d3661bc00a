//! Words that a stemmer folds into another word, and that are words of their own.
//!
//! A stemmer cuts every ending off: `customer` becomes `custom`, `important` becomes `import`,
//! `experience` and `experiment` become one. To inflect a word, or to make a noun of its verb,
//! leaves the feature the same (`automate`, `automated`, `automation`); to make a person or a
//! property of it does not.

/// The stem of an American word: the word itself without its plural, where it is made from another
/// word and means something else; otherwise its `stemmed` form.
pub fn stem(word: &str, stemmed: String) -> String {
    if let Some(root) = made_to_be(word) {
        return format!("{root}iz");
    }
    let singular = singular(word);
    if let Some((_, verb)) = TOOLS.iter().find(|(tool, _)| *tool == singular) {
        return (*verb).to_owned();
    }
    if THINGS.contains(&singular.as_str()) {
        return singular;
    }
    if let Some(root) = singular.strip_suffix("ical").or(singular.strip_suffix("ically")) {
        return format!("{root}ic");
    }
    if OF_AN_ACT.iter().any(|ending| singular.ends_with(ending)) {
        return stemmed;
    }
    let is_cut = |ending: &&&str| singular.ends_with(**ending) && !ends_like(&stemmed, ending);
    if OWN.iter().any(|ending| is_cut(&ending)) { singular } else { stemmed }
}

/// Endings that make a person or a property of a word.
const OWN: [&str; 15] = [
    "er", "or", "ant", "ent", "ance", "ence", "al", "ic", "ive", "ity", "ous", "able", "ible",
    "ist", "ness",
];

/// Endings in `al` or `ent` that name the act itself, or say what a thing is about: `approval`,
/// `promotional`, `deployment`.
const OF_AN_ACT: [&str; 11] =
    ["oval", "ieval", "ival", "ewal", "awal", "osal", "aisal", "erral", "ional", "ment", "isement"];

/// What is no longer the act that it is called after: `marketing` is no market, a `rating` no rate.
const THINGS: [&str; 14] = [
    "accounting",
    "banking",
    "building",
    "engineering",
    "listing",
    "marketing",
    "meeting",
    "packaging",
    "parking",
    "production",
    "rating",
    "saving",
    "shopping",
    "transition",
];

/// Tools that do what their verb says and nothing else, with the stem of the verb.
const TOOLS: [(&str, &str); 14] = [
    ("builder", "build"),
    ("calculator", "calcul"),
    ("checker", "check"),
    ("configurator", "configur"),
    ("estimator", "estim"),
    ("exporter", "export"),
    ("finder", "find"),
    ("generator", "generat"),
    ("importer", "import"),
    ("planner", "plan"),
    ("recommender", "recommend"),
    ("scheduler", "schedul"),
    ("simulator", "simul"),
    ("validator", "valid"),
];

/// What is made to be something: the root of `personalize`, `personalized`, `personalization`, which
/// is not `personal`.
fn made_to_be(word: &str) -> Option<&str> {
    const ENDINGS: [&str; 11] = [
        "iz",
        "ize",
        "izes",
        "ized",
        "izing",
        "ization",
        "izations",
        "izer",
        "izers",
        "izable",
        "izability",
    ];
    let root = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending))?;
    (root.len() > 2).then_some(root)
}

/// Whether a stemmed word still has an ending; the stemmer turns a last `y` into `i` and drops a
/// last `e`.
fn ends_like(stemmed: &str, ending: &str) -> bool {
    stemmed.ends_with(ending)
        || ending.strip_suffix('e').is_some_and(|ending| stemmed.ends_with(ending))
        || ending == "ity" && stemmed.ends_with("iti")
}

/// A word without its plural: `activities` is `activity`, `customers` is `customer`.
fn singular(word: &str) -> String {
    if let Some(root) = word.strip_suffix("ies").filter(|root| root.len() > 2) {
        return format!("{root}y");
    }
    let is_singular = ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    let root = word.strip_suffix('s').filter(|_| !is_singular);
    root.unwrap_or(word).to_owned()
}
