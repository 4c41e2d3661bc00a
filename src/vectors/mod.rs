//! Names as weighted vectors, in three views.
//!
//! Words alone miss typos, letters alone miss meaning, and both miss compounds: so a name is seen
//! as its words, as the trigrams inside its words, and as the trigrams of its letters joined
//! ("log in" and "login" are then the same). Every view weighs what is rare more (TF-IDF, Salton
//! and Buckley 1988), and every vector has length 1, so that a dot product is a cosine.

mod grams;
mod vector;

pub use vector::Vector;

use rayon::prelude::*;

use crate::names::{Names, Vocabulary};
use grams::{Gram, Grams};

/// One form of a name in three views.
#[derive(Debug, Default)]
pub struct Views {
    /// Its words.
    pub words: Vector,
    /// The trigrams inside its words, each word with its borders.
    pub pieces: Vector,
    /// The trigrams of its letters joined.
    pub letters: Vector,
}

/// The three views of every form, in the order of [`Names::forms`].
pub fn views(names: &Names) -> Vec<Views> {
    let vocabulary = &names.vocabulary;
    let pieces: Vec<Vec<Gram>> =
        names.forms.par_iter().map(|form| grams::inside(form, vocabulary)).collect();
    let letters: Vec<Vec<Gram>> =
        names.forms.par_iter().map(|form| grams::across(form, vocabulary)).collect();
    let piece_grams = Grams::count(&pieces, names.planned_forms, vocabulary);
    let letter_grams = Grams::count(&letters, names.planned_forms, vocabulary);
    names
        .forms
        .par_iter()
        .zip(pieces.par_iter().zip(&letters))
        .map(|(form, (pieces, letters))| Views {
            words: word_vector(form, vocabulary),
            pieces: piece_grams.vector(pieces),
            letters: letter_grams.vector(letters),
        })
        .collect()
}

fn word_vector(form: &[u32], vocabulary: &Vocabulary) -> Vector {
    let weights = form.iter().map(|&id| (id, vocabulary.weight(id)));
    Vector::new(weights.filter(|&(_, weight)| weight > 0.0).collect())
}

#[cfg(test)]
mod tests;
