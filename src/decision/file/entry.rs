//! One entry of the decisions file.

use jiff::civil::Date;

use crate::decision::{Agreed, Decision, Member};
use crate::document::{Node, StrictReader, Value};

/// The keys of an entry, in the order in which they are written.
pub const KEYS: [&str; 8] =
    ["overlap", "decision", "lead", "reason", "by", "date", "until", "members"];

/// The keys of a member.
pub const MEMBER_KEYS: [&str; 3] = ["leader", "id", "name"];

/// Reads an entry; none if anything in it is wrong. What is not understood is told before what is
/// missing, which may be the same.
pub fn read(node: &Node, strict: &mut StrictReader) -> Option<Decision> {
    let before = strict.problems.len();
    if node.is_blank() {
        strict.error(node, "an empty entry", "write - overlap: NAME, or remove the dash");
        return None;
    }
    let entry = Entry::read(node, strict);
    if strict.problems.len() > before {
        return None;
    }
    let agreed = entry.agreed(node, strict);
    if entry.members.len() < 2 {
        let help = "list them under members: - {leader: NAME, id: ID, name: ITEM}";
        let place = entry.listed.unwrap_or(node);
        strict.error(place, "a decision is about two items or more", help);
    }
    let (agreed, word) = agreed?;
    let Entry { overlap, lead, reason, by, date, until, members, .. } = entry;
    let overlap = overlap.or_else(|| members.first().map(|it| it.name.clone()))?;
    let place = strict.source.place(node.line, node.column);
    let decision = Decision { overlap, agreed, lead, reason, by, date, until, members, place };
    must_say(&decision, word, strict);
    (strict.problems.len() == before).then_some(decision)
}

/// What an entry says, before it is known to be whole.
#[derive(Default)]
struct Entry<'n, 'a> {
    overlap: Option<String>,
    decision: Option<&'n Node<'a>>,
    lead: Option<String>,
    reason: Option<String>,
    by: Option<String>,
    date: Option<Date>,
    until: Option<Date>,
    members: Vec<Member>,
    listed: Option<&'n Node<'a>>,
}

impl<'n, 'a> Entry<'n, 'a> {
    fn read(node: &'n Node<'a>, strict: &mut StrictReader) -> Self {
        let mut entry = Self::default();
        for (key, value) in strict.map(node, "an entry", &KEYS) {
            match key {
                "overlap" => entry.overlap = text(value, key, strict),
                "decision" => entry.decision = Some(value).filter(|it| !it.is_blank()),
                "lead" => entry.lead = text(value, key, strict),
                "reason" => entry.reason = text(value, key, strict),
                "by" => entry.by = text(value, key, strict),
                "date" => entry.date = day(value, key, strict),
                "until" => entry.until = day(value, key, strict),
                _ => {
                    entry.listed = Some(value);
                    entry.members =
                        value.list().iter().filter_map(|it| member(it, strict)).collect();
                }
            }
        }
        entry
    }

    /// What was agreed, with the node that says so.
    fn agreed(
        &self,
        node: &'n Node<'a>,
        strict: &mut StrictReader,
    ) -> Option<(Agreed, &'n Node<'a>)> {
        let words = Agreed::ALL.map(Agreed::word);
        let Some(word) = self.decision else {
            let help = format!("write decision: {}", words.join(", or "));
            strict.error(node, "an entry without a decision", help);
            return None;
        };
        let found = Agreed::ALL.into_iter().find(|it| Some(it.word()) == word.text());
        if found.is_none() {
            strict.unknown(word, "decision", &words);
        }
        found.map(|agreed| (agreed, word))
    }
}

/// Notes what a decision must say and does not.
fn must_say(decision: &Decision, word: &Node, strict: &mut StrictReader) {
    let Some(key) = decision.lacks() else { return };
    let help = match decision.agreed {
        Agreed::Merge | Agreed::Shared => "say who builds it: lead: NAME",
        Agreed::Separate | Agreed::Distinct => "say why, for whoever asks next: reason: TEXT",
        Agreed::Later => "say by when it is decided: until: 2027-03-31",
    };
    strict.error(word, format!("{} without {key}", decision.agreed.word()), help);
}

/// An item as the entry remembers it; none if something in it is wrong.
fn member(node: &Node, strict: &mut StrictReader) -> Option<Member> {
    let before = strict.problems.len();
    let (mut leader, mut id, mut name) = (None, None, None);
    for (key, value) in strict.map(node, "a member", &MEMBER_KEYS) {
        match key {
            "leader" => leader = text(value, key, strict),
            "id" => id = text(value, key, strict),
            _ => name = text(value, key, strict),
        }
    }
    if strict.problems.len() == before {
        const HELP: &str = "write {leader: NAME, id: ID, name: ITEM}; one of id and name may go";
        if leader.is_none() {
            strict.error(node, "a member without its leader", HELP);
        } else if id.is_none() && name.is_none() {
            strict.error(node, "a member without id and name", HELP);
        }
    }
    let name = name.or_else(|| id.clone())?;
    Some(Member { leader: leader?, id, name, place: strict.source.place(node.line, node.column) })
}

/// A text on its own, without the line ends behind a block of text; blank is none.
fn text(node: &Node, key: &str, strict: &mut StrictReader) -> Option<String> {
    if node.lost.is_some() {
        let help = "put the whole text in quotes";
        strict.error(node, format!("YAML takes a part of {key} away"), help);
        return None;
    }
    if matches!(node.value, Value::List(_) | Value::Map(_)) {
        strict.error(node, format!("{key} is not a text"), format!("write {key}: TEXT"));
    }
    let text = node.text().map(|text| text.trim_end_matches(['\n', '\r']));
    text.filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

/// A day; none is none.
fn day(node: &Node, key: &str, strict: &mut StrictReader) -> Option<Date> {
    let text = text(node, key, strict)?;
    let day = text.parse::<Date>().ok().filter(|day| day.to_string() == text);
    if day.is_none() {
        let message = format!("{key} is not a day of the calendar");
        strict.error(node, message, format!("write {key}: 2027-03-31 (year, month, day)"));
    }
    day
}
