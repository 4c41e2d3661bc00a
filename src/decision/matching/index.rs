//! The planned items by leader, identifier and name.

use std::collections::BTreeMap;

use crate::basics::{fold, person};
use crate::company::{LeaderId, Planned};
use crate::decision::Member;
use crate::decision::matching::old::Old;

/// Where to look an item up; every row of items is in the order of what they say.
pub struct Index<'a> {
    items: &'a [Planned<'a>],
    by_id: BTreeMap<(String, String), Vec<usize>>,
    by_name: BTreeMap<(String, String), Vec<usize>>,
    with_id: BTreeMap<&'a str, Vec<usize>>,
    of_leader: BTreeMap<String, Vec<usize>>,
}

impl<'a> Index<'a> {
    /// Reads the items.
    pub fn new(items: &'a [Planned<'a>]) -> Self {
        let mut order: Vec<usize> = (0..items.len()).collect();
        order.sort_by_key(|&at| {
            let item = items[at].item;
            (&item.id, &item.name, &item.description, &item.place)
        });
        let mut index = Self {
            items,
            by_id: BTreeMap::new(),
            by_name: BTreeMap::new(),
            with_id: BTreeMap::new(),
            of_leader: BTreeMap::new(),
        };
        let mut leaders: BTreeMap<LeaderId, String> = BTreeMap::new();
        for at in order {
            let leader = leaders.entry(items[at].by).or_insert_with(|| person(items[at].leader()));
            let leader = leader.clone();
            if let Some(id) = &items[at].item.id {
                index.by_id.entry((leader.clone(), id.clone())).or_default().push(at);
                index.with_id.entry(id).or_default().push(at);
            }
            let name = (leader.clone(), fold(&items[at].item.name));
            index.by_name.entry(name).or_default().push(at);
            index.of_leader.entry(leader).or_default().push(at);
        }
        index
    }

    /// What the item is called now, as names are compared.
    pub fn name(&self, item: usize) -> String {
        fold(&self.items[item].item.name)
    }

    /// What the item is called now, as written.
    pub fn written(&self, item: usize) -> &str {
        &self.items[item].item.name
    }

    /// Whether the item has an identifier.
    pub fn has_id(&self, item: usize) -> bool {
        self.items[item].item.id.is_some()
    }

    /// The items of the member's leader with its identifier.
    pub fn by_id(&self, member: &Member) -> &[usize] {
        let key = |id: &String| (person(&member.leader), id.clone());
        member.id.as_ref().and_then(|id| self.by_id.get(&key(id))).map_or(&[], |it| it)
    }

    /// The items of the member's leader with its name, those without identifier first.
    pub fn by_name(&self, member: &Member) -> &[usize] {
        self.by_name.get(&(person(&member.leader), fold(&member.name))).map_or(&[], |it| it)
    }

    /// A member whose item is not where it was, with the items that it could be now; none if there
    /// are none. Only free items count.
    pub fn old(&self, member: &Member, is_free: &dyn Fn(usize) -> bool) -> Option<Old> {
        let candidates: Vec<usize> = match &member.id {
            Some(_) if !self.by_id(member).is_empty() => self.by_id(member).to_vec(),
            Some(id) => {
                let here = self.with_id.get(id.as_str()).map_or(&[][..], |it| it);
                if here.len() == 1 { here.to_vec() } else { Vec::new() }
            }
            None if self.by_name(member).is_empty() => {
                self.of_leader.get(&person(&member.leader)).cloned().unwrap_or_default()
            }
            None => Vec::new(),
        };
        let candidates: Vec<usize> = candidates.into_iter().filter(|&it| is_free(it)).collect();
        let keeps_id = !self.by_id(member).is_empty();
        let Member { leader, id, name, .. } = member.clone();
        let key = (person(&leader), id.clone(), fold(&name));
        (!candidates.is_empty()).then_some(Old { key, leader, id, name, keeps_id, candidates })
    }
}
