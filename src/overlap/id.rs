//! A short name for an overlap that stays while its members stay.

use crate::basics::fingerprint::hash;
use crate::company::Planned;

/// `o-` and eight hexadecimal digits: a hash of every member's leader with its id, or its name where
/// it has none. Neither the order nor the place of the members matters, nor anything that is
/// reworded around them.
pub fn of(members: &[Planned]) -> String {
    let key = |member: &Planned| {
        let id = member.item.id.as_ref().unwrap_or(&member.item.name);
        [member.leader().to_owned(), id.clone()]
    };
    let mut keys: Vec<[String; 2]> = members.iter().map(key).collect();
    keys.sort_unstable();
    let bytes = keys
        .iter()
        .flat_map(|[leader, key]| leader.bytes().chain([0]).chain(key.bytes()).chain([1]));
    let hash = hash(bytes);
    format!("o-{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}
