//! Tells the blocks of a YAML text apart by indentation alone.

use std::collections::BTreeSet;
use std::ops::Range;

/// The beginnings of all blocks of a text: entries of maps and items of lists.
///
/// A line `- - a: 1` begins three: two items and an entry.
pub struct Outline<'a> {
    text: &'a str,
    marks: Vec<Mark>,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    column: usize,
    line: u32,
    item: bool,
}

/// A block with everything indented below it, as a range among the outline's beginnings.
pub type Block = Range<usize>;

impl<'a> Outline<'a> {
    /// Looks at every line once.
    pub fn of(text: &'a str) -> Self {
        let mut marks = Vec::new();
        let mut start = 0;
        for (line, number) in text.split_inclusive('\n').zip(1..) {
            mark(line, start, number, &mut marks);
            start += line.len();
        }
        Self { text, marks }
    }

    /// The outermost blocks, in order.
    pub fn outermost(&self) -> Vec<Block> {
        self.split(0..self.marks.len())
    }

    /// The blocks directly inside a block, in order.
    pub fn inside(&self, block: &Block) -> Vec<Block> {
        self.split(block.start + 1..block.end)
    }

    /// Whether a block is an item of a list.
    pub fn is_item(&self, block: &Block) -> bool {
        self.marks[block.start].item
    }

    /// Whether every alias (`*name`) in a block has its anchor (`&name`) somewhere in the text.
    pub fn has_anchors_of(&self, block: &Block) -> bool {
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
        let named = |text: &'a str, sign: char| {
            text.split(sign).skip(1).filter_map(move |rest| rest.split(ends).next())
        };
        let anchors: BTreeSet<&str> = named(self.text, '&').collect();
        named(&self.text[self.bytes(block)], '*').all(|alias| anchors.contains(alias))
    }

    /// The lines of a block, from 1.
    pub fn lines(&self, block: &Block) -> Range<u32> {
        match self.marks.get(block.clone()) {
            Some([first, .., last]) => first.line..last.line + 1,
            Some([only]) => only.line..only.line + 1,
            _ => 1..1,
        }
    }

    /// A block's text, indented as in the file, so that it parses alone and in place.
    pub fn alone(&self, block: &Block) -> String {
        let column = self.marks.get(block.start).map_or(0, |mark| mark.column);
        format!("{}{}", " ".repeat(column), &self.text[self.bytes(block)])
    }

    /// The text with some blocks replaced by spaces, so that every other place stays as it is.
    pub fn without<'b>(&self, blocks: impl IntoIterator<Item = &'b Block>) -> String {
        let mut bytes = self.text.as_bytes().to_vec();
        for block in blocks {
            for byte in bytes[self.bytes(block)].iter_mut().filter(|b| **b != b'\n') {
                *byte = b' ';
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn split(&self, range: Range<usize>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut next = range.start;
        while next < range.end {
            let block = next..self.end(next).min(range.end);
            next = block.end;
            blocks.push(block);
        }
        blocks
    }

    fn bytes(&self, block: &Block) -> Range<usize> {
        let start = self.marks.get(block.start).map_or(self.text.len(), |mark| mark.at);
        let end = self.marks.get(block.end).map_or(self.text.len(), |mark| mark.at - mark.column);
        start..end.max(start)
    }

    /// Where the block that begins at a mark ends: at the next that is not indented deeper; the
    /// items of a list may stand right below their key.
    fn end(&self, start: usize) -> usize {
        let begin = self.marks[start];
        let outside = |mark: &Mark| {
            mark.column < begin.column
                || (mark.column == begin.column && (begin.item || !mark.item))
        };
        let length = self.marks[start + 1..].iter().position(outside);
        length.map_or(self.marks.len(), |length| start + 1 + length)
    }
}

fn mark(line: &str, start: usize, number: u32, marks: &mut Vec<Mark>) {
    let mut column = 0;
    loop {
        let rest = &line[column..];
        let text = rest.trim_start();
        if text.is_empty() || text.starts_with('#') || (column == 0 && rest.starts_with("---")) {
            return;
        }
        column += rest.len() - text.len();
        let item = text.strip_prefix('-').is_some_and(|t| t.starts_with(char::is_whitespace));
        marks.push(Mark { at: start + column, column, line: number, item });
        if !item {
            return;
        }
        column += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let outline = Outline::of(text);
        let mut found = Vec::new();
        for block in outline.outermost() {
            found.push(outline.alone(&block));
            found.extend(outline.inside(&block).iter().map(|c| outline.alone(c)));
        }
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn indentation_tells_blocks_apart() {
        check("", &[]);
        check("a: 1\nb: 2", &["a: 1\n", "b: 2"]);
        check("a:\n  - x\n  - y\n", &["a:\n  - x\n  - y\n", "  - x\n", "  - y\n"]);
        check("- a: 1\n  b: 2\n- c", &["- a: 1\n  b: 2\n", "  a: 1\n", "  b: 2\n", "- c", "  c"]);
    }

    #[test]
    fn a_list_may_stand_right_below_its_key() {
        check("a:\n- x\n- y\nb: 1\n", &["a:\n- x\n- y\n", "- x\n", "- y\n", "b: 1\n"]);
    }

    #[test]
    fn a_blanked_block_moves_nothing() {
        let outline = Outline::of("- é: x\n- b\n");
        let first = outline.outermost().remove(0);
        assert_eq!(outline.without([&first]), "       \n- b\n");
        assert_eq!(outline.lines(&first), 1..2);
    }
}
