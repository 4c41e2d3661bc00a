//! Which overlaps are duplication, which are a strategy deployed, and which are there already.

use crate::company::Company;

/// How the leaders of an overlap stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Leaders with no reporting line between them: duplication.
    Across,
    /// Somebody has it already: what is planned may reuse it.
    Done,
    /// All on one reporting line, or deployed by `parent`: the strategy is deployed, not duplicated.
    Down,
    /// One leader twice.
    Within,
}

impl Kind {
    /// Every kind, the most pressing first.
    pub const ALL: [Self; 4] = [Self::Across, Self::Done, Self::Down, Self::Within];

    /// What a person sees who does not ask for more.
    pub const USUAL: [Self; 2] = [Self::Across, Self::Done];

    /// The word for it in every output: `across`, `done`, `down` or `within`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Across => "across",
            Self::Done => "done",
            Self::Down => "down",
            Self::Within => "within",
        }
    }

    /// The kind of an overlap of these items; none if nothing is left to do about any of them.
    ///
    /// What is open decides: two leaders who both plan a thing have to talk even where a third has it
    /// already. Where only one line plans it, and another has it, it is there already.
    pub fn of(company: &Company, items: &[usize]) -> Option<Self> {
        let open: Vec<usize> =
            items.iter().copied().filter(|&item| !company.items[item].is_done()).collect();
        let leader = |item: &usize| company.items[*item].by;
        let are_of_one =
            |items: &[usize]| items.iter().all(|item| leader(item) == leader(&items[0]));
        if open.is_empty() {
            return None;
        }
        Some(if !company.is_deployed(&open) {
            Self::Across
        } else if are_of_one(items) {
            Self::Within
        } else if company.is_deployed(items) {
            Self::Down
        } else {
            Self::Done
        })
    }
}
