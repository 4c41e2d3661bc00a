//! Pairs of forms worth comparing, found without comparing all (blocking).

use rayon::prelude::*;

use crate::vectors::{Vector, Views};

/// How many entries of the index one form may look at; the rarest of its words and trigrams come
/// first, so what is left out is common to very many names. Half and twice as many measure the same
/// on the labelled sets, which hold up to 5,000 names.
const LOOKS: usize = 2000;

/// How many candidates one form keeps. 12 and 48 measure the same.
const KEPT: usize = 24;

/// What two forms must share at least, of the 2 that a form shares with itself. 0.35 and 0.55 measure
/// the same.
const LEAST: f32 = 0.45;

/// Every pair of forms that share rare words or rare trigrams, each once, `a < b`, ascending.
///
/// Work and result grow with the number of forms, never with its square. Two forms that share no
/// word and no trigram are never a pair.
pub fn pairs(views: &[Views]) -> Vec<(u32, u32)> {
    let words = Index::new(views.iter().map(|view| &view.words));
    let letters = Index::new(views.iter().map(|view| &view.letters));
    let mut pairs: Vec<(u32, u32)> = (0..views.len())
        .into_par_iter()
        .map_init(
            || Scratch::new(views.len()),
            |scratch, at| {
                scratch.look(&words, &views[at].words);
                scratch.look(&letters, &views[at].letters);
                scratch.best(at as u32)
            },
        )
        .flatten_iter()
        .collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// For every dimension the forms that have it, with their weights.
struct Index {
    postings: Vec<Vec<(u32, f32)>>,
}

impl Index {
    fn new<'a>(vectors: impl Iterator<Item = &'a Vector>) -> Self {
        let mut postings: Vec<Vec<(u32, f32)>> = Vec::new();
        for (vector, at) in vectors.zip(0..) {
            for &(dimension, weight) in vector.weights() {
                let dimension = dimension as usize;
                if postings.len() <= dimension {
                    postings.resize_with(dimension + 1, Vec::new);
                }
                postings[dimension].push((at, weight));
            }
        }
        Self { postings }
    }
}

/// What one thread adds up while it looks at one form.
struct Scratch {
    shared: Vec<f32>,
    touched: Vec<u32>,
}

impl Scratch {
    fn new(forms: usize) -> Self {
        Self { shared: vec![0.0; forms], touched: Vec::new() }
    }

    /// Adds what every other form shares with `vector`, rarest dimensions first.
    fn look(&mut self, index: &Index, vector: &Vector) {
        let mut dimensions: Vec<(usize, u32, f32)> = vector
            .weights()
            .iter()
            .map(|&(d, weight)| (index.postings[d as usize].len(), d, weight))
            .collect();
        dimensions.sort_unstable_by_key(|&(length, dimension, _)| (length, dimension));
        let mut left = LOOKS;
        for (length, dimension, weight) in dimensions {
            if length > left {
                break;
            }
            left -= length;
            for &(other, its) in &index.postings[dimension as usize] {
                let sum = &mut self.shared[other as usize];
                if *sum == 0.0 {
                    self.touched.push(other);
                }
                *sum += weight * its;
            }
        }
    }

    /// The forms that share most with form `at`; ready for the next form afterwards.
    fn best(&mut self, at: u32) -> Vec<(u32, u32)> {
        let mut found: Vec<(f32, u32)> = self
            .touched
            .drain(..)
            .map(|other| (std::mem::take(&mut self.shared[other as usize]), other))
            .filter(|&(shared, other)| other != at && shared >= LEAST)
            .collect();
        let order = |x: &(f32, u32), y: &(f32, u32)| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1));
        if found.len() > KEPT {
            found.select_nth_unstable_by(KEPT, order);
            found.truncate(KEPT);
        }
        found.into_iter().map(|(_, other)| (at.min(other), at.max(other))).collect()
    }
}

#[cfg(test)]
mod tests;
