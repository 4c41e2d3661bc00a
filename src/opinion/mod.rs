//! What the company's own program, such as a local language model, thinks of two items that are only
//! worth a look.

mod file;

pub use file::{FILE, read, write};

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::basics::fingerprint::hash;
use crate::company::Planned;
use crate::roadmap::Item;

/// What two items are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// One feature.
    Same,
    /// Two features that have to do with each other.
    Related,
    /// Two features.
    Different,
}

impl Verdict {
    /// The word for it, in reports and in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Related => "related",
            Self::Different => "different",
        }
    }
}

/// An opinion about two items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// The names that were asked about, for people who read the file.
    pub names: [String; 2],
    /// What they are to each other.
    pub verdict: Verdict,
    /// Why, in a sentence; may be empty.
    pub why: String,
}

impl Opinion {
    /// The opinion as one of the reasons of a link: `second opinion: same (both buy from us)`.
    pub fn reason(&self) -> String {
        match (self.verdict.word(), self.why.as_str()) {
            (verdict, "") => format!("second opinion: {verdict}"),
            (verdict, why) => format!("second opinion: {verdict} ({why})"),
        }
    }
}

/// What was asked of an item: the fingerprint of its name and description, in 16 hexadecimal digits.
/// A leader who gets another name, or a file that moves, asks nothing new.
pub type Asked = String;

/// Opinions by what was asked, the smaller fingerprint first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opinions(BTreeMap<[Asked; 2], Opinion>);

impl Opinions {
    /// No opinion about anything.
    pub const NONE: &'static Self = &Self(BTreeMap::new());

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is thought of two items.
    pub fn of(&self, a: &Item, b: &Item) -> Option<&Opinion> {
        if self.is_empty() { None } else { self.0.get(&key(a, b)) }
    }

    /// Keeps what is thought of two items, in place of what was thought before.
    pub fn keep(&mut self, a: &Item, b: &Item, verdict: Verdict, why: String) {
        let mut sides = [(asked(a), a.name.clone()), (asked(b), b.name.clone())];
        sides.sort();
        let [(x, left), (y, right)] = sides;
        self.0.insert([x, y], Opinion { names: [left, right], verdict, why });
    }

    /// Keeps other opinions, in place of what was thought of the same items.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The pairs of items that are two features, each the smaller first, ascending.
    pub fn told_apart(&self, items: &[Planned]) -> Vec<[usize; 2]> {
        let different = |(_, opinion): &(&_, &Opinion)| opinion.verdict == Verdict::Different;
        let mut told = self.0.iter().filter(different).peekable();
        if told.peek().is_none() {
            return Vec::new();
        }
        let mut by_asked: FxHashMap<Asked, Vec<usize>> = FxHashMap::default();
        for (at, planned) in items.iter().enumerate() {
            by_asked.entry(asked(planned.item)).or_default().push(at);
        }
        let of = |side: &Asked| by_asked.get(side).map_or(&[][..], Vec::as_slice);
        let mut pairs = Vec::new();
        for ([a, b], _) in told {
            let all = of(a).iter().flat_map(|&x| of(b).iter().map(move |&y| [x.min(y), x.max(y)]));
            pairs.extend(all.filter(|[x, y]| x != y));
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

fn key(a: &Item, b: &Item) -> [Asked; 2] {
    let mut key = [asked(a), asked(b)];
    key.sort();
    key
}

fn asked(item: &Item) -> Asked {
    let description = item.description.as_deref().unwrap_or_default();
    let bytes = item.name.bytes().chain([0]).chain(description.bytes());
    format!("{:016x}", hash(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(name: &str, description: &str) -> Item {
        let description = Some(description.to_owned()).filter(|text| !text.is_empty());
        Item { name: name.to_owned(), description, ..Item::default() }
    }

    #[test]
    fn an_opinion_holds_while_names_and_descriptions_do() {
        let (a, b) = (item("Tram map", "lines"), item("Line map", ""));
        let mut opinions = Opinions::default();
        opinions.keep(&a, &b, Verdict::Same, "both draw lines".to_owned());
        let verdict = |a: &Item, b: &Item| opinions.of(a, b).map(|it| it.verdict);
        assert_eq!(verdict(&a, &b), Some(Verdict::Same));
        assert_eq!(verdict(&b, &a), Some(Verdict::Same));
        assert_eq!(verdict(&item("Tram map", "stops"), &b), None);
        assert_eq!(verdict(&item("Tram maps", "lines"), &b), None);
    }
}
