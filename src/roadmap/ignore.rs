//! `# roundtable: ignore`: the comment that silences the item on its line.

use crate::basics::{Place, Problem, spelling};
use crate::document::comments::{Directive, TOOL, VERB, comments, no_comments};
use crate::document::{Node, Source};
use crate::roadmap::{Item, Roadmap};

/// A leader's word that an item is not to be reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// Why, as written behind it; none if nothing is.
    pub reason: Option<String>,
    /// Where the comment begins.
    pub place: Place,
}

/// Silences every item whose name stands, or which begins, on a line with such a comment.
///
/// Goes in: the roadmaps of one YAML file, and what they were made of. Comes out: a warning for
/// each comment that was meant to silence an item and does not.
pub fn silence(roadmaps: &mut [Roadmap], nodes: &[Node], source: &Source) -> Vec<Problem> {
    let found = comments(source, nodes);
    let places: Vec<usize> = found.iter().map(|(at, _)| *at).collect();
    let help = "write # roundtable: ignore at the end of the line, outside of quotes";
    let message = "this is no comment to YAML: it silences nothing";
    let mut problems = idle(source, &places, message, help);
    for (at, said) in found {
        let place = source.at(at);
        let warning = |message: String| source.warning(place.line, place.column, message);
        match said {
            Directive::Ignore(reason) => {
                let lines = [place.line, below_dash(source, &place, at)];
                let reason = Some(reason).filter(|it| !it.is_empty()).map(str::to_owned);
                let ignored = Ignored { reason, place: place.clone() };
                if !mark(roadmaps, lines, &ignored) {
                    let message = "this comment silences nothing: no item begins on its line";
                    let help = "write it behind the name of the item";
                    problems.push(warning(message.to_owned()).with_help(help));
                }
            }
            Directive::Almost(written) => {
                let meant = spelling::meant(&format!("{TOOL}: {VERB}"));
                let help = "write # roundtable: ignore behind the name of the item, then why";
                let message = format!("\"{written}\" silences nothing{meant}");
                problems.push(warning(message).with_help(help));
            }
        }
    }
    problems
}

/// A warning for everything that looks like such a comment in a format that has none.
pub fn without_comments(source: &Source) -> Vec<Problem> {
    let help = "take it out, and say what was agreed with roundtable decide; or keep the roadmap as \
                YAML";
    idle(source, &[], "JSON has no comments: this silences nothing", help)
}

fn idle(source: &Source, comments: &[usize], message: &str, help: &str) -> Vec<Problem> {
    let warning = |at: usize| {
        let place = source.at(at);
        source.warning(place.line, place.column, message.to_owned()).with_help(help)
    };
    no_comments(source, comments).into_iter().map(warning).collect()
}

/// Marks the items whose names stand or which begin on the lines; says whether there is any.
fn mark(roadmaps: &mut [Roadmap], lines: [u32; 2], ignored: &Ignored) -> bool {
    let items = roadmaps.iter_mut().flat_map(|roadmap| &mut roadmap.items);
    let here = |item: &&mut Item| lines.contains(&item.place.line) || lines.contains(&item.begins);
    let mut any = false;
    for item in items.filter(here) {
        item.ignored = Some(ignored.clone());
        any = true;
    }
    any
}

/// The line on which an item begins whose dash, and nothing else, stands before a comment; the
/// comment's own line otherwise.
fn below_dash(source: &Source, comment: &Place, at: usize) -> u32 {
    let before = source.text[..at].rsplit('\n').next().unwrap_or_default();
    if !before.contains('-') || before.contains(|c: char| !c.is_whitespace() && c != '-') {
        return comment.line;
    }
    let idle = |line: &u32| {
        let text = source.line(*line).unwrap_or_default().trim_start();
        text.is_empty() || text.starts_with('#')
    };
    let mut below = comment.line + 1..=source.line_count();
    below.find(|line| !idle(line)).unwrap_or(comment.line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::yaml;
    use crate::roadmap::mapping::FileMapping;
    use crate::roadmap::shape;
    use crate::roadmap::whose::Guess;

    /// Reads a roadmap and tells its items with the reasons of the silenced ones, then problems.
    fn check(text: &str, expected: &[&str]) {
        let source = Source::new(text.into(), "a.yaml");
        let (nodes, mut problems) = yaml::read(&source);
        let mut roadmaps = Vec::new();
        for node in &nodes {
            let shaped =
                shape::roadmaps(node, &source, &FileMapping::default(), &Guess::file("Ana"));
            roadmaps.extend(shaped.roadmaps);
            problems.extend(shaped.problems);
        }
        problems.extend(silence(&mut roadmaps, &nodes, &source));
        let items = roadmaps.iter().flat_map(|roadmap| &roadmap.items);
        let tell = |item: &Item| match &item.ignored {
            None => item.name.clone(),
            Some(Ignored { reason, place }) => {
                let reason = reason.as_deref().unwrap_or("no reason");
                format!("{} ({}:{} {reason})", item.name, place.line, place.column)
            }
        };
        let mut found: Vec<_> = items.map(tell).collect();
        found.extend(problems.iter().map(|p| format!("{}: {}", p.place, p.message)));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_comment_silences_the_item_on_its_line() {
        check("- SSO # roundtable: ignore\n- Audit log", &["SSO (1:7 no reason)", "Audit log"]);
        check("- name: SSO  #  Roundtable:IGNORE\r\n  id: 1\r\n", &["SSO (1:14 no reason)"]);
        check("- id: é # roundtable: ignore\n  name: SSO", &["SSO (1:9 no reason)"]);
        check("- # roundtable: ignore\n\n  name: SSO\n- B", &["SSO (1:3 no reason)", "B"]);
        check("items:\n  SSO: # roundtable: ignore\n    status: idea", &["SSO (2:8 no reason)"]);
        check("- name: > # roundtable: ignore\n    SSO\n- B", &["SSO (1:11 no reason)", "B"]);
        check("- \"SSO # 1\" # roundtable: ignore", &["SSO # 1 (1:13 no reason)"]);
        check("---\n- A\n---\n- B # roundtable: ignore", &["A", "B (4:5 no reason)"]);
        check("[A, B] # roundtable: ignore", &["A (1:8 no reason)", "B (1:8 no reason)"]);
    }

    #[test]
    fn what_stands_behind_it_is_the_reason() {
        for joint in [", ", ": ", " -- ", " - ", " — ", " "] {
            let text = format!("- SSO # roundtable: ignore{joint}agreed with Bo: #4  ");
            check(&text, &["SSO (1:7 agreed with Bo: #4)"]);
        }
    }

    #[test]
    fn the_same_text_inside_a_scalar_is_a_name() {
        let told = |place: &str| {
            format!("a.yaml:{place}: this is no comment to YAML: it silences nothing")
        };
        let name = "SSO # roundtable: ignore";
        check("- \"SSO # roundtable: ignore\"", &[name, &told("1:8")]);
        check("- 'A\n  # roundtable: ignore'", &["A # roundtable: ignore", &told("2:3")]);
        let block = "- name: |-\n    # roundtable: ignore";
        check(block, &["# roundtable: ignore", &told("2:5")]);
        check("- A\n- 'B // roundtable: ignore'", &["A", "B // roundtable: ignore", &told("2:6")]);
    }

    #[test]
    fn a_comment_that_is_meant_is_not_a_part_of_the_name() {
        check("- SSO #roundtable: ignore", &["SSO (1:7 no reason)"]);
        check(
            "- SSO #42",
            &["SSO", "a.yaml:1:3: \"#42\" is a comment to YAML: the name is read as \"SSO\""],
        );
    }

    #[test]
    fn a_comment_that_silences_nothing_is_told() {
        let nothing = "this comment silences nothing: no item begins on its line";
        let above = format!("a.yaml:1:1: {nothing}");
        check("# roundtable: ignore\n- SSO", &["SSO", &above]);
        let group = format!("a.yaml:1:6: {nothing}");
        check("now: # roundtable: ignore\n  - SSO", &["SSO", &group]);
    }

    #[test]
    fn a_misspelt_comment_is_told() {
        for written in [
            "roundtable: ingore",
            "roundtable:ignore-next",
            "roundtable: ignored",
            "roundtable: disable",
            "roundtable ignore",
            "rountable: ignore",
        ] {
            let meant = "(did you mean \"roundtable: ignore\"?)";
            let told = format!("a.yaml:1:5: \"{written}\" silences nothing {meant}");
            check(&format!("- A # {written}, why"), &["A", &told]);
        }
    }

    #[test]
    fn other_comments_are_none_of_our_business() {
        for comment in [
            "roundtable on Monday",
            "roundtable: Monday",
            "ignore",
            "to ignore, # roundtable: ignore",
        ] {
            check(&format!("# {comment}\n- A # {comment}"), &["A"]);
        }
    }
}
