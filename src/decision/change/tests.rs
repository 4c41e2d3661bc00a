//! What a change brings, over companies in a few lines.

use super::{Snapshot, new_findings};
use crate::cluster::Shared;
use crate::company::{LeaderId, Planned};
use crate::decision::{Finding, Matter};
use crate::overlap::{Kind, Overlap, Tier};
use crate::roadmap::{Item, Roadmap};
use crate::similarity::Score;

/// A company in lines of `leader/item`, each an overlap that is `new`, `grown` by the items with
/// a `+`, or `decided`; what is in no overlap stands on a line `alone`.
struct Company {
    roadmaps: Vec<Roadmap>,
    overlaps: Vec<Overlap>,
    findings: Vec<Finding>,
}

impl Company {
    fn of(lines: &[&str]) -> Self {
        let mut company = Self { roadmaps: Vec::new(), overlaps: Vec::new(), findings: Vec::new() };
        for line in lines {
            let (state, plans) = line.split_once(' ').expect("a state, and items");
            let first = company.roadmaps.len();
            company.roadmaps.extend(plans.split(' ').map(roadmap));
            let members: Vec<usize> = (first..company.roadmaps.len()).collect();
            let added = plans.split(' ').zip(&members).filter(|(plan, _)| plan.ends_with('+'));
            let (matter, fresh) = match state {
                "new" => (Some(Matter::New), members.clone()),
                "grown" => (Some(Matter::Grown), added.map(|(_, &item)| item).collect()),
                _ => (None, Vec::new()),
            };
            let overlap = Some(company.overlaps.len());
            let finding = |matter| Finding { matter, overlap, decision: None, fresh, gone: None };
            company.findings.extend(matter.map(finding));
            company.overlaps.extend((state != "alone").then(|| self::overlap(members)));
        }
        company
    }

    fn items(&self) -> Vec<Planned<'_>> {
        let planned = |(roadmap, number)| Planned {
            roadmap,
            item: &roadmap.items[0],
            by: LeaderId(number),
            name: &roadmap.leader,
        };
        self.roadmaps.iter().zip(0..).map(planned).collect()
    }

    fn judged<'a>(&'a self, items: &'a [Planned<'a>]) -> Snapshot<'a> {
        let Self { overlaps, findings, .. } = self;
        Snapshot { items, overlaps, decisions: &[], findings }
    }
}

fn roadmap(plan: &str) -> Roadmap {
    let (leader, name) = plan.trim_end_matches('+').split_once('/').expect("leader/item");
    Roadmap {
        leader: leader.to_owned(),
        items: vec![Item { name: name.to_owned(), ..Item::default() }],
        ..Roadmap::default()
    }
}

fn overlap(members: Vec<usize>) -> Overlap {
    Overlap {
        id: String::new(),
        name: String::new(),
        kind: Kind::Across,
        tier: Tier::Certain,
        shared: Shared::default(),
        near: Vec::new(),
        needed: Vec::new(),
        leaders: Vec::new(),
        members,
        links: Vec::new(),
        weakest: Score::SAME,
        mean: Score::SAME,
        effort: None,
        doubtful: Vec::new(),
        range: None,
    }
}

/// Compares two companies and tells the news of each finding: what the change brings first, then
/// behind `light` what it brought to light.
fn check(then: &[&str], now: &[&str], expected: &str) {
    let [then, now] = [then, now].map(Company::of);
    let (then_items, items) = (then.items(), now.items());
    let found = new_findings(&now.judged(&items), &then.judged(&then_items));
    let plan = |&at: &usize| format!("{}/{}", items[at].leader(), items[at].item.name);
    let news = |it: &Finding| it.fresh.iter().map(plan).collect::<Vec<_>>().join(" ");
    let told = found.by_change.iter().map(news);
    let lit = found.to_light.iter().map(|it| format!("light {}", news(it)));
    assert_eq!(told.chain(lit).collect::<Vec<_>>().join(", "), expected);
}

#[test]
fn what_was_there_before_is_not_brought() {
    check(&["new A/SSO B/SSO"], &["new A/SSO B/SSO"], "");
    check(&["new A/SSO B/SSO C/SSO"], &["new a/sso C/SSO"], "");
    check(&["grown A/SSO B/SSO C/SSO+"], &["grown A/SSO C/SSO+"], "");
}

#[test]
fn what_was_added_or_renamed_is_the_news() {
    check(&["alone A/SSO"], &["new A/SSO B/SSO"], "B/SSO");
    check(&["new A/SSO B/SSO"], &["new A/SSO B/SSO C/SSO"], "C/SSO");
    check(&["decided A/SSO B/SSO", "alone C/Logs"], &["grown A/SSO B/SSO C/SSO+"], "C/SSO");
    check(&["new A/SSO B/SSO"], &["new A/SSO B/SSO A/SSO"], "A/SSO");
}

#[test]
fn a_swap_is_no_old_finding() {
    check(&["new A/SSO B/SSO"], &["new A/SSO C/SSO", "alone B/SSO"], "C/SSO");
    check(&["new A/X B/X", "new C/Y D/Y"], &["new A/X C/Y"], "light A/X C/Y");
}

#[test]
fn a_decision_that_is_gone_is_brought_though_nobody_touched_the_items() {
    check(&["decided A/SSO B/SSO"], &["new A/SSO B/SSO"], "A/SSO B/SSO");
    check(&["grown A/SSO B/SSO C/SSO+"], &["new A/SSO B/SSO C/SSO"], "A/SSO B/SSO C/SSO");
}

#[test]
fn what_nobody_touched_is_only_brought_to_light() {
    check(&["alone A/SSO B/Login"], &["new A/SSO B/Login", "alone C/Logs"], "light A/SSO B/Login");
}
