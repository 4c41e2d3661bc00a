//! Reads YAML: every document of a file, every scalar to the letter, and what is whole of a
//! document that is broken.

mod blocks;
mod looks;
mod loss;
mod mend;
mod salvage;
mod sections;
mod settle;
mod tree;
mod words;

pub use looks::looks_like;
pub use sections::Section;

use serde_yaml::Options;
use serde_yaml::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};

use crate::basics::Problem;
use crate::document::yaml::loss::Losses;
use crate::document::yaml::mend::Mended;
use crate::document::{Node, Source};

/// Reads every document of the text that is not empty.
///
/// A broken document yields what is whole of it; the problems say which lines were not read.
pub fn read(source: &Source) -> (Vec<Node<'_>>, Vec<Problem>) {
    if let Some(Mended { text, mut problems }) = mend::mended(source) {
        let mended = source.with_text(text);
        let (nodes, told) = read_as_it_is(&mended);
        problems.extend(told);
        return (nodes.into_iter().map(Node::into_owned).collect(), problems);
    }
    read_as_it_is(source)
}

fn read_as_it_is(source: &Source) -> (Vec<Node<'_>>, Vec<Problem>) {
    let mut nodes = Vec::new();
    let mut problems = Vec::new();
    let mut losses = Losses::of(&source.text);
    for section in sections::split(&source.text) {
        let mut node = match parse(section.text) {
            Ok(node) => node,
            Err(error) => {
                let (node, broken) = salvage::salvage(section.text, &error);
                problems.extend(broken.iter().map(|b| words::problem(source, &section, b)));
                match node {
                    Some(node) => node,
                    None => continue,
                }
            }
        };
        settle::settle(&mut node, source, &section, &mut losses, &mut problems);
        if !node.is_blank() {
            nodes.push(node);
        }
    }
    (nodes, problems)
}

/// Gives a parsed document its place in the file and its scalars their text.
pub fn settle<'a>(
    node: &mut Node<'a>,
    source: &'a Source,
    section: &Section,
    problems: &mut Vec<Problem>,
) {
    settle::settle(node, source, section, &mut Losses::of(&source.text), problems);
}

/// The parser's refusal of a whole file, in plain words.
pub fn refusal(source: &Source, error: &serde_yaml::Error) -> Problem {
    words::refusal(source, 0, &salvage::Fault::new(error, 1))
}

/// Parses one document; what a tag or number means does not matter, as every scalar is cut out of
/// the text afterwards.
///
/// # Errors
/// What the parser refuses.
pub fn parse(text: &str) -> Result<Node<'_>, serde_yaml::Error> {
    serde_yaml::from_str_with_options(text, options())
}

/// Generous with what people write by the million, strict with what grows out of little text.
///
/// Aliases may add a few hundred thousand values, and nesting stops far above any roadmap and far
/// below the stack of a thread.
fn options() -> Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_events: 100_000_000,
            max_nodes: 50_000_000,
            max_total_scalar_bytes: u32::MAX as usize,
            max_depth: 32,
            max_recorded_anchor_events: 200_000,
            max_aliases: 1_000_000,
            enforce_alias_anchor_ratio: false,
            simple_key_max_lookahead: 4096,
        },
        alias_limits: serde_yaml::alias_limits! {
            max_total_replayed_events: 1_000_000,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        ignore_binary_tag_for_string: true,
        with_snippet: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, message: &str) {
        let source = Source::new(text.into(), "a.yaml");
        let (nodes, problems) = read(&source);
        assert!(nodes.is_empty(), "{message}");
        assert_eq!(problems[0].message, format!("{message}; nothing of it was read"));
    }

    #[test]
    fn what_grows_out_of_little_text_is_refused() {
        let deep = "nested too deeply";
        check(&"[".repeat(1_000_000), deep);
        check(&"- ".repeat(100_000), deep);
        let keys: Vec<_> = (0..200).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
        check(&keys.concat(), deep);
        let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for (last, next) in "abcdefgh".chars().zip("bcdefghi".chars()) {
            let nine = format!("*{last}, ").repeat(9);
            bomb = format!("{bomb}{next}: &{next} [{nine}]\n");
        }
        check(&bomb, "the text grows out of all bounds through its aliases");
    }

    #[test]
    fn an_anchor_may_be_used_many_times() {
        let text = format!("a: &a x\nitems:\n{}", "- *a\n".repeat(500));
        let source = Source::new(text, "a.yaml");
        let (nodes, problems) = read(&source);
        assert_eq!((nodes[0].all("items")[0].list().len(), problems), (500, Vec::new()));
    }

    #[test]
    fn places_count_characters_from_one() {
        let source = Source::new("- é: {名: x}\r\n- y\n".into(), "a.yaml");
        let (nodes, _) = read(&source);
        let inner = nodes[0].all("é.名")[0];
        assert_eq!((inner.line, inner.column), (1, 10));
        assert_eq!((nodes[0].list()[1].line, nodes[0].list()[1].column), (2, 3));
    }
}
