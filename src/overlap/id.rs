//! A short name for an overlap that stays while its members stay.

use crate::company::Planned;

/// `o-` and eight hexadecimal digits: a hash (FNV-1a, 64 bits folded to 32) of every member's
/// leader with its id, or its name where it has none. Neither the order nor the place of the
/// members matters, nor anything that is reworded around them.
pub fn of(members: &[usize], items: &[Planned]) -> String {
    let mut keys: Vec<(&str, &str)> = members
        .iter()
        .map(|&member| (items[member].leader(), items[member].item))
        .map(|(leader, item)| (leader, item.id.as_ref().unwrap_or(&item.name).as_str()))
        .collect();
    keys.sort_unstable();
    let bytes = keys
        .iter()
        .flat_map(|(leader, key)| leader.bytes().chain([0]).chain(key.bytes()).chain([1]));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("o-{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}
