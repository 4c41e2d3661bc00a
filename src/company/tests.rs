//! Who is one leader, and who is on one line, over companies in a few lines.

use super::*;
use crate::company::sample::roadmaps;

fn check(lines: &[&str], leaders: &[&str], deployed: bool) {
    let roadmaps = roadmaps(lines);
    let company = Company::of(&roadmaps);
    assert_eq!(company.names, leaders, "{lines:?}");
    let all: Vec<usize> = (0..company.items.len()).collect();
    assert_eq!(company.is_deployed(&all), deployed, "{lines:?}");
}

#[test]
fn one_person_may_be_spelt_in_several_ways() {
    check(&["Ana Ruiz: A", "ana  ruiz: B", "Ana Ruiz: C", "Bo: D"], &["Ana Ruiz", "Bo"], false);
    check(&["ANA: A", "ana: B"], &["ANA"], true);
}

#[test]
fn a_line_is_who_reports_to_whom_through_all_levels() {
    check(&["Ana > Vi: A", "Vi: A"], &["Ana", "Vi"], true);
    check(&["Ana > Vi: A", "Vi > Lou: B", "LOU: A"], &["Ana", "LOU", "Vi"], true);
    check(&["Ana > Vi: A", "Bo > Vi: A"], &["Ana", "Bo"], false);
    check(&["Ana > Vi: A", "Vi > Ana: A", "Bo: A"], &["Ana", "Bo", "Vi"], false);
}

#[test]
fn what_deploys_one_initiative_is_of_one_line() {
    check(&["Ana: I1=A", "Bo: B<I1"], &["Ana", "Bo"], true);
    check(&["Ana: I1=A", "Bo: B<I1", "Cy: C<I1"], &["Ana", "Bo", "Cy"], true);
    check(&["Bo: B<I1", "Cy: C<I1"], &["Bo", "Cy"], false);
}

#[test]
fn a_guest_is_nobody_whatever_they_are_called() {
    let (known, guests) = (roadmaps(&["Ana: A, B"]), roadmaps(&["Ana: A"]));
    let company = Company::with_guests(&known, &guests);
    assert_eq!((company.names.len(), company.planning()), (2, 1));
    let guest = company.items.iter().find(|it| company.is_guest(it.by)).expect("a guest");
    assert_eq!(guest.item.name, "A");
}
