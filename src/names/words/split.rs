//! Cuts a text into lower-case words.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::basics::without_comments;
use crate::names::words::{noise, numbers};

/// The words of a text in reading order, in lower case and without accents.
///
/// `PodAndContainerStats`, `pod-and-container-stats` and `pod_and_container_stats` are the same
/// words. Issue keys and planning tags are left out unless nothing else is there. `C++`, `C#` and
/// `.NET` stay whole, an apostrophe is silent (`driver's` is `drivers`), and every Han character is
/// a word, since Chinese and Japanese write no spaces.
pub fn words(text: &str) -> Vec<String> {
    if text.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
        return text.split_ascii_whitespace().map(numbers::canonical).collect();
    }
    let folded = if text.is_ascii() { Cow::from(text) } else { text.nfkc().collect() };
    let words = runs(&noise::without_tags(&folded));
    if words.is_empty() { runs(&folded) } else { words }
}

/// Splits at everything that is no letter or digit, and inside identifiers.
fn runs(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    let mut brand = 0..0;
    for (at, &c) in chars.iter().enumerate() {
        if !brand.contains(&at) && word.is_empty() && c.is_alphabetic() {
            brand = at..at + brand_length(&chars[at..]);
        }
        let before = at.checked_sub(1).map(|i| chars[i]);
        let after = chars.get(at + 1).copied();
        if belongs(c, before, after, &word) {
            let is_inside = brand.contains(&at) && !word.is_empty();
            let starts = || starts_a_word(before, c, after, &word) || is_counted(&word, c);
            if !is_inside && !word.is_empty() && starts() {
                push(&mut words, &mut word);
            }
            word.push(c);
        } else if !joins(c, before, after) {
            push(&mut words, &mut word);
        }
    }
    push(&mut words, &mut word);
    words
}

/// How many characters the name of a product or company has that stands here and is one word in spite
/// of the capitals inside it: `FedEx`; 0 for anything else.
fn brand_length(chars: &[char]) -> usize {
    static BRANDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
        let lines = without_comments(include_str!("brands.txt"));
        lines.flat_map(str::split_ascii_whitespace).collect()
    });
    let run = || chars.iter().take_while(|c| c.is_ascii_alphanumeric());
    // Only capitals inside a word would part it.
    if !run().skip(1).any(char::is_ascii_uppercase) {
        return 0;
    }
    let name: String = run().map(char::to_ascii_lowercase).collect();
    if BRANDS.contains(name.as_str()) { name.len() } else { 0 }
}

/// Whether `c` is part of a word: a letter, a digit, a mark on one, the point of a version or of
/// `.NET`, the signs of `C++` and `C#`.
fn belongs(c: char, before: Option<char>, after: Option<char>, word: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match c {
        '.' => digit(before) && digit(after),
        '#' | '+' => {
            let letters = word.trim_end_matches('+');
            letters.len() == 1 && letters.chars().all(|c| c.is_ascii_alphabetic())
        }
        _ => c.is_alphanumeric() || (is_combining_mark(c) && !word.is_empty()),
    }
}

/// Whether a sign between two letters is silent: an apostrophe, a soft hyphen, a joiner.
fn joins(c: char, before: Option<char>, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    matches!(c, '\'' | '’' | '\u{ad}' | '\u{200b}'..='\u{200d}') && letter(before) && letter(after)
}

/// Whether an identifier begins a new word at `c`: `logQuery`, `CSIVolume`, `東京`, `ログの`. No letter is
/// left alone: `iOS`, `OAuth`, `IPv6` and `B2B` stay whole.
fn starts_a_word(before: Option<char>, c: char, after: Option<char>, word: &str) -> bool {
    let Some(before) = before else { return false };
    if is_han(c) || is_han(before) || is_hiragana(c) != is_hiragana(before) {
        return true;
    }
    let is_titled = after.is_some_and(char::is_lowercase);
    let humps = c.is_uppercase() && (before.is_lowercase() || before.is_ascii_digit() && is_titled);
    let title = before.is_uppercase() && c.is_uppercase() && is_titled && after != Some('s');
    (humps || title) && word.chars().nth(1).is_some()
}

/// Whether a number begins at `c` after a word: `Customer360`, but not `S3`, `k8s` or `IPv6`, where
/// the digit is part of a short name.
fn is_counted(word: &str, c: char) -> bool {
    c.is_ascii_digit() && word.chars().count() > 3 && word.chars().all(char::is_alphabetic)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a letter is one of those that write the particles and endings of Japanese.
fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

fn push(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        // IT, the department, is not the word it.
        let plain = if word == "IT" { word.clone() } else { without_accents(word) };
        if !plain.is_empty() {
            words.push(numbers::canonical(&plain));
        }
        word.clear();
    }
}

/// Lower case; the accents of Latin, Greek and Cyrillic go, the marks of other scripts carry
/// meaning and stay. `ß` is `ss`, `ø` is `o`.
pub fn without_accents(word: &str) -> String {
    let lower = word.to_lowercase();
    if lower.is_ascii() {
        return lower;
    }
    let mut plain = String::with_capacity(lower.len());
    for c in lower.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')) {
        match c {
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            'ı' => plain.push('i'),
            'ς' => plain.push('σ'),
            _ => plain.push(c),
        }
    }
    plain.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(words(text).join(" "), expected, "{text}");
    }

    #[test]
    fn identifiers_are_split_where_a_reader_splits_them() {
        check("PodAndContainerStatsFromCRI", "pod and container stats from cri");
        check("CSIInlineVolume", "csi inline volume");
        check("raw-pointer_comparisons", "raw pointer comparisons");
        check("config.max.retries", "config max retries");
        check("VMs and APIs", "vms and apis");
        check("Customer360Profile", "customer 360 profile");
        check("S3 IPv6 OAuth2", "s3 ipv6 oauth 2");
        check("B2B S3Bucket", "b2b s3 bucket");
        check("FedEx and GitHub labels", "fedex and github labels");
    }

    #[test]
    fn languages_with_signs_keep_their_names() {
        check("C++ and C# SDK", "c++ and c# sdk");
        check("Fix bug #42", "fix bug 42");
        check("A+B tests", "a+b tests");
    }

    #[test]
    fn accents_and_widths_do_not_matter() {
        check("Über-Café", "uber cafe");
        check("ＳＳＯ　ｌｏｇｉｎ", "sso login");
        check("Straße", "strasse");
        check("が", "が");
    }

    #[test]
    fn han_characters_are_words() {
        check("東京配送", "東 京 配 送");
    }

    #[test]
    fn an_apostrophe_is_silent() {
        check("Driver’s don't-list", "drivers dont list");
    }

    #[test]
    fn plain_words_are_read_as_any_text_is() {
        for text in ["", "  ", "two factor login", "dont do it", "a  b"] {
            assert_eq!(words(text), runs(text), "{text}");
        }
    }

    #[test]
    fn tags_and_keys_go_unless_nothing_else_is_there() {
        check("[Q3] PAY-812: Refunds (beta)", "refunds");
        check("PAY-812", "pay 812");
        check("[Rest API] Read custom fields", "rest api read custom fields");
        check("", "");
        check("🎉🎉", "");
    }
}
