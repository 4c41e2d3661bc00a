//! What is left to be decided, as `check` tells it: one page in, one file per output format.

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;

use crate::decision::{Decision, Finding};
use crate::overlap::Overlap;
use crate::report::answer::Look;
use crate::roadmap::{Place, Planned, Problem};

/// Everything that the gate can tell.
pub struct GatePage<'a> {
    /// How many roadmaps were read.
    pub roadmaps: usize,
    /// How many leaders own them.
    pub leaders: usize,
    /// Every planned item.
    pub items: &'a [Planned<'a>],
    /// Every overlap, worst first.
    pub overlaps: &'a [Overlap],
    /// Every entry of the decisions file, in its order.
    pub decisions: &'a [Decision],
    /// Where decisions are kept, as the user would write it: `decisions.yaml`.
    pub file: &'a str,
    /// What is not settled and makes the check fail, unless the budget allows it.
    pub blocking: &'a [Finding],
    /// What is not settled, and only told.
    pub told: &'a [Finding],
    /// How many blocking findings are allowed.
    pub budget: usize,
    /// What the roadmaps are compared with, as the user wrote it: `origin/main`. Then the findings
    /// are those that the change since brings.
    pub since: Option<&'a str>,
    /// The day by which was judged.
    pub today: Date,
    /// The source lines that a person is shown, by place, without line breaks.
    pub lines: &'a BTreeMap<Place, String>,
    /// What could not be read or is suspicious.
    pub problems: &'a [Problem],
    /// How a person sees it.
    pub look: Look,
}

/// An output format of the gate.
pub struct GateFormat {
    /// As in `--format NAME`.
    pub name: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// Writes the page.
    pub write: fn(&GatePage, &mut dyn io::Write) -> io::Result<()>,
}
