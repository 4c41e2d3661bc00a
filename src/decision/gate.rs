//! Which findings make the gate fail.

use crate::decision::{Finding, Matter};

/// What a planning repository lets nobody get away with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FailOn {
    /// What nobody has talked about: new overlaps, new members of decided ones, and roadmaps that
    /// are read no more.
    New,
    /// Every overlap that is not decided, those put off included.
    Undecided,
    /// Decisions whose last day has passed.
    Overdue,
    /// New overlaps that are only worth a look.
    Doubtful,
    /// Every finding, stale decisions and unused comments included.
    Any,
}

impl FailOn {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::New, Self::Undecided, Self::Overdue, Self::Doubtful, Self::Any];

    /// What counts where nobody says otherwise.
    pub const USUAL: [Self; 2] = [Self::New, Self::Overdue];

    /// The word for it: `new`, `undecided`, `overdue`, `doubtful` or `any`.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Undecided => "undecided",
            Self::Overdue => "overdue",
            Self::Doubtful => "doubtful",
            Self::Any => "any",
        }
    }

    /// Whether such a finding is one of these.
    pub fn stops(self, matter: Matter) -> bool {
        match self {
            Self::New => matches!(matter, Matter::New | Matter::Grown | Matter::Gone),
            Self::Undecided => {
                let is_open = matches!(matter, Matter::Overdue | Matter::Later);
                is_open || Self::New.stops(matter)
            }
            Self::Overdue => matter == Matter::Overdue,
            Self::Doubtful => matter == Matter::Doubtful,
            Self::Any => true,
        }
    }
}

/// Divides findings into those that block and those that are only told, each in their order.
pub fn divide(findings: Vec<Finding>, fail_on: &[FailOn]) -> (Vec<Finding>, Vec<Finding>) {
    findings.into_iter().partition(|it| fail_on.iter().any(|on| on.stops(it.matter)))
}

#[cfg(test)]
mod tests {
    use super::FailOn::{self, Any, Doubtful, New, Overdue, Undecided};
    use super::divide;
    use crate::decision::{Finding, Matter};

    #[test]
    fn what_blocks_is_what_was_asked_for() {
        let check = |fail_on: &[FailOn], expected: &str| {
            let finding = |matter| Finding {
                matter,
                overlap: None,
                decision: None,
                fresh: vec![],
                gone: None,
            };
            let (blocking, told) = divide(Matter::ALL.map(finding).to_vec(), fail_on);
            let words: Vec<_> = blocking.iter().map(|it| it.matter.word()).collect();
            assert_eq!(words.join(" "), expected);
            assert_eq!(blocking.len() + told.len(), Matter::ALL.len());
        };
        check(&FailOn::USUAL, "new grown gone overdue");
        check(&[New], "new grown gone");
        check(&[Overdue], "overdue");
        check(&[Undecided], "new grown gone overdue later");
        check(&[Doubtful], "doubtful");
        check(&[Any], "new grown gone overdue later doubtful stale unused");
    }
}
