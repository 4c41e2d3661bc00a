//! The built-in entries, one file per area.

use std::sync::LazyLock;

use rayon::prelude::*;

use crate::basics::without_comments;
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
fn read(text: &'static str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in without_comments(text) {
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

const FILES: [(&str, &str); 44] = files! {
    "ai"
    "analytics-and-data"
    "billing-and-payments"
    "catalogue-and-search"
    "checkout-and-orders"
    "cloud-and-containers"
    "content-and-collaboration"
    "crm-and-sales"
    "databases-and-data-governance"
    "developer-platform"
    "developer-tools-and-ml-operations"
    "devices-and-iot"
    "education-and-research"
    "energy-and-utilities"
    "enterprise-it"
    "finance-and-insurance"
    "health"
    "hr-and-internal-tools"
    "identity-and-access"
    "infrastructure-and-reliability"
    "logistics-and-delivery"
    "loyalty-and-personalization"
    "manufacturing"
    "marketing-and-growth"
    "media-and-entertainment"
    "messaging-and-notifications"
    "mobile-web-and-design"
    "networking-and-storage"
    "onboarding-and-lifecycle"
    "partners-and-suppliers"
    "pricing-and-promotions"
    "procurement-and-legal"
    "product-operations"
    "public-sector"
    "security-and-compliance"
    "stores-and-retail"
    "support"
    "sustainability-and-risk"
    "travel-and-hospitality"
    "trust-and-safety"
    "vertical-services"
    "warehouse-and-inventory"
    "work-management"
    "workplace-and-facilities"
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;
    use crate::names::glossary::phrase;
    use crate::names::words::{noise, split, stem};

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
        let mut clashes = Vec::new();
        for entry in areas().iter().flat_map(|area| &area.entries) {
            let name = Phrase::plain(&entry.concept);
            for found in std::iter::once(&name).chain(&entry.phrases) {
                let now = (entry.concept.as_str(), found.with.is_empty());
                let before = known.insert(phrase::key(&found.text), now);
                let clash =
                    before.filter(|(concept, plain)| *concept != now.0 && (*plain || now.1));
                if let Some((other, _)) = clash {
                    clashes.push(format!("\"{}\": {other}, {}", found.text, entry.concept));
                }
            }
        }
        assert!(clashes.is_empty(), "these phrases stand twice:\n{}", clashes.join("\n"));
    }

    #[test]
    fn no_phrase_is_one_everyday_word_of_plans() {
        let entries = areas().iter().flat_map(|area| &area.entries);
        let phrases = entries.flat_map(|entry| {
            let plain = entry.phrases.iter().filter(|phrase| phrase.with.is_empty());
            plain.map(move |phrase| (entry, phrase))
        });
        let is_everyday = |phrase: &Phrase| {
            let words = split::words(&phrase.text);
            let mut telling = words.iter().filter(|word| !phrase::is_little(word));
            match (telling.next(), telling.next()) {
                (Some(word), None) => noise::is_everyday(&stem(word)),
                _ => false,
            }
        };
        let wide = phrases.filter(|(_, phrase)| is_everyday(phrase));
        let wide: Vec<String> =
            wide.map(|(entry, phrase)| format!("{}: {}", entry.concept, phrase.text)).collect();
        assert!(wide.is_empty(), "these phrases are everyday words:\n{}", wide.join("\n"));
    }
}
