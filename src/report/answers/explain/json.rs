//! The explanation for other programs: fields are added, never renamed or removed, within
//! `roundtable-explain/1`.

use std::io;

use serde::Serialize;

use crate::ask::{Remedy, Rival, Side};
use crate::report::Look;
use crate::report::answers::ExplainPage;
use crate::report::answers::explain::remedy::{Way, way};
use crate::report::answers::explain::verdict;
use crate::report::json::{self, ItemJson, ProblemJson, TOOL, ToolJson, item, problem, rounded};
use crate::similarity::{Effect, Step};

/// Writes one object with both names, the verdict, how the score comes about, and every problem.
pub fn write(page: &ExplainPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let told = page.explanation;
    let report = Report {
        schema: "roundtable-explain/1",
        tool: TOOL,
        summary: SummaryJson { leaders: page.company.planning(), items: page.company.items.len() },
        one_feature: told.verdict.is_one(),
        verdict: told.verdict.word(),
        sentence: verdict::sentence(page, str::to_owned),
        score: told.score.ratio(),
        threshold: told.threshold.ratio(),
        needed: told.needed.ratio(),
        because: &told.because,
        overlap: told.overlap.map(|at| page.overlaps[at].id.as_str()),
        certain: told.overlap.map(|at| page.overlaps[at].is_certain()),
        sides: told.sides.iter().map(|it| side(page, it)).collect(),
        parts: told.steps.iter().map(part).collect(),
        rivals: page.rivals().map(|it| rival(page, it)).collect(),
        remedies: told.remedies.iter().map(remedy).collect(),
        problems: page.problems.iter().map(problem).collect(),
    };
    json::write(&report, out)
}

fn side<'a>(page: &ExplainPage<'a>, side: &'a Side) -> SideJson<'a> {
    let word = |(word, weight): &'a (String, f32)| WordJson { word, weight: rounded(*weight) };
    let concept =
        |(concept, wording): &'a (String, String)| ConceptJson { concept, worded: wording };
    let acronym = |(acronym, meaning): &'a (String, String)| AcronymJson { acronym, meaning };
    SideJson {
        text: &side.text,
        items: side.items.iter().map(|&at| item(page.company.items[at])).collect(),
        words: side.words.iter().map(word).collect(),
        concepts: side.concepts.iter().map(concept).collect(),
        acronyms: side.acronyms.iter().map(acronym).collect(),
        left_out: &side.left_out,
    }
}

fn part(step: &Step) -> PartJson<'_> {
    let (effect, by) = match step.effect {
        Effect::Add(much) => ("add", much),
        Effect::Times(factor) => ("times", factor),
    };
    let found = step.found.map(rounded);
    PartJson { signal: &step.signal, found, effect, by: rounded(by), sum: rounded(step.sum) }
}

fn rival<'a>(page: &ExplainPage<'a>, rival: &Rival) -> RivalJson<'a> {
    RivalJson {
        side: rival.side,
        item: item(page.company.items[rival.item]),
        score: rival.score.ratio(),
        is_other_side: rival.is_other,
    }
}

fn remedy(remedy: &Remedy) -> RemedyJson {
    let Way { word, about, lines } = way(remedy);
    RemedyJson { remedy: word, sentence: about, lines }
}

/// `sentence` says in words what `verdict` says in one; `needed` is the score from which these two
/// are linked.
#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    tool: ToolJson,
    summary: SummaryJson,
    one_feature: bool,
    verdict: &'static str,
    sentence: String,
    score: f64,
    threshold: f64,
    needed: f64,
    because: &'a [String],
    /// The overlap that holds both, by its id.
    overlap: Option<&'a str>,
    /// Whether that is certain.
    certain: Option<bool>,
    sides: Vec<SideJson<'a>>,
    parts: Vec<PartJson<'a>>,
    rivals: Vec<RivalJson<'a>>,
    remedies: Vec<RemedyJson>,
    problems: Vec<ProblemJson<'a>>,
}

/// Among how many the two are compared.
#[derive(Serialize)]
struct SummaryJson {
    leaders: usize,
    items: usize,
}

#[derive(Serialize)]
struct SideJson<'a> {
    text: &'a str,
    items: Vec<ItemJson<'a>>,
    words: Vec<WordJson<'a>>,
    concepts: Vec<ConceptJson<'a>>,
    acronyms: Vec<AcronymJson<'a>>,
    left_out: &'a [String],
}

#[derive(Serialize)]
struct WordJson<'a> {
    word: &'a str,
    weight: f64,
}

#[derive(Serialize)]
struct ConceptJson<'a> {
    concept: &'a str,
    worded: &'a str,
}

#[derive(Serialize)]
struct AcronymJson<'a> {
    acronym: &'a str,
    meaning: &'a str,
}

/// A step to the score: `by` is added to the sum of the steps before, or multiplies it.
#[derive(Serialize)]
struct PartJson<'a> {
    signal: &'a str,
    found: Option<f64>,
    effect: &'static str,
    by: f64,
    sum: f64,
}

/// The best match of the name at `side`, a position in `sides`.
#[derive(Serialize)]
struct RivalJson<'a> {
    side: usize,
    item: ItemJson<'a>,
    score: f64,
    is_other_side: bool,
}

/// What would change the verdict; `lines` can be pasted.
#[derive(Serialize)]
struct RemedyJson {
    remedy: &'static str,
    sentence: String,
    lines: Vec<String>,
}
