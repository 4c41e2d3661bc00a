//! Problems for a person at a terminal, each with its line and a caret, as rustc draws them.

use std::io;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Snippet};

use crate::basics::{Problem, Severity};
use crate::report::Look;
use crate::report::clean::terminal;
use crate::report::terminal::snippet::{Marked, renderer};

/// Writes each problem, in the order given, with its place, its line and the way out.
///
/// A problem of a whole file, or one whose line is not known, begins with its place instead:
/// `error: plans/bo.yaml: …`.
///
/// # Errors
/// If `out` cannot be written.
pub fn problems(problems: &[Problem], look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let renderer = renderer(look);
    for problem in problems {
        for group in groups(problem) {
            writeln!(out, "{}", renderer.render(&[group]))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What is wrong, and the way out.
fn groups(problem: &Problem) -> Vec<Group<'_>> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = terminal(&problem.message);
    let wrong = match snippet(problem) {
        Some(snippet) => level.primary_title(message).element(snippet),
        None => Group::with_title(level.primary_title(placed(problem, &message))),
    };
    let help = problem.help.as_deref().map(terminal);
    let help = help.map(|help| Group::with_title(Level::HELP.secondary_title(help)));
    [Some(wrong), help].into_iter().flatten().collect()
}

fn placed(problem: &Problem, message: &str) -> String {
    format!("{}: {message}", terminal(&problem.place.to_string()))
}

/// The line with a caret under the word at the problem's column.
fn snippet(problem: &Problem) -> Option<Snippet<'static, Annotation<'static>>> {
    let source = problem.source.as_deref().filter(|_| problem.place.line > 0)?;
    let Problem { place, .. } = problem;
    let marked = Marked { place, line: source, column: place.column, text: None };
    Some(marked.snippet(AnnotationKind::Primary, None))
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::problems;
    use crate::basics::{Place, Problem, Severity};
    use crate::report::Look;

    fn rendered(problem: Problem) -> String {
        let mut out = Vec::new();
        problems(&[problem], Look { width: 100, styled: false }, &mut out)
            .expect("memory takes everything");
        String::from_utf8(out).expect("a report is UTF-8")
    }

    fn unknown_key(source: &str, column: u32) -> Problem {
        Problem {
            place: Place::at("plans/ana.yaml", 12, column),
            severity: Severity::Error,
            message: "unknown key \"featurs\" (did you mean \"features\"?)".to_owned(),
            help: Some("write features".to_owned()),
            source: Some(source.to_owned()),
        }
    }

    #[test]
    fn a_problem_shows_its_line_and_the_way_out() {
        assert_data_eq!(
            rendered(unknown_key("    featurs: 東京", 5)),
            str![[r#"
error: unknown key "featurs" (did you mean "features"?)
  --> plans/ana.yaml:12:5
   |
12 |     featurs: 東京
   |     ^^^^^^^
help: write features


"#]]
        );
    }

    #[test]
    fn a_problem_of_a_whole_file_is_one_line_and_its_help() {
        let empty = Problem {
            place: Place::whole("plans/bo.yaml"),
            severity: Severity::Warning,
            message: "the file is empty".to_owned(),
            help: Some("list what you plan".to_owned()),
            source: None,
        };
        assert_data_eq!(
            rendered(empty),
            str![[r"
warning: plans/bo.yaml: the file is empty
help: list what you plan


"]]
        );
    }

    #[test]
    fn no_source_and_no_column_break_the_report() {
        let sources = ["", "\u{1b}[2J", "👩‍💻\u{200b}\ta", "e\u{301}", &"x ".repeat(5_000)];
        for source in sources {
            for column in [0, 1, 2, 3, 80, 9_999, u32::MAX] {
                let report = rendered(unknown_key(source, column));
                assert!(report.contains("plans/ana.yaml:12:"), "{report}");
                assert!(report.chars().all(|c| c == '\n' || !c.is_control()), "{report:?}");
            }
        }
    }
}
