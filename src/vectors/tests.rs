//! How near names are in each view, over pairs in a table.

use crate::company::Company;
use crate::company::sample::roadmaps;
use crate::names::{self, Glossary};
use crate::vectors::{Vector, views};

/// The cosines of two names' first forms: by words, by trigrams inside words, by letters joined.
fn cosines(left: &str, right: &str) -> [f32; 3] {
    let lines = [format!("Ana: {left}"), format!("Bo: {right}")];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let roadmaps = roadmaps(&lines);
    let company = Company::of(&roadmaps);
    let names = names::names(&company.items, &[], Glossary::builtin());
    let views = views(&names);
    let [x, y] = [0, 1].map(|item| {
        let name = names.of[item] as usize;
        &views[names.names[name].whole[0] as usize]
    });
    [x.words.cosine(&y.words), x.pieces.cosine(&y.pieces), x.letters.cosine(&y.letters)]
}

/// The least and the most that a cosine may be.
type Range = (f32, f32);

/// Each pair, and the range of its cosine in each view.
fn check(rows: &[(&str, &str, [Range; 3])]) {
    for (left, right, expected) in rows {
        let found = cosines(left, right);
        for (cosine, (least, most)) in found.into_iter().zip(expected) {
            let is_within = (*least..=*most).contains(&cosine);
            assert!(is_within, "{left} | {right}: {found:?}, expected {expected:?}");
        }
    }
}

const NONE: Range = (0.0, 0.0);
const SOME: Range = (0.1, 0.9);
const SAME: Range = (0.999, 1.001);

#[test]
fn each_view_sees_what_the_others_miss() {
    check(&[
        ("Parcel locker", "Parcel locker", [SAME, SAME, SAME]),
        ("Parcel locker", "Locker parcel", [SAME, SAME, SOME]),
        ("Parcel locker", "Weather", [NONE, (0.0, 0.1), (0.0, 0.1)]),
        ("Calligraphy", "Caligraphy", [NONE, SOME, SOME]),
        ("Rain barrel", "Rain gutter", [SOME, SOME, SOME]),
    ]);
}

#[test]
fn what_a_leader_says_in_every_item_weighs_less() {
    let lines = ["Ana: Farm scales, Farm gates, Farm roads", "Bo: Farm scales, Chat, Maps"];
    let roadmaps = roadmaps(&lines);
    let company = Company::of(&roadmaps);
    let names = names::names(&company.items, &[], Glossary::builtin());
    let weight = |word: &str| {
        let id = names.vocabulary.id(&names::stem(word)).expect("a word of the names");
        names.vocabulary.weight(id)
    };
    assert!(weight("farm") < weight("scales"));
}

#[test]
fn a_vector_has_length_1_and_a_dimension_counts_once() {
    let vector = Vector::new(vec![(3, 2.0), (1, 1.0), (3, 2.0)]);
    let length: f32 = vector.weights().iter().map(|(_, weight)| weight * weight).sum();
    assert!((length - 1.0).abs() < 1e-6, "{length}");
    let dimensions: Vec<u32> = vector.weights().iter().map(|(dimension, _)| *dimension).collect();
    assert_eq!(dimensions, [1, 3]);
    assert_eq!(Vector::new(Vec::new()).cosine(&vector).to_bits(), 0.0_f32.to_bits());
}
