//! For a wiki or a comment on a pull request: what it comes to, a table, and who plans what.

use std::io;

use crate::company::Planned;
use crate::report::Look;
use crate::report::clean::markdown;
use crate::report::overlaps::{Limit, OverlapsPage, Ranked, shown};
use crate::report::words::agreed;
use crate::report::words::count::counted;
use crate::report::words::effort::{self, Unit};
use crate::report::words::sentence::{sentences, themes};
use crate::report::words::why::{self, DOUBTFUL};

/// Writes the sentences, a table of the overlaps to show, and a list of plans for each.
pub fn write(page: &OverlapsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let shown = shown(page, Limit::All);
    for sentence in sentences(page, &shown, markdown) {
        writeln!(out, "{sentence}\n")?;
    }
    if shown.whole.is_empty() {
        return Ok(());
    }
    table(page, &shown.whole, out)?;
    let more = |count| counted(count, "more feature");
    if shown.cut > 0 {
        writeln!(out, "\n… {}: `--limit 0` shows all", more(shown.cut))?;
    }
    shown.whole.iter().try_for_each(|&ranked| section(page, ranked, out))?;
    if !shown.brief.is_empty() {
        writeln!(out, "\n#### Worth a look: less certain\n")?;
        table(page, &shown.brief, out)?;
        match shown.cut_brief {
            0 => writeln!(out, "\n`--doubtful` shows who plans them")?,
            cut => writeln!(out, "\n… {}: `--doubtful` shows all", more(cut))?,
        }
    }
    if !shown.themes.is_empty() {
        writeln!(out, "\n#### Themes: everyday words that name no feature\n")?;
        writeln!(out, "{}", themes(&shown.themes, markdown))?;
    }
    Ok(())
}

fn table(page: &OverlapsPage, overlaps: &[Ranked], out: &mut dyn io::Write) -> io::Result<()> {
    let unit = match effort::unit(page) {
        Unit::Agreed(unit) => format!(" in {}", markdown(unit)),
        Unit::Unnamed | Unit::Mixed => String::new(),
    };
    writeln!(out, "| # | Feature | Leaders | Items | Effort{unit} | Alike |")?;
    writeln!(out, "| --: | :-- | --: | --: | --: | --: |")?;
    overlaps.iter().try_for_each(|&ranked| row(page, ranked, out))
}

fn row(
    page: &OverlapsPage,
    Ranked { rank, overlap, .. }: Ranked,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let effort = effort::total(page, overlap).map(effort::number).unwrap_or_default();
    writeln!(
        out,
        "| {rank} | {} | {} | {} | {effort} | {} |",
        markdown(&overlap.name),
        overlap.leaders.len(),
        overlap.members.len(),
        overlap.mean,
    )
}

fn section(
    page: &OverlapsPage,
    Ranked { rank, overlap, at, .. }: Ranked,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    writeln!(out, "\n#### {rank}. {}\n", markdown(&overlap.name))?;
    if let Some(agreed) = agreed::status(page, at, markdown) {
        writeln!(out, "*{agreed}*\n")?;
    }
    let why = page.view.why;
    let reasons = if why { why::reasons(page, overlap, markdown) } else { Vec::new() };
    for (at, member) in overlap.members.iter().enumerate() {
        let doubtful = if overlap.doubtful.contains(member) { DOUBTFUL } else { "" };
        writeln!(out, "- {}", plan(page, page.company.items[*member], doubtful))?;
        if let Some(Some(reason)) = reasons.get(at) {
            writeln!(out, "  <br><sub>{reason}</sub>")?;
        }
    }
    if let Some(near) = why::near(page, overlap, markdown) {
        writeln!(out, "\n{near}")?;
    }
    match Some(overlap).filter(|_| why).and_then(why::range) {
        Some(range) => writeln!(out, "\n<sub>{range}</sub>"),
        None => Ok(()),
    }
}

/// `**Ana Ruiz** (Identity): Single sign-on – 2027-Q1, planned, 12 person-weeks`.
fn plan(page: &OverlapsPage, planned: Planned, mark: &str) -> String {
    let Planned { roadmap, item, .. } = planned;
    let team = roadmap.team.as_deref().map(|team| format!(" ({})", markdown(team)));
    let unit = roadmap.effort_unit.as_deref().map(|unit| format!(" {}", markdown(unit)));
    let effort = match (item.effort.map(effort::number), unit) {
        (Some(effort), Some(unit)) => Some(format!("{effort}{unit}")),
        (Some(effort), None) => Some(format!("effort {effort}")),
        (None, _) => None,
    };
    let texts = [item.quarter.as_deref(), item.status.as_deref()].map(|text| text.map(markdown));
    let details: Vec<String> = texts.into_iter().chain([effort]).flatten().collect();
    let details =
        if details.is_empty() { String::new() } else { format!(" – {}", details.join(", ")) };
    let place = page
        .view
        .places
        .then(|| markdown(&format!(" – {}:{}", item.place.file, item.place.line.max(1))));
    format!(
        "**{}**{}: {}{mark}{details}{}",
        markdown(planned.leader()),
        team.unwrap_or_default(),
        markdown(&item.name),
        place.unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use crate::overlap::Kind::Across;
    use crate::report::overlaps::Limit;
    use crate::report::sample::Sample;

    #[test]
    fn a_comment_says_who_plans_what() {
        let company = Sample::new()
            .overlap(Across, "Single sign-on", &[("Ana Ruiz", "SSO"), ("Bo Chen", "Sign-on")])
            .overlap(Across, "Search", &[("Ana Ruiz", "Search"), ("Bo Chen", "search")])
            .seen(|view| (view.limit, view.places) = (Limit::Most(1), true));
        assert_data_eq!(
            company.render("markdown"),
            str![[r"
2 leaders, 4 items: 2 features are planned by more than one leader, 4 items in all (48 person-weeks).

Most in common: Ana Ruiz and Bo Chen (2 features).

| # | Feature | Leaders | Items | Effort in person-weeks | Alike |
| --: | :-- | --: | --: | --: | --: |
| 1 | Single sign-on | 2 | 2 | 24 | 0.84 |

… 1 more feature: `--limit 0` shows all

#### 1. Single sign-on

- **Ana Ruiz** (Team Ana): SSO – 2027-Q1, planned, 12 person-weeks – plans/ana-ruiz.yaml:10
- **Bo Chen** (Team Bo): Sign-on – 2027-Q1, planned, 12 person-weeks – plans/bo-chen.yaml:11

"]]
        );
    }

    #[test]
    fn a_pipe_in_a_name_does_not_break_the_table() {
        let plans = [("Ana | Ruiz", "`a` | @bo"), ("Bo Chen", "<b>\n# b")];
        let report = Sample::new().overlap(Across, "a | b", &plans).render("markdown");
        assert!(report.contains("\n| 1 | a \\| b | 2 | 2 | 24 | 0.84 |\n"), "{report}");
        assert!(
            report.contains(r"- **Ana \| Ruiz** (Team Ana): \`a\` \| @&#8203;bo – "),
            "{report}"
        );
        assert!(report.contains(r": &lt;b&gt; \#&#8203; b – "), "{report}");
    }
}
