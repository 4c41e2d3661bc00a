//! Fingerprints: by what other programs know a finding again, though its lines move.

use std::collections::BTreeMap;

/// The fingerprints of one report: no two are the same.
#[derive(Default)]
pub struct Fingerprints {
    taken: BTreeMap<String, usize>,
}

impl Fingerprints {
    /// The fingerprint of what these texts say, in 16 hexadecimal digits; the second of the same
    /// texts gets another one, the same in every run.
    pub fn of(&mut self, texts: &[&str]) -> String {
        let fingerprint = fingerprint(texts);
        let count = self.taken.entry(fingerprint.clone()).or_default();
        *count += 1;
        let count = *count;
        if count == 1 { fingerprint } else { self.of(&[&fingerprint, &count.to_string()]) }
    }
}

/// FNV-1a, 64 bits, over the version of what goes in and the texts, each ended by a zero.
fn fingerprint(texts: &[&str]) -> String {
    let texts = ["roundtable/1"].into_iter().chain(texts.iter().copied());
    let bytes = texts.flat_map(|text| text.bytes().chain([0]));
    format!("{:016x}", hash(bytes))
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo 1991): short, and the same on every machine.
pub fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::Fingerprints;

    #[test]
    fn every_fingerprint_is_another_and_the_same_in_every_run() {
        let fingerprints = || {
            let mut fingerprints = Fingerprints::default();
            [&["a", "b"][..], &["ab"], &["a", "b"], &["a", "b"]].map(|texts| fingerprints.of(texts))
        };
        let once = fingerprints();
        assert_eq!(once, fingerprints());
        let unique: std::collections::BTreeSet<_> = once.iter().collect();
        assert_eq!(unique.len(), 4);
    }
}
