//! Words that look like company and mean the opposite, or another thing: import and export.
//!
//! A pair that differs in such a word is two features, however alike the rest is.

mod order;
mod table;

use std::fmt;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::names::{Names, Term, TermKind, Vocabulary, stem};
use order::Order;
use table::{POLARITY, ROWS};

/// The words in which two names contrast; where only one name has such a word, the other is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contrast {
    /// As the first name writes it.
    pub left: String,
    /// As the second name writes it.
    pub right: String,
}

impl fmt::Display for Contrast {
    /// Writes `import, not export`, or the one word that only one of the two has.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match (self.left.as_str(), self.right.as_str()) {
            ("", only) | (only, "") => write!(f, "{only} in one only"),
            (left, right) => write!(f, "{left}, not {right}"),
        }
    }
}

/// Words that tell features apart: a row holds classes, a class the words that mean one thing.
pub type Row = Vec<Vec<String>>;

/// What each word of a vocabulary contrasts with.
pub struct Contrasts {
    /// Row and class of every word that has one, the company's own rows after [`ROWS`].
    classes: FxHashMap<u32, Vec<(usize, usize)>>,
    /// The words of phrases that mean a concept; two phrases of one concept never contrast.
    spent: FxHashSet<u32>,
    /// Words that turn a name into its opposite.
    opposite: Vec<u32>,
    /// What the order of words tells apart.
    order: Order,
    /// What is left of every word with a digit when its digits go.
    skeletons: FxHashMap<u32, (TermKind, String)>,
}

impl Contrasts {
    /// Looks every word of the built-in rows and of a company's own up once.
    pub fn new(vocabulary: &Vocabulary, own: &[Row]) -> Self {
        let mut classes: FxHashMap<u32, Vec<(usize, usize)>> = FxHashMap::default();
        let mut enter = |row: usize, class: usize, word: &str| {
            for id in vocabulary.said(&stem(word)) {
                classes.entry(id).or_default().push((row, class));
            }
        };
        rows().for_each(|(row, class, word)| enter(row, class, word));
        for (row, of) in (ROWS.len()..).zip(own) {
            for (class, words) in of.iter().enumerate() {
                for word in words {
                    enter(row, class, &word.to_lowercase());
                }
            }
        }
        let mut opposite: Vec<u32> =
            POLARITY.iter().filter_map(|word| vocabulary.id(&stem(word))).collect();
        opposite.sort_unstable();
        let spent =
            vocabulary.iter().filter(|(_, term)| term.kind == TermKind::Spent).map(|(id, _)| id);
        let spent = spent.collect();
        // A version counts inside the phrase of a concept, too: "PCI DSS 3.2".
        let is_version = |stem: &str| stem.chars().all(|c| c.is_ascii_digit() || c == '.');
        let is_numbered = |term: &Term| {
            let has_digit = term.stem.contains(|c: char| c.is_ascii_digit());
            has_digit && (term.kind != TermKind::Spent || is_version(&term.stem))
        };
        let numbered = vocabulary.iter().filter(|(_, term)| is_numbered(term));
        // Whether the phrase holds it or it stands beside, it is the same version.
        let kind = |term: &Term| if is_version(&term.stem) { TermKind::Word } else { term.kind };
        let skeletons =
            numbered.map(|(id, term)| (id, (kind(term), skeleton(&term.stem)))).collect();
        Self { classes, spent, opposite, order: Order::new(vocabulary), skeletons }
    }

    /// The words in which two forms contrast: different numbers, different classes of one row, a
    /// word of polarity in one of them only, the same way in the other direction, or in and out.
    ///
    /// A form that says both ("import and export") contrasts with neither.
    pub fn between(&self, names: &Names, a: u32, b: u32) -> Option<Contrast> {
        let (a, b) = (&names.forms[a as usize], &names.forms[b as usize]);
        let (left, right) = self
            .numbers_apart(a, b)
            .or_else(|| self.classes_apart(a, b))
            .or_else(|| self.turned(a, b))
            .or_else(|| self.order.apart(a, b))?;
        let word = |id: Option<u32>| {
            id.map_or_else(String::new, |id| names.vocabulary.written(id).to_owned())
        };
        Some(Contrast { left: word(left), right: word(right) })
    }

    /// "TLS 1.2" and "TLS 1.3", "R4" and "R5": words alike but for their digits.
    fn numbers_apart(&self, a: &[u32], b: &[u32]) -> Option<Pair> {
        let only = |x: &[u32], y: &[u32]| -> Vec<(u32, &(TermKind, String))> {
            let lone = x.iter().filter(|id| !y.contains(id));
            lone.filter_map(|id| Some((*id, self.skeletons.get(id)?))).collect()
        };
        let (left, right) = (only(a, b), only(b, a));
        left.iter().find_map(|(x, bones)| {
            let (y, _) = right.iter().find(|(_, others)| others == bones)?;
            Some((Some(*x), Some(*y)))
        })
    }

    fn classes_apart(&self, a: &[u32], b: &[u32]) -> Option<Pair> {
        let classes = |form: &[u32]| -> Vec<(usize, usize, u32)> {
            let known = |id: &u32| self.classes.get(id).map(|classes| (*id, classes));
            let found = form.iter().filter_map(known);
            found
                .flat_map(|(id, of)| of.iter().map(move |&(row, class)| (row, class, id)))
                .collect()
        };
        let (left, right) = (classes(a), classes(b));
        let of_row = |x: &[(usize, usize, u32)], row| {
            x.iter().filter(move |c| c.0 == row).map(|c| c.1).collect::<Vec<_>>()
        };
        left.iter().find_map(|&(row, _, word)| {
            let (x, y) = (of_row(&left, row), of_row(&right, row));
            let apart = !y.is_empty() && !x.iter().any(|class| y.contains(class));
            let other = right.iter().find(|c| c.0 == row).map(|c| c.2)?;
            let told = !(self.spent.contains(&word) && self.spent.contains(&other));
            (apart && told).then_some((Some(word), Some(other)))
        })
    }

    /// A word of polarity that only one form has, and not beside its own opposite: "enable or
    /// disable" turns nothing.
    fn turned(&self, a: &[u32], b: &[u32]) -> Option<Pair> {
        let classes = |id: &u32| self.classes.get(id).into_iter().flatten();
        let is_balanced = |id: &u32, form: &[u32]| {
            classes(id).any(|(row, class)| {
                form.iter().flat_map(classes).any(|(other, of)| other == row && of != class)
            })
        };
        let turns = |id: &u32, form: &[u32]| {
            self.opposite.binary_search(id).is_ok() && !is_balanced(id, form)
        };
        let word = |form: &[u32]| form.iter().copied().find(|id| turns(id, form));
        match (word(a), word(b)) {
            (Some(_), Some(_)) | (None, None) => None,
            pair => Some(pair),
        }
    }
}

/// A word of the first form, and a word of the second.
type Pair = (Option<u32>, Option<u32>);

/// A word without its digits and points.
fn skeleton(word: &str) -> String {
    word.chars().filter(|c| !c.is_ascii_digit() && *c != '.').collect()
}

fn rows() -> impl Iterator<Item = (usize, usize, &'static str)> {
    ROWS.iter().enumerate().flat_map(|(row, told)| {
        let classes = told.classes.iter().enumerate();
        classes.flat_map(move |(class, words)| words.iter().map(move |&word| (row, class, word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basics::without_comments;

    #[test]
    fn no_word_stands_in_two_classes_of_a_row() {
        let mut classes: FxHashMap<(usize, String), usize> = FxHashMap::default();
        for (row, class, word) in rows() {
            let known = *classes.entry((row, stem(word))).or_insert(class);
            assert_eq!(known, class, "{word} contrasts with itself");
        }
    }

    #[test]
    fn every_line_of_the_table_has_an_area_two_classes_and_a_reason() {
        let lines = without_comments(include_str!("contrasts.tsv"));
        assert_eq!(ROWS.len(), lines.count());
        for row in ROWS.iter() {
            let is_told = !row.area.is_empty() && !row.why.is_empty() && row.classes.len() > 1;
            assert!(is_told && !row.classes.concat().contains(&""), "{row:?}");
        }
    }

    #[test]
    fn words_that_differ_only_in_their_digits_share_a_skeleton() {
        assert_eq!(skeleton("r4"), skeleton("r5"));
        assert_eq!(skeleton("1.2"), skeleton("1.3"));
        assert_ne!(skeleton("s3"), skeleton("k8s"));
    }
}
