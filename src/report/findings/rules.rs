//! The kinds of findings, as programs know them.

use crate::decision::Matter;

/// A kind of finding, as programs know it.
pub struct Rule {
    /// What is the matter.
    pub matter: Matter,
    /// Its name: `new-overlap`.
    pub name: &'static str,
    /// What it means, in one sentence.
    pub about: &'static str,
    /// What to do about it, in a sentence or two.
    pub help: &'static str,
}

/// Every kind of finding, the most pressing first.
pub const RULES: [Rule; 8] = [
    Rule {
        matter: Matter::New,
        name: "new-overlap",
        about: "Several leaders plan this feature, and nothing was agreed about it.",
        help: "Talk, and write down what you agreed with `roundtable decide`. If these are two \
               features, rename one or add a word that tells them apart.",
    },
    Rule {
        matter: Matter::Grown,
        name: "grown-overlap",
        about: "Another item joined a feature about which something was agreed without it.",
        help: "Talk to the leaders who agreed, and write down with `roundtable decide` what holds \
               now.",
    },
    Rule {
        matter: Matter::Gone,
        name: "unread-roadmap",
        about: "A roadmap that was read before the change is still there and read no more.",
        help: "Let it be read again: `roundtable scan --files` tells why it is not. If nobody plans \
               this any more, remove the file.",
    },
    Rule {
        matter: Matter::Overdue,
        name: "overdue-decision",
        about: "The last day of a decision has passed, and the feature is still planned more than \
                once.",
        help: "Decide again with `roundtable decide`, or agree on a later day.",
    },
    Rule {
        matter: Matter::Later,
        name: "put-off-overlap",
        about: "The decision about this feature was put off, until a day that has not passed.",
        help: "Talk before that day, and write down what you agreed with `roundtable decide`.",
    },
    Rule {
        matter: Matter::Doubtful,
        name: "doubtful-overlap",
        about: "Several leaders may plan this feature: the names are alike, but not surely the same.",
        help: "Look whether these are one feature. If so, talk and write down what you agreed with \
               `roundtable decide`; if not, decide `--as distinct`.",
    },
    Rule {
        matter: Matter::Stale,
        name: "stale-decision",
        about: "The items of a decision no longer overlap, or are no longer planned.",
        help: "Remove the entry from the decisions file, or correct its members.",
    },
    Rule {
        matter: Matter::Unused,
        name: "unused-ignore",
        about: "A `roundtable: ignore` stands on an item that overlaps with nothing.",
        help: "Remove the comment.",
    },
];

/// The rule of a matter.
pub fn rule(matter: Matter) -> &'static Rule {
    &RULES[place(matter)]
}

/// Where the rule of a matter stands in the table.
pub fn place(matter: Matter) -> usize {
    // The rules stand in the order of the matters, which a test holds.
    matter as usize
}

#[cfg(test)]
mod tests {
    use super::{RULES, rule};
    use crate::decision::Matter;

    #[test]
    fn every_matter_has_its_rule() {
        for matter in Matter::ALL {
            assert_eq!(rule(matter).matter, matter);
        }
        assert_eq!(RULES.map(|rule| rule.matter), Matter::ALL);
    }
}
