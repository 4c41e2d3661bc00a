//! Pages for the tests: a company in a few lines.

use crate::basics::{Place, Problem, Severity};
use crate::cluster::Shared;
use crate::company::Company;
use crate::overlap::{Kind, Link, Overlap, Tier};
use crate::report::overlaps::{Limit, Overlaps, OverlapsPage, View};
use crate::report::{Format, Look};
use crate::roadmap::{Item, Roadmap};
use crate::similarity::Score;

/// A company whose overlaps are built one after the other.
pub struct Sample {
    /// What of the page is to be seen.
    pub view: View,
    /// What the place that it goes to can show.
    pub look: Look,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// One roadmap per item.
    pub roadmaps: Vec<Roadmap>,
    /// The overlaps, worst first.
    pub overlaps: Vec<Overlap>,
}

impl Sample {
    /// A company without overlaps, seen on 80 columns without colours.
    pub fn new() -> Self {
        let view = View { limit: Limit::All, ..View::default() };
        let look = Look { width: 80, styled: false };
        Self { view, look, problems: Vec::new(), roadmaps: Vec::new(), overlaps: Vec::new() }
    }

    /// Adds an overlap of `(leader, item)`, each planned for 2027-Q1 with 12 person-weeks; the
    /// first two are linked.
    pub fn overlap(mut self, kind: Kind, name: &str, plans: &[(&str, &str)]) -> Self {
        let first = self.roadmaps.len();
        for (leader, item) in plans {
            self = self.item(leader, item);
        }
        let mut leaders: Vec<String> =
            plans.iter().map(|(leader, _)| (*leader).to_owned()).collect();
        leaders.sort();
        leaders.dedup();
        let score = Score::from_ratio(0.84);
        self.overlaps.push(Overlap {
            id: format!("o-{:08x}", self.overlaps.len()),
            name: name.to_owned(),
            kind,
            tier: Tier::Certain,
            shared: Shared { by_chance: 0.0312, share: 0.874 },
            near: Vec::new(),
            needed: vec![[first, first + 1]],
            leaders,
            members: (first..self.roadmaps.len()).collect(),
            links: vec![Link { a: first, b: first + 1, score, because: vec!["same words".into()] }],
            weakest: Score::from_ratio(0.714),
            mean: score,
            effort: Some(12.0 * plans.len() as f64),
            doubtful: Vec::new(),
            range: None,
        });
        self
    }

    /// Adds an item that is planned once.
    pub fn item(mut self, leader: &str, name: &str) -> Self {
        let file = format!("plans/{}.yaml", leader.to_lowercase().replace(' ', "-"));
        let line = 10 + self.roadmaps.len() as u32;
        let item = Item {
            name: name.to_owned(),
            status: Some("planned".to_owned()),
            quarter: Some("2027-Q1".to_owned()),
            effort: Some(12.0),
            place: Place::at(file.as_str(), line, 11),
            ..Item::default()
        };
        self.roadmaps.push(Roadmap {
            leader: leader.to_owned(),
            team: Some(format!("Team {}", leader.split(' ').next().unwrap_or(leader))),
            effort_unit: Some("person-weeks".to_owned()),
            items: vec![item],
            place: Place::whole(&file),
            ..Roadmap::default()
        });
        self
    }

    /// Makes an overlap one that is only worth a look.
    pub fn doubtful(mut self, overlap: usize) -> Self {
        self.overlaps[overlap].tier = Tier::Doubtful;
        self
    }

    /// Makes an overlap a theme.
    pub fn theme(mut self, overlap: usize) -> Self {
        self.overlaps[overlap].tier = Tier::Theme;
        self
    }

    /// Adds a file that could not be read.
    pub fn unread(mut self, file: &str) -> Self {
        self.problems.push(Problem {
            place: Place::whole(file),
            severity: Severity::Error,
            message: "the file is empty".to_owned(),
            help: None,
            source: None,
        });
        self
    }

    /// Changes how wide the terminal is.
    pub fn wide(mut self, width: usize) -> Self {
        self.look.width = width;
        self
    }

    /// Changes what is seen of the page.
    pub fn seen(mut self, change: impl FnOnce(&mut View)) -> Self {
        change(&mut self.view);
        self
    }

    /// What a format makes of it.
    pub fn render(&self, name: &str) -> String {
        let mut out = Vec::new();
        let write = Format::<Overlaps>::named(name).expect("a known format").write;
        self.with_page(|page| write(page, self.look, &mut out)).expect("memory takes everything");
        String::from_utf8(out).expect("a report is UTF-8")
    }

    /// Lends the page.
    pub fn with_page<R>(&self, tell: impl FnOnce(&OverlapsPage) -> R) -> R {
        let mut company = Company::of(&self.roadmaps);
        company.items.sort_by_key(|planned| planned.item.place.line);
        tell(&OverlapsPage {
            roadmaps: self.roadmaps.len(),
            company: &company,
            overlaps: &self.overlaps,
            agreed: None,
            problems: &self.problems,
            view: self.view.clone(),
        })
    }
}
