//! The numbers for a person at a terminal.

use std::io;

use crate::ask::{ConfusionMatrix, Evaluation, Judgement};
use crate::report::Look;
use crate::report::answers::EvaluatePage;
use crate::report::clean::terminal;
use crate::report::terminal::row::Cell;
use crate::report::terminal::text::{GAP, Prose};
use crate::report::words::count::counted;
use crate::similarity::Sensitivity;

/// Columns of a number such as `0.84`.
const NUMBER: usize = 9;

/// Writes the numbers at every threshold, the best one, and the mistakes at the one in force.
pub fn write(page: &EvaluatePage, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let prose = &mut Prose::new(look, out);
    let Evaluation { judgements, unknown, .. } = page.evaluation;
    let (same, different) = page.counts();
    let pairs = counted(judgements.len(), "judged pair");
    prose.text(
        0,
        &format!("{pairs}: {same} the same, {different} different."),
        prose.styles.strong,
    )?;
    if !unknown.is_empty() {
        let pairs = counted(unknown.len(), "pair");
        let text = format!("{pairs} left out: a name in them stands on no roadmap.");
        prose.text(0, &text, prose.styles.plain)?;
        for (label, name) in unknown.iter().take(page.limit.unwrap_or(usize::MAX)) {
            let placed = format!("{}:{}  {name}", page.file, label.line);
            prose.whole(2, &terminal(&placed), prose.styles.subtle)?;
        }
    }
    if judgements.is_empty() {
        return Ok(());
    }
    prose.gap()?;
    write_rates(page, prose)?;
    prose.gap()?;
    write_best(page, prose)?;
    for (same, what) in [(false, "called one but {are} two"), (true, "called two but {are} one")] {
        write_mistakes(page, same, what, prose)?;
    }
    Ok(())
}

/// Precision, recall and F1 at every threshold.
fn write_rates(page: &EvaluatePage, prose: &mut Prose) -> io::Result<()> {
    let styles = prose.styles;
    let row = |prose: &mut Prose, cells: [&str; 6], style| {
        let [threshold, precision, recall, f1, wrong, rest] = cells;
        let number = |text| Cell::right(text, NUMBER, style);
        let left = prose.room().saturating_sub(5 * (NUMBER + GAP)).max(1);
        let numbers = [threshold, precision, recall, f1, wrong].map(number);
        let rest = Cell::left(rest, left, styles.subtle);
        prose.row(&numbers.into_iter().chain([rest]).collect::<Vec<_>>())
    };
    row(prose, ["threshold", "precision", "recall", "F1", "mistakes", ""], styles.subtle)?;
    for &threshold in &page.evaluation.thresholds {
        let matrix = page.evaluation.matrix(threshold);
        let [precision, recall, f1] =
            [matrix.precision(), matrix.recall(), matrix.f1()].map(|rate| format!("{rate:.3}"));
        let mistakes = (matrix.wrong + matrix.missed).to_string();
        let named = Sensitivity::ALL.into_iter().find(|level| level.threshold() == threshold);
        let in_force = (threshold == page.threshold).then_some("◂ in force");
        let notes = named.map(Sensitivity::word).into_iter().chain(in_force);
        let notes = notes.collect::<Vec<_>>().join(" ");
        let style = if threshold == page.threshold { styles.strong } else { styles.plain };
        let threshold = threshold.to_string();
        row(prose, [&threshold, &precision, &recall, &f1, &mistakes, &notes], style)?;
    }
    Ok(())
}

fn write_best(page: &EvaluatePage, prose: &mut Prose) -> io::Result<()> {
    let Some(best) = page.evaluation.best() else { return Ok(()) };
    let f1 = |matrix: ConfusionMatrix| format!("{:.3}", matrix.f1());
    let (there, here) = (page.evaluation.matrix(best), page.evaluation.matrix(page.threshold));
    let text = if f1(there) == f1(here) {
        format!("No threshold does better than {}, the one in force.", page.threshold)
    } else {
        format!(
            "The best threshold for these pairs is {best} (F1 {} over {}): set threshold: {best} in \
             roundtable.yaml only if the pairs are like your roadmaps.",
            f1(there),
            f1(here)
        )
    };
    prose.text(0, &text, prose.styles.plain)
}

fn write_mistakes(
    page: &EvaluatePage,
    same: bool,
    what: &str,
    prose: &mut Prose,
) -> io::Result<()> {
    let mistakes = page.evaluation.mistakes(page.threshold, same);
    if mistakes.is_empty() {
        return Ok(());
    }
    prose.gap()?;
    let are = if mistakes.len() == 1 { "is" } else { "are" };
    let pairs = counted(mistakes.len(), "pair");
    let what = what.replace("{are}", are);
    let text = format!("At {}, {pairs} {are} {what}:", page.threshold);
    prose.text(0, &text, prose.styles.strong)?;
    let shown = page.limit.unwrap_or(mistakes.len()).min(mistakes.len());
    for mistake in &mistakes[..shown] {
        write_mistake(page, mistake, prose)?;
    }
    match mistakes.len() - shown {
        0 => Ok(()),
        more => prose.text(0, &format!("… {more} more: --limit 0 shows all"), prose.styles.subtle),
    }
}

/// Both names, then how alike, why and where.
fn write_mistake(page: &EvaluatePage, mistake: &Judgement, prose: &mut Prose) -> io::Result<()> {
    let Judgement { label, score, because, .. } = mistake;
    let styles = prose.styles;
    let names = format!("{}  |  {}", terminal(&label.left), terminal(&label.right));
    prose.labelled((&score.to_string(), 4), &names, styles.plain)?;
    let why = format!("{}:{}  {}", page.file, label.line, because.join("; "));
    prose.text(4 + GAP, &terminal(&why), styles.subtle)
}
