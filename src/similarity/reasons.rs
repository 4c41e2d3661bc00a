//! Why two names are alike, in words for a person.

use crate::names::ReadName;
use crate::similarity::{Forms, alignment, context};

/// How many words a reason names.
const NAMED: usize = 5;

/// Why two names are alike in the forms that are most alike, the strongest reason first: the
/// concepts and the words they share, the words that are spelt alike, the slips of the pen, the
/// acronyms that only one of them spells out, what the descriptions say of the rest, and the
/// contrast that speaks against it. `left` and `right` are the names as they are read.
pub fn reasons(forms: &Forms, a: u32, b: u32, left: &ReadName, right: &ReadName) -> Vec<String> {
    let names = forms.names();
    let vocabulary = &names.vocabulary;
    let (closest, likeness) = forms.compare(a, b);
    let (x, y) = (&names.forms[closest.0 as usize], &names.forms[closest.1 as usize]);
    let mut because = Vec::new();
    let mut words = Vec::new();
    for &id in x.iter().filter(|id| y.contains(id)) {
        let term = vocabulary.term(id);
        match term.concept() {
            Some(concept) => {
                let shared = shared_concept(concept, left, right);
                if !because.contains(&shared) {
                    because.push(shared);
                }
            }
            None if !term.is_covered() => words.push(id),
            None => {}
        }
    }
    if words.iter().any(|&id| !vocabulary.term(id).is_glue()) || !because.is_empty() {
        words.retain(|&id| !vocabulary.term(id).is_glue());
    }
    if !words.is_empty() {
        let words: Vec<&str> = words.iter().map(|&id| vocabulary.written(id)).take(NAMED).collect();
        because.push(format!("same words: {}", words.join(", ")));
    }
    for (x, y) in alignment::variants(x, y, vocabulary).into_iter().take(NAMED) {
        because.push(format!("alike: {} ~ {}", vocabulary.written(x), vocabulary.written(y)));
    }
    for (slip, meant) in left.slips.iter().chain(&right.slips) {
        because.push(format!("spelling: {slip} = {meant}"));
    }
    for (acronym, meaning) in left.acronyms.iter().chain(&right.acronyms) {
        let used = [left, right].map(|text| text.acronyms.iter().any(|(word, _)| word == acronym));
        if used != [true, true] {
            because.push(format!("acronym: {acronym} = {meaning}"));
        }
    }
    if because.is_empty() {
        because.push(format!("same letters: {:.0} %", likeness.evidence.views.letters * 100.0));
    }
    if likeness.evidence.support > 0.0 {
        let said = context::support(names, a, b);
        let words: Vec<&str> =
            said.words.iter().map(|&id| vocabulary.written(id)).take(NAMED).collect();
        because.push(format!("descriptions: {}", words.join(", ")));
    }
    if let Some(contrast) = likeness.evidence.contrast {
        because.push(format!("although: {contrast}"));
    }
    because
}

/// `concept: knowledge base, here "help centre"`.
fn shared_concept(concept: &str, left: &ReadName, right: &ReadName) -> String {
    let mut wordings: Vec<String> =
        [left, right].iter().filter_map(|text| text.wording(concept)).collect();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    wordings.retain(|wording| letters(wording) != letters(&concept.to_lowercase()));
    wordings.dedup();
    if wordings.is_empty() {
        return format!("concept: {concept}");
    }
    let quoted: Vec<String> = wordings.iter().map(|wording| format!("\"{wording}\"")).collect();
    format!("concept: {concept}, here {}", quoted.join(" and "))
}
