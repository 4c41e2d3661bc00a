//! The file of opinions: one JSON object per line, so that two branches merge and a change is read.

use serde::Deserialize;
use serde_json::json;

use crate::basics::Problem;
use crate::document::Source;
use crate::opinion::{Asked, Opinion, Opinions, Verdict};

/// The usual name of the file, beside the decisions.
pub const FILE: &str = "opinions.jsonl";

/// A line of the file.
#[derive(Deserialize)]
struct Line {
    asked: [Asked; 2],
    names: [String; 2],
    verdict: Verdict,
    #[serde(default)]
    why: String,
}

/// Reads a file; a line that cannot be read is a problem, and costs nothing but itself. Of two lines
/// about the same items the later counts.
pub fn read(source: &Source) -> (Opinions, Vec<Problem>) {
    let mut opinions = Opinions::default();
    let mut problems = Vec::new();
    for (number, text) in (1..).zip(source.text.lines()) {
        if text.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(text) {
            Ok(Line { mut asked, mut names, verdict, why }) => {
                if asked[0] > asked[1] {
                    asked.reverse();
                    names.reverse();
                }
                opinions.0.insert(asked, Opinion { names, verdict, why });
            }
            Err(error) => {
                // The place is told beside; serde_json would count every line as the first.
                let told = error.to_string();
                let why = told.split(" at line ").next().unwrap_or_default();
                let message = format!("not an opinion: {why}");
                let mut problem = source.warning(number, error.column().max(1) as u32, message);
                let help = "delete the line: the pair is asked about again with --judge";
                problem.help = Some(help.to_owned());
                problems.push(problem);
            }
        }
    }
    (opinions, problems)
}

/// The file's content: the opinions in the order of what was asked, so that equal ones are equal files.
pub fn write(opinions: &Opinions) -> String {
    let line = |(asked, opinion): (&[Asked; 2], &Opinion)| {
        let Opinion { names, verdict, why } = opinion;
        let verdict = verdict.word();
        let line = json!({"asked": asked, "names": names, "verdict": verdict, "why": why});
        format!("{line}\n")
    };
    opinions.0.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roadmap::Item;

    #[test]
    fn what_is_written_is_read_and_a_broken_line_costs_only_itself() {
        let item = |name: &str| Item { name: name.to_owned(), ..Item::default() };
        let mut opinions = Opinions::default();
        opinions.keep(&item("Tram map"), &item("Line map"), Verdict::Same, "lines".to_owned());
        opinions.keep(&item("Tram map"), &item("Sea map"), Verdict::Different, String::new());
        let text = write(&opinions);
        assert_eq!(read(&Source::new(text.clone(), "opinions.jsonl")), (opinions, Vec::new()));
        let (rest, problems) = read(&Source::new(format!("nonsense\n{text}"), "opinions.jsonl"));
        assert_eq!(write(&rest), text);
        assert_eq!(problems[0].place.line, 1);
        assert_eq!(problems[0].message, "not an opinion: expected ident");
    }
}
