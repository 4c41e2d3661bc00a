//! What would change a verdict: lines that a company can paste.

use crate::ask::Verdict;
use crate::names::ReadName;
use crate::similarity::{Score, Sensitivity};

/// A way to have it otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// A line of `glossary:` makes them one everywhere.
    Glossary {
        /// The concept.
        concept: String,
        /// What else means it.
        phrase: String,
    },
    /// `aliases:` on the item of that name makes these two one.
    Alias {
        /// The item's name.
        name: String,
        /// Its other name.
        alias: String,
    },
    /// This sensitivity shows them as one.
    Sensitivity(Sensitivity),
    /// A line of `distinct:` keeps them two.
    Distinct([String; 2]),
    /// A line of `contrasts:` keeps all names apart that differ in these words.
    Contrast([String; 2]),
    /// The line of `distinct:` that keeps them two can go.
    NotDistinct,
    /// The comment that silences one can go.
    NotSilenced,
    /// Another status would let one count.
    NotDropped,
    /// A newer decision about both would join them.
    NotToldApart,
    /// The line of the opinions file can go.
    NoOpinion,
    /// A name that says more would be compared.
    SayMore,
}

/// What would change the verdict on two names, the most general first; `holds` tells whether a
/// lower threshold would make them one.
pub fn remedies(
    texts: [&str; 2],
    read: [&ReadName; 2],
    verdict: &Verdict,
    holds: impl Fn(Score) -> bool,
) -> Vec<Remedy> {
    let [left, right] = texts.map(str::to_owned);
    let alias = Remedy::Alias { name: right.clone(), alias: left.clone() };
    let lower = Sensitivity::ALL.into_iter().find(|level| holds(level.threshold()));
    match verdict {
        Verdict::SameItem | Verdict::SameName | Verdict::Settled => Vec::new(),
        Verdict::Silenced(_) => vec![Remedy::NotSilenced],
        Verdict::Dropped(_) => vec![Remedy::NotDropped],
        Verdict::ToldApart(_) => vec![Remedy::NotToldApart],
        Verdict::Linked | Verdict::Joined => {
            let words = apart(read).map(Remedy::Contrast);
            std::iter::once(Remedy::Distinct([left, right])).chain(words).collect()
        }
        Verdict::Distinct => vec![Remedy::NotDistinct],
        Verdict::Opinion(_) => vec![Remedy::NoOpinion],
        Verdict::Generic => vec![Remedy::SayMore],
        Verdict::Near(_) | Verdict::Contrasting(_) | Verdict::Rivalled | Verdict::Apart => {
            vec![alias]
        }
        Verdict::Unlike => {
            let lower = lower.map(Remedy::Sensitivity);
            lower.into_iter().chain(glossary(read)).chain([alias]).collect()
        }
    }
}

/// The line that gives both names one meaning: the concept that one of them has already.
fn glossary(read: [&ReadName; 2]) -> Option<Remedy> {
    let [left, right] = read.map(essence);
    let has_concept = |reading: &ReadName| reading.concepts.len() == 1;
    let (concept, phrase) =
        if has_concept(read[1]) && !has_concept(read[0]) { (right, left) } else { (left, right) };
    (concept != phrase && !concept.is_empty() && !phrase.is_empty())
        .then_some(Remedy::Glossary { concept, phrase })
}

/// What a name is about: its only concept, else its words without the noise around them.
pub fn essence(reading: &ReadName) -> String {
    if let [found] = reading.concepts.as_slice() {
        return found.concept.clone();
    }
    let tells = |at: &usize| reading.words[*at].term.tells();
    let mut telling = (0..reading.words.len()).filter(tells);
    let Some(first) = telling.next() else { return String::new() };
    let last = telling.next_back().unwrap_or(first);
    let words = reading.words[first..=last].iter().map(|word| word.written.as_str());
    words.collect::<Vec<_>>().join(" ")
}

/// The one word in which each name differs from the other.
fn apart(read: [&ReadName; 2]) -> Option<[String; 2]> {
    let lone = |this: &ReadName, other: &ReadName| {
        let lone = this.words.iter().filter(|word| {
            !word.term.is_glue() && other.words.iter().all(|their| their.term != word.term)
        });
        let mut lone = lone.map(|word| word.written.clone());
        lone.next().filter(|_| lone.next().is_none())
    };
    Some([lone(read[0], read[1])?, lone(read[1], read[0])?])
}
