//! What links the items of an overlap.

use crate::company::Planned;
use crate::overlap::group::Group;
use crate::similarity::{self, Forms, Score};

/// Two items found alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The first item, as its index among the planned items; smaller than `b`.
    pub a: usize,
    /// The second item.
    pub b: usize,
    /// How alike.
    pub score: Score,
    /// Why, the strongest reason first, in words for a person: `same words: single, sign, on`.
    pub because: Vec<String>,
}

/// The links between the items of one group, best first.
///
/// Items with the same name are linked to the first of them; two names are linked between their
/// first items.
pub fn of(forms: &Forms, group: &Group, items: &[Planned]) -> Vec<Link> {
    let mut links = Vec::new();
    for &name in &group.names {
        let planned = &group.items_of(name);
        for &other in &planned[1..] {
            links.push(link(forms, [planned[0], other], Score::SAME, items));
        }
    }
    for &similarity::Alike { a, b, score } in &group.links {
        links.push(link(forms, [group.items_of(a)[0], group.items_of(b)[0]], score, items));
    }
    links.sort_by(|x, y| y.score.cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    links
}

/// The score of the weakest link that is needed: the last one added when the best links are taken
/// until all items hang together (a maximum spanning tree, Kruskal 1956). `links` come best first.
pub fn weakest(links: &[Link]) -> Score {
    let mut tree: Vec<Vec<usize>> = Vec::new();
    let mut weakest = Score::SAME;
    for link in links {
        let branch = |item| tree.iter().position(|branch| branch.contains(&item));
        match (branch(link.a), branch(link.b)) {
            (Some(a), Some(b)) if a == b => continue,
            (Some(a), Some(b)) => {
                let moved = tree.swap_remove(a.max(b));
                tree[a.min(b)].extend(moved);
            }
            (Some(branch), None) => tree[branch].push(link.b),
            (None, Some(branch)) => tree[branch].push(link.a),
            (None, None) => tree.push(vec![link.a, link.b]),
        }
        weakest = link.score;
    }
    weakest
}

fn link(forms: &Forms, [x, y]: [usize; 2], score: Score, items: &[Planned]) -> Link {
    let (a, b) = (x.min(y), x.max(y));
    let names = forms.names();
    let read = |item: usize| names.reader.read(&items[item].item.name, items[item].item);
    let because = similarity::reasons(forms, names.of[a], names.of[b], &read(a), &read(b));
    Link { a, b, score, because }
}
