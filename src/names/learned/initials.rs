//! Acronyms that another leader spells out: "SMS reminders", and "Short message service reminders".

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::company::LeaderId;
use crate::names::learned::text::Text;
use crate::names::words::stem;
use crate::names::{is_glue, is_noise};

/// The fewest letters of an acronym; the initials of two words meet by chance.
const FEWEST: usize = 3;

/// The most letters of an acronym.
const MOST: usize = 6;

/// A word that stands in more than one of so many names tells none of them...
const COMMON: usize = 20;

/// ... unless it stands in so few.
const FEW: usize = 5;

/// What is said beside an acronym or beside the words of one: the stems that tell something.
type Beside<'a> = BTreeSet<&'a str>;

/// Every acronym with the words that another leader says instead of it.
///
/// Safe because the acronym must be written in capitals; because both names must say the same
/// beside it; because a leader who plans both means two things; and because an acronym with two
/// such readings has none.
pub fn spelt_out(texts: &[Text]) -> Vec<(String, Vec<String>)> {
    let names = NameWords::new(texts);
    let mut short: FxHashMap<(&str, Beside), FxHashSet<LeaderId>> = FxHashMap::default();
    let mut sayings: FxHashMap<&str, usize> = FxHashMap::default();
    for text in texts {
        for acronym in acronyms(text).filter(|acronym| names.tell(acronym)) {
            let beside = names.telling(text.words.iter().filter(|word| *word != acronym));
            let leaders = short.entry((acronym, beside)).or_default();
            if leaders.is_empty() {
                *sayings.entry(acronym).or_default() += 1;
            }
            leaders.insert(text.leader);
        }
    }
    let mut long: BTreeMap<(&str, Beside, &[String]), FxHashSet<LeaderId>> = BTreeMap::new();
    for text in texts {
        for (at, acronym) in initials(&text.words, &sayings) {
            let (before, from) = text.words.split_at(at);
            let (run, after) = from.split_at(acronym.len());
            let telling = run.iter().filter(|word| names.tell(word)).count();
            if telling > 1 && !run.iter().any(|word| text.says_in_capitals(word)) {
                let beside = names.telling(before.iter().chain(after));
                long.entry((acronym, beside, run)).or_default().insert(text.leader);
            }
        }
    }
    let mut readings: BTreeMap<&str, BTreeSet<&[String]>> = BTreeMap::new();
    for ((acronym, beside, run), leaders) in long {
        // With nothing beside it, initials alone decide: too little for what is said elsewhere too.
        let is_bare = beside.is_empty() && sayings[acronym] > 1;
        let others = short.get(&(acronym, beside));
        if !is_bare && others.is_some_and(|others| others.is_disjoint(&leaders)) {
            readings.entry(acronym).or_default().insert(run);
        }
    }
    let sure = readings.into_iter().filter(|(_, runs)| runs.len() == 1);
    sure.flat_map(|(acronym, runs)| runs.into_iter().map(|run| (acronym.to_owned(), run.to_vec())))
        .collect()
}

/// The words of a text that may be acronyms.
fn acronyms<'a>(text: &'a Text) -> impl Iterator<Item = &'a String> {
    let is_short = |word: &&String| (FEWEST..=MOST).contains(&word.len());
    text.words.iter().filter(is_short).filter(|word| text.says_in_capitals(word))
}

/// Every run of words whose initials are one of the acronyms, with its place.
fn initials<'a>(words: &[String], known: &FxHashMap<&'a str, usize>) -> Vec<(usize, &'a str)> {
    let first: String = words.iter().map(|word| word.chars().next().unwrap_or(' ')).collect();
    if !first.is_ascii() {
        return Vec::new();
    }
    let runs = (0..words.len()).flat_map(|at| (FEWEST..=MOST).map(move |length| (at, length)));
    runs.filter_map(|(at, length)| {
        let is_phrase = !is_glue(words.get(at)?) && !is_glue(words.get(at + length - 1)?);
        let (acronym, _) = known.get_key_value(first.get(at..at + length)?)?;
        is_phrase.then_some((at, *acronym))
    })
    .collect()
}

/// Which words tell a name.
struct NameWords<'a> {
    /// The stem of every word, where it tells anything.
    stems: FxHashMap<&'a str, Option<String>>,
}

impl<'a> NameWords<'a> {
    fn new(texts: &'a [Text]) -> Self {
        let mut uses: FxHashMap<&str, usize> = FxHashMap::default();
        for word in texts.iter().flat_map(|text| &text.words) {
            *uses.entry(word).or_default() += 1;
        }
        let telling = |word: &str, uses: usize| {
            let stem = stem(word);
            let tells = !is_noise(&stem) && (uses <= FEW || uses * COMMON <= texts.len());
            tells.then_some(stem)
        };
        Self { stems: uses.into_iter().map(|(word, uses)| (word, telling(word, uses))).collect() }
    }

    fn tell(&self, word: &str) -> bool {
        self.stems.get(word).is_some_and(Option::is_some)
    }

    /// The stems of the words that tell something.
    fn telling<'b>(&self, words: impl Iterator<Item = &'b String>) -> Beside<'_> {
        words.filter_map(|word| self.stems.get(word.as_str())?.as_deref()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &[(&str, &str)], expected: &[(&str, &str)]) {
        // Leaders of the tests begin with letters of their own.
        let id = |leader: &str| LeaderId(leader.bytes().map(u32::from).sum());
        let texts: Vec<Text> =
            written.iter().map(|(leader, text)| Text::new(id(leader), text)).collect();
        let found = spelt_out(&texts);
        let found: Vec<(&str, String)> =
            found.iter().map(|(acronym, words)| (acronym.as_str(), words.join(" "))).collect();
        let found: Vec<(&str, &str)> =
            found.iter().map(|(acronym, words)| (*acronym, words.as_str())).collect();
        assert_eq!(found, expected, "{written:?}");
    }

    #[test]
    fn another_leader_spells_it_out_beside_the_same_words() {
        let known = [("rma", "return merchandise authorization")];
        check(
            &[
                ("Ana", "RMA portal for resellers"),
                ("Bo", "Return merchandise authorization portal: resellers"),
            ],
            &known,
        );
        check(&[("Ana", "RMA"), ("Bo", "Return merchandise authorization")], &known);
        check(
            &[("Ana", "Upload a BOM"), ("Bo", "Bill of materials upload")],
            &[("bom", "bill of materials")],
        );
    }

    #[test]
    fn initials_that_meet_by_chance_are_not_learnt() {
        let long = ("Bo", "Regional marketing analysis");
        for short in [
            // not in capitals
            ("Ana", "Rma portal"),
            // something else beside it
            ("Ana", "RMA portal"),
            // the same leader
            ("Bo", "RMA"),
        ] {
            check(&[short, long], &[]);
        }
        // All is in capitals, so that none are marked.
        check(&[("Ana", "RMA PORTAL"), ("Bo", "Regional marketing analysis portal")], &[]);
        // It is said elsewhere too, and there it means something else.
        check(&[("Ana", "RMA"), ("Cy", "RMA portal"), long], &[]);
    }

    #[test]
    fn a_leader_who_plans_both_means_two_things() {
        check(
            &[
                ("Ana", "RMA"),
                ("Ana", "Regional marketing analysis"),
                ("Bo", "Regional marketing analysis"),
            ],
            &[],
        );
    }

    #[test]
    fn an_acronym_with_two_readings_has_none() {
        check(
            &[
                ("Ana", "RMA"),
                ("Bo", "Regional marketing analysis"),
                ("Cy", "Return merchandise authorization"),
            ],
            &[],
        );
    }
}
