//! The explanation for a person at a terminal.

use std::collections::BTreeSet;
use std::io;

use crate::ask::{Explanation, Remedy, Rival, Side};
use crate::cluster::Shared;
use crate::company::Planned;
use crate::overlap::Tier;
use crate::report::Look;
use crate::report::answers::ExplainPage;
use crate::report::answers::explain::remedy::{Way, way};
use crate::report::answers::explain::verdict;
use crate::report::clean::terminal;
use crate::report::terminal::row::Cell;
use crate::report::terminal::text::{GAP, Prose, widest};
use crate::report::words::count::counted;
use crate::report::words::score::compared;
use crate::similarity::Effect;

/// Columns of the labels.
const LABEL: usize = 8;

/// Columns of a number such as `+0.24`.
const NUMBER: usize = 5;

/// How many places of one name are told.
const PLACES: usize = 5;

/// Writes the verdict, how each name is read, how the score comes about, and what would change it.
pub fn write(page: &ExplainPage, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let prose = &mut Prose::new(look, out);
    let told = page.explanation;
    prose.text(0, &verdict::sentence(page, terminal), prose.styles.strong)?;
    prose.text(0, &terminal(&told.because.join("; ")), prose.styles.subtle)?;
    if let Some(overlap) = told.overlap.map(|at| &page.overlaps[at]) {
        let sure = match overlap.tier {
            Tier::Certain => "certain",
            Tier::Doubtful => "only worth a look",
            Tier::Theme => "a theme, since everyday words name no feature",
        };
        let leaders = counted(overlap.leaders.len(), "leader");
        let name = terminal(&overlap.name);
        let text = format!("Overlap {name} ({}): {leaders}, {sure}.", overlap.id);
        prose.text(0, &text, prose.styles.subtle)?;
        prose.text(0, &sure_because(overlap.shared), prose.styles.subtle)?;
    }
    for side in &told.sides {
        prose.gap()?;
        write_side(page, side, prose)?;
    }
    prose.gap()?;
    write_score(page, prose)?;
    let rivals: Vec<&Rival> = page.rivals().collect();
    if !rivals.is_empty() {
        prose.gap()?;
        rivals.into_iter().try_for_each(|rival| write_rival(page, rival, prose))?;
    }
    if !told.remedies.is_empty() {
        prose.gap()?;
        prose.text(0, "What would change it", prose.styles.strong)?;
        told.remedies.iter().try_for_each(|remedy| write_remedy(remedy, prose))?;
    }
    Ok(())
}

/// What makes an overlap certain, or only worth a look: `Its items share 82 % of what their names
/// tell; 0.03 other features would share as much by chance.`
fn sure_because(shared: Shared) -> String {
    let Shared { share, by_chance } = shared;
    let chance = match by_chance {
        none if none < 0.01 => "less than 0.01 other features".to_owned(),
        few if few < 10.0 => format!("{few:.2} other features"),
        many => format!("{many:.0} other features"),
    };
    let percent = share * 100.0;
    format!(
        "Its items share {percent:.0} % of what their names tell; {chance} would share as much by \
         chance."
    )
}

/// How a name is read, and who plans it.
fn write_side(page: &ExplainPage, side: &Side, prose: &mut Prose) -> io::Result<()> {
    let styles = prose.styles;
    prose.text(0, &terminal(&side.text), styles.strong)?;
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
            prose.labelled((label, LABEL), &terminal(&texts.join(", ")), styles.plain)?;
        }
    }
    if side.items.is_empty() {
        return prose.labelled(("planned", LABEL), "by nobody yet", styles.subtle);
    }
    for (at, &item) in side.items.iter().take(PLACES).enumerate() {
        let planned = page.company.items[item];
        let Planned { roadmap, item, .. } = planned;
        let facts = [Some(planned.leader()), roadmap.team.as_deref(), item.quarter.as_deref()];
        let facts: Vec<String> = facts.into_iter().flatten().map(terminal).collect();
        let label = if at == 0 { "planned" } else { "" };
        prose.labelled((label, LABEL), &facts.join(", "), styles.accent)?;
        let place = format!("{}:{}", item.place.file, item.place.line.max(1));
        prose.whole(LABEL + GAP, &terminal(&place), styles.subtle)?;
    }
    match side.items.len().saturating_sub(PLACES) {
        0 => Ok(()),
        more => prose.labelled(("", LABEL), &format!("… {more} more"), styles.subtle),
    }
}

/// The steps to the score, and what is asked for here.
fn write_score(page: &ExplainPage, prose: &mut Prose) -> io::Result<()> {
    let told = page.explanation;
    let styles = prose.styles;
    let signals: Vec<String> = told.steps.iter().map(|step| terminal(&step.signal)).collect();
    let titles = ["sum, and its square root", "needed here"];
    let label = widest(signals.iter().map(String::as_str).chain(titles));
    let label = label.min(prose.room().saturating_sub(2 * (NUMBER + GAP))).max(1);
    let row = |prose: &mut Prose, text: [&str; 3], style| {
        prose.row(&[
            Cell::left(text[0], label, style),
            Cell::right(text[1], NUMBER, styles.subtle),
            Cell::right(text[2], NUMBER, style),
        ])
    };
    row(prose, ["How alike", "found", "adds"], styles.subtle)?;
    for (step, signal) in told.steps.iter().zip(&signals) {
        let found = step.found.map(|found| format!("{found:.2}")).unwrap_or_default();
        let adds = match step.effect {
            Effect::Add(much) => {
                format!("{}{:.2}", if much < 0.0 { '−' } else { '+' }, much.abs())
            }
            Effect::Times(factor) => format!("×{factor:.2}"),
        };
        row(prose, [signal, &found, &adds], styles.plain)?;
    }
    let sum = told.steps.last().map_or(0.0, |step| step.sum);
    let [score, needed] = compared([told.score, told.needed]);
    prose.rule(label + 2 * (NUMBER + GAP))?;
    row(prose, [titles[0], &format!("{sum:.2}"), &score], styles.strong)?;
    row(prose, [titles[1], "", &needed], styles.strong)?;
    prose.text(0, &context(page), styles.subtle)
}

/// In which context they are compared, and why that much is needed there.
fn context(page: &ExplainPage) -> String {
    let Explanation { threshold, choice, sides, .. } = page.explanation;
    let context = match page.company.items.len() {
        0 => "Compared alone, without roadmaps.".to_owned(),
        items => {
            let leaders = counted(page.company.planning(), "leader");
            format!("Compared among {} of {leaders}.", counted(items, "item"))
        }
    };
    let [left, right] = [&sides[0], &sides[1]].map(|side| leaders(page, side));
    let why = if left.len() == 1 && left == right {
        "One leader plans both, and mostly means two things by two items.".to_owned()
    } else if *choice == 1 {
        format!(
            "The threshold is {threshold}; more is needed as there is nothing else to choose from."
        )
    } else {
        format!(
            "The threshold is {threshold}; more is needed as the best match is one of {choice} items only."
        )
    };
    format!("{context} {why}")
}

/// Who plans a side, each once.
fn leaders<'a>(page: &ExplainPage<'a>, side: &Side) -> BTreeSet<&'a str> {
    side.items.iter().map(|&item| page.company.items[item].leader()).collect()
}

/// Who on the other roadmap is the best match.
fn write_rival(page: &ExplainPage, rival: &Rival, prose: &mut Prose) -> io::Result<()> {
    let planned = page.company.items[rival.item];
    let [of, leader, name] =
        [&page.explanation.sides[rival.side].text, planned.leader(), &planned.item.name]
            .map(|text: &str| terminal(text));
    let text = if rival.is_other {
        format!("With {leader}, nothing matches \"{of}\" better.")
    } else {
        let [score, _] = compared([rival.score, page.explanation.score]);
        format!("With {leader}, the best match of \"{of}\" is \"{name}\" ({score}).")
    };
    prose.text(0, &text, prose.styles.plain)
}

/// What to paste, and what it does.
fn write_remedy(remedy: &Remedy, prose: &mut Prose) -> io::Result<()> {
    let Way { about, lines, .. } = way(remedy);
    prose.text(2, &about, prose.styles.plain)?;
    lines.iter().try_for_each(|line| prose.whole(6, line, prose.styles.accent))
}
