//! Why two forms are alike, in words for a person.

use crate::normalize::is_glue;
use crate::similarity::{Forms, alignment};

/// How many words a reason names.
const NAMED: usize = 5;

/// Why two forms are alike, the strongest reason first: the words they share, the words that are
/// spelt alike, the letters that are the same, and the contrast that speaks against it.
pub fn reasons(forms: &Forms, a: u32, b: u32) -> Vec<String> {
    let names = forms.names();
    let (left, right) = (&names.forms[a as usize], &names.forms[b as usize]);
    let vocabulary = &names.vocabulary;
    let mut shared: Vec<u32> = left.iter().copied().filter(|id| right.contains(id)).collect();
    if shared.iter().any(|&id| !is_glue(vocabulary.stem(id))) {
        shared.retain(|&id| !is_glue(vocabulary.stem(id)));
    }
    let mut because = Vec::new();
    if !shared.is_empty() {
        let mut words: Vec<&str> = shared.iter().map(|&id| vocabulary.written(id)).collect();
        words.truncate(NAMED);
        because.push(format!("same words: {}", words.join(", ")));
    }
    for (x, y) in alignment::variants(left, right, vocabulary).into_iter().take(NAMED) {
        because.push(format!("alike: {} ~ {}", vocabulary.written(x), vocabulary.written(y)));
    }
    let likeness = forms.likeness(a, b);
    if because.is_empty() {
        because.push(format!("same letters: {:.0} %", likeness.signals.letters * 100.0));
    }
    if let Some(contrast) = likeness.contrast {
        because.push(format!("although: {contrast}"));
    }
    because
}
