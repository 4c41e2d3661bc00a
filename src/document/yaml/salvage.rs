//! Reads what is whole of a document that does not parse.
//!
//! Indentation tells the blocks of a document apart without a parser. Each block is parsed alone;
//! the smallest blocks that fail are blanked out, and the rest is parsed again. So an unclosed
//! quote costs its own item and no other.

use std::ops::Range;

use serde_yaml::Error;

use crate::document::Node;
use crate::document::yaml::blocks::{Block, Outline};
use crate::document::yaml::parse;

/// How often the rest is parsed again before the document is given up.
const ROUNDS: usize = 12;

/// How deep blocks are searched in blocks.
const DEPTH: usize = 8;

/// A part of a document that is not read.
pub struct Broken {
    /// Why, and where.
    pub fault: Fault,
    /// The lines of the document that are not read, from 1; none if nothing of it is read.
    pub lines: Option<Range<u32>>,
}

/// What the parser refused.
pub struct Fault {
    /// Why, in the parser's words.
    pub told: String,
    /// The line in the document, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

/// Reads a document without its broken parts; nothing if no rest can be told apart.
pub fn salvage(text: &str, error: &Error) -> (Option<Node<'static>>, Vec<Broken>) {
    let mut rest = text.to_owned();
    let mut broken = Vec::new();
    let mut fault = Fault::new(error, 1);
    for _ in 0..ROUNDS {
        let outline = Outline::of(&rest);
        let parts = match blame(&outline, None, fault, DEPTH) {
            Ok(parts) => parts,
            Err(whole) => {
                broken.push(Broken { fault: whole, lines: None });
                return (None, broken);
            }
        };
        let next = outline.without(parts.iter().map(|(block, _)| block));
        for (block, fault) in parts {
            broken.push(Broken { fault, lines: Some(outline.lines(&block)) });
        }
        rest = next;
        match parse(&rest) {
            Ok(node) => return (Some(node.into_owned()), broken),
            Err(error) => fault = Fault::new(&error, 1),
        }
    }
    broken.push(Broken { fault, lines: None });
    (None, broken)
}

/// Finds the smallest blocks that fail on their own; gives the fault back if nothing smaller than
/// the document can be blamed.
fn blame(
    outline: &Outline,
    block: Option<&Block>,
    fault: Fault,
    depth: usize,
) -> Result<Vec<(Block, Fault)>, Fault> {
    if depth == 0 || fault.is_a_limit() {
        return Err(fault);
    }
    let children = block.map_or_else(|| outline.outermost(), |block| outline.inside(block));
    let mut failing: Vec<_> =
        children.iter().filter_map(|c| Some((c.clone(), failure(outline, c)?))).collect();
    if failing.is_empty() {
        let holds = |child: &Block| outline.lines(child).contains(&fault.line);
        let culprit = children.into_iter().skip(1).find(holds);
        return match culprit.or_else(|| block.cloned()) {
            Some(part) => Ok(vec![(part, fault)]),
            None => Err(fault),
        };
    }
    // Without the entry behind its dash an item would have lost its beginning.
    if let Some(item) = block.filter(|block| outline.is_item(block))
        && failing[0].0.start == item.start + 1
    {
        return Ok(vec![(item.clone(), failing.swap_remove(0).1)]);
    }
    let mut parts = Vec::new();
    for (child, fault) in failing {
        match blame(outline, Some(&child), fault, depth - 1) {
            Ok(smaller) => parts.extend(smaller),
            Err(fault) => parts.push((child, fault)),
        }
    }
    Ok(parts)
}

/// Why a block does not parse; an anchor that may stand elsewhere is no reason.
fn failure(outline: &Outline, block: &Block) -> Option<Fault> {
    let error = parse(&outline.alone(block)).err()?;
    let elsewhere = matches!(error, Error::UnknownAnchor { .. }) && outline.has_anchors_of(block);
    (!elsewhere).then(|| Fault::new(&error, outline.lines(block).start))
}

impl Fault {
    /// A parser's error in a part that begins on a line.
    pub fn new(error: &Error, first_line: u32) -> Self {
        let (line, column) =
            error.location().map_or((1, 1), |l| (l.line() as u32, l.column() as u32));
        let told = error.to_string();
        let told = told.split(" at line ").next().unwrap_or_default().to_owned();
        Self { told, line: first_line + line.max(1) - 1, column: column.max(1) }
    }

    /// Whether the text was refused for what it grows into, not for how it is written.
    fn is_a_limit(&self) -> bool {
        ["budget", "limit"].iter().any(|word| self.told.contains(word))
    }
}
