//! Why two names are one feature, or two.

use std::collections::BTreeSet;
use std::io;

use crate::ask::{Explanation, Remedy, Rival, Side, Verdict};
use crate::basics::yaml;
use crate::company::Planned;
use crate::report::answers::Look;
use crate::report::clean::terminal;
use crate::report::terminal::row::Cell;
use crate::report::terminal::text::{GAP, Paper, widest};
use crate::report::words::count::counted;
use crate::similarity::Effect;

/// Everything that the explanation can tell.
pub struct ExplanationPage<'a> {
    /// The comparison.
    pub explanation: &'a Explanation,
    /// Every planned item.
    pub items: &'a [Planned<'a>],
    /// How many leaders plan them.
    pub leaders: usize,
    /// How a person sees it.
    pub look: Look,
}

/// Columns of the labels.
const LABEL: usize = 8;

/// Columns of a number such as `+0.24`.
const NUMBER: usize = 5;

/// How many places of one name are told.
const PLACES: usize = 5;

/// Writes the verdict, how each name is read, how the score comes about, and what would change it.
///
/// # Errors
/// When `out` cannot be written.
pub fn explanation(page: &ExplanationPage, out: &mut dyn io::Write) -> io::Result<()> {
    let paper = &mut Paper::new(page.look.width, page.look.styled, out);
    let told = page.explanation;
    paper.text(0, &verdict(page), paper.pen.strong)?;
    paper.text(0, &terminal(&told.because.join("; ")), paper.pen.subtle)?;
    for side in &told.sides {
        paper.gap()?;
        write_side(page, side, paper)?;
    }
    paper.gap()?;
    write_score(page, paper)?;
    let linked = matches!(told.verdict, Verdict::Linked | Verdict::Joined);
    let tells = |rival: &&Rival| if rival.is_other { linked } else { rival.score > told.score };
    let rivals: Vec<&Rival> = told.rivals.iter().filter(tells).collect();
    if !rivals.is_empty() {
        paper.gap()?;
        rivals.into_iter().try_for_each(|rival| write_rival(page, rival, paper))?;
    }
    if !told.remedies.is_empty() {
        paper.gap()?;
        paper.text(0, "What would change it", paper.pen.strong)?;
        told.remedies.iter().try_for_each(|remedy| write_remedy(remedy, paper))?;
    }
    Ok(())
}

/// One sentence that says whether, and one that says why.
fn verdict(page: &ExplanationPage) -> String {
    let Explanation { score, needed, verdict, rivals, sides, .. } = page.explanation;
    let number = if verdict.is_one() { "One feature" } else { "Two features" };
    let better = || rivals.iter().find(|rival| rival.score > *score);
    let why = match verdict {
        Verdict::SameItem => "both are the same item".to_owned(),
        Verdict::Silenced(side) => {
            format!("a comment silences \"{}\"", terminal(&sides[*side].text))
        }
        Verdict::Dropped(side) => format!("\"{}\" was dropped", terminal(&sides[*side].text)),
        Verdict::ToldApart(_) => "leaders told them apart in the decisions file".to_owned(),
        Verdict::Settled => "both are done, so that nothing is left to decide".to_owned(),
        Verdict::SameName => "both names are read as the same words".to_owned(),
        Verdict::Linked => format!("{score} is enough where {needed} is needed"),
        Verdict::Joined => format!("others link them ({score} between these two)"),
        Verdict::Distinct => "roundtable.yaml calls them distinct".to_owned(),
        Verdict::Contrasting(contrast) => {
            format!("they contrast ({})", terminal(&contrast.to_string()))
        }
        Verdict::Generic => "any team could have a name like this, which tells nothing".to_owned(),
        Verdict::Unlike => format!("{score} is less than the {needed} that is needed"),
        Verdict::Rivalled => better().map_or_else(
            || format!("{score} would be enough, but others are a better match"),
            |rival| {
                let name = terminal(&page.items[rival.item].item.name);
                let of = terminal(&sides[rival.side].text);
                format!("\"{name}\" is a better match of \"{of}\" ({} over {score})", rival.score)
            },
        ),
        Verdict::Apart => {
            format!("{score} would be enough, but what each is grouped with is not alike")
        }
    };
    format!("{number}: {why}.")
}

/// How a name is read, and who plans it.
fn write_side(page: &ExplanationPage, side: &Side, paper: &mut Paper) -> io::Result<()> {
    let pen = paper.pen;
    paper.text(0, &terminal(&side.text), pen.strong)?;
    let words = side.words.iter().map(|(word, weight)| format!("{word} {weight:.1}"));
    let meaning =
        |(acronym, meaning): &(String, String)| format!("{} = {meaning}", acronym.to_uppercase());
    let worded = |(concept, wording): &(String, String)| {
        if concept == wording { concept.clone() } else { format!("{concept}, here \"{wording}\"") }
    };
    for (label, texts) in [
        ("words", words.collect::<Vec<_>>()),
        ("concept", side.concepts.iter().map(worded).collect()),
        ("acronym", side.acronyms.iter().map(meaning).collect()),
        ("left out", side.left_out.clone()),
    ] {
        if !texts.is_empty() {
            paper.labelled((label, LABEL), &terminal(&texts.join(", ")), pen.plain)?;
        }
    }
    if side.items.is_empty() {
        return paper.labelled(("planned", LABEL), "by nobody yet", pen.subtle);
    }
    for (at, &item) in side.items.iter().take(PLACES).enumerate() {
        let Planned { roadmap, item, .. } = page.items[item];
        let facts = [Some(&roadmap.leader), roadmap.team.as_ref(), item.quarter.as_ref()];
        let facts: Vec<String> = facts.into_iter().flatten().map(|text| terminal(text)).collect();
        let label = if at == 0 { "planned" } else { "" };
        paper.labelled((label, LABEL), &facts.join(", "), pen.accent)?;
        let place = format!("{}:{}", item.place.file, item.place.line.max(1));
        paper.whole(LABEL + GAP, &terminal(&place), pen.subtle)?;
    }
    match side.items.len().saturating_sub(PLACES) {
        0 => Ok(()),
        more => paper.labelled(("", LABEL), &format!("… {more} more"), pen.subtle),
    }
}

/// The steps to the score, and what is asked for here.
fn write_score(page: &ExplanationPage, paper: &mut Paper) -> io::Result<()> {
    let told = page.explanation;
    let pen = paper.pen;
    let signals: Vec<String> = told.parts.iter().map(|part| terminal(&part.signal)).collect();
    let titles = ["sum, and its square root", "needed here"];
    let label = widest(signals.iter().map(String::as_str).chain(titles));
    let label = label.min(paper.room().saturating_sub(2 * (NUMBER + GAP))).max(1);
    let row = |paper: &mut Paper, text: [&str; 3], style| {
        paper.row(&[
            Cell::left(text[0], label, style),
            Cell::right(text[1], NUMBER, pen.subtle),
            Cell::right(text[2], NUMBER, style),
        ])
    };
    row(paper, ["How alike", "found", "adds"], pen.subtle)?;
    let mut sum = 0.0;
    for (part, signal) in told.parts.iter().zip(&signals) {
        let found = part.found.map(|found| format!("{found:.2}")).unwrap_or_default();
        let adds = match part.effect {
            Effect::Add(much) => {
                sum += much;
                format!("{}{:.2}", if much < 0.0 { '−' } else { '+' }, much.abs())
            }
            Effect::Times(factor) => {
                sum *= factor;
                format!("×{factor:.2}")
            }
        };
        row(paper, [signal, &found, &adds], pen.plain)?;
    }
    paper.rule(label + 2 * (NUMBER + GAP))?;
    row(
        paper,
        [titles[0], &format!("{:.2}", f32::max(sum, 0.0)), &told.score.to_string()],
        pen.strong,
    )?;
    row(paper, [titles[1], "", &told.needed.to_string()], pen.strong)?;
    paper.text(0, &needed(page), pen.subtle)
}

/// In which context they are compared, and why that much is needed there.
fn needed(page: &ExplanationPage) -> String {
    let Explanation { threshold, choice, crowded, sides, .. } = page.explanation;
    let context = match page.items.len() {
        0 => "Compared alone, without roadmaps.".to_owned(),
        items => {
            let leaders = counted(page.leaders, "leader");
            format!("Compared among {} of {leaders}.", counted(items, "item"))
        }
    };
    let crowd = if *crowded { ", and as there are many leaders" } else { "" };
    let [left, right] = [&sides[0], &sides[1]].map(|side| leaders(page, side));
    let why = if left.len() == 1 && left == right {
        "One leader plans both, and mostly means two things by two items.".to_owned()
    } else if *choice == 1 {
        format!(
            "The threshold is {threshold}; more is needed as there is nothing else to choose from."
        )
    } else {
        format!(
            "The threshold is {threshold}; more is needed as the best match is one of {choice} items only{crowd}."
        )
    };
    format!("{context} {why}")
}

/// Who plans a side, each once.
fn leaders<'a>(page: &ExplanationPage<'a>, side: &Side) -> BTreeSet<&'a str> {
    side.items.iter().map(|&item| page.items[item].leader()).collect()
}

/// Who on the other roadmap is the best match.
fn write_rival(page: &ExplanationPage, rival: &Rival, paper: &mut Paper) -> io::Result<()> {
    let planned = page.items[rival.item];
    let [of, leader, name] =
        [&page.explanation.sides[rival.side].text, planned.leader(), &planned.item.name]
            .map(|text: &str| terminal(text));
    let text = if rival.is_other {
        format!("With {leader}, nothing matches \"{of}\" better.")
    } else {
        format!("With {leader}, the best match of \"{of}\" is \"{name}\" ({}).", rival.score)
    };
    paper.text(0, &text, paper.pen.plain)
}

/// What to paste, and what it does.
fn write_remedy(remedy: &Remedy, paper: &mut Paper) -> io::Result<()> {
    let (about, lines) = match remedy {
        Remedy::Glossary { concept, phrase } => (
            "To make them one everywhere, in roundtable.yaml:".to_owned(),
            vec![
                "glossary:".to_owned(),
                format!("  {}: {}", yaml::scalar(concept), yaml::list([phrase.as_str()])),
            ],
        ),
        Remedy::Alias { name, alias } => (
            "To make these two one, on the roadmap:".to_owned(),
            vec![
                format!("- name: {}", yaml::scalar(name)),
                format!("  aliases: {}", yaml::list([alias.as_str()])),
            ],
        ),
        Remedy::Distinct(names) => (
            "To keep them apart, in roundtable.yaml:".to_owned(),
            vec![
                "distinct:".to_owned(),
                format!("  - {}", yaml::list(names.iter().map(String::as_str))),
            ],
        ),
        Remedy::Contrast(words) => (
            "To keep all names apart that differ like this:".to_owned(),
            vec![
                "contrasts:".to_owned(),
                format!("  - {}", yaml::list(words.iter().map(String::as_str))),
            ],
        ),
        Remedy::Sensitivity(level) => (
            format!("They are one, as worth a look, with --sensitivity {}.", level.word()),
            Vec::new(),
        ),
        Remedy::NotSilenced => {
            ("Without the comment roundtable: ignore it would be compared.".to_owned(), Vec::new())
        }
        Remedy::NotDropped => ("With another status it would count.".to_owned(), Vec::new()),
        Remedy::NotToldApart => (
            "A newer decision about both wins over the one that tells them apart.".to_owned(),
            Vec::new(),
        ),
        Remedy::NotDistinct => ("The line of distinct: can go.".to_owned(), Vec::new()),
        Remedy::SayMore => {
            ("A name that says what it is about can be compared.".to_owned(), Vec::new())
        }
    };
    paper.text(2, &about, paper.pen.plain)?;
    lines.iter().try_for_each(|line| paper.whole(6, line, paper.pen.accent))
}
