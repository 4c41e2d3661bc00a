//! What a person sees, to the letter.

use snapbox::{assert_data_eq, str};
use unicode_width::UnicodeWidthStr;

use crate::overlap::Kind::{self, Across, Down, Within};
use crate::report::Look;
use crate::report::overlaps::Limit;
use crate::report::sample::Sample;
use crate::similarity::Score;

/// A small company with long, wide, joined and right-to-left names.
fn company() -> Sample {
    Sample::new()
        .overlap(
            Across,
            "Single sign-on",
            &[
                ("Ana Ruiz", "Single sign-on (SSO) for partners"),
                ("Bo Chen", "SSO via SAML"),
                ("Bo Chen", "SSO for resellers"),
                ("Dana Whitfield-Montgomery", "Single sign-on in the mobile apps, with biometrics"),
                ("Hiro Tanaka", "シングルサインオン"),
            ],
        )
        .overlap(
            Across,
            "👩‍💻 Developer portal",
            &[("Ana Ruiz", "👩‍💻 Developer portal 🇩🇪"), ("Bo Chen", "हिन्दी portal")],
        )
        .overlap(
            Down,
            "Data residency",
            &[("Ana Ruiz", "EU data"), ("Priya Shah", "Data residency")],
        )
        .overlap(Within, "Webhooks", &[("Bo Chen", "Webhooks"), ("Bo Chen", "Web hooks")])
}

#[test]
fn a_feature_is_one_block_at_80_columns() {
    assert_data_eq!(
        company().render("table"),
        str![[r"
 #  Feature                                               Effort in person-weeks
    Leader            Planned as                            When     Status
 ───────────────────────────────────────────────────────────────────────────────
 1  Single sign-on                            4 leaders, 5 items, alike 0.84  60
    Ana Ruiz          Single sign-on (SSO) for partners     2027-Q1  planned  12
    Bo Chen           SSO via SAML                          2027-Q1  planned  12
                      SSO for resellers                     2027-Q1  planned  12
    Dana Whitfield-   Single sign-on in the mobile apps,    2027-Q1  planned  12
    Montgomery        with biometrics
    Hiro Tanaka       シングルサインオン                    2027-Q1  planned  12

 2  👩‍💻 Developer portal                       2 leaders, 2 items, alike 0.84  24
    Ana Ruiz          👩‍💻 Developer portal 🇩🇪                2027-Q1  planned  12
    Bo Chen           हिन्दी portal                          2027-Q1  planned  12

 5 leaders, 11 items: 2 features are planned by more than one leader, 7 items in
 all (84 person-weeks).
 The widest, Single sign-on, pops up with 4 leaders. Most in common: Ana Ruiz
 and Bo Chen (2 features).
 1 more is strategy deployed down a reporting line, 1 is planned twice by one
 leader; --kind=down,within shows them.

"]]
    );
}

#[test]
fn teams_are_shown_at_160_columns() {
    let company = company().wide(160);
    assert_data_eq!(
        company.render("table"),
        str![[r"
 #  Feature                                                                                 Effort in person-weeks
    Leader                     Team       Planned as                                          When     Status
 ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
 1  Single sign-on                                                              4 leaders, 5 items, alike 0.84  60
    Ana Ruiz                   Team Ana   Single sign-on (SSO) for partners                   2027-Q1  planned  12
    Bo Chen                    Team Bo    SSO via SAML                                        2027-Q1  planned  12
                                          SSO for resellers                                   2027-Q1  planned  12
    Dana Whitfield-Montgomery  Team Dana  Single sign-on in the mobile apps, with biometrics  2027-Q1  planned  12
    Hiro Tanaka                Team Hiro  シングルサインオン                                  2027-Q1  planned  12

 2  👩‍💻 Developer portal                                                         2 leaders, 2 items, alike 0.84  24
    Ana Ruiz                   Team Ana   👩‍💻 Developer portal 🇩🇪                              2027-Q1  planned  12
    Bo Chen                    Team Bo    हिन्दी portal                                        2027-Q1  planned  12

 5 leaders, 11 items: 2 features are planned by more than one leader, 7 items in all (84 person-weeks).
 The widest, Single sign-on, pops up with 4 leaders. Most in common: Ana Ruiz and Bo Chen (2 features).
 1 more is strategy deployed down a reporting line, 1 is planned twice by one leader; --kind=down,within shows them.

"]]
    );
}

#[test]
fn a_narrow_terminal_shows_who_and_what() {
    let company = company().seen(|view| view.limit = Limit::Most(1)).wide(40);
    assert_data_eq!(
        company.render("table"),
        str![[r"
 #  Feature
    Leader      Planned as       When
 ───────────────────────────────────────
 1  Single sign-on
    4 leaders, 5 items, alike 0.84, 60
    person-weeks
    Ana Ruiz    Single sign-on   2027-Q1
                (SSO) for
                partners
    Bo Chen     SSO via SAML     2027-Q1
                SSO for          2027-Q1
                resellers
    Dana        Single sign-on   2027-Q1
    Whitfield-  in the mobile
    Montgomery  apps, with
                biometrics
    Hiro        シングルサイン   2027-Q1
    Tanaka      オン

    … 1 more feature: --limit 0 shows
    all

 5 leaders, 11 items: 2 features are
 planned by more than one leader, 7
 items in all (84 person-weeks).
 The widest, Single sign-on, pops up
 with 4 leaders. Most in common: Ana
 Ruiz and Bo Chen (2 features).
 1 more is strategy deployed down a
 reporting line, 1 is planned twice by
 one leader; --kind=down,within shows
 them.

"]]
    );
}

#[test]
fn a_place_stands_under_its_name_or_beside_its_plan() {
    let company = company().seen(|view| view.places = true);
    let table = company.render("table");
    assert!(
        table.contains("\n                      plans/dana-whitfield-montgomery.yaml:13\n"),
        "{table}"
    );
    let table = company.wide(160).render("table");
    assert!(table.contains("2027-Q1  planned  12  plans/ana-ruiz.yaml:10\n"), "{table}");
}

#[test]
fn a_place_is_never_broken() {
    let company = company().seen(|view| view.places = true).wide(20);
    assert!(company.render("table").contains("\n    plans/dana-whitfield-montgomery.yaml:13\n"));
}

#[test]
fn a_reason_is_told_once_under_its_plan_and_a_doubtful_plan_is_marked() {
    let mut company = company().seen(|view| (view.why, view.limit) = (true, Limit::Most(1)));
    company.overlaps[0].doubtful = vec![1];
    company.overlaps[0].range = Some([0.5, 0.65].map(Score::from_ratio));
    let table = company.render("table");
    assert_eq!(
        table.matches(" with Bo Chen, \"SSO via SAML\": same words\n").count(),
        1,
        "{table}"
    );
    assert!(table.contains("SSO via SAML ?"), "{table}");
    assert!(table.contains("\n    The same group at thresholds from 0.50 to 0.65.\n"), "{table}");
}

#[test]
fn other_kinds_follow_under_their_caption() {
    let company = company().seen(|view| view.filter.kinds = vec![Down, Within]);
    assert_data_eq!(
        company.render("table"),
        str![[r"
 #  Feature                               Effort in person-weeks
    Leader      Team        Planned as      When     Status
 ── Deployed down a reporting line ─────────────────────────────
 3  Data residency            2 leaders, 2 items, alike 0.84  24
    Ana Ruiz    Team Ana    EU data         2027-Q1  planned  12
    Priya Shah  Team Priya  Data residency  2027-Q1  planned  12

 ── Planned twice by one leader ────────────────────────────────
 4  Webhooks                   1 leader, 2 items, alike 0.84  24
    Bo Chen     Team Bo     Webhooks        2027-Q1  planned  12
                            Web hooks       2027-Q1  planned  12

 5 leaders, 11 items: 2 features are planned by more than one leader, 7 items in
 all (84 person-weeks).
 The widest, Single sign-on, pops up with 4 leaders. Most in common: Ana Ruiz
 and Bo Chen (2 features).
 1 more is strategy deployed down a reporting line, 1 is planned twice by one
 leader.

"]]
    );
}

#[test]
fn without_overlaps_there_is_a_sentence_and_no_table() {
    let company = Sample::new().item("Ana Ruiz", "Search").item("Bo Chen", "Billing");
    assert_data_eq!(
        company.render("table"),
        " 2 leaders, 2 items: no feature is planned by more than one leader.\n"
    );
}

#[test]
fn themes_are_told_by_name_below_what_is_certain() {
    let plans = [("Ana Ruiz", "Reports"), ("Bo Chen", "Reports")];
    let company = Sample::new()
        .overlap(Across, "Single sign-on", &[("Ana Ruiz", "SSO"), ("Bo Chen", "SSO")])
        .overlap(Across, "Reports", &plans)
        .theme(1);
    let table = company.render("table");
    let theme = "Themes: everyday words that name no feature";
    assert!(table.contains(theme) && table.contains("    Reports (2 leaders); "), "{table}");
    let table = company.seen(|view| view.doubtful = true).render("table");
    assert!(table.contains(theme) && table.contains(" 2  Reports"), "{table}");
}

#[test]
fn what_the_limit_cuts_is_said() {
    let company = company().seen(|view| view.limit = Limit::Most(1));
    let table = company.render("table");
    assert!(table.contains("\n    … 1 more feature: --limit 0 shows all\n"), "{table}");
}

#[test]
fn ten_leaders_are_seen_in_full_and_a_hundred_are_folded() {
    let leaders: Vec<String> = (0..100).map(|number| format!("Chief {number:02}")).collect();
    let plans: Vec<(&str, &str)> = leaders.iter().map(|leader| (&**leader, "Search")).collect();
    let ten = Sample::new().overlap(Across, "Search", &plans[..10]);
    let table = ten.seen(|view| view.limit = Limit::Most(30)).render("table");
    assert_eq!(table.matches("    Chief ").count(), 10, "{table}");

    let hundred = Sample::new().overlap(Across, "Search", &plans);
    assert_eq!(hundred.render("table").matches("    Chief ").count(), 100);
    let table = hundred.seen(|view| view.limit = Limit::Most(30)).render("table");
    assert!(table.contains("\n    … 81 more items: --limit 0 shows all\n"), "{table}");
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    for width in 20..=300 {
        let company =
            company().seen(|view| (view.filter.kinds, view.why) = (all(), true)).wide(width);
        for line in company.render("table").lines() {
            assert!(line.width() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn colours_change_nothing_but_colours() {
    let plain = company().render("table");
    let look = Look { width: 80, styled: true };
    let coloured = Sample { look, ..company() }.render("table");
    assert!(!plain.contains('\u{1b}'));
    assert!(coloured.contains("\u{1b}[1mSingle sign-on\u{1b}[0m"), "{coloured}");
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn a_name_cannot_steer_the_terminal_or_leave_its_line() {
    let plans = [("Ana\u{1b}[2J", "one\ntwo"), ("Bo\u{1f}Chen", "\u{202e}three")];
    let table = Sample::new().overlap(Across, "\u{9b}31mred", &plans).render("table");
    assert!(table.chars().all(|c| c == '\n' || !c.is_control()), "{table:?}");
    assert!(!table.contains('\u{202e}'));
    assert!(table.contains("one two"), "{table}");
}

#[test]
fn a_right_to_left_name_does_not_turn_its_row() {
    let plans = [("Ana Ruiz", "תמיכה בעברית"), ("Bo Chen", "Hebrew")];
    let table = Sample::new().overlap(Across, "Hebrew", &plans).render("table");
    assert!(table.contains("\u{200e}תמיכה בעברית\u{200e}  2027-Q1"), "{table:?}");
}

fn all() -> Vec<Kind> {
    vec![Across, Down, Within]
}
