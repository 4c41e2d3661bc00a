//! The judged pairs go through the same code as `roundtable evaluate`, and hold a floor.

use roundtable::ask::{self, Evaluation, Label};
use roundtable::document::Source;
use roundtable::similarity::Sensitivity;
use roundtable::{basics, comparison::Settings};

use crate::root;

/// What must hold at normal sensitivity, a little below what is measured.
const PRECISION: f64 = 0.92;
const RECALL: f64 = 0.70;

#[test]
fn judged_pairs_hold_their_floor_and_easy_ones_are_right() {
    let file = root().join("tests/judged/pairs.tsv");
    let (source, problems) = Source::open(&file, &basics::show(&file));
    let (labels, told) = ask::labels(&source);
    assert_eq!((problems, told), (Vec::new(), Vec::new()));
    assert!(labels.len() > 150, "too few pairs: the test would prove nothing");

    let normal = Sensitivity::Normal.threshold();
    let evaluation = ask::evaluate_alone(&labels, Settings::builtin(normal));
    let matrix = evaluation.matrix(normal);
    assert!(matrix.precision() >= PRECISION, "precision is {:.3}", matrix.precision());
    assert!(matrix.recall() >= RECALL, "recall is {:.3}", matrix.recall());

    let is_easy = |label: &Label| {
        source.line(label.line).is_some_and(|line| line.split('\t').nth(3) == Some("easy"))
    };
    let mistakes = mistakes(&evaluation, is_easy);
    assert!(mistakes.is_empty(), "easy pairs are wrong:\n{}", mistakes.join("\n"));
}

/// The wrong judgements among some pairs, one a line.
fn mistakes(evaluation: &Evaluation, among: impl Fn(&Label) -> bool) -> Vec<String> {
    let normal = Sensitivity::Normal.threshold();
    let wrong = [true, false].into_iter().flat_map(|same| evaluation.mistakes(normal, same));
    let wrong = wrong.filter(|one| among(one.label));
    wrong.map(|one| format!("{} | {}: {}", one.label.left, one.label.right, one.score)).collect()
}
