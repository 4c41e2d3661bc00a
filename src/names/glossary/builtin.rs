//! The built-in entries, one file per area.

use std::sync::LazyLock;

use rayon::prelude::*;

use crate::names::glossary::{Entry, Phrase};

/// The entries of one area.
#[derive(Debug)]
pub struct Area {
    /// The area, as the file is named: `identity-and-access`.
    pub name: &'static str,
    /// Its entries, by concept.
    pub entries: Vec<Entry>,
}

/// Every area, in alphabetical order.
pub fn areas() -> &'static [Area] {
    static AREAS: LazyLock<Vec<Area>> = LazyLock::new(|| {
        FILES.par_iter().map(|&(name, text)| Area { name, entries: read(text) }).collect()
    });
    &AREAS
}

/// Reads one file line by line, since every start of the program waits for it: a concept, then its
/// phrases. A test proves that YAML reads the same in all files.
fn read(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(written) = line.strip_prefix("  - ") {
            entries.last_mut().into_iter().for_each(|entry| entry.phrases.push(phrase(written)));
        } else if let Some(concept) = line.strip_suffix(':') {
            entries.push(Entry { concept: plain(concept).to_owned(), phrases: Vec::new() });
        }
    }
    entries.sort_by(|x, y| x.concept.cmp(&y.concept));
    entries
}

/// `help center`, or `{phrase: PR, with: [review, merge]}`.
fn phrase(written: &str) -> Phrase {
    let inside = written.strip_prefix("{phrase: ").and_then(|it| it.strip_suffix("]}"));
    match inside.and_then(|inside| inside.split_once(", with: [")) {
        Some((text, with)) => Phrase {
            text: plain(text).to_owned(),
            with: with.split(", ").map(|word| plain(word).to_owned()).collect(),
        },
        None => Phrase::plain(plain(written)),
    }
}

/// A text without its quotes.
fn plain(written: &str) -> &str {
    written.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(written)
}

/// An area's name and the text of its file.
macro_rules! files {
    ($($name:literal)*) => {
        [$(($name, include_str!(concat!("areas/", $name, ".yaml"))),)*]
    };
}

const FILES: [(&str, &str); 28] = files! {
    "ai"
    "analytics-and-data"
    "billing-and-payments"
    "catalogue-and-search"
    "checkout-and-orders"
    "content-and-collaboration"
    "crm-and-sales"
    "developer-platform"
    "devices-and-iot"
    "hr-and-internal-tools"
    "identity-and-access"
    "infrastructure-and-reliability"
    "logistics-and-delivery"
    "loyalty-and-personalization"
    "marketing-and-growth"
    "messaging-and-notifications"
    "mobile-web-and-design"
    "onboarding-and-lifecycle"
    "partners-and-suppliers"
    "pricing-and-promotions"
    "security-and-compliance"
    "stores-and-retail"
    "support"
    "sustainability-and-risk"
    "trust-and-safety"
    "vertical-services"
    "warehouse-and-inventory"
    "work-management"
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;
    use crate::names::glossary::phrase;

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Plain(String),
        InCompany { phrase: String, with: Vec<String> },
    }

    impl From<Written> for Phrase {
        fn from(written: Written) -> Self {
            match written {
                Written::Plain(text) => Self { text, with: Vec::new() },
                Written::InCompany { phrase: text, with } => Self { text, with },
            }
        }
    }

    #[test]
    fn every_file_is_read_as_yaml_reads_it() {
        for (name, text) in FILES {
            let concepts: BTreeMap<String, Vec<Written>> =
                serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let entry = |(concept, phrases): (String, Vec<Written>)| Entry {
                concept,
                phrases: phrases.into_iter().map(Phrase::from).collect(),
            };
            let expected: Vec<Entry> = concepts.into_iter().map(entry).collect();
            assert!(!expected.is_empty() && read(text) == expected, "{name} is read otherwise");
        }
    }

    #[test]
    fn no_phrase_stands_under_two_concepts_unless_company_tells_them_apart() {
        let mut known: BTreeMap<String, (&str, bool)> = BTreeMap::new();
        for entry in areas().iter().flat_map(|area| &area.entries) {
            let name = Phrase::plain(&entry.concept);
            for found in std::iter::once(&name).chain(&entry.phrases) {
                let now = (entry.concept.as_str(), found.with.is_empty());
                let before = known.insert(phrase::key(&found.text), now);
                let clash =
                    before.filter(|(concept, plain)| *concept != now.0 && (*plain || now.1));
                assert_eq!(clash, None, "\"{}\" also stands under {}", found.text, entry.concept);
            }
        }
    }
}
