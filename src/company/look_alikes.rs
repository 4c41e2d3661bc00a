//! Leaders who are likely one person, though nothing proves it: told, so that somebody says so.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::basics::{Place, Problem, Severity, fold, person, spelling, yaml};
use crate::company::people::names;
use crate::roadmap::Roadmap;

/// Fewer items than this may be the same by chance.
const LEAST_ITEMS: usize = 3;

/// One of the names that are compared.
struct Leader<'a> {
    name: &'a str,
    words: Vec<String>,
    items: BTreeSet<String>,
    place: &'a Place,
}

/// One warning for every two leaders whose names look like one, or who plan mostly the same to the
/// letter.
///
/// Goes in: every roadmap, and the names that the configuration gives to leaders; two of those are
/// known to be two.
pub fn look_alikes(roadmaps: &[Roadmap], known: &BTreeSet<String>) -> Vec<Problem> {
    let names = names(roadmaps);
    let mut leaders: BTreeMap<String, Leader> = BTreeMap::new();
    for roadmap in roadmaps {
        let key = person(&roadmap.leader);
        let name = names[&key];
        let words = person(name).split(' ').map(str::to_owned).collect();
        let place = &roadmap.place;
        let new = Leader { name, words, items: BTreeSet::new(), place };
        let leader = leaders.entry(key).or_insert(new);
        leader.items.extend(roadmap.items.iter().map(|item| fold(&item.name)));
        leader.place = leader.place.min(place);
    }
    let all: Vec<Leader> = leaders.into_values().collect();
    let is_known = |leader: &Leader| known.contains(&person(leader.name));
    let mut told = Vec::new();
    for (one, other) in pairs(&all) {
        let (one, other) = (&all[one], &all[other]);
        let why = if look_alike(one, other) {
            Some("look like one leader".to_owned())
        } else {
            share(one, other)
        };
        if let Some(why) = why.filter(|_| !is_known(one) || !is_known(other)) {
            told.push(warning(one, other, &why));
        }
    }
    told
}

/// The pairs that have a word or an item in common; what half of the leaders have tells nothing.
fn pairs(leaders: &[Leader]) -> BTreeSet<(usize, usize)> {
    let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, leader) in leaders.iter().enumerate() {
        for word in &leader.words {
            let plain = without_accents(word);
            holders.entry(format!("name {plain}")).or_default().push(at);
            if leader.words.len() == 1 {
                let begins: String = plain.chars().take(2).collect();
                holders.entry(format!("begins {begins}")).or_default().push(at);
            }
        }
        for item in &leader.items {
            holders.entry(format!("item {item}")).or_default().push(at);
        }
    }
    let most = (leaders.len() / 2).clamp(4, 50);
    let mut pairs = BTreeSet::new();
    for mut holders in holders.into_values().filter(|holders| holders.len() <= most) {
        holders.dedup();
        for (at, &one) in holders.iter().enumerate() {
            pairs.extend(holders[at + 1..].iter().map(|&other| (one, other)));
        }
    }
    pairs
}

/// Whether two names look like one: the same words in another order or without accents, a first
/// name and its initial, or one slip of the pen in a word that is no acronym.
fn look_alike(one: &Leader, other: &Leader) -> bool {
    let sorted = |leader: &Leader| {
        let mut words: Vec<String> = leader.words.iter().map(|it| without_accents(it)).collect();
        words.sort_unstable();
        words
    };
    if sorted(one) == sorted(other) {
        return true;
    }
    let mut differ = one.words.iter().zip(&other.words).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differ.next(), differ.next()) else { return false };
    let is_initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    let is_slip = a.chars().next() == b.chars().next()
        && a.chars().all(char::is_alphabetic)
        && ![one, other].iter().any(|leader| is_acronym(leader.name, a, b))
        && a.chars().count().min(b.chars().count()) > 2
        && spelling::is_one_slip(a, b);
    let several = one.words.len() > 1;
    one.words.len() == other.words.len()
        && (several && (is_initial(a, b) || is_initial(b, a) || is_slip)
            || !several && spelling::likeness(a, b) > 0.0)
}

/// Whether one of the words stands in the name in capitals only.
fn is_acronym(name: &str, a: &str, b: &str) -> bool {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let capitals = words.filter(|word| !word.contains(char::is_lowercase)).map(str::to_lowercase);
    capitals.into_iter().any(|word| word == a || word == b)
}

/// That more than half of what each of two leaders plans is the same to the letter.
fn share(one: &Leader, other: &Leader) -> Option<String> {
    let shared = one.items.intersection(&other.items).count();
    let most = one.items.len().max(other.items.len());
    (shared >= LEAST_ITEMS && 2 * shared > most)
        .then(|| format!("share {shared} of {most} items to the letter"))
}

fn warning(one: &Leader, other: &Leader, why: &str) -> Problem {
    let (name, alias) = (one.name.min(other.name), one.name.max(other.name));
    let place = if alias == one.name { one.place } else { other.place };
    let [one_key, other_key] = [name, alias].map(yaml::scalar);
    Problem {
        place: Place::whole(&place.file),
        severity: Severity::Warning,
        message: format!("\"{name}\" and \"{alias}\" {why}"),
        help: Some(format!(
            "if they are one, say so in roundtable.yaml: leaders: {{{one_key}: [{other_key}]}}; \
             if they are two: leaders: {{{one_key}: [], {other_key}: []}}"
        )),
        source: None,
    }
}

fn without_accents(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::company::sample::roadmaps;

    fn check(lines: &[&str], known: &[&str], expected: &[&str]) {
        let known = known.iter().map(|name| person(name)).collect();
        let told = look_alikes(&roadmaps(lines), &known);
        let told: Vec<&str> = told.iter().map(|it| &*it.message).collect();
        assert_eq!(told, expected, "{lines:?}");
    }

    #[test]
    fn names_that_look_like_one_are_told() {
        for other in ["Ruiz Ana", "A. Ruiz", "Anna Ruiz", "Ana Ruíz", "Ana Ruis"] {
            let (first, second) = (other.min("Ana Ruiz"), other.max("Ana Ruiz"));
            let told = format!("\"{first}\" and \"{second}\" look like one leader");
            let lines = [&*format!("{other}: A"), "Ana Ruiz: B", "Bo Chen: C"];
            check(&lines, &[], &[&told]);
            check(&lines, &["Ana Ruiz", other], &[]);
        }
    }

    #[test]
    fn other_names_are_not_told() {
        check(&["Ana Ruiz: A", "Bo Ruiz: B", "Ana Chen: C", "Team 1: D", "Team 2: E"], &[], &[]);
        check(&["Data: A", "Date: B", "Platform: C", "Ana Ruiz: D", "Ana Ruiz (X): E"], &[], &[]);
        check(&["US / OCIO: A", "US / OCDO: B", "US / OCO: C"], &[], &[]);
    }

    #[test]
    fn leaders_who_plan_the_same_to_the_letter_are_told() {
        check(
            &["Ana: A, B, C, D", "Bo: a, B, c, E", "Cy: A, F, G, H"],
            &[],
            &["\"Ana\" and \"Bo\" share 3 of 4 items to the letter"],
        );
        check(&["Ana: A, B", "Bo: A, B"], &[], &[]);
        check(&["Ana: A, B, C", "Bo: A, B, C, D, E, F"], &[], &[]);
    }
}
