//! Which pairs are worth comparing, over lists of names.

use crate::candidates::pairs;
use crate::company::Company;
use crate::company::sample::roadmaps;
use crate::names::{self, Glossary};
use crate::vectors;

#[test]
fn what_shares_nothing_is_no_pair() {
    let roadmaps = roadmaps(&["Ana: Parcel lockers", "Bo: Weather", "Cy: Lockers"]);
    let company = Company::of(&roadmaps);
    let names = names::names(&company.items, &[], Glossary::builtin());
    let found = pairs(&vectors::views(&names));
    assert_eq!(found.len(), 1, "only the two that say lockers: {found:?}");
    assert_eq!(pairs(&[]), Vec::new());
}
