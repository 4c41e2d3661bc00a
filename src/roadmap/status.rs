//! How far an item is, in the words that people and their tools use for it.

use crate::document::fold_key;

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Somebody thinks about it.
    Idea,
    /// It is to be done.
    Planned,
    /// Somebody works on it.
    InProgress,
    /// It is there.
    Done,
    /// It will not be done, or is no longer there.
    Dropped,
}

/// The words for one status.
struct Words {
    status: Status,
    /// The word of the canonical form.
    word: &'static str,
    /// Words that mean it wherever they stand, as a field or over a list of items.
    everywhere: &'static [&'static str],
    /// Words that mean it in a status field; elsewhere they may be names or themes.
    in_field: &'static [&'static str],
}

/// Every word by its status, folded: lower case, with `-` for spaces and other joints.
#[rustfmt::skip]
const TABLE: &[Words] = &[
    Words { status: Status::Idea, word: "idea",
        everywhere: &["idea", "ideas", "proposed", "discovery", "exploring",
            "under-consideration", "deferred", "backlog"],
        in_field: &["new", "draft", "proposal", "provisional", "concept", "candidate", "triage",
            "research", "considering", "someday", "icebox", "parked", "postponed", "on-ice",
            "idee", "vorschlag", "idée", "propuesta", "ideia", "検討中"] },
    Words { status: Status::Planned, word: "planned",
        everywhere: &["planned", "planning", "accepted", "approved", "committed", "todo", "to-do",
            "not-started", "ready"],
        in_field: &["open", "scheduled", "next", "next-up", "queued", "selected", "funded",
            "implementable", "defined", "refined", "pending", "waiting", "unstarted", "upcoming",
            "geplant", "offen", "planifié", "prévu", "à-faire", "planificado", "planeado",
            "planejado", "pendiente", "計画中", "予定"] },
    Words { status: Status::InProgress, word: "in progress",
        everywhere: &["in-progress", "doing", "wip", "started", "active", "in-development",
            "in-review", "blocked", "on-hold", "paused"],
        in_field: &["ongoing", "underway", "under-way", "development", "developing", "building",
            "in-work", "in-design", "in-testing", "testing", "in-flight", "on-track", "at-risk",
            "off-track", "delayed", "alpha", "beta", "pilot", "piloting", "review", "partial",
            "in-arbeit", "laufend", "en-cours", "en-curso", "en-progreso", "em-andamento",
            "em-progresso", "進行中", "開発中"] },
    Words { status: Status::Done, word: "done",
        everywhere: &["done", "shipped", "released", "launched", "delivered", "complete",
            "completed", "implemented"],
        in_field: &["closed", "resolved", "finished", "live", "deployed", "merged", "fixed",
            "achieved", "rolled-out", "in-production", "production", "in-operation",
            "operational", "in-use", "ga", "generally-available", "general-availability",
            "stable", "fertig", "erledigt", "abgeschlossen", "terminé", "fini", "livré",
            "terminado", "hecho", "completado", "concluído", "concluido", "feito", "entregue",
            "完了", "済"] },
    Words { status: Status::Dropped, word: "dropped",
        everywhere: &["dropped", "cancelled", "canceled", "rejected"],
        in_field: &["withdrawn", "abandoned", "declined", "discarded", "killed", "obsolete",
            "superseded", "replaced", "duplicate", "invalid", "stopped", "descoped",
            "out-of-scope", "not-planned", "wont-do", "won't-do", "won’t-do", "wontfix",
            "wont-fix", "won't-fix", "won’t-fix", "will-not-do", "no-go", "archived", "retired",
            "decommissioned", "sunset", "removed", "gestrichen", "abgebrochen", "verworfen",
            "abgelehnt", "annulé", "abandonné", "cancelado", "descartado", "中止"] },
];

impl Status {
    /// Every status, from the first thought to the end.
    pub const ALL: [Self; 5] =
        [Self::Idea, Self::Planned, Self::InProgress, Self::Done, Self::Dropped];

    /// The word of the canonical form: `idea`, `planned`, `in progress`, `done` or `dropped`.
    pub fn word(self) -> &'static str {
        TABLE.iter().find(|row| row.status == self).map_or("", |row| row.word)
    }

    /// The status that the text of a status field means: `In progress`, `WIP`, `Won't do`; signs
    /// around the word do not matter. None for a word of the company's own.
    pub fn of(text: &str) -> Option<Self> {
        let letters = |c: char| c.is_alphanumeric();
        let folded = fold_key(text.trim_matches(|c| !letters(c)));
        let is_it =
            |row: &&Words| row.everywhere.iter().chain(row.in_field).any(|word| *word == folded);
        TABLE.iter().find(is_it).map(|row| row.status)
    }

    /// Whether work on it may still come.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Dropped)
    }
}

/// Whether a text is a status and nothing else, wherever it stands.
pub fn is_status(text: &str) -> bool {
    let folded = fold_key(text);
    TABLE.iter().any(|row| row.everywhere.contains(&folded.as_str()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn people_say_in_many_words_how_far_it_is() {
        for (text, status) in [
            ("In Progress", Some(Status::InProgress)),
            ("in_progress", Some(Status::InProgress)),
            ("✅ Done", Some(Status::Done)),
            ("Shipped!", Some(Status::Done)),
            ("Won't do", Some(Status::Dropped)),
            ("Cancelled", Some(Status::Dropped)),
            ("Erledigt", Some(Status::Done)),
            ("TO DO", Some(Status::Planned)),
            ("someday", Some(Status::Idea)),
            ("waiting for legal", None),
            ("", None),
        ] {
            assert_eq!(Status::of(text), status, "{text}");
        }
    }

    #[test]
    fn a_status_is_told_from_a_name_where_there_is_no_field() {
        for (text, status) in [("In progress", true), ("done", true), ("Done deal", false)] {
            assert_eq!(is_status(text), status, "{text}");
        }
        assert!(!is_status("Research") && Status::of("Research").is_some());
    }

    #[test]
    fn every_word_means_one_status_and_is_folded() {
        let mut seen = BTreeSet::new();
        for row in TABLE {
            for word in row.everywhere.iter().chain(row.in_field) {
                assert!(seen.insert(word), "{word} stands twice");
                assert_eq!(fold_key(word), **word);
            }
            assert_eq!(Status::of(row.word), Some(row.status));
        }
    }
}
