//! Lines of files, for showing a person what is meant.

use std::collections::BTreeMap;
use std::path::Path;

use crate::basics::Place;
use crate::document::Source;
use crate::document::source::around;

/// A line of a file, without its line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The line; of a very long one what stands around the place, between two `…`.
    pub text: String,
    /// The place's column in `text`: a character, from 1.
    pub column: u32,
}

/// The lines at these places, each file opened once.
///
/// A place without a line, and a file that is not there any more or is none (a pipe is read up
/// already), has no entry.
pub fn lines<'p>(places: impl IntoIterator<Item = &'p Place>) -> BTreeMap<Place, Line> {
    let mut by_file: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    for place in places {
        by_file.entry(&place.file).or_default().push(place);
    }
    let mut lines = BTreeMap::new();
    for (file, places) in by_file {
        let path = Path::new(file);
        if !path.is_file() {
            continue;
        }
        let (source, _) = Source::open(path, file);
        for place in places {
            if let Some(line) = source.line(place.line) {
                let (text, column) = around(line, place.column);
                lines.insert(place.clone(), Line { text: text.into_owned(), column });
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Line, lines};
    use crate::basics::Place;

    #[test]
    fn a_line_is_shown_with_what_stands_around_the_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.json");
        let long = format!("{}here{}", "a".repeat(5000), "b".repeat(5000));
        fs::write(&path, format!("\u{feff}first\r\n{long}\n")).expect("a file");
        let file = path.to_string_lossy();
        let place = |line, column| Place::at(&*file, line, column);
        let places = [place(0, 0), place(1, 3), place(2, 5001), place(9, 1)];
        let lines = lines(&places);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[&places[1]], Line { text: "first".to_owned(), column: 3 });
        let Line { text, column } = &lines[&places[2]];
        let at = text.chars().skip(*column as usize - 1).take(4).collect::<String>();
        assert_eq!((at.as_str(), text.chars().count()), ("here", 300));
    }

    #[test]
    fn what_is_no_file_has_no_lines() {
        for file in ["/nowhere/a.yaml", "/dev/null", "/"] {
            assert!(lines([&Place::at(file, 1, 1)]).is_empty());
        }
    }
}
