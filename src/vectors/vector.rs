//! A sparse vector of length 1.

use std::cmp::Ordering;

/// Weights by dimension, sorted by dimension, of Euclidean length 1 unless there are none.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Vector(Vec<(u32, f32)>);

impl Vector {
    /// The vector with the given weights, each above 0; a dimension given twice counts once, since
    /// a name that says a word twice means it once.
    pub fn new(mut weights: Vec<(u32, f32)>) -> Self {
        weights.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
        weights.dedup_by_key(|weight| weight.0);
        let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        for (_, weight) in &mut weights {
            *weight /= length;
        }
        Self(weights)
    }

    /// The cosine of the angle to `other`: 0 for nothing in common, 1 for the same direction.
    pub fn cosine(&self, other: &Self) -> f32 {
        let (mut x, mut y) = (self.0.as_slice(), other.0.as_slice());
        let mut sum = 0.0;
        while let (Some((a, rest_x)), Some((b, rest_y))) = (x.split_first(), y.split_first()) {
            match a.0.cmp(&b.0) {
                Ordering::Less => x = rest_x,
                Ordering::Greater => y = rest_y,
                Ordering::Equal => {
                    sum += a.1 * b.1;
                    (x, y) = (rest_x, rest_y);
                }
            }
        }
        sum
    }

    /// The dimensions with their weights, by dimension.
    pub fn weights(&self) -> &[(u32, f32)] {
        &self.0
    }
}
