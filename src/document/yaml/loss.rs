//! What YAML takes away from a text without a word: `Fix bug #42`, `&R upgrade`, `!important thing`.

use std::collections::BTreeSet;

use crate::document::Loss;
use crate::document::comments::is_for_us;

/// Finds losses in one text.
pub struct Losses<'a> {
    text: &'a str,
    aliases: Option<BTreeSet<&'a str>>,
}

impl<'a> Losses<'a> {
    /// Ready to look into a text.
    pub fn of(text: &'a str) -> Self {
        Self { text, aliases: None }
    }

    /// What was lost around the scalar from `start` to `end`.
    ///
    /// An anchor that an alias refers to is meant as one, and so are the tags of YAML itself
    /// (`!!str`).
    pub fn around(&mut self, start: usize, end: usize) -> Option<Loss> {
        self.before(start).or_else(|| self.behind(end))
    }

    /// Whether a text goes on behind `end` as a comment: `#42`. A comment that is meant has a space
    /// behind its `#`.
    pub fn behind(&self, end: usize) -> Option<Loss> {
        let rest = self.text.get(end..)?;
        let comment = rest.trim_start_matches([' ', '\t']);
        let written = comment.strip_prefix('#')?.starts_with(is_written);
        (written && !is_for_us(comment)).then_some(Loss::Comment)
    }

    /// Whether a value that is nothing was written as a comment: `- #42 fix login`.
    pub fn instead(&self, start: usize) -> Option<Loss> {
        let before = self.text.get(..start)?;
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        self.behind(start).or_else(|| self.behind(start - line.len() + line.find(" #")?))
    }

    fn before(&mut self, start: usize) -> Option<Loss> {
        let before = self.text.get(..start)?.strip_suffix([' ', '\t'])?;
        let before = before.trim_end_matches([' ', '\t']);
        let word = &before[before.rfind([' ', '\t', '\n', '[', ',', '{']).map_or(0, |at| at + 1)..];
        if word == "?" {
            return Some(Loss::Question);
        }
        if let Some(anchor) = word.strip_prefix('&') {
            return (!self.aliases().contains(anchor)).then_some(Loss::Anchor);
        }
        (word.starts_with('!') && !word.starts_with("!!")).then_some(Loss::Tag)
    }

    /// The words behind every `*`, collected once and only when there is an anchor.
    fn aliases(&mut self) -> &BTreeSet<&'a str> {
        let text = self.text;
        self.aliases.get_or_insert_with(|| {
            let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
            text.split('*').skip(1).filter_map(|rest| rest.split(ends).next()).collect()
        })
    }
}

/// Whether a `#` before this character belongs to a text.
fn is_written(c: char) -> bool {
    !c.is_whitespace() && c != '#' && c != '!'
}
