//! Who plans each name, and among how many others.

use crate::company::Company;
use crate::names::Names;

/// The leaders behind the names.
pub struct Planners {
    /// For every name its leaders by number, ascending; none for the name of a query.
    leaders: Vec<Vec<u32>>,
    /// For every leader how many items they plan.
    plans: Vec<u32>,
}

impl Planners {
    /// Reads who plans what. A guest is taken for a leader with as many items as most have.
    pub fn new(names: &Names, company: &Company) -> Self {
        let mut leaders: Vec<Vec<u32>> = vec![Vec::new(); names.names.len()];
        let mut plans = vec![0; company.names.len()];
        for (planned, &name) in company.items.iter().zip(&names.of) {
            plans[planned.by.0 as usize] += 1;
            leaders[name as usize].push(planned.by.0);
        }
        for row in &mut leaders {
            row.sort_unstable();
            row.dedup();
        }
        let (known, guests) = plans.split_at_mut(company.names.len() - company.guests());
        guests.fill(typical(known));
        Self { leaders, plans }
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

/// As many items as the leader in the middle has, from the fewest to the most; 1 without leaders.
fn typical(plans: &[u32]) -> u32 {
    let mut counts: Vec<u32> = plans.iter().copied().filter(|&count| count > 0).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(1)
}
