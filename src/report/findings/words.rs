//! The words that all formats of the findings share: what is the matter, who is concerned, what was
//! agreed, and what to do.

use crate::basics::Place;
use crate::company::Planned;
use crate::decision::{Agreed, Finding, Matter};
use crate::overlap::Link;
use crate::report::clean::Door;
use crate::report::findings::FindingsPage;
pub use crate::report::words::agreed::agreement;
use crate::report::words::count::counted;
use crate::report::words::{agreed, effort};

/// What is the matter and with what: `new overlap: Single sign-on (2 leaders)`.
pub fn headline(page: &FindingsPage, finding: &Finding, clean: Door) -> String {
    let file = gone(finding).map(|place| place.file.as_ref());
    let name = clean(file.unwrap_or_else(|| name(page, finding)));
    let decision = finding.decision.map(|at| &page.decisions[at]);
    let until = decision.and_then(|it| it.until).map(|day| format!(" until {day}"));
    let until = until.unwrap_or_default();
    let leaders = finding.overlap.map(|at| counted(page.overlaps[at].leaders.len(), "leader"));
    let leaders = leaders.map(|leaders| format!(" ({leaders})")).unwrap_or_default();
    match finding.matter {
        Matter::New => format!("new overlap: {name}{leaders}"),
        Matter::Doubtful => format!("worth a look: {name}{leaders}"),
        Matter::Grown => {
            format!("grown overlap: {name}{leaders}, {}", joined(page, finding, clean))
        }
        Matter::Overdue => {
            let agreed = decision.map_or("", |it| past(it.agreed));
            format!("overdue decision: {name}{leaders}, {agreed}{until}")
        }
        Matter::Later => format!("put off{until}: {name}{leaders}"),
        Matter::Stale => format!("stale decision: {name}"),
        Matter::Unused => format!("unused ignore: {name}"),
        Matter::Gone => {
            let gone = finding.gone.as_ref();
            let leaders = gone.map_or(&[][..], |it| &it.leaders);
            let leaders = leaders.iter().map(|it| clean(it)).collect::<Vec<_>>().join(", ");
            let items = counted(gone.map_or(0, |it| it.items), "item");
            let why = clean(gone.map_or("", |it| &it.why));
            format!("roadmap read no more: {name} ({leaders}, {items}), {why}")
        }
    }
}

/// What was done by agreeing.
fn past(agreed: Agreed) -> &'static str {
    match agreed {
        Agreed::Merge => "merged",
        Agreed::Later => "put off",
        Agreed::Shared | Agreed::Separate | Agreed::Distinct => agreed.word(),
    }
}

/// What the finding is about, as a leader or the decisions file calls it.
pub fn name<'a>(page: &FindingsPage<'a>, finding: &Finding) -> &'a str {
    let overlap = finding.overlap.map(|at| page.overlaps[at].name.as_str());
    let decision = || finding.decision.map(|at| page.decisions[at].overlap.as_str());
    let item = || finding.fresh.first().map(|&item| page.company.items[item].item.name.as_str());
    overlap.or_else(decision).or_else(item).unwrap_or_default()
}

/// The file of a roadmap that is read no more.
pub fn gone(finding: &Finding) -> Option<&Place> {
    finding.gone.as_ref().map(|gone| &gone.place)
}

/// Whose items are the news.
fn joined(page: &FindingsPage, finding: &Finding, clean: Door) -> String {
    agreed::joined(finding.fresh.iter().map(|&item| page.company.items[item].leader()), clean)
}

/// Who, for when and how much: `Ana Ruiz (Identity), 2027-Q1, 12 person-weeks`.
pub fn plan(planned: Planned, clean: Door) -> String {
    let Planned { roadmap, item, .. } = planned;
    let team = roadmap.team.as_deref().map(|team| format!(" ({})", clean(team)));
    let leader = format!("{}{}", clean(planned.leader()), team.unwrap_or_default());
    let effort = item.effort.map(|effort| match roadmap.effort_unit.as_deref() {
        Some(unit) => format!("{} {}", effort::number(effort), clean(unit)),
        None => format!("effort {}", effort::number(effort)),
    });
    let quarter = item.quarter.as_deref().map(clean);
    [Some(leader), quarter, effort].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Why an item is in its overlap, by its best link:
/// `Ana Ruiz and Bo Chen: alike 0.84, same words: single, sign`; one line per link, and each once.
pub fn reasons(
    page: &FindingsPage,
    finding: &Finding,
    items: &[usize],
    clean: Door,
) -> Vec<String> {
    let Some(overlap) = finding.overlap.map(|at| &page.overlaps[at]) else { return Vec::new() };
    let mut told: Vec<&Link> = Vec::new();
    for &item in items {
        let links = || overlap.links.iter().filter(|link| link.a == item || link.b == item);
        // What is shown is best explained by what is shown beside it.
        let near = links().find(|link| items.contains(&link.a) && items.contains(&link.b));
        let link = near.or_else(|| links().next());
        told.extend(link.filter(|link| !told.contains(link)));
    }
    let leader = |item: usize| clean(page.company.items[item].leader());
    let reason = |link: &Link| {
        let because = clean(&link.because.join("; "));
        format!("{} and {}: alike {}, {because}", leader(link.a), leader(link.b), link.score)
    };
    told.into_iter().map(reason).collect()
}

/// One way out of a finding: what to do, in a word and in a sentence.
pub struct Way {
    /// The word: `decide`.
    pub word: &'static str,
    /// The sentence, without a full stop; code stands between back quotes.
    pub sentence: String,
}

/// The ways out, the best first.
pub fn ways(page: &FindingsPage, finding: &Finding, clean: Door) -> Vec<Way> {
    let id = finding.overlap.map_or("", |at| page.overlaps[at].id.as_str());
    let file = clean(page.file);
    let way = |word, sentence: String| Way { word, sentence };
    let decide = format!("`roundtable decide --overlap {id} --as …`");
    let rename = "two features? rename one, or decide `--as distinct`";
    let ignore = "end its line with `# roundtable: ignore` and why";
    match finding.matter {
        Matter::New | Matter::Doubtful => vec![
            way("decide", format!("talk, then {decide}")),
            way("rename", rename.to_owned()),
            way("ignore", ignore.to_owned()),
        ],
        Matter::Grown => vec![
            way("decide", format!("talk again, then {decide}")),
            way("rename", rename.to_owned()),
            way("ignore", ignore.to_owned()),
        ],
        Matter::Overdue => vec![
            way("decide", format!("talk again, then {decide}")),
            way("extend", format!("give it a later `until` in {file}")),
        ],
        Matter::Later => vec![way("decide", format!("talk before that day, then {decide}"))],
        Matter::Stale => vec![way("remove", format!("take the entry out of {file}, or mend it"))],
        Matter::Unused => vec![way("remove", "take the comment away".to_owned())],
        Matter::Gone => vec![
            way("restore", "let it be read again: `roundtable scan --files` tells".to_owned()),
            way("remove", "take the file away if nobody plans this any more".to_owned()),
        ],
    }
}
