//! Decisions by flags, without questions.

use anyhow::{Result, anyhow, bail};
use jiff::civil::Date;
use roundtable::basics::spelling;
use roundtable::decision::{Agreed, Decision};
use roundtable::report::overlaps::OverlapsPage;
use roundtable::report::{agreement, terminal};

use crate::cli::commands::decide::keep::Keeper;
use crate::cli::commands::decide::lead;
use crate::cli::commands::decide::{DecisionFlags, open};
use crate::cli::streams::to_stdout;

/// How many overlaps are named where none fits.
const NAMED: usize = 3;

/// Decides as the flags say and tells what was done.
///
/// # Errors
/// When an overlap is not known, the decision lacks something, or it cannot be written.
pub fn run(flags: &DecisionFlags, page: &OverlapsPage, keeper: &Keeper) -> Result<()> {
    let Some(agreed) = flags.agreed else { return Ok(()) };
    let overlaps = if flags.all { open(page) } else { named(&flags.overlap, page)? };
    if overlaps.is_empty() {
        return to_stdout(|to| writeln!(to, "Nothing is left to be decided."));
    }
    let lead = flags.lead.as_deref().map(|lead| lead::known(lead, page.company));
    let lead = lead.transpose().map_err(|why| anyhow!("--lead: {why}"))?;
    let about = |&at: &usize| entry(flags, agreed, lead.clone(), at, page, keeper);
    let entries: Vec<Decision> = overlaps.iter().map(about).collect();
    flags.fit(agreed, keeper.today)?;
    if let Some(lacking) = entries.iter().find_map(Decision::lacks) {
        bail!("--as {} needs --{lacking}", agreed.word());
    }
    if flags.dry_run {
        let text = Keeper::shown(&entries)?;
        return to_stdout(|to| write!(to, "{text}"));
    }
    let meanwhile = keeper.keep(&entries, &[])?;
    to_stdout(|to| {
        for (entry, other) in entries.iter().zip(&meanwhile) {
            let name = terminal(&entry.overlap);
            match other {
                None => writeln!(to, "{name}: {}", agreement(entry, terminal))?,
                Some(other) => {
                    let agreed = agreement(other, terminal);
                    writeln!(to, "{name}: left as somebody decided it meanwhile: {agreed}")?;
                }
            }
        }
        match meanwhile.iter().filter(|other| other.is_none()).count() {
            0 => writeln!(to, "Nothing was written."),
            _ => writeln!(to, "Kept in {}.", terminal(&keeper.kept.file)),
        }
    })
}

impl DecisionFlags {
    /// Whether the flags belong to what was agreed.
    ///
    /// # Errors
    /// If a lead is named where nobody leads, or a day that has passed.
    fn fit(&self, agreed: Agreed, today: Date) -> Result<()> {
        let leads = matches!(agreed, Agreed::Merge | Agreed::Shared);
        if self.lead.is_some() && !leads {
            bail!("--lead: nobody leads what is {}; leave it out", agreed.word());
        }
        match self.until {
            Some(day) if day < today => bail!("--until {day}: that day has passed"),
            _ => Ok(()),
        }
    }
}

fn entry(
    flags: &DecisionFlags,
    agreed: Agreed,
    lead: Option<String>,
    at: usize,
    page: &OverlapsPage,
    keeper: &Keeper,
) -> Decision {
    Decision {
        lead,
        reason: flags.reason.clone(),
        until: flags.until,
        by: keeper.by.clone(),
        date: Some(keeper.today),
        ..Decision::about(&page.overlaps[at], &page.company.items, agreed)
    }
}

/// The overlaps with these ids or names, each once.
fn named(wanted: &[String], page: &OverlapsPage) -> Result<Vec<usize>> {
    let mut found = Vec::new();
    for wanted in wanted {
        let at = one(wanted, page)?;
        if !found.contains(&at) {
            found.push(at);
        }
    }
    Ok(found)
}

fn one(wanted: &str, page: &OverlapsPage) -> Result<usize> {
    let all = || page.overlaps.iter().enumerate();
    if let Some((at, _)) = all().find(|(_, it)| it.id == wanted) {
        return Ok(at);
    }
    let called: Vec<usize> =
        all().filter(|(_, it)| fold(&it.name) == fold(wanted)).map(|(at, _)| at).collect();
    match called.as_slice() {
        [one] => Ok(*one),
        [] => Err(unknown(wanted, page)),
        many => {
            let ids: Vec<_> = many.iter().map(|&at| page.overlaps[at].id.as_str()).collect();
            bail!(
                "several overlaps are called \"{wanted}\": name one by its id, {}",
                ids.join(", ")
            )
        }
    }
}

/// Which overlap may have been meant, else which there are.
fn unknown(wanted: &str, page: &OverlapsPage) -> anyhow::Error {
    let ids = page.overlaps.iter().map(|it| it.id.as_str());
    let names: Vec<String> = page.overlaps.iter().map(|it| fold(&it.name)).collect();
    let folded = fold(wanted);
    let nearest = spelling::closest(wanted, ids)
        .or_else(|| spelling::closest(&folded, names.iter().map(String::as_str)));
    let meant = page
        .overlaps
        .iter()
        .find(|it| nearest.is_some_and(|nearest| it.id == nearest || fold(&it.name) == nearest));
    let call = |at: usize| {
        let overlap = &page.overlaps[at];
        format!("{} ({})", overlap.id, terminal(&overlap.name))
    };
    if let Some(meant) = meant {
        let meant = format!("{} ({})", meant.id, terminal(&meant.name));
        return anyhow!("no overlap \"{wanted}\" (did you mean {meant}?)");
    }
    let open: Vec<String> = open(page).into_iter().take(NAMED).map(call).collect();
    match open.as_slice() {
        [] => anyhow!("no overlap \"{wanted}\"; nothing is left to be decided"),
        open => anyhow!("no overlap \"{wanted}\"; to be decided are {}, …", open.join(", ")),
    }
}

fn fold(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
