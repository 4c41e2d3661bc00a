//! One row per item of every overlap, for spreadsheets: RFC 4180, with formulas made harmless.

use std::io;

use crate::company::Planned;
use crate::report::Look;
use crate::report::clean;
use crate::report::overlaps::{OverlapsPage, Ranked, listed};
use crate::report::words::effort;

const COLUMNS: usize = 22;

const HEADER: [&str; COLUMNS] = [
    "overlap", "rank", "feature", "kind", "leaders", "score", "leader", "team", "item", "id",
    "status", "quarter", "effort", "owner", "file", "line", "column", "decision", "lead", "until",
    "matter", "certain",
];

/// Writes a header and every item of every overlap that is wanted.
pub fn write(page: &OverlapsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEADER)?;
    for ranked in listed(page) {
        for &member in &ranked.overlap.members {
            rows.write_record(row(page, ranked, member))?;
        }
    }
    rows.flush()
}

/// The cells of one item, in the order of the header; numbers need no cleaning.
fn row(page: &OverlapsPage, ranked: Ranked, member: usize) -> [String; COLUMNS] {
    let Ranked { rank, overlap, at, .. } = ranked;
    let planned = page.company.items[member];
    let Planned { roadmap, item, .. } = planned;
    let agreed = page.agreed.and_then(|it| it.about(at));
    let decision = agreed.map(|(decision, _)| decision);
    let matter = page.agreed.and_then(|it| it.statuses.get(at)?.matter);
    [
        clean::csv(&overlap.id),
        rank.to_string(),
        clean::csv(&overlap.name),
        overlap.kind.word().to_owned(),
        overlap.leaders.len().to_string(),
        overlap.mean.ratio().to_string(),
        clean::csv(planned.leader()),
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
        decision.map(|it| it.agreed.word().to_owned()).unwrap_or_default(),
        text(decision.and_then(|it| it.lead.as_deref())),
        decision.and_then(|it| it.until).map(|day| day.to_string()).unwrap_or_default(),
        matter.map(|matter| matter.word().to_owned()).unwrap_or_default(),
        overlap.is_certain().to_string(),
    ]
}

fn text(text: Option<&str>) -> String {
    text.map(clean::csv).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use crate::overlap::Kind::Across;
    use crate::report::sample::Sample;

    #[test]
    fn every_item_is_a_row_that_cannot_run() {
        let plans = [("Ana Ruiz", "=cmd|' /C calc'!A0"), ("Bo Chen", "two\nlines, \"quoted\"")];
        let company = Sample::new().overlap(Across, "Search, better", &plans);
        assert_data_eq!(
            company.render("csv"),
            str![[r#"
overlap,rank,feature,kind,leaders,score,leader,team,item,id,status,quarter,effort,owner,file,line,column,decision,lead,until,matter,certain
o-00000000,1,"Search, better",across,2,0.84,Ana Ruiz,Team Ana,'=cmd|' /C calc'!A0,,planned,2027-Q1,12,,plans/ana-ruiz.yaml,10,11,,,,,true
o-00000000,1,"Search, better",across,2,0.84,Bo Chen,Team Bo,"two
lines, ""quoted""",,planned,2027-Q1,12,,plans/bo-chen.yaml,11,11,,,,,true

"#]]
        );
    }
}
