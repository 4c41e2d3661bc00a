//! One row per item of every overlap, for spreadsheets: RFC 4180, with formulas made harmless.

use std::io;

use crate::report::order::{Ranked, ranked};
use crate::report::{Page, clean, effort};
use crate::roadmap::Planned;

const HEADER: [&str; 17] = [
    "overlap", "rank", "feature", "kind", "leaders", "score", "leader", "team", "item", "id",
    "status", "quarter", "effort", "owner", "file", "line", "column",
];

/// Writes a header and every item of every overlap of every kind.
pub fn write(page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEADER)?;
    for ranked in ranked(page) {
        for &member in &ranked.overlap.members {
            rows.write_record(row(ranked, page.items[member]))?;
        }
    }
    rows.flush()
}

/// The cells of one item, in the order of the header; numbers need no cleaning.
fn row(ranked: Ranked, planned: Planned) -> [String; 17] {
    let Ranked { rank, overlap } = ranked;
    let Planned { roadmap, item } = planned;
    [
        clean::csv(&overlap.id),
        rank.to_string(),
        clean::csv(&overlap.name),
        overlap.kind.word().to_owned(),
        overlap.leaders.len().to_string(),
        overlap.mean.ratio().to_string(),
        clean::csv(&roadmap.leader),
        text(roadmap.team.as_deref()),
        clean::csv(&item.name),
        text(item.id.as_deref()),
        text(item.status.as_deref()),
        text(item.quarter.as_deref()),
        item.effort.map(effort::number).unwrap_or_default(),
        text(item.owner.as_deref()),
        clean::csv(&item.place.file),
        item.place.line.to_string(),
        item.place.column.to_string(),
    ]
}

fn text(text: Option<&str>) -> String {
    text.map(clean::csv).unwrap_or_default()
}
