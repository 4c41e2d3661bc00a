//! The built-in entries, one file per area.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rayon::prelude::*;

use crate::normalize::glossary::{Entry, Phrase};

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

/// Reads one file; a test proves that all of them can be read.
fn read(text: &str) -> Vec<Entry> {
    let concepts: BTreeMap<String, Vec<Phrase>> = serde_yaml::from_str(text).unwrap_or_default();
    concepts.into_iter().map(|(concept, phrases)| Entry { concept, phrases }).collect()
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
    use super::*;
    use crate::normalize::glossary::phrase;

    #[test]
    fn every_file_can_be_read() {
        for area in areas() {
            assert!(!area.entries.is_empty(), "{} cannot be read", area.name);
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
