//! How much work, in words: numbers without noise, and units only where they can be trusted.

use crate::company::Planned;
use crate::overlap::Overlap;
use crate::report::overlaps::OverlapsPage;

/// What the efforts of some items are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit<'a> {
    /// No item states an effort, or no roadmap names its unit.
    Unnamed,
    /// Every item that states an effort counts in this unit.
    Agreed(&'a str),
    /// Units differ: a sum would mean nothing.
    Mixed,
}

/// The unit of all items that the page's overlaps hold.
pub fn unit<'a>(page: &OverlapsPage<'a>) -> Unit<'a> {
    unit_of(page, page.overlaps.iter().flat_map(|overlap| &overlap.members))
}

/// The sum of an overlap's efforts; none if none is stated or if their units differ.
pub fn total(page: &OverlapsPage, overlap: &Overlap) -> Option<f64> {
    match unit_of(page, &overlap.members) {
        Unit::Mixed => None,
        Unit::Unnamed | Unit::Agreed(_) => overlap.effort,
    }
}

/// The number as a person writes it: `12`, `12.5`; at most two decimals.
pub fn number(effort: f64) -> String {
    let text = format!("{effort:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn unit_of<'a, 'i>(
    page: &OverlapsPage<'a>,
    members: impl IntoIterator<Item = &'i usize>,
) -> Unit<'a> {
    let mut units =
        members.into_iter().map(|&member| page.company.items[member]).filter(stated).map(named);
    let Some(first) = units.next() else { return Unit::Unnamed };
    match (units.all(|unit| unit == first), first) {
        (false, _) => Unit::Mixed,
        (true, Some(unit)) => Unit::Agreed(unit),
        (true, None) => Unit::Unnamed,
    }
}

fn stated(planned: &Planned) -> bool {
    planned.item.effort.is_some()
}

fn named(planned: Planned<'_>) -> Option<&str> {
    planned.roadmap.effort_unit.as_deref()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_whole_number_has_no_decimals() {
        for (effort, text) in [(12.0, "12"), (12.5, "12.5"), (0.1 + 0.2, "0.3"), (100.0, "100")] {
            assert_eq!(number(effort), text);
        }
    }
}
