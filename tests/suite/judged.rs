//! The judged pairs go through the same code as `roundtable evaluate`.

use roundtable::ask::{self, Evaluation, Label};
use roundtable::document::Source;
use roundtable::similarity::Sensitivity;
use roundtable::{basics, comparison::Settings};

use crate::root;

#[test]
fn easy_pairs_are_right() {
    let (source, labels) = judged();
    assert!(labels.len() > 150, "too few pairs: the test would prove nothing");
    let is_easy = |label: &Label| {
        source.line(label.line).is_some_and(|line| line.split('\t').nth(3) == Some("easy"))
    };
    let normal = Sensitivity::Normal.threshold();
    let evaluation = ask::evaluate_alone(&labels, Settings::builtin(normal));
    let mistakes = mistakes(&evaluation, is_easy);
    assert!(mistakes.is_empty(), "easy pairs are wrong:\n{}", mistakes.join("\n"));
}

/// Precision and recall on the judged pairs.
pub fn rates(sensitivity: Sensitivity) -> [f64; 2] {
    let threshold = sensitivity.threshold();
    let (_, labels) = judged();
    let evaluation = ask::evaluate_alone(&labels, Settings::builtin(threshold));
    let matrix = evaluation.matrix(threshold);
    [matrix.precision(), matrix.recall()]
}

/// The file with the judged pairs, and the pairs.
fn judged() -> (Source, Vec<Label>) {
    let file = root().join("tests/judged/pairs.tsv");
    let (source, problems) = Source::open(&file, &basics::show(&file));
    let (labels, told) = ask::labels(&source);
    assert_eq!((problems, told), (Vec::new(), Vec::new()));
    (source, labels)
}

/// The wrong judgements among some pairs, one a line.
fn mistakes(evaluation: &Evaluation, among: impl Fn(&Label) -> bool) -> Vec<String> {
    let normal = Sensitivity::Normal.threshold();
    let wrong = [true, false].into_iter().flat_map(|same| evaluation.mistakes(normal, same));
    let wrong = wrong.filter(|one| among(one.label));
    wrong.map(|one| format!("{} | {}: {}", one.label.left, one.label.right, one.score)).collect()
}
