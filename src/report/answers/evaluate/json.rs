//! The numbers for other programs: fields are added, never renamed or removed, within
//! `roundtable-evaluate/1`.

use std::io;

use serde::Serialize;

use crate::ask::Judgement;
use crate::report::Look;
use crate::report::answers::EvaluatePage;
use crate::report::json::{self, ProblemJson, TOOL, ToolJson, problem};
use crate::similarity::Score;

/// Writes one object with the numbers at every threshold, every mistake at the one in force, and
/// every problem.
pub fn write(page: &EvaluatePage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let told = page.evaluation;
    let (same, different) = page.counts();
    let mistakes = [false, true].map(|same| told.mistakes(page.threshold, same));
    let report = Report {
        schema: "roundtable-evaluate/1",
        tool: TOOL,
        file: page.file,
        summary: SummaryJson {
            judged: told.judgements.len(),
            same,
            different,
            unknown: told.unknown.len(),
        },
        threshold: page.threshold.ratio(),
        best: told.best().map(Score::ratio).filter(|_| !told.judgements.is_empty()),
        thresholds: told.thresholds.iter().map(|&it| rates(page, it)).collect(),
        mistakes: mistakes.into_iter().flatten().map(mistake).collect(),
        unknown: told
            .unknown
            .iter()
            .map(|&(label, name)| UnknownJson {
                left: &label.left,
                right: &label.right,
                line: label.line,
                name,
            })
            .collect(),
        problems: page.problems.iter().map(problem).collect(),
    };
    json::write(&report, out)
}

fn rates(page: &EvaluatePage, threshold: Score) -> RatesJson {
    let matrix = page.evaluation.matrix(threshold);
    RatesJson {
        threshold: threshold.ratio(),
        precision: matrix.precision(),
        recall: matrix.recall(),
        f1: matrix.f1(),
        mistakes: matrix.wrong + matrix.missed,
        wrong: matrix.wrong,
        missed: matrix.missed,
    }
}

fn mistake<'a>(judgement: &'a Judgement) -> MistakeJson<'a> {
    let Judgement { label, score, because, .. } = judgement;
    MistakeJson {
        left: &label.left,
        right: &label.right,
        line: label.line,
        verdict: if label.same { "same" } else { "different" },
        score: score.ratio(),
        because,
    }
}

/// `threshold` is the one in force, `best` the one with the best F1.
#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    tool: ToolJson,
    file: &'a str,
    summary: SummaryJson,
    threshold: f64,
    best: Option<f64>,
    thresholds: Vec<RatesJson>,
    mistakes: Vec<MistakeJson<'a>>,
    unknown: Vec<UnknownJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
}

/// Pairs; unknown are those with a name that stands on no roadmap.
#[derive(Serialize)]
struct SummaryJson {
    judged: usize,
    same: usize,
    different: usize,
    unknown: usize,
}

/// `wrong` pairs were called one and are two, `missed` ones were called two and are one.
#[derive(Serialize)]
struct RatesJson {
    threshold: f64,
    precision: f64,
    recall: f64,
    f1: f64,
    mistakes: usize,
    wrong: usize,
    missed: usize,
}

/// A pair that is judged wrongly at the threshold in force, with the verdict
/// of whoever judged it.
#[derive(Serialize)]
struct MistakeJson<'a> {
    left: &'a str,
    right: &'a str,
    line: u32,
    verdict: &'static str,
    score: f64,
    because: &'a [String],
}

/// A pair with the name that stands on no roadmap.
#[derive(Serialize)]
struct UnknownJson<'a> {
    left: &'a str,
    right: &'a str,
    line: u32,
    name: &'a str,
}
