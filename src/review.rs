//! Everything that is known about a company's plans, built once: every command asks this.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::cluster::{Constraints, Group};
use crate::company::Company;
use crate::comparison::{Comparison, Settings, Tried};
use crate::decision::{Decision, DecisionStatus, Known};
use crate::overlap::{Kind, Overlap};
use crate::roadmap::Item;
use crate::similarity::Score;

/// The plans of a company, compared, grouped and held against what was agreed.
pub struct Review<'a> {
    /// The leaders and their items.
    pub company: &'a Company<'a>,
    /// How names are compared.
    pub settings: Settings<'a>,
    /// Every entry of the decisions file, in its order.
    pub decisions: &'a [Decision],
    /// The day to judge by.
    pub today: Date,
    /// What was learnt about the names. Queries are the old names of decided items first, then what
    /// was asked for.
    pub comparison: Comparison<'a>,
    /// What was asked for.
    pub queries: Vec<Item>,
    /// The place of the first of them among the queries of the comparison.
    pub asked_from: usize,
    /// What limits the groups: silenced and dropped items, and items that were told apart.
    pub constraints: Constraints,
    /// The groups at the thresholds that were tried, ascending, the one in force among them; those
    /// included of which nothing is left to do.
    pub tried: Vec<Tried>,
    /// Every overlap of every kind, those first that a reader should see first.
    pub overlaps: Vec<Overlap>,
    /// The overlap of every item that is in one.
    pub overlap_of: FxHashMap<usize, usize>,
    /// The silenced items that would overlap with other leaders' if they were not, ascending.
    pub silenced: Vec<usize>,
    /// The items that the decisions know.
    pub known: Known,
    /// How every overlap stands to what was agreed, in their order.
    pub statuses: Vec<DecisionStatus>,
}

impl Review<'_> {
    /// The overlap that holds an item, as its index; no item is in two.
    pub fn overlap_of(&self, item: usize) -> Option<usize> {
        self.overlap_of.get(&item).copied()
    }

    /// Whether two items are in one group of which nothing is left to do.
    pub fn are_settled(&self, a: usize, b: usize) -> bool {
        let holds = |group: &&Group| group.items.binary_search(&a).is_ok();
        let group = self.tried_at(self.settings.threshold).groups.iter().find(holds);
        let holds_both = |group: &&Group| group.items.binary_search(&b).is_ok();
        let group = group.filter(holds_both);
        group.is_some_and(|group| Kind::of(self.company, &group.items).is_none())
    }

    /// What was asked for under that name.
    pub fn query_of(&self, name: u32) -> &Item {
        let names = &self.comparison.forms.names().asked[self.asked_from..];
        let at = names.iter().position(|&asked| asked == name).unwrap_or_default();
        &self.queries[at]
    }

    /// The name of a query that was asked for, as its index among the distinct names.
    pub fn asked(&self, query: usize) -> u32 {
        self.comparison.forms.names().asked[self.asked_from + query]
    }

    /// The items with that identifier, or with a name that is read as the text is, ascending.
    pub fn items_called(&self, text: &str) -> Vec<usize> {
        let items = &self.company.items;
        let all = 0..items.len();
        let by_id: Vec<usize> =
            all.clone().filter(|&at| items[at].item.id.as_deref() == Some(text)).collect();
        if !by_id.is_empty() {
            return by_id;
        }
        let names = self.comparison.forms.names();
        let called = names.called(text);
        all.filter(|&at| called.contains(&names.of[at])).collect()
    }

    /// The groups at a threshold; one that was not tried counts as the next one.
    fn tried_at(&self, threshold: Score) -> &Tried {
        let at = self.tried.partition_point(|tried| tried.threshold < threshold);
        // The threshold in force is always among them.
        &self.tried[at.min(self.tried.len() - 1)]
    }

    /// For every item the number of its overlap at a threshold that was tried, as a scan at that
    /// threshold would show it; a threshold that was not tried counts as the next one.
    pub fn overlaps_at(&self, threshold: Score) -> FxHashMap<usize, usize> {
        let tried = self.tried_at(threshold);
        let is_shown = |group: &&Group| Kind::of(self.company, &group.items).is_some();
        let groups = tried.groups.iter().filter(is_shown).enumerate();
        groups.flat_map(|(at, group)| group.items.iter().map(move |&item| (item, at))).collect()
    }
}

#[cfg(test)]
mod tests;
