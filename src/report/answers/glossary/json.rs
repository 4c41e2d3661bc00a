//! The glossary for other programs: fields are added, never renamed or removed, within
//! `roundtable-glossary/1`.

use std::io;

use serde::Serialize;

use crate::ask::{Proposal, Usage};
use crate::names::glossary::{Area, Entry, Phrase};
use crate::report::Look;
use crate::report::answers::{GlossaryPage, TermsPage};
use crate::report::json::{self, ItemJson, ProblemJson, TOOL, ToolJson, item, problem};

const SCHEMA: &str = "roundtable-glossary/1";

/// Writes one object with areas, entries or terms, whichever was asked for.
pub fn write(page: &GlossaryPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    match page {
        GlossaryPage::Areas(areas) => {
            let areas = areas.iter().map(area).collect();
            json::write(&AreasJson { schema: SCHEMA, tool: TOOL, areas }, out)
        }
        GlossaryPage::Entries(entries) => {
            let entries = entries.iter().map(|it| entry(it)).collect();
            json::write(&EntriesJson { schema: SCHEMA, tool: TOOL, entries }, out)
        }
        GlossaryPage::Terms(page) => json::write(&terms(page), out),
    }
}

fn area(area: &Area) -> AreaJson<'_> {
    AreaJson { name: area.name, entries: area.entries.iter().map(entry).collect() }
}

fn entry(entry: &Entry) -> EntryJson<'_> {
    EntryJson { concept: &entry.concept, phrases: entry.phrases.iter().map(phrase).collect() }
}

fn phrase(Phrase { text, with }: &Phrase) -> PhraseJson<'_> {
    PhraseJson { phrase: text, with }
}

fn terms<'a>(page: &TermsPage<'a>) -> TermsJson<'a> {
    let terms = page.terms;
    let usage = |Usage { concept, leaders, items, wordings }: &'a Usage| UsageJson {
        concept,
        leaders: *leaders,
        items: *items,
        worded: wordings,
    };
    let proposed = |it: &'a Proposal, certain: bool| ProposalJson {
        concept: &it.concept,
        phrases: &it.phrases,
        certain,
        item: item(page.items[it.item]),
    };
    let said = terms.said.iter().map(|it| proposed(it, true));
    let perhaps = terms.perhaps.iter().map(|it| proposed(it, false));
    TermsJson {
        schema: SCHEMA,
        tool: TOOL,
        summary: SummaryJson { leaders: page.leaders, items: page.items.len() },
        usages: terms.usages.iter().map(usage).collect(),
        proposals: said.chain(perhaps).collect(),
        problems: page.problems.iter().map(problem).collect(),
    }
}

#[derive(Serialize)]
struct AreasJson<'a> {
    schema: &'static str,
    tool: ToolJson,
    areas: Vec<AreaJson<'a>>,
}

#[derive(Serialize)]
struct AreaJson<'a> {
    name: &'a str,
    entries: Vec<EntryJson<'a>>,
}

#[derive(Serialize)]
struct EntriesJson<'a> {
    schema: &'static str,
    tool: ToolJson,
    entries: Vec<EntryJson<'a>>,
}

#[derive(Serialize)]
struct EntryJson<'a> {
    concept: &'a str,
    phrases: Vec<PhraseJson<'a>>,
}

/// `with` holds words of which one must stand beside the phrase; none if it speaks for itself.
#[derive(Serialize)]
struct PhraseJson<'a> {
    phrase: &'a str,
    with: &'a [String],
}

#[derive(Serialize)]
struct TermsJson<'a> {
    schema: &'static str,
    tool: ToolJson,
    summary: SummaryJson,
    usages: Vec<UsageJson<'a>>,
    proposals: Vec<ProposalJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
}

#[derive(Serialize)]
struct SummaryJson {
    leaders: usize,
    items: usize,
}

#[derive(Serialize)]
struct UsageJson<'a> {
    concept: &'a str,
    leaders: usize,
    items: usize,
    worded: &'a [String],
}

/// An entry that the glossary lacks; `certain` if a leader says that the phrases mean the same. The
/// item is where that was seen.
#[derive(Serialize)]
struct ProposalJson<'a> {
    concept: &'a str,
    phrases: &'a [String],
    certain: bool,
    item: ItemJson<'a>,
}
