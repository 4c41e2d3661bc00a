//! What is measured on the judged pairs is what was measured before: half a point lost fails, and so
//! does half a point gained that nobody wrote down.
//!
//! `tests/judged/floors.tsv` is written by the update, never by hand.

use std::collections::BTreeMap;
use std::fs;

use roundtable::similarity::Sensitivity;

use crate::{acme, judged, root, updating};

/// How far a rate may be from what was measured before.
const TOLERANCE: f64 = 0.005;

/// What stands over the columns of the file.
const HEADER: &str = "set\tsensitivity\tprecision\trecall";

/// Precision and recall, from 0 to 1.
type Rates = [f64; 2];

#[test]
fn what_is_measured_is_what_was_measured_before() {
    let file = root().join("tests/judged/floors.tsv");
    let measured = measured();
    if updating() {
        let row = |((set, sensitivity), [precision, recall]): (&(String, String), &Rates)| {
            format!("{set}\t{sensitivity}\t{precision:.3}\t{recall:.3}\n")
        };
        let rows: String = measured.iter().map(row).collect();
        fs::write(&file, format!("{HEADER}\n{rows}")).expect("the floors are written");
        return;
    }
    let known = known(&fs::read_to_string(&file).expect("the floors"));
    let sets = |rates: &BTreeMap<_, _>| rates.keys().cloned().collect::<Vec<_>>();
    assert_eq!(sets(&measured), sets(&known), "UPDATE=1 writes the floors of other sets");
    for (set, rates) in &measured {
        let is_near = rates.iter().zip(known[set]).all(|(x, y)| (x - y).abs() <= TOLERANCE);
        assert!(
            is_near,
            "{set:?}: precision and recall are {rates:.3?} and were {:.3?}; if that is better, or \
             worth it, UPDATE=1 writes it down",
            known[set]
        );
    }
}

/// The rates of every set at every sensitivity.
fn measured() -> BTreeMap<(String, String), Rates> {
    let mut rates = BTreeMap::new();
    for sensitivity in Sensitivity::ALL {
        let word = sensitivity.word().to_owned();
        rates.insert(("pairs".to_owned(), word.clone()), judged::rates(sensitivity));
        rates.insert(("acme".to_owned(), word), acme::rates(sensitivity));
    }
    rates
}

fn known(text: &str) -> BTreeMap<(String, String), Rates> {
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let rate = |at: usize| cells[at].parse::<f64>().expect("a rate");
        ((cells[0].to_owned(), cells[1].to_owned()), [rate(2), rate(3)])
    };
    text.lines().skip(1).map(row).collect()
}
