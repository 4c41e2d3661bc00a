//! What is clustered: names with the items that have them, under constraints on the items.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::cluster::{Group, ItemLink, Shared};
use crate::similarity::{Forms, Links, Score, ScoredPair};

/// What limits the groups, whatever the names say.
#[derive(Debug, Clone, Default)]
pub struct Constraints {
    /// Items that are in no group, ascending: silenced or dropped.
    pub excluded: Vec<usize>,
    /// Pairs of items that are never in one group, the smaller first, ascending.
    pub cannot_link: Vec<[usize; 2]>,
}

/// The nodes: every name with its items, those that a pair keeps apart each on a node of its own.
pub struct Nodes {
    all: Vec<Node>,
    /// The nodes of every name.
    of_name: Vec<Vec<u32>>,
    /// For every item that must be kept apart from others, which.
    apart: FxHashMap<usize, FxHashSet<usize>>,
}

struct Node {
    name: u32,
    items: Vec<usize>,
}

/// Two nodes found alike.
#[derive(Clone, Copy)]
pub struct NodeLink {
    /// The first node, smaller than `b`.
    pub a: u32,
    /// The second node.
    pub b: u32,
    score: Score,
}

impl Nodes {
    /// The nodes of all items that are not excluded, in the order of names, then items.
    pub fn new(forms: &Forms, constraints: &Constraints) -> Self {
        let names = forms.names();
        let mut apart: FxHashMap<usize, FxHashSet<usize>> = FxHashMap::default();
        for &[a, b] in &constraints.cannot_link {
            apart.entry(a).or_default().insert(b);
            apart.entry(b).or_default().insert(a);
        }
        let mut planned: Vec<Vec<usize>> = vec![Vec::new(); names.planned_names];
        for (item, &name) in names.of.iter().enumerate() {
            if constraints.excluded.binary_search(&item).is_err() {
                planned[name as usize].push(item);
            }
        }
        let mut nodes = Self { all: Vec::new(), of_name: Vec::new(), apart };
        for (items, name) in planned.into_iter().zip(0..) {
            let first = nodes.len() as u32;
            if items.len() > 1 && items.iter().any(|item| nodes.apart.contains_key(item)) {
                let alone = items.into_iter().map(|item| Node { name, items: vec![item] });
                nodes.all.extend(alone);
            } else if !items.is_empty() {
                nodes.all.push(Node { name, items });
            }
            nodes.of_name.push((first..nodes.len() as u32).collect());
        }
        nodes
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The name of a node.
    pub fn name(&self, node: u32) -> u32 {
        self.all[node as usize].name
    }

    /// The links between nodes: those between their names, and between nodes of one name that tells
    /// something; then those between what one leader plans twice; then those by descriptions. Each
    /// part best first, then in the order of nodes.
    pub fn links(&self, forms: &Forms, links: &Links) -> Vec<NodeLink> {
        let same = (0..).zip(&self.of_name).filter(|(_, nodes)| nodes.len() > 1);
        let same = same.filter(|&(name, _)| !forms.is_generic(name)).flat_map(|(_, nodes)| {
            let pairs = nodes.iter().flat_map(|&a| nodes.iter().map(move |&b| (a, b)));
            pairs.filter(|(a, b)| a < b).map(|(a, b)| NodeLink { a, b, score: Score::SAME })
        });
        let best = same.chain(self.between(&links.best)).collect();
        let [repeated, described] =
            [&links.repeated, &links.described].map(|links| self.between(links).collect());
        let parts: [Vec<NodeLink>; 3] = [best, repeated, described];
        let sorted = parts.map(|mut part| {
            part.sort_by_key(|link| (Reverse(link.score), link.a, link.b));
            part
        });
        sorted.concat()
    }

    /// The links between the nodes of linked names.
    fn between(&self, links: &[ScoredPair]) -> impl Iterator<Item = NodeLink> {
        links.iter().flat_map(|link| {
            let [left, right] = [link.a, link.b].map(|name| &self.of_name[name as usize]);
            let pairs = left.iter().flat_map(|&a| right.iter().map(move |&b| (a, b)));
            pairs.map(|(a, b)| NodeLink { a: a.min(b), b: a.max(b), score: link.score })
        })
    }

    /// Whether a node of one group must be kept apart from a node of the other, whoever stands
    /// between.
    pub fn hold_a_cannot_link(&self, forms: &Forms, left: &[u32], right: &[u32]) -> bool {
        if self.apart.is_empty() && !forms.has_distinct() {
            return false;
        }
        let are_apart = |x: &Node, y: &Node| {
            forms.are_distinct(x.name, y.name)
                || x.items.iter().any(|item| {
                    let apart = self.apart.get(item);
                    apart.is_some_and(|apart| y.items.iter().any(|other| apart.contains(other)))
                })
        };
        left.iter().any(|&x| {
            right.iter().any(|&y| are_apart(&self.all[x as usize], &self.all[y as usize]))
        })
    }

    /// The link between the first items of two nodes.
    pub fn item_link(&self, link: &NodeLink) -> ItemLink {
        let first = |node: u32| self.all[node as usize].items[0];
        let (x, y) = (first(link.a), first(link.b));
        ItemLink { a: x.min(y), b: x.max(y), score: link.score }
    }

    /// The group of some nodes, with the links between equal names added; none for a lone item, or
    /// for one name that any team could have.
    pub fn group(&self, forms: &Forms, nodes: &[u32], links: Vec<ItemLink>) -> Option<Group> {
        let own: Vec<&Node> = nodes.iter().map(|&node| &self.all[node as usize]).collect();
        let mut items: Vec<usize> = own.iter().flat_map(|node| &node.items).copied().collect();
        if items.len() < 2 || (own.len() == 1 && forms.is_generic(own[0].name)) {
            return None;
        }
        items.sort_unstable();
        let equal = own.iter().flat_map(|node| {
            let first = node.items[0];
            node.items[1..].iter().map(move |&b| ItemLink { a: first, b, score: Score::SAME })
        });
        let mut links: Vec<ItemLink> = equal.chain(links).collect();
        links.sort_by_key(|link| (Reverse(link.score), link.a, link.b));
        Some(Group { items, near: Vec::new(), links, shared: Shared::default() })
    }
}
