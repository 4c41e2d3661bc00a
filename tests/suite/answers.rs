//! One answer to one question: whatever command is asked about `examples/acme`, it says what `scan`
//! says, decisions and ignore comments included.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use rayon::prelude::*;
use roundtable::ask::{self, Label};
use roundtable::company::Company;
use roundtable::comparison::Settings;
use roundtable::decision::{Agreed, Decision, Member};
use roundtable::overlap::Filter;
use roundtable::review::Review;
use roundtable::roadmap::{Ignored, Item, Mapping, Roadmap, read};
use roundtable::similarity::Sensitivity;

use crate::root;

const TODAY: Date = date(2026, 11, 25);

/// What the company has after some talks: one item silenced, one dropped, one done, two told apart.
struct Talked {
    roadmaps: Vec<Roadmap>,
    decisions: Vec<Decision>,
}

impl Talked {
    fn new() -> Self {
        let mut roadmaps = read(&[root().join("examples/acme")], &Mapping::default()).roadmaps;
        let mut item = |id: &str, change: &dyn Fn(&mut Item)| {
            let items = roadmaps.iter_mut().flat_map(|roadmap| &mut roadmap.items);
            let found = items.into_iter().find(|item| item.id.as_deref() == Some(id));
            change(found.unwrap_or_else(|| panic!("acme has no item {id}")));
        };
        let silence = |item: &mut Item| {
            item.ignored = Some(Ignored { reason: None, place: item.place.clone() });
        };
        item("PAY-3", &silence);
        item("MOB-3", &|item| item.status = Some("cancelled".to_owned()));
        item("LOG-3", &|item| item.status = Some("shipped".to_owned()));
        let decisions = vec![distinct(&roadmaps, ["IDN-14", "DAT-3"])];
        Self { roadmaps, decisions }
    }

    fn review<R>(
        &self,
        tries: &[roundtable::similarity::Score],
        ask: impl FnOnce(&Review) -> R,
    ) -> R {
        let company = Company::of(&self.roadmaps);
        let threshold = Sensitivity::default().threshold();
        let settings = Settings { tries, ..Settings::builtin(threshold) };
        ask(&roundtable::review(&company, settings, &self.decisions, TODAY, &[]))
    }
}

/// A decision that two items are not the same.
fn distinct(roadmaps: &[Roadmap], ids: [&str; 2]) -> Decision {
    let member = |id: &str| {
        let has =
            |roadmap: &&Roadmap| roadmap.items.iter().any(|item| item.id.as_deref() == Some(id));
        let roadmap = roadmaps.iter().find(has).unwrap_or_else(|| panic!("acme has no item {id}"));
        let item = roadmap.items.iter().find(|item| item.id.as_deref() == Some(id));
        let item = item.unwrap_or_else(|| panic!("acme has no item {id}"));
        Member {
            leader: roadmap.leader.clone(),
            id: Some(id.to_owned()),
            name: item.name.clone(),
            place: item.place.clone(),
        }
    };
    Decision {
        overlap: "Single sign-on".to_owned(),
        agreed: Agreed::Distinct,
        lead: None,
        reason: Some("two products".to_owned()),
        by: None,
        date: None,
        until: None,
        members: ids.map(member).to_vec(),
        place: roundtable::basics::Place::default(),
    }
}

#[test]
fn explain_says_one_feature_exactly_when_one_overlap_holds_both() {
    Talked::new().review(&[], |review| {
        let items = &review.company.items;
        let id = |item: usize| items[item].item.id.clone();
        let known: Vec<(usize, String)> =
            (0..items.len()).filter_map(|item| Some((item, id(item)?))).collect();
        let explain = |(at, (x, left)): (usize, &(usize, String))| {
            let rest = &known[at + 1..];
            let said = rest.iter().map(|(y, right)| {
                let explained = ask::explain([left, right], review).expect("both are planned");
                let overlap = review.overlap_of(*x);
                let together = overlap.is_some() && review.overlap_of(*y) == overlap;
                assert_eq!(explained.verdict.is_one(), together, "{left} {right}");
                explained.verdict.word()
            });
            said.collect::<Vec<_>>()
        };
        let said: Vec<&str> = known.par_iter().enumerate().flat_map_iter(explain).collect();
        let one =
            said.iter().filter(|word| ["same-name", "linked", "joined"].contains(word)).count();
        let verdicts: BTreeSet<&str> = said.into_iter().collect();
        assert!(one > 50, "{one} pairs: the test would prove little");
        for word in
            ["linked", "joined", "silenced", "dropped", "told-apart", "contrasting", "unlike"]
        {
            assert!(verdicts.contains(word), "no pair is {word}: {verdicts:?}");
        }
    });
}

#[test]
fn find_counts_the_leaders_that_scan_counts() {
    let talked = Talked::new();
    let company = Company::of(&talked.roadmaps);
    let settings = Settings::builtin(Sensitivity::default().threshold());
    let review = |asked: &[Item]| {
        let decisions: &[Decision] = &talked.decisions;
        let review = roundtable::review(&company, settings, decisions, TODAY, asked);
        let overlaps: Vec<(String, Vec<String>)> =
            review.overlaps.iter().map(|it| (it.id.clone(), it.leaders.clone())).collect();
        let answers: Vec<_> = (0..asked.len())
            .map(|query| ask::find(&review, query, &Filter::default(), None))
            .collect();
        (overlaps, answers)
    };
    let (scanned, _) = review(&[]);
    let names: Vec<(String, String)> = {
        let plain = roundtable::review(&company, settings, &talked.decisions, TODAY, &[]);
        let members = plain.overlaps.iter().flat_map(|overlap| {
            let items = overlap.members.iter().map(|&item| company.items[item].item.name.clone());
            items.map(|name| (overlap.id.clone(), name)).collect::<Vec<_>>()
        });
        members.collect()
    };
    let asked: Vec<Item> = names.iter().map(|(_, name)| ask::query(name)).collect();
    let (again, answers) = review(&asked);
    assert_eq!(again, scanned, "what is asked for changes nothing");
    let leaders: BTreeMap<&String, &Vec<String>> =
        scanned.iter().map(|(id, it)| (id, it)).collect();
    // Items of one name that leaders told apart are in two overlaps; the first is answered.
    let mut ids_of: BTreeMap<&str, BTreeSet<&String>> = BTreeMap::new();
    for (id, name) in &names {
        ids_of.entry(name).or_default().insert(id);
    }
    for ((_, name), answer) in names.iter().zip(&answers) {
        let found = answer.overlap.map(|at| &scanned[at].0).expect("it is in an overlap");
        assert!(ids_of[name.as_str()].contains(found), "{name}");
        assert_eq!(&answer.leaders, leaders[found], "{name}");
    }
}

#[test]
fn evaluate_judges_what_scan_shows() {
    let talked = Talked::new();
    let thresholds = ask::thresholds(Sensitivity::default().threshold());
    talked.review(&thresholds, |review| {
        let items = &review.company.items;
        let planned: Vec<usize> =
            (0..items.len()).filter(|&item| items[item].item.id.is_some()).step_by(3).collect();
        let id = |item: usize| items[item].item.id.clone().unwrap_or_default();
        let pairs: Vec<(usize, usize)> = planned
            .iter()
            .enumerate()
            .flat_map(|(at, &x)| planned[at + 1..].iter().map(move |&y| (x, y)))
            .collect();
        let label =
            |&(x, y): &(usize, usize)| Label { left: id(x), right: id(y), same: true, line: 1 };
        let labels: Vec<Label> = pairs.iter().map(label).collect();
        let evaluation = ask::evaluate(&labels, review);
        assert_eq!(evaluation.thresholds, thresholds);
        let at = thresholds.iter().position(|it| *it == review.settings.threshold).expect("tried");
        for (&(x, y), judged) in pairs.iter().zip(&evaluation.judgements) {
            let together = review.overlap_of(x).is_some_and(|it| review.overlap_of(y) == Some(it));
            assert_eq!(judged.joined[at], together, "{} {}", judged.label.left, judged.label.right);
        }
    });
}

#[test]
fn the_weakest_link_is_never_above_the_mean() {
    let thresholds = ask::thresholds(Sensitivity::default().threshold());
    Talked::new().review(&thresholds, |review| {
        for overlap in &review.overlaps {
            assert!(overlap.weakest <= overlap.mean, "{}", overlap.name);
        }
    });
}
