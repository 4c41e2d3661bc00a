//! What descriptions and tags add to names.

use crate::normalize::{Names, implied, is_noise};

/// How far the descriptions and tags of two names' items say what only one of the names says, and
/// both say the same beside, 0 to 1: the share by weight of the words in which the names differ.
pub fn support(names: &Names, a: u32, b: u32) -> f32 {
    let said = weight(names, &said(names, a, b));
    if said == 0.0 {
        return 0.0;
    }
    let [in_a, in_b] = [a, b].map(|name| telling(names, name));
    let differing = weight(names, &without(&in_a, &in_b)) + weight(names, &without(&in_b, &in_a));
    if differing > 0.0 { (said / differing).min(1.0) } else { 0.0 }
}

/// The words that descriptions and tags of two names' items add: those that the other name says
/// and this one does not, then those that both sides say and neither name does.
pub fn said(names: &Names, a: u32, b: u32) -> Vec<u32> {
    let [by_a, by_b] = [a, b].map(|name| names.beside[name as usize].as_slice());
    if by_a.is_empty() && by_b.is_empty() {
        return Vec::new();
    }
    let [in_a, in_b] = [a, b].map(|name| telling(names, name));
    let mut said = both(&without(&in_a, &in_b), by_b);
    said.extend(both(&without(&in_b, &in_a), by_a));
    let neither = without(&without(&both(by_a, by_b), &in_a), &in_b);
    said.extend(neither.into_iter().filter(|&id| tells(names, id)));
    said
}

/// The words of a name's whole forms that tell something, ascending.
fn telling(names: &Names, name: u32) -> Vec<u32> {
    let forms = names.names[name as usize].whole.iter().map(|&form| &names.forms[form as usize]);
    let mut words: Vec<u32> = forms.flatten().copied().filter(|&id| tells(names, id)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn tells(names: &Names, id: u32) -> bool {
    let stem = names.vocabulary.stem(id);
    implied(stem).is_none() && !is_noise(stem)
}

/// What two ascending rows share.
fn both(x: &[u32], y: &[u32]) -> Vec<u32> {
    x.iter().copied().filter(|id| y.binary_search(id).is_ok()).collect()
}

/// What is in one ascending row and not in another.
fn without(x: &[u32], y: &[u32]) -> Vec<u32> {
    x.iter().copied().filter(|id| y.binary_search(id).is_err()).collect()
}

fn weight(names: &Names, words: &[u32]) -> f32 {
    words.iter().map(|&id| names.vocabulary.weight(id)).sum()
}
