//! What silenced items leave behind.

use crate::company::Planned;
use crate::names::Names;
use crate::overlap::group;
use crate::similarity::Alike;

/// The items of every group, and of every name outside the groups that several items have, where a
/// silenced item is among them.
pub fn touched(names: &Names, groups: &[Vec<u32>], items: &[Planned]) -> Vec<Vec<usize>> {
    if !items.iter().any(|planned| planned.is_silenced()) {
        return Vec::new();
    }
    let whole = group::groups(names, groups, &[], |_| true);
    let items_of = whole.iter().map(group::Group::items);
    items_of.filter(|group| group.iter().any(|&item| items[item].is_silenced())).collect()
}

/// The groups without the names that only silenced items have. What then hangs together by no link
/// any more is several groups; a name that is left alone is none.
pub fn heard(
    groups: Vec<Vec<u32>>,
    links: &[Alike],
    names: &Names,
    items: &[Planned],
) -> Vec<Vec<u32>> {
    if !items.iter().any(|planned| planned.is_silenced()) {
        return groups;
    }
    let mut is_heard = vec![false; names.names.len()];
    for (planned, &name) in items.iter().zip(&names.of) {
        is_heard[name as usize] |= !planned.is_silenced();
    }
    let silent = |name: &u32| !is_heard[*name as usize];
    let rest = |group: Vec<u32>| {
        if !group.iter().any(silent) {
            return vec![group];
        }
        let heard: Vec<u32> = group.into_iter().filter(|name| !silent(name)).collect();
        parts(&heard, links)
    };
    groups.into_iter().flat_map(rest).collect()
}

/// The parts of a group that links hold together, each ascending, without names left alone.
fn parts(names: &[u32], links: &[Alike]) -> Vec<Vec<u32>> {
    let inside = |link: &&Alike| {
        names.binary_search(&link.a).is_ok() && names.binary_search(&link.b).is_ok()
    };
    let links: Vec<&Alike> = links.iter().filter(inside).collect();
    let mut parts: Vec<Vec<u32>> = names.iter().map(|&name| vec![name]).collect();
    for link in links {
        let part = |name: u32| parts.iter().position(|part| part.contains(&name));
        if let (Some(a), Some(b)) = (part(link.a), part(link.b))
            && a != b
        {
            let moved = parts.remove(a.max(b));
            parts[a.min(b)].extend(moved);
        }
    }
    parts.retain(|part| part.len() > 1);
    for part in &mut parts {
        part.sort_unstable();
    }
    parts
}
