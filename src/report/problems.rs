//! Problems for a person at a terminal, each with its line and a caret, as rustc draws them.

use std::io;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use crate::report::View;
use crate::report::clean::terminal;
use crate::roadmap::{Problem, Severity};

/// Writes each problem, in the order given, with its place, its line and the way out.
///
/// A problem of a whole file, or one whose line is not known, begins with its place instead:
/// `error: plans/bo.yaml: …`.
///
/// # Errors
/// If `out` cannot be written.
pub fn problems(problems: &[Problem], view: &View, out: &mut dyn io::Write) -> io::Result<()> {
    let renderer = if view.styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(view.width).decor_style(DecorStyle::Ascii);
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
    let column = problem.place.column.saturating_sub(1) as usize;
    let at = source.char_indices().nth(column).map_or(source.len(), |(at, _)| at);
    let (before, after) = source.split_at(at);
    let word =
        after.find(|c: char| !c.is_alphanumeric() && !"_-".contains(c)).unwrap_or(after.len());
    let [before, word, after] = [before, &after[..word], &after[word..]].map(terminal);
    let caret = AnnotationKind::Primary.span(before.len()..before.len() + word.len().max(1));
    Some(
        Snippet::source(before + &word + &after)
            .line_start(problem.place.line as usize)
            .path(terminal(&problem.place.file))
            .annotation(caret),
    )
}
