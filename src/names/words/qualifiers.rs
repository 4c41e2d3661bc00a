//! What a name says in passing: "Passkeys (no more passwords)", "Returns without a printer".

/// The text without what it says in passing, once for every way to leave something out, and once
/// without all of it: what stands in brackets, and what is done without.
///
/// Safe because such a part is compared with whole names only, and because it must tell something
/// by itself; two names that differ only in their brackets are still compared as a whole.
pub fn left_out(text: &str) -> Vec<String> {
    let rules = [without_brackets, without_exception, without_code_name];
    let mut parts: Vec<String> = rules.iter().filter_map(|rule| rule(text)).collect();
    let all = rules.iter().fold(text.to_owned(), |text, rule| rule(&text).unwrap_or(text));
    if parts.len() > 1 && !parts.contains(&all) {
        parts.push(all);
    }
    parts
}

/// "Real-time stock (stores and depots)": the brackets say where, or the same in other words.
fn without_brackets(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((_, after)) = after.split_once(')') else { break };
        out.push_str(before);
        rest = after;
    }
    let found = rest.len() < text.len();
    found.then(|| out + rest).filter(|out| !out.trim().is_empty())
}

/// "Returns without a printer", "Search by meaning, not by keyword": the rest says what is not
/// built, or why.
fn without_exception(text: &str) -> Option<String> {
    const EXCEPT: [&str; 5] = [" without ", ", not ", ", no ", " instead of ", " rather than "];
    let at = EXCEPT.iter().filter_map(|except| text.find(except)).min()?;
    Some(text[..at].to_owned())
}

/// "Project Heron: opt in or out": nobody else says the code name.
fn without_code_name(text: &str) -> Option<String> {
    let (before, rest) = text.split_once([':', '–', '—'])?;
    (is_code_name(before) && !rest.trim().is_empty()).then(|| rest.trim().to_owned())
}

/// Whether a text is a code name and nothing else: "Project Heron", "Operation Blue Sky".
pub fn is_code_name(text: &str) -> bool {
    const KINDS: [&str; 6] =
        ["project", "programme", "program", "operation", "initiative", "codename"];
    let mut words = text.split_whitespace();
    let kind = words.next().is_some_and(|kind| KINDS.contains(&kind.to_lowercase().as_str()));
    let names: Vec<&str> = words.collect();
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphanumeric)
    };
    kind && matches!(names.len(), 1 | 2) && names.iter().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::left_out;

    #[test]
    fn what_is_said_in_passing_is_left_out() {
        for (text, parts) in [
            ("Audit log", &[][..]),
            ("Passkeys (no more passwords) on the web", &["Passkeys  on the web"][..]),
            ("Returns at the store without a printer", &["Returns at the store"]),
            ("Search by meaning, not by keyword", &["Search by meaning"]),
            (
                "Opt out (email, text) without a login",
                &["Opt out  without a login", "Opt out (email, text)", "Opt out "],
            ),
            ("(beta)", &[]),
            ("Pay (later", &[]),
        ] {
            assert_eq!(left_out(text), parts, "{text}");
        }
    }
}
