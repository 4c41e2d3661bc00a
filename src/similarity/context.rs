//! What descriptions and tags add to names.

use crate::names::Names;

/// What the descriptions and tags of two names' items say of the names.
#[derive(Debug, Default)]
pub struct Support {
    /// The words: those of one name that the other's description says, then those that both
    /// descriptions say and neither name does.
    pub words: Vec<u32>,
    /// How far they say the same, 0 to 1, however long they are: the share of what only one name
    /// says that the other's description says, plus the cosine of the descriptions beside the names.
    pub measured: f32,
    /// The words' share by weight of those in which the names differ, 0 to 1: long descriptions reach
    /// 1 by their length alone.
    pub in_full: f32,
}

/// What descriptions and tags say of two names; nothing where the names share no telling word,
/// since that is never enough alone.
pub fn support(names: &Names, a: u32, b: u32) -> Support {
    let [by_a, by_b] = [a, b].map(|name| names.beside[name as usize].as_slice());
    if by_a.is_empty() && by_b.is_empty() {
        return Support::default();
    }
    let [in_a, in_b] = [a, b].map(|name| telling(names, name));
    if both(&in_a, &in_b).is_empty() {
        return Support::default();
    }
    let [only_a, only_b] = [without(&in_a, &in_b), without(&in_b, &in_a)];
    let [rest_a, rest_b] = [by_a, by_b].map(|by| without(&without(by, &in_a), &in_b));
    let mut neither = both(&rest_a, &rest_b);
    neither.retain(|&id| names.vocabulary.term(id).tells());
    let mut words = both(&only_a, by_b);
    words.extend(both(&only_b, by_a));
    let share = |said: f32| {
        let differing = weight(names, &only_a) + weight(names, &only_b);
        if differing > 0.0 { (said / differing).min(1.0) } else { 0.0 }
    };
    let confirmed = share(weight(names, &words));
    let lengths = (square(names, &rest_a) * square(names, &rest_b)).sqrt();
    let cosine = if lengths > 0.0 { square(names, &neither) / lengths } else { 0.0 };
    words.extend(neither);
    let in_full = share(weight(names, &words));
    Support { in_full, measured: (confirmed + cosine).min(1.0), words }
}

/// The words of a name's whole forms that tell something, ascending.
fn telling(names: &Names, name: u32) -> Vec<u32> {
    let forms = names.names[name as usize].whole.iter().map(|&form| &names.forms[form as usize]);
    let words = forms.flatten().copied();
    let mut words: Vec<u32> = words.filter(|&id| names.vocabulary.term(id).tells()).collect();
    words.sort_unstable();
    words.dedup();
    words
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

/// The squared length of words as a vector of their weights.
fn square(names: &Names, words: &[u32]) -> f32 {
    words.iter().map(|&id| names.vocabulary.weight(id).powi(2)).sum()
}
