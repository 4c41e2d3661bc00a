//! Keys as a person presses them: a function key is one key, not the letters that a terminal sends
//! for it.

use std::io;

use console::Key;

/// Reads one key; of a sequence that is not known all of it is read, and is no letter.
///
/// # Errors
/// When no more keys can be read.
pub fn next(read: &mut dyn FnMut() -> io::Result<Key>) -> io::Result<Key> {
    let key = read()?;
    let Key::UnknownEscSeq(begun) = &key else { return Ok(key) };
    match begun.as_slice() {
        // SS3: one more character, as for F1 to F4.
        ['O'] => drop(read()?),
        // CSI (ECMA-48): parameters, then one character from @ to ~ that ends it.
        ['[', rest @ ..] if !rest.last().is_some_and(|c| ends(*c)) => {
            while let Key::Char(c) = read()? {
                if ends(c) {
                    break;
                }
            }
        }
        _ => {}
    }
    Ok(Key::Unknown)
}

/// Whether a character ends a control sequence.
fn ends(c: char) -> bool {
    ('@'..='~').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(keys: &[Key], expected: &[Key]) {
        let mut keys = keys.iter().cloned();
        let mut read = || keys.next().ok_or_else(|| io::ErrorKind::UnexpectedEof.into());
        let read: Vec<Key> = std::iter::from_fn(|| next(&mut read).ok()).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn a_function_key_is_no_letter() {
        let sequence = |text: &str| Key::UnknownEscSeq(text.chars().collect());
        let typed = |text: &str| text.chars().map(Key::Char).collect::<Vec<_>>();
        for (begun, rest) in [("O", "P"), ("[15", "~"), ("[1;", "5C"), ("[[A", ""), ("p", "")] {
            let keys = [vec![sequence(begun)], typed(rest), vec![Key::Char('s')]].concat();
            check(&keys, &[Key::Unknown, Key::Char('s')]);
        }
        check(&[Key::Escape, Key::Char('s')], &[Key::Escape, Key::Char('s')]);
    }
}
