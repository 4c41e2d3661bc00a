//! Who plans each name, and among how many others.

use std::collections::BTreeMap;

use crate::company::Planned;
use crate::names::Names;

/// So many leaders are few.
const FEW: f64 = 10.0;

/// The leaders behind the names.
pub struct Planners {
    /// For every name its leaders, as numbers in alphabetical order, ascending.
    leaders: Vec<Vec<u32>>,
    /// For every leader how many items they plan.
    plans: Vec<u32>,
}

impl Planners {
    /// Reads who plans what.
    pub fn new(names: &Names, items: &[Planned]) -> Self {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        for planned in items {
            numbers.insert(planned.leader(), 0);
        }
        for (number, place) in numbers.values_mut().enumerate() {
            *place = number as u32;
        }
        let mut leaders: Vec<Vec<u32>> = vec![Vec::new(); names.names.len()];
        let mut plans = vec![0; numbers.len()];
        for (planned, &name) in items.iter().zip(&names.of) {
            let leader = numbers[planned.leader()];
            plans[leader as usize] += 1;
            leaders[name as usize].push(leader);
        }
        for row in &mut leaders {
            row.sort_unstable();
            row.dedup();
        }
        Self { leaders, plans }
    }

    /// Takes it that every leader of a name plans at least so many items.
    pub fn assume(&mut self, name: u32, plans: u32) {
        for &leader in &self.leaders[name as usize] {
            let known = &mut self.plans[leader as usize];
            *known = plans.max(*known);
        }
    }

    /// How often the number of leaders doubles what is a few: 0 for few.
    pub fn crowd(&self) -> f64 {
        (self.plans.len() as f64 / FEW).log2().max(0.0)
    }

    /// The leaders who plan a name.
    pub fn of(&self, name: u32) -> &[u32] {
        &self.leaders[name as usize]
    }

    /// Whether somebody plans one of the two who is not the only one to plan the other.
    pub fn differ(&self, a: u32, b: u32) -> bool {
        self.of(a).len() > 1 || self.of(a) != self.of(b)
    }

    /// How many items the best match of `a` and `b` was chosen from: the smaller of the two
    /// leaders' roadmaps, at least 1.
    pub fn choice(&self, a: u32, b: u32) -> u32 {
        let most = |name| self.of(name).iter().map(|&leader| self.plans[leader as usize]).max();
        most(a).min(most(b)).unwrap_or(1).max(1)
    }
}
