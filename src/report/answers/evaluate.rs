//! How often the tool is right, and where it is wrong.

use std::io;

use crate::ask::{ConfusionMatrix, Evaluation, Judgement};
use crate::report::answers::Look;
use crate::report::clean::terminal;
use crate::report::terminal::row::Cell;
use crate::report::terminal::text::{GAP, Paper};
use crate::report::words::count::counted;
use crate::similarity::{Score, Sensitivity};

/// Everything that the evaluation can tell.
pub struct EvaluationPage<'a> {
    /// What came of the pairs.
    pub evaluation: &'a Evaluation<'a>,
    /// The threshold in force.
    pub threshold: Score,
    /// How many mistakes of each kind to show; none for all.
    pub limit: Option<usize>,
    /// The file of the pairs.
    pub file: &'a str,
    /// How a person sees it.
    pub look: Look,
}

/// Columns of a number such as `0.84`.
const NUMBER: usize = 9;

/// Writes the numbers at every threshold, the best one, and the mistakes at the one in force.
///
/// # Errors
/// When `out` cannot be written.
pub fn evaluation(page: &EvaluationPage, out: &mut dyn io::Write) -> io::Result<()> {
    let paper = &mut Paper::new(page.look.width, page.look.styled, out);
    let Evaluation { judgements, unknown, .. } = page.evaluation;
    let same = judgements.iter().filter(|one| one.label.same).count();
    let different = judgements.len() - same;
    let pairs = counted(judgements.len(), "judged pair");
    paper.text(
        0,
        &format!("{pairs}: {same} the same, {different} different."),
        paper.pen.strong,
    )?;
    if !unknown.is_empty() {
        let pairs = counted(unknown.len(), "pair");
        let text = format!("{pairs} left out: a name in them stands on no roadmap.");
        paper.text(0, &text, paper.pen.plain)?;
        for (label, name) in unknown.iter().take(page.limit.unwrap_or(usize::MAX)) {
            let placed = format!("{}:{}  {name}", page.file, label.line);
            paper.whole(2, &terminal(&placed), paper.pen.subtle)?;
        }
    }
    if judgements.is_empty() {
        return Ok(());
    }
    paper.gap()?;
    write_rates(page, paper)?;
    paper.gap()?;
    write_best(page, paper)?;
    for (same, what) in [(false, "called one but {are} two"), (true, "called two but {are} one")] {
        write_mistakes(page, same, what, paper)?;
    }
    Ok(())
}

/// Precision, recall and F1 at every threshold.
fn write_rates(page: &EvaluationPage, paper: &mut Paper) -> io::Result<()> {
    let pen = paper.pen;
    let row = |paper: &mut Paper, cells: [&str; 6], style| {
        let [threshold, precision, recall, f1, wrong, rest] = cells;
        let number = |text| Cell::right(text, NUMBER, style);
        let left = paper.room().saturating_sub(5 * (NUMBER + GAP)).max(1);
        let numbers = [threshold, precision, recall, f1, wrong].map(number);
        let rest = Cell::left(rest, left, pen.subtle);
        paper.row(&numbers.into_iter().chain([rest]).collect::<Vec<_>>())
    };
    row(paper, ["threshold", "precision", "recall", "F1", "mistakes", ""], pen.subtle)?;
    for &threshold in &page.evaluation.thresholds {
        let tally = page.evaluation.matrix(threshold);
        let [precision, recall, f1] =
            [tally.precision(), tally.recall(), tally.f1()].map(|rate| format!("{rate:.3}"));
        let mistakes = (tally.wrong + tally.missed).to_string();
        let named = Sensitivity::ALL.into_iter().find(|level| level.threshold() == threshold);
        let in_force = (threshold == page.threshold).then_some("◂ in force");
        let notes = named.map(Sensitivity::word).into_iter().chain(in_force);
        let notes = notes.collect::<Vec<_>>().join(" ");
        let style = if threshold == page.threshold { pen.strong } else { pen.plain };
        let threshold = threshold.to_string();
        row(paper, [&threshold, &precision, &recall, &f1, &mistakes, &notes], style)?;
    }
    Ok(())
}

fn write_best(page: &EvaluationPage, paper: &mut Paper) -> io::Result<()> {
    let Some(best) = page.evaluation.best() else { return Ok(()) };
    let f1 = |tally: ConfusionMatrix| format!("{:.3}", tally.f1());
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
    paper.text(0, &text, paper.pen.plain)
}

fn write_mistakes(
    page: &EvaluationPage,
    same: bool,
    what: &str,
    paper: &mut Paper,
) -> io::Result<()> {
    let mistakes = page.evaluation.mistakes(page.threshold, same);
    if mistakes.is_empty() {
        return Ok(());
    }
    paper.gap()?;
    let are = if mistakes.len() == 1 { "is" } else { "are" };
    let pairs = counted(mistakes.len(), "pair");
    let what = what.replace("{are}", are);
    let text = format!("At {}, {pairs} {are} {what}:", page.threshold);
    paper.text(0, &text, paper.pen.strong)?;
    let shown = page.limit.unwrap_or(mistakes.len()).min(mistakes.len());
    for mistake in &mistakes[..shown] {
        write_mistake(page, mistake, paper)?;
    }
    match mistakes.len() - shown {
        0 => Ok(()),
        more => paper.text(0, &format!("… {more} more: --limit 0 shows all"), paper.pen.subtle),
    }
}

/// Both names, then how alike, why and where.
fn write_mistake(page: &EvaluationPage, mistake: &Judgement, paper: &mut Paper) -> io::Result<()> {
    let Judgement { label, score, because, .. } = mistake;
    let pen = paper.pen;
    let names = format!("{}  |  {}", terminal(&label.left), terminal(&label.right));
    paper.labelled((&score.to_string(), 4), &names, pen.plain)?;
    let why = format!("{}:{}  {}", page.file, label.line, because.join("; "));
    paper.text(4 + GAP, &terminal(&why), pen.subtle)
}
