//! In which language a text is written, where that is plain, and what carries no meaning in it.

use std::cell::RefCell;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::basics::without_comments;
use crate::names::words::split::{self, without_accents};

/// A language other than English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Deutsch.
    German,
    /// Français.
    French,
    /// Español.
    Spanish,
    /// Português.
    Portuguese,
    /// 日本語.
    Japanese,
}

/// The words of a text that carry meaning, as [`read`] returns them.
pub fn words(text: &str) -> Vec<String> {
    read(text).0
}

/// The words of a text that carry meaning, as [`split::words`] returns them, and its language if that is
/// plainly another than English: then it loses its function words, unless no other would be left.
pub fn read(text: &str) -> (Vec<String>, Option<Language>) {
    let words = split::words(text);
    let languages = likeliest(text);
    if languages.is_empty() {
        return (words, None);
    }
    let language = if let [language] = languages[..] { Some(language) } else { None };
    let is_function_word = |word: &String| {
        languages.iter().all(|&language| FUNCTION_WORDS.of(language).folded.contains(word))
    };
    let telling: Vec<String> =
        words.iter().filter(|word| !is_function_word(word)).cloned().collect();
    (if telling.is_empty() { words } else { telling }, language)
}

/// The stem of a lower-case word without accents (Snowball's stemmer for the language, Porter 2001);
/// words of Japanese have none.
pub fn stem(language: Language, word: &str) -> String {
    let algorithm = match language {
        Language::German => Algorithm::German,
        Language::French => Algorithm::French,
        Language::Spanish => Algorithm::Spanish,
        Language::Portuguese => Algorithm::Portuguese,
        Language::Japanese => return word.to_owned(),
    };
    STEMS.with_borrow_mut(|known| {
        let known = known.entry(word.to_owned()).or_default();
        if let Some((_, stem)) = known.iter().find(|(of, _)| *of == language) {
            return stem.clone();
        }
        let stem = Stemmer::new(algorithm).stem(word).into_owned();
        known.push((language, stem.clone()));
        stem
    })
}

/// The languages whose function words stand in a text most often; none if English has as many.
fn likeliest(text: &str) -> Vec<Language> {
    if text.is_ascii() && !text.contains(' ') {
        return Vec::new();
    }
    let tokens = text.split(|c: char| !c.is_alphanumeric()).filter(|token| is_plain(token));
    let tokens: Vec<String> = tokens.map(str::to_lowercase).collect();
    let count = |words: &FxHashSet<&str>| {
        tokens.iter().filter(|token| words.contains(token.as_str())).count()
    };
    let mut counts: Vec<(Language, usize)> = Language::SPACED
        .map(|language| (language, count(&FUNCTION_WORDS.of(language).evidence)))
        .to_vec();
    let is_kana = |c: char| matches!(c, '\u{3041}'..='\u{309f}');
    counts.push((Language::Japanese, usize::from(text.contains(is_kana))));
    let most = counts.iter().map(|&(_, count)| count).max().unwrap_or(0);
    if most <= count(&FUNCTION_WORDS.english) {
        return Vec::new();
    }
    counts.into_iter().filter(|&(_, count)| count == most).map(|(language, _)| language).collect()
}

/// Whether a token may be a function word: acronyms, such as UN, are none.
fn is_plain(token: &str) -> bool {
    !token.is_empty() && (token.chars().count() == 1 || token.chars().any(char::is_lowercase))
}

impl Language {
    /// Those that write spaces between words.
    const SPACED: [Self; 4] = [Self::German, Self::French, Self::Spanish, Self::Portuguese];
}

/// Function words by language.
struct FunctionWords {
    english: FxHashSet<&'static str>,
    others: [OfLanguage; 5],
}

/// The function words of a language.
#[derive(Default)]
struct OfLanguage {
    /// Those that tell the language: no English words.
    evidence: FxHashSet<&'static str>,
    /// All, without accents.
    folded: FxHashSet<String>,
}

impl FunctionWords {
    fn of(&self, language: Language) -> &OfLanguage {
        &self.others[language as usize]
    }
}

/// Function words that are English words of their own and tell nothing about the language.
const ENGLISH_TOO: &str =
    "a am an as con die do e em in me no o on or os par per plus pro se son u y";

static FUNCTION_WORDS: LazyLock<FunctionWords> = LazyLock::new(|| {
    let lines = without_comments(include_str!("function-words.txt"));
    let words: Vec<Vec<&str>> =
        lines.map(|line| line.split_ascii_whitespace().skip(1).collect()).collect();
    let of_language = |words: &Vec<&'static str>| {
        let is_english = |word: &&str| ENGLISH_TOO.split(' ').any(|it| it == *word);
        OfLanguage {
            evidence: words.iter().copied().filter(|word| !is_english(word)).collect(),
            folded: words.iter().map(|word| without_accents(word)).collect(),
        }
    };
    let mut others = words.iter().skip(1).map(of_language);
    FunctionWords {
        english: words.first().into_iter().flatten().copied().collect(),
        others: std::array::from_fn(|_| others.next().unwrap_or_default()),
    }
});

thread_local! {
    /// Words recur: each is stemmed once a thread and language.
    static STEMS: RefCell<FxHashMap<String, Vec<(Language, String)>>> = RefCell::default();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_of_a_plain_language_go() {
        for (text, expected) in [
            ("SSO für Partner", "sso partner"),
            ("Import der Rechnungen", "import rechnungen"),
            ("Export de données pour les clients", "export donnees clients"),
            ("Panel de control para socios", "panel control socios"),
            ("Painel de controle para parceiros", "painel controle parceiros"),
            ("監査ログの出力", "監 査 ログ 出 力"),
            ("SSO for partners", "sso for partners"),
            ("Die casting simulation", "die casting simulation"),
            ("UN climate report", "un climate report"),
            ("für", "fur"),
        ] {
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn a_word_is_stemmed_by_the_language_of_its_text() {
        for (text, words) in [
            ("Import der Rechnungen", ["rechnung", "rechnungen"]),
            ("Export des factures pour les clients", ["facture", "factures"]),
            ("Envío de las notificaciones", ["notificacion", "notificaciones"]),
            ("Envio das notas para os clientes", ["cliente", "clientes"]),
        ] {
            let language = read(text).1.expect("the language is plain");
            let [one, many] = words.map(|word| stem(language, word));
            assert_eq!(one, many, "{text}");
        }
    }
}
