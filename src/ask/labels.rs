//! Reads judged pairs: `left,right,same` or `left,right,different`, one a line.

use csv::{ReaderBuilder, StringRecord};

use crate::basics::{Problem, spelling};
use crate::document::Source;

/// A pair that somebody judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// A name, or the id of an item.
    pub left: String,
    /// Another.
    pub right: String,
    /// Whether the two are one feature.
    pub same: bool,
    /// Where the pair stands, from 1.
    pub line: u32,
}

/// The columns of a pair; more may follow.
const COLUMNS: [&str; 3] = ["left", "right", "verdict"];

const VERDICTS: [&str; 2] = ["same", "different"];

/// Reads CSV (RFC 4180) or tab-separated values, with a heading or without; every line that is no
/// judged pair is a problem, the others are read.
pub fn read(source: &Source) -> (Vec<Label>, Vec<Problem>) {
    let tabs = source.line(1).is_some_and(|line| line.contains('\t'));
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if tabs { b'\t' } else { b',' })
        .quoting(!tabs)
        .from_reader(source.text.as_bytes());
    let (mut labels, mut problems) = (Vec::new(), Vec::new());
    let mut columns = [0, 1, 2];
    for (at, record) in reader.records().enumerate() {
        let Ok(record) = record else { continue }; // a text that is UTF-8 has no other errors
        let line = line_of(source, &record);
        if at == 0
            && let Some(heading) = heading(&record)
        {
            columns = heading;
            continue;
        }
        match label(&record, columns, line) {
            Ok(label) => labels.push(label),
            Err(why) => problems.push(source.error(line, 1, why).with_help(
                "write left,right,same or left,right,different, each name in quotes if it holds a comma",
            )),
        }
    }
    (labels, problems)
}

/// Which column is which, if the record is a heading: no verdict stands in it.
fn heading(record: &StringRecord) -> Option<[usize; 3]> {
    let titles: Vec<String> = record.iter().map(|title| title.trim().to_lowercase()).collect();
    let at = |name: &str| titles.iter().position(|title| title == name);
    let named = COLUMNS.map(at);
    match named {
        [Some(left), Some(right), Some(verdict)] => Some([left, right, verdict]),
        [Some(left), Some(right), None] => Some([left, right, 2]),
        _ => None,
    }
}

fn label(record: &StringRecord, columns: [usize; 3], line: u32) -> Result<Label, String> {
    let text = |column: usize| record.get(column).unwrap_or_default().trim();
    let [left, right, verdict] = columns.map(text);
    if left.is_empty() || right.is_empty() || verdict.is_empty() {
        return Err(format!("{} of {} values", record.len().min(2), COLUMNS.len()));
    }
    let word = verdict.to_lowercase();
    if !VERDICTS.contains(&word.as_str()) {
        let meant = spelling::did_you_mean(&word, VERDICTS);
        return Err(format!("unknown verdict \"{verdict}\"{meant}"));
    }
    let [left, right] = [left, right].map(str::to_owned);
    Ok(Label { left, right, same: word == VERDICTS[0], line })
}

/// The line of a record, counted from its byte: the parser's own count is wrong after blank lines
/// and with CRLF.
fn line_of(source: &Source, record: &StringRecord) -> u32 {
    let from = record.position().map_or(0, |position| position.byte() as usize);
    let rest = &source.text[from..];
    let start = from + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    source.text[..start].matches('\n').count() as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str], problems: &[&str]) {
        let (labels, told) = read(&Source::new(text.into(), "labels.csv"));
        let sign = |same| if same { "=" } else { "≠" };
        let labels: Vec<_> = labels
            .iter()
            .map(|l| format!("{}: {} {} {}", l.line, l.left, sign(l.same), l.right))
            .collect();
        assert_eq!(labels, expected, "{text}");
        let told: Vec<_> =
            told.iter().map(|p| format!("{}: {}", p.place.line, p.message)).collect();
        assert_eq!(told, problems, "{text}");
    }

    #[test]
    fn commas_or_tabs_with_a_heading_or_without() {
        check("SSO,Sign-on,same\n", &["1: SSO = Sign-on"], &[]);
        check("left,right,verdict\n\"a, b\",c,Different\n", &["2: a, b ≠ c"], &[]);
        check("left\tright\tverdict\tlevel\na \"b\t\tc\n", &[], &["2: 2 of 3 values"]);
        check("why,right,left,verdict\nx,b,a,same", &["2: a = b"], &[]);
        check("a\tb\tsame\teasy", &["1: a = b"], &[]);
    }

    #[test]
    fn a_line_is_the_line_that_an_editor_shows() {
        check("a,b,same\r\n\r\n\r\nc,d,different\r\n", &["1: a = b", "4: c ≠ d"], &[]);
    }

    #[test]
    fn every_line_that_is_no_pair_is_told() {
        check(
            "a,b,smae\nc,d\ne,f,same\n",
            &["3: e = f"],
            &["1: unknown verdict \"smae\" (did you mean \"same\"?)", "2: 2 of 3 values"],
        );
    }
}
