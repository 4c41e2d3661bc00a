//! What files look like in the wild, and what is read from them.

use std::fmt::Write;

use crate::basics::Problem;
use crate::document::{Source, yaml};
use crate::roadmap::mapping::FileMapping;
use crate::roadmap::shape::Other;
use crate::roadmap::whose::Guess;
use crate::roadmap::{Item, Roadmap, shape};

/// Reads a text and compares what is read, one roadmap or item a line, then what is told.
fn check(text: &str, expected: &[&str]) {
    check_mapped(&FileMapping::default(), text, expected);
}

fn check_mapped(rule: &FileMapping, text: &str, expected: &[&str]) {
    let source = Source::new(text.into(), "stem.yaml");
    let (nodes, mut problems) = yaml::read(&source);
    let (mut lines, mut unread, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for node in &nodes {
        let shaped = shape::roadmaps(node, &source, rule, &Guess::file("stem"));
        lines.extend(shaped.roadmaps.iter().flat_map(told_roadmap));
        problems.extend(shaped.problems);
        unread.extend(shaped.unread);
        match shaped.other {
            Some(Other::Unrecognised { problem, is_meant: true }) => problems.push(problem),
            other => others.extend(other.map(|other| format!("Other: {}", other.what()))),
        }
    }
    lines.extend(problems.iter().map(told_problem));
    lines.extend(unread.iter().map(|it| format!("Unread {}: {}", it.place, it.elements)));
    lines.append(&mut others);
    assert_eq!(lines, expected, "{text}");
}

fn told_roadmap(roadmap: &Roadmap) -> Vec<String> {
    let mut lines = vec![format!("[{}]", roadmap.leader)];
    lines.extend(roadmap.items.iter().map(told_item));
    lines
}

fn told_item(item: &Item) -> String {
    let mut line = item.name.clone();
    let fields = [
        ("id", &item.id),
        ("status", &item.status),
        ("quarter", &item.quarter),
        ("effort", &item.effort.map(|effort| effort.to_string())),
        ("owner", &item.owner),
        ("parent", &item.parent),
        ("description", &item.description),
        ("aliases", &Some(item.aliases.join("+")).filter(|texts| !texts.is_empty())),
        ("tags", &Some(item.tags.join("+")).filter(|texts| !texts.is_empty())),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            write!(line, " | {name} {value}").expect("a text");
        }
    }
    line
}

fn told_problem(problem: &Problem) -> String {
    let Problem { place, severity, message, .. } = problem;
    format!("{severity:?} {}:{}: {message}", place.line, place.column)
}

#[test]
fn the_canonical_form_is_read_in_full() {
    check(
        "leader: Ana Ruiz\nitems:\n  - name: Single sign-on (SSO) for partners\n    id: IDN-14\n    \
         status: planned\n    quarter: 2027-Q1\n    effort: 12\n    owner: Bo Chen\n    \
         parent: VP1-3\n    description: d\n    aliases: [Login federation]\n    \
         tags: [enterprise, b]\n  - A bare string is an item too\n",
        &[
            "[Ana Ruiz]",
            "Single sign-on (SSO) for partners | id IDN-14 | status planned | quarter 2027-Q1 \
             | effort 12 | owner Bo Chen | parent VP1-3 | description d \
             | aliases Login federation | tags enterprise+b",
            "A bare string is an item too",
        ],
    );
}

#[test]
fn a_number_as_a_name_stays_to_the_letter() {
    for name in [
        "404",
        "No",
        "2024.10",
        "1e3",
        "0x1F",
        "yes",
        "C#",
        "C++",
        ".net",
        "2026-02-30",
        "1_000",
        "007",
        "+1",
        "-0",
        ".inf",
        "1e999",
        "on",
        "0o17",
        "12:30",
        "~x",
        "True",
        "1.0",
        "東京",
        "naïve é",
        "5G",
        "\u{1f680} launch",
        "a - b",
        "x:y",
        "R&D",
        "what? why!",
        "50%",
        "a,b",
        "[x",
        "#1",
    ] {
        let written = if name.starts_with(['[', '#']) { format!("'{name}'") } else { name.into() };
        check(&format!("- {written}\n"), &["[stem]", name]);
        check(&format!("- name: {written}\n"), &["[stem]", name]);
        check(&format!("items:\n  {written}: {{id: 1}}\n"), &["[stem]", &format!("{name} | id 1")]);
    }
}

#[test]
fn lists_stand_under_any_usual_key() {
    for key in [
        "items",
        "features",
        "Initiatives",
        "EPICS",
        "roadmap",
        "deliverables",
        "goals",
        "projects",
        "plans",
        "Roadmap Items",
        "roadmap_items",
        "objectives",
    ] {
        check(&format!("{key}:\n- name: A\n- title: B"), &["[stem]", "A", "B"]);
    }
    check("- A\n- name: B\n", &["[stem]", "A", "B"]);
    check("roadmap:\n  leader: Ana\n  items: [A]\n", &["[Ana]", "A"]);
    check("features: [A]\nepics: [B]\n", &["[stem]", "A", "B"]);
}

#[test]
fn items_left_empty_are_an_empty_roadmap() {
    for text in ["leader: Ana\nitems:\n", "leader: Ana\nitems: []", "leader: Ana\nitems: {}"] {
        check(text, &["[Ana]"]);
    }
}

#[test]
fn a_map_may_be_keyed_by_the_name() {
    check(
        "items:\n  Single sign-on: {quarter: 2027-Q1}\n  SCIM: 2027-Q2\n  Audit log:\n  \
         Search: in progress\n  Export: to a spreadsheet\n  IDN-1: {name: Tokens}\n",
        &[
            "[stem]",
            "Single sign-on | quarter 2027-Q1",
            "SCIM | quarter 2027-Q2",
            "Audit log",
            "Search | status in progress",
            "Export | description to a spreadsheet",
            "Tokens | id IDN-1",
        ],
    );
    check(
        "- SCIM: 2027-Q2\n- Audit:\n    effort: 3\n- Log:\n",
        &["[stem]", "SCIM | quarter 2027-Q2", "Audit | effort 3", "Log"],
    );
}

#[test]
fn a_period_around_items_is_theirs() {
    check(
        "now: [A]\nnext:\n  - name: B\nlater:\n  - name: C\n    quarter: 2028\n",
        &["[stem]", "A | quarter now", "B | quarter next", "C | quarter 2028"],
    );
    check("leader: Ana\n2027-Q1:\n- A\n2027-Q2:\n", &["[Ana]", "A | quarter 2027-Q1"]);
    check(
        "items:\n  2027-Q1: [A]\n  Q2 2027: {B: {effort: 1}}\n",
        &["[stem]", "A | quarter 2027-Q1", "B | quarter 2027-Q2 | effort 1"],
    );
    check(
        "items:\n- quarter: 2027-Q1\n  items: [A, B]\n",
        &["[stem]", "A | quarter 2027-Q1", "B | quarter 2027-Q1"],
    );
    check(
        "2027:\n  Q1: [A]\n  Q2:\n    Identity: [B]\n",
        &["[stem]", "A | quarter 2027-Q1", "B | quarter 2027-Q2"],
    );
    check(
        "in progress: [A]\ndone: [{name: B, status: shipped}]\n",
        &["[stem]", "A | status in progress", "B | status shipped"],
    );
}

#[test]
fn a_theme_around_items_is_looked_through() {
    check("Security: [A, B]\nBilling:\n- name: C\n", &["[stem]", "A", "B", "C"]);
    check("leader: Ana\nversion: 2\nSecurity: [A]\n", &["[Ana]", "A"]);
    check(
        "items:\n  Security: {SSO: 2027-Q1, SCIM: }\n",
        &["[stem]", "SSO | quarter 2027-Q1", "SCIM"],
    );
    check("themes:\n- name: Trust\n  items: [A]\n", &["[stem]", "A"]);
    check("teams:\n  Identity:\n    items: [A]\n", &["[stem]", "A"]);
}

#[test]
fn an_initiative_with_items_is_their_parent() {
    check(
        "initiatives:\n- name: Trust\n  id: I-1\n  features: [A, {name: B, parent: X}]\n",
        &["[stem]", "Trust | id I-1", "A | parent I-1", "B | parent X"],
    );
    check(
        "epics:\n- title: Trust\n  items:\n  - title: A\n    items: [B]\n",
        &["[stem]", "Trust", "A | parent Trust", "B | parent A"],
    );
}

#[test]
fn a_milestone_around_items_is_none() {
    check(
        "milestones:\n- title: Beta\n  due: 2027-03-01\n  deliverables: [A]\n- title: 2027-Q2\n  \
           deliverables: [{title: B}]\n",
        &["[stem]", "A | quarter 2027-03-01", "B | quarter 2027-Q2"],
    );
    check("milestones:\n- title: Beta\n- title: Launch\n", &["[stem]", "Beta", "Launch"]);
}

#[test]
fn a_file_may_be_one_item() {
    check(
        "title: SSO\nstatus: planned\nauthors: ['@bo', '@al']\nteams: [identity]\n",
        &["[@bo]", "SSO | status planned | owner @bo"],
    );
    check(
        "name: SSO\nstage: beta\nfeature-gates:\n- name: X\n  components: [y]\n",
        &["[stem]", "SSO | status beta", "Unread stem.yaml:3:1: 1"],
    );
    check("name: SSO\ndescription: d\n", &["[stem]", "SSO | description d"]);
    check("leader: Ana\nname: SSO\n", &["[Ana]", "SSO"]);
}

#[test]
fn a_program_that_names_itself_is_no_plan() {
    for text in [
        "{\"name\": \"web\", \"version\": \"1.0.0\"}",
        "{\"name\": \"web\", \"version\": \"1.0.0\", \"packages\": {\"\": {\"name\": \"web\"}}}",
        "name: SSO\n",
    ] {
        check(text, &["Other: nothing in it looks like a plan"]);
    }
}

#[test]
fn a_report_of_this_program_is_no_roadmap() {
    check(
        "{\"schema\": \"roundtable/1\", \"overlaps\": [{\"name\": \"SSO\"}]}",
        &["Other: a report of roundtable"],
    );
}

#[test]
fn several_documents_are_several_roadmaps() {
    check("leader: Ana\nitems: [A]\n---\nleader: Bo\nitems: [B]\n", &["[Ana]", "A", "[Bo]", "B"]);
    check(
        "- leader: Ana\n  items: [A]\n- leader: Bo\n  items: [B]\n",
        &["[Ana]", "A", "[Bo]", "B"],
    );
}

#[test]
fn items_may_name_their_own_leader() {
    check(
        "- {name: A, leader: Ana}\n- {name: B, leader: Bo}\n- {name: C, leader: Ana}\n- D\n",
        &["[stem]", "D", "[Ana]", "A", "C", "[Bo]", "B"],
    );
    check("leader: Vi\nitems:\n- {name: A, leader: Ana}\n", &["[Vi]", "[Ana]", "A"]);
    check("- {name: A, leader: Ana}\n", &["[Ana]", "A"]);
}

#[test]
fn the_leader_is_known_by_usual_keys() {
    for key in ["leader", "Owner", "director", "VP", "roadmap_owner", "DRI", "manager"] {
        check(&format!("{key}: Ana\nitems: [A]\n"), &["[Ana]", "A"]);
    }
    check("leader: {name: Ana, email: a@b}\nmanager: Vi\nitems: [A]\n", &["[Ana]", "A"]);
    check("authors:\n- name: Ana\n- name: Bo\nitems: [A]\n", &["[Ana]", "A"]);
}

#[test]
fn an_item_without_a_name_hides_no_other() {
    check(
        "- name: A\n- id: 2\n  effort: 1\n- name: B\n-\n- nmae: C\n  id: 3\n",
        &[
            "[stem]",
            "A",
            "B",
            "Error 2:3: an item without a name",
            "Error 5:2: an item without a name",
            "Error 6:3: unknown key \"nmae\" (did you mean \"name\"?)",
        ],
    );
    check(
        "- id: 1\n  description: Search in all files\n",
        &["[stem]", "Search in all files | id 1"],
    );
}

#[test]
fn a_colon_belongs_to_the_name() {
    check(
        "- Login: passwordless\n- B\n",
        &[
            "[stem]",
            "Login: passwordless",
            "B",
            "Warning 1:3: the colon makes \"Login\" a key; the whole is read as a name",
        ],
    );
}

#[test]
fn what_yaml_takes_away_is_told() {
    check(
        "- Fix bug #42\n- name: B #7 now\n- SSO  # agreed with Bo\n- 'a' #b\n",
        &[
            "[stem]",
            "Fix bug",
            "B",
            "SSO",
            "a",
            "Warning 1:3: \"#42\" is a comment to YAML: the name is read as \"Fix bug\"",
            "Warning 2:9: \"#7 now\" is a comment to YAML: the name is read as \"B\"",
            "Warning 4:3: \"#b\" is a comment to YAML: the name is read as \"a\"",
        ],
    );
    check(
        "- &R upgrade\n- !important thing\n- &x shared\n- *x\n- !!str 404\n- &é 1\n",
        &[
            "[stem]",
            "upgrade",
            "thing",
            "shared",
            "shared",
            "404",
            "1",
            "Warning 1:6: \"&R\" is an anchor to YAML: the name is read as \"upgrade\"",
            "Warning 2:14: \"!important\" is a tag to YAML: the name is read as \"thing\"",
            "Warning 6:6: \"&é\" is an anchor to YAML: the name is read as \"1\"",
        ],
    );
    check(
        "- #42 fix login\n- A\n",
        &["[stem]", "A", "Error 1:16: the name is read as a comment, because it begins with #"],
    );
    check(
        "- {name: A, status: planned} #x\n- name: B\n  status: done #yes\n",
        &["[stem]", "A | status planned", "B | status done"],
    );
}

#[test]
fn an_effort_that_is_no_number_is_left_out() {
    check(
        "effort_unit: person-weeks\nitems:\n- {name: A, effort: 3 weeks}\n- {name: B, size: L}\n\
           - {name: C, effort: -1}\n- {name: D, effort: .nan}\n",
        &[
            "[stem]",
            "A | effort 3",
            "B",
            "C",
            "D",
            "Warning 4:19: effort \"L\" is not a number",
            "Warning 5:21: effort \"-1\" is negative",
            "Warning 6:21: effort \".nan\" is not a number",
        ],
    );
}

#[test]
fn values_may_be_wrapped() {
    check(
        "- name: A\n  owner: {login: bo}\n  quarter: [2027-Q1, 2027-Q2]\n  tags: a, b\n  aka: x\n",
        &["[stem]", "A | quarter 2027-Q1 | owner bo | aliases x | tags a+b"],
    );
    check(
        "- name: |\n    A\n  description: >\n    one\n    two\n",
        &["[stem]", "A | description one two"],
    );
    check("defaults: &d {owner: Bo}\nitems:\n- {<<: *d, name: A}\n", &["[stem]", "A | owner Bo"]);
}

#[test]
fn a_file_without_items_says_so() {
    check(
        "leader: Ana\nfeaturs: x\n",
        &["Error 2:1: unknown key \"featurs\" (did you mean \"features\"?)"],
    );
    check(
        "leader: Ana\nfeaturs: [A]\n",
        &["[Ana]", "A", "Warning 2:1: unknown key \"featurs\" (did you mean \"features\"?)"],
    );
    check("services:\n  web: {image: x, ports: [1]}\n", &["Other: a Docker Compose file"]);
    check("just a text\n", &["Other: nothing in it looks like a plan"]);
    check("role: VP\nvision: all\n", &["Error 1:1: no items recognised"]);
}

#[test]
fn a_mapping_says_where_things_are() {
    let list = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let rule = FileMapping {
        items: list(&["plan.steps.things"]),
        not_items: Vec::new(),
        fields: [("name", &["what", "label"][..]), ("leader", &["by.name"]), ("id", &[])]
            .into_iter()
            .map(|(field, keys)| (field.to_owned(), list(keys)))
            .collect(),
    };
    check_mapped(
        &rule,
        "by: {name: Ana}\nplan:\n  steps:\n  - things: [{what: A, id: 1}]\n  - things: [{label: B}]\n",
        &["[Ana]", "A", "B"],
    );
    check_mapped(
        &rule,
        "items: [A]",
        &["Error 1:1: nothing stands under \"plan.steps.things\", where the items should be"],
    );
}

#[test]
fn what_is_whole_of_a_broken_file_is_read() {
    check(
        "- 404\n- a: b: c\n- é: 1\n- No\n",
        &[
            "[stem]",
            "404",
            "é: 1",
            "No",
            "Error 2:7: a second \": \" in a text without quotes; line 2 was not read",
            "Warning 3:3: the colon makes \"é\" a key; the whole is read as a name",
        ],
    );
    check(
        "items:\n- name: A\n- name: Foo: bar\n- name: \"B\n- name: C\n\tid: 1\n- name: D\n",
        &[
            "[stem]",
            "A",
            "D",
            "Error 3:12: a second \": \" in a text without quotes; line 3 was not read",
            "Error 4:9: a quote is opened here and never closed; line 4 was not read",
            "Error 6:1: a tab indents this line; lines 5 to 6 were not read",
        ],
    );
    check(
        "leader: Ana\nitems:\n  - name: A\n    description: see: this: that\n  - [x] B\n  - C\n",
        &[
            "[Ana]",
            "A",
            "C",
            "Error 4:21: a second \": \" in a text without quotes; line 4 was not read",
            "Error 5:9: the text goes on behind a closing bracket; line 5 was not read",
        ],
    );
    check(
        "- A\n---\nitems: [B\n---\n- C\n",
        &[
            "[stem]",
            "A",
            "[stem]",
            "C",
            "Error 3:8: a bracket is opened here and never closed; line 3 was not read",
        ],
    );
    check(
        "- A\n- *bold* B\n- @C\n- D\n",
        &[
            "[stem]",
            "A",
            "D",
            "Error 2:3: a text that begins with * stands for an anchor, and there is none; line 2 was not read",
            "Error 3:3: a text without quotes cannot begin with @; line 3 was not read",
        ],
    );
}

#[test]
fn a_misspelt_field_is_told_once() {
    check(
        "- {name: A, quater: Q1}\n- {name: B, quater: Q2, stats: x, pr: 1, statusx: y}\n",
        &[
            "[stem]",
            "A",
            "B",
            "Warning 1:13: unknown key \"quater\" (did you mean \"quarter\"?)",
            "Warning 2:25: unknown key \"stats\" (did you mean \"status\"?)",
            "Warning 2:42: unknown key \"statusx\" (did you mean \"status\"?)",
        ],
    );
}

#[test]
fn shirt_sizes_are_not_told_one_by_one() {
    let text = "- {name: A, size: XL}\n".repeat(8);
    let told = |line| format!("Warning {line}:19: effort \"XL\" is not a number");
    let mut expected = vec!["[stem]".to_owned()];
    expected.extend(vec!["A".to_owned(); 8]);
    expected.extend((1..=5).map(told));
    expected.push("Warning 1:1: 3 more values are left out because they are no numbers".into());
    check(&text, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_text_under_a_list_key_is_a_title() {
    check("roadmap: Identity 2027\nitems: [A]\n", &["[stem]", "A"]);
    check("features: A\n", &["Other: nothing in it looks like a plan"]);
}

#[test]
fn a_group_with_a_leader_is_a_roadmap() {
    check(
        "Identity:\n  lead: Ana\n  features: [A]\nBilling:\n  lead: Bo\n  features: [B]\n",
        &["[Ana]", "A", "[Bo]", "B"],
    );
    check(
        "teams:\n- name: Identity\n  lead: Ana\n  items: [A]\n- name: X\n  items: [B]\n",
        &["[Ana]", "A", "[stem]", "B"],
    );
}

#[test]
fn the_leader_is_found_where_people_write_it() {
    for head in [
        "roadmap: {owner: Ana Ruiz, items: [A]}",
        "roadmap: {title: Identity, leader: {name: Ana Ruiz, role: VP}}\nitems: [A]",
        "metadata: {owner: Ana Ruiz, team: Identity}\nitems: [A]",
        "about: {leader: Ana Ruiz}\nitems: [A]",
        "name: Ana Ruiz\nrole: Director\nitems: [A]",
        "team: Identity\nname: Ana Ruiz\nitems: [A]",
        "owner: {name: Ana Ruiz, email: a@x}\nitems: [A]",
        "leader: Ana Ruiz\nroadmap:\n  items: [A]",
        "Leiter: Ana Ruiz\nVorhaben: [A]",
    ] {
        check(head, &["[Ana Ruiz]", "A"]);
    }
    check("name: Identity 2027\nteam: Identity\nitems: [A]", &["[stem]", "A"]);
    check("roadmap: {title: Identity, owner: Ana}\nnow: [A]", &["[Ana]", "A | quarter now"]);
}

#[test]
fn lists_under_the_names_of_people_are_theirs() {
    let two = ["[Ana Ruiz]", "A", "B", "[Bo Chen]", "C"];
    check("Ana Ruiz: [A, B]\nBo Chen: [C]", &two);
    check("Ana Ruiz:\n  team: X\n  items: [A, B]\nBo Chen:\n  - name: C\n", &two);
    check("people:\n  Ana Ruiz: [A, B]\n  Bo Chen: [C]", &two);
    check("leaders:\n- {name: Ana Ruiz, items: [A, B]}\n- {name: Bo Chen, items: [C]}", &two);
    check("Ana Ruiz: [A]\nDeveloper Tools: [B]", &["[stem]", "A", "B"]);
    check("leader: Cy\nAna Ruiz: [A]", &["[Cy]", "A"]);
}

#[test]
fn a_list_under_a_word_for_one_item_is_read() {
    check("theme: [A, B]", &["[stem]", "A", "B"]);
    check("leader: Ana\nfeature:\n- {name: A}\n", &["[Ana]", "A"]);
}

#[test]
fn periods_are_read_where_people_write_them() {
    check(
        "'2027':\n  Q1: [A]\n  H2: [{name: B}]\n",
        &["[stem]", "A | quarter 2027-Q1", "B | quarter 2027-H2"],
    );
    check(
        "quarters:\n- {name: Q1, year: 2027, items: [A]}\n- {period: Q2 2027, items: [B]}",
        &["[stem]", "A | quarter 2027-Q1", "B | quarter 2027-Q2"],
    );
    check(
        "year: 2027\nroadmap:\n- {name: Q3 – Scale, items: [A]}\n- {name: B, quarter: Q4}",
        &["[stem]", "A | quarter 2027-Q3", "B | quarter 2027-Q4"],
    );
    for when in [
        "startDate: 2027-01-10, endDate: 2027-03-31",
        "end_time: '2027-03-31T10:00:00Z', start_time: x",
        "from: 2027-01-10, to: 2027-03-31",
        "dates: {start: 2027-01-10, end: 2027-03-31}",
        "plannedFinish: 2027-03-31",
        "Delivered On: 31.03.2027",
        "kickOff: 2027-03-31, to: partners",
    ] {
        check(&format!("- {{name: A, {when}}}"), &["[stem]", "A | quarter 2027-03-31"]);
    }
    check("- {name: A, target: {quarter: Q2, year: 2027}}", &["[stem]", "A | quarter 2027-Q2"]);
}

#[test]
fn the_period_of_a_roadmap_is_its_items() {
    check(
        "leader: Ana\nquarter: 2027-Q1\nitems: [A, {name: B, quarter: Q2}]\n",
        &["[Ana]", "A | quarter 2027-Q1", "B | quarter 2027-Q2"],
    );
}

#[test]
fn a_group_around_tasks_is_no_item() {
    check(
        "groups:\n- name: Depot\n  tasks:\n  - {name: A, end: 2027-03-31}\n  - B\n- name: Fleet\n  \
         tasks: []\n",
        &["[stem]", "A | quarter 2027-03-31", "B"],
    );
    check(
        "sprints:\n- name: Sprint 7\n  goal: Faster\n  tickets:\n  - {id: T-1, title: A}\n",
        &["[stem]", "A | id T-1"],
    );
    check(
        "- name: Beta\n  version: v2\n  categories:\n  - name: Console\n    tasks: [A, B]\n",
        &["[stem]", "A | quarter v2", "B | quarter v2"],
    );
    check(
        "- year: 2027\n  wins:\n  - {name: A, status: done}\n  - {name: B, date: }\n",
        &["[stem]", "A | status done | quarter 2027", "B | quarter 2027"],
    );
    check(
        "quarters:\n- label: Q1 2027\n  theme: [A, B]\n  status: planned\n",
        &["[stem]", "A | status planned | quarter 2027-Q1", "B | status planned | quarter 2027-Q1"],
    );
}

#[test]
fn an_item_with_tasks_is_their_parent() {
    check(
        "items:\n- name: Depot\n  owner: Bo\n  tasks: [A]\n",
        &["[stem]", "Depot | owner Bo", "A | parent Depot"],
    );
}

#[test]
fn a_list_beside_the_known_ones_is_one_more_group() {
    check(
        "now: [A]\nlater: [B]\nParking lot: [C]\nresearch:\n- name: D\n",
        &["[stem]", "A | quarter now", "B | quarter later", "C", "D"],
    );
    check("items: [A]\nstretch: [B]\n", &["[stem]", "A", "B"]);
}

#[test]
fn goals_links_and_prose_are_no_items() {
    check(
        "items: [A]\ngoals: [Be fast]\nlinks: ['https://a.example']\nobjectives:\n- title: B\n",
        &["[stem]", "A"],
    );
    check(
        "sections:\n- {id: a, items: [A]}\n- {id: b, heading: How to read this, body_md: Words.}\n",
        &["[stem]", "A"],
    );
}

#[test]
fn a_list_that_is_not_read_is_told() {
    check(
        "- name: A\n  status: done\n  rollout: [First, Second]\n- name: B\n  rollout: [Third]\n",
        &["[stem]", "A | status done", "B", "Unread stem.yaml:3:3: 2", "Unread stem.yaml:5:3: 1"],
    );
    let rule = FileMapping { not_items: vec!["Roll-out".to_owned()], ..FileMapping::default() };
    check_mapped(&rule, "- {name: A, roll_out: [B, C]}\n", &["[stem]", "A"]);
}

/// Documents with lists under keys of every kind, each element a word that stands nowhere else.
mod accounting {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::document::Node;

    const KEYS: &[&str] = &[
        "items",
        "tasks",
        "milestones",
        "objectives",
        "theme",
        "now",
        "2027-Q1",
        "research",
        "rollout",
        "links",
        "reviewers",
        "owner",
        "tags",
        "Parking lot",
        "features",
        "steps",
    ];

    /// Blocks of YAML: a key with a list of words, or of maps with or without a list of their own.
    fn document() -> impl Strategy<Value = String> {
        let block = (select(KEYS), 0..4_usize, select(KEYS), any::<bool>());
        prop::collection::vec(block, 1..6).prop_map(|blocks| {
            let mut text = String::new();
            let mut word = 0;
            let mut next = || {
                word += 1;
                format!("word{word}")
            };
            let mut used: Vec<&str> = Vec::new();
            for (key, shape, inner, plans) in blocks {
                if used.contains(&key) {
                    continue;
                }
                used.push(key);
                let (a, b, c) = (next(), next(), next());
                let status = if plans { "    status: planned\n" } else { "" };
                let block = match shape {
                    0 => format!("{key}:\n  - {a}\n  - {b}\n"),
                    1 => format!("{key}:\n  - name: {a}\n{status}    {inner}: [{b}, {c}]\n"),
                    2 => format!("{key}:\n  - {inner}:\n      - {a}\n      - {b}\n"),
                    _ => {
                        format!("{key}:\n  - name: {a}\n{status}    {inner}:\n      - name: {b}\n")
                    }
                };
                text.push_str(&block);
            }
            text
        })
    }

    /// A list: its key, and its elements with whether each holds a list of its own.
    type List<'n> = (&'n str, Vec<(&'n str, bool)>);

    /// The lists of a document, the outer ones first, but for those inside a list under a key to stop
    /// at.
    fn lists<'n>(node: &'n Node, stop: &dyn Fn(&str) -> bool, found: &mut Vec<List<'n>>) {
        for (key, value) in node.entries() {
            let element = |it: &'n Node| {
                let holds_a_list = it.entries().iter().any(|(_, value)| !value.list().is_empty());
                let name = it.text().or(it.get("name").and_then(Node::text));
                (name.unwrap_or_default(), holds_a_list)
            };
            if !value.list().is_empty() {
                found.push((
                    key.text().unwrap_or_default(),
                    value.list().iter().map(element).collect(),
                ));
            }
            if !key.text().is_some_and(stop) {
                lists(value, stop, found);
            }
        }
        node.list().iter().for_each(|node| lists(node, stop, found));
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 400,
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        /// Every element of every list is an item or a group around items, or its list is told, or
        /// the list's key says that it holds none.
        #[test]
        fn items_read_and_lists_told_are_all_there_is(text in document()) {
            let source = Source::new(text.clone(), "stem.yaml");
            let (nodes, problems) = yaml::read(&source);
            prop_assert_eq!(&problems, &Vec::new());
            let rule = FileMapping::default();
            let shaped = shape::roadmaps(&nodes[0], &source, &rule, &Guess::file("stem"));
            if shaped.roadmaps.is_empty() {
                prop_assert!(shaped.other.is_some(), "nothing read, nothing told:\n{}", text);
                return Ok(());
            }
            let items = shaped.roadmaps.iter().flat_map(|roadmap| &roadmap.items);
            let names: Vec<&str> = items.map(|item| item.name.as_str()).collect();
            let told = |key: &str| shaped.unread.iter().any(|list| list.key == key);
            let is_attribute =
                |key: &str| ["links", "reviewers", "owner", "tags", "objectives"].contains(&key);
            let mut all = Vec::new();
            lists(&nodes[0], &|key| told(key) || is_attribute(key), &mut all);
            for (key, elements) in all {
                let is_read = |&(element, holds_a_list): &(&str, bool)| {
                    names.contains(&element) || holds_a_list
                };
                prop_assert!(
                    elements.iter().all(is_read) || told(key) || is_attribute(key),
                    "\"{}\" is neither read nor told:\n{}\nread: {:?}",
                    key,
                    text,
                    names
                );
            }
        }
    }
}
