//! Pages of findings for the tests: a company, what was agreed, and what is the matter.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::basics::Place;
use crate::decision::{Agreed, Decision, Finding, Matter, Member};
use crate::document::Line;
use crate::report::Format;
use crate::report::findings::{Findings, FindingsPage, Home};
use crate::report::sample::Sample;

/// What is the matter at a company.
pub struct FindingsSample {
    /// The company.
    pub company: Sample,
    /// What was agreed.
    pub decisions: Vec<Decision>,
    /// What blocks.
    pub blocking: Vec<Finding>,
    /// What is only told.
    pub told: Vec<Finding>,
    /// How much may be open.
    pub budget: usize,
    /// What it is compared with.
    pub since: Option<&'static str>,
    /// Where the files are.
    pub home: Home,
    /// Whether the lines are at hand.
    pub has_lines: bool,
}

impl FindingsSample {
    /// A company where all is settled.
    pub fn new(company: Sample) -> Self {
        Self {
            company,
            decisions: Vec::new(),
            blocking: Vec::new(),
            told: Vec::new(),
            budget: 0,
            since: None,
            home: Home::default(),
            has_lines: true,
        }
    }

    /// Adds a decision about the first so many items of an overlap, by Priya Shah.
    pub fn agreed(mut self, agreed: Agreed, overlap: usize, count: usize) -> Self {
        let overlap = &self.company.overlaps[overlap];
        let place = Place::at("decisions.yaml", 3 + 10 * self.decisions.len() as u32, 5);
        let member = |&item: &usize| {
            let roadmap = &self.company.roadmaps[item];
            let leader = roadmap.leader.clone();
            let name = roadmap.items[0].name.clone();
            Member { leader, id: None, name, place: place.clone() }
        };
        let members: Vec<Member> = overlap.members.iter().take(count).map(member).collect();
        self.decisions.push(Decision {
            overlap: overlap.name.clone(),
            agreed,
            lead: Some(members[0].leader.clone()),
            reason: Some("one login for all".to_owned()),
            by: Some("Priya Shah".to_owned()),
            date: Some(date(2026, 10, 1)),
            until: (agreed == Agreed::Later).then(|| date(2026, 11, 1)),
            members,
            place,
        });
        self
    }

    /// Adds what blocks: the matter, the overlap and its decision, and how many of the overlap's
    /// last items are news.
    pub fn blocks(self, matter: Matter, at: [Option<usize>; 2], fresh: usize) -> Self {
        let finding = self.finding(matter, at, fresh);
        Self { blocking: [self.blocking, vec![finding]].concat(), ..self }
    }

    /// Adds what is only told.
    pub fn tells(self, matter: Matter, at: [Option<usize>; 2], fresh: usize) -> Self {
        let finding = self.finding(matter, at, fresh);
        Self { told: [self.told, vec![finding]].concat(), ..self }
    }

    /// What a format makes of it.
    pub fn render(&self, name: &str) -> String {
        let write = Format::<Findings>::named(name).expect("a known format").write;
        let mut out = Vec::new();
        self.with_page(|page| write(page, self.company.look, &mut out))
            .expect("memory takes everything");
        String::from_utf8(out).expect("a report is UTF-8")
    }

    /// Lends the page, judged on 2026-11-22.
    pub fn with_page<R>(&self, tell: impl FnOnce(&FindingsPage) -> R) -> R {
        const TODAY: Date = date(2026, 11, 22);
        let lines = self.lines();
        self.company.with_page(|page| {
            tell(&FindingsPage {
                roadmaps: page.roadmaps,
                company: page.company,
                overlaps: page.overlaps,
                statuses: &[],
                decisions: &self.decisions,
                file: "decisions.yaml",
                blocking: &self.blocking,
                told: &self.told,
                filter: &page.view.filter,
                limit: page.view.limit,
                doubtful: page.view.doubtful,
                budget: self.budget,
                since: self.since,
                today: TODAY,
                lines: &lines,
                problems: page.problems,
                home: &self.home,
            })
        })
    }

    fn finding(
        &self,
        matter: Matter,
        [overlap, decision]: [Option<usize>; 2],
        fresh: usize,
    ) -> Finding {
        let members = match overlap {
            Some(at) => self.company.overlaps[at].members.clone(),
            None => (0..self.company.roadmaps.len()).collect(),
        };
        let fresh = members[members.len() - fresh..].to_vec();
        Finding { matter, overlap, decision, fresh, gone: None }
    }

    /// Each item on a line of its own, as a leader writes it.
    fn lines(&self) -> BTreeMap<Place, Line> {
        let items = self.company.roadmaps.iter().map(|roadmap| &roadmap.items[0]);
        let items = items.map(|item| (item.place.clone(), format!("  - name: {}", item.name), 11));
        let decisions = self.decisions.iter();
        let decisions =
            decisions.map(|it| (it.place.clone(), format!("  - overlap: {}", it.overlap), 5));
        let lines = items.chain(decisions).filter(|_| self.has_lines);
        lines.map(|(place, text, column)| (place, Line { text, column })).collect()
    }
}
