//! The small tree that every input format is read into.

use std::borrow::Cow;

/// One value of a file, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'a> {
    /// What it is.
    pub value: Value<'a>,
    /// The line where it is used, from 1.
    pub line: u32,
    /// The column where it is used, from 1, in characters.
    pub column: u32,
    /// Where its text begins in the file, in bytes.
    pub start: u32,
    /// Where its text ends in the file, in bytes; for lists and maps not to be relied on.
    pub end: u32,
    /// What the file format took away from a text without a word.
    pub lost: Option<Loss>,
}

/// What a node can be. Numbers, dates and booleans are texts, to the letter as they were written.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nothing, or a written `null` or `~`.
    Null,
    /// A text; never reinterpreted.
    Text(Cow<'a, str>),
    /// Values in order.
    List(Vec<Node<'a>>),
    /// Keys with their values, in order.
    Map(Vec<(Node<'a>, Node<'a>)>),
}

/// Why a text lacks some of what its author wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// `Fix bug #42` is "Fix bug": the rest is a comment.
    Comment,
    /// `&R upgrade` is "upgrade": the first word is an anchor.
    Anchor,
    /// `!important thing` is "thing": the first word is a tag.
    Tag,
    /// `? Fast lane` is "Fast lane": the sign makes a key of it.
    Question,
}

impl<'a> Node<'a> {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The elements of a list; none for anything else.
    pub fn list(&self) -> &[Node<'a>] {
        match &self.value {
            Value::List(nodes) => nodes,
            _ => &[],
        }
    }

    /// The keys and values of a map; none for anything else.
    pub fn entries(&self) -> &[(Node<'a>, Node<'a>)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Whether there is nothing: null, a blank text, an empty list or map.
    pub fn is_blank(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(nodes) => nodes.is_empty(),
            Value::Map(entries) => entries.is_empty(),
        }
    }

    /// The value under a key, written exactly or with another case and other joints: `Story
    /// points` is `story_points`.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        let exact = self.entries().iter().find(|(k, _)| k.text() == Some(key));
        let same = || {
            self.entries().iter().find(|(k, _)| k.text().is_some_and(|text| same_key(text, key)))
        };
        exact.or_else(same).map(|(_, value)| value)
    }

    /// Every value at the end of a dotted path, through all elements of the lists on the way.
    pub fn all(&self, path: &str) -> Vec<&Node<'a>> {
        let mut here = vec![self];
        for key in path.split('.') {
            here = here.into_iter().flat_map(Node::members).filter_map(|n| n.get(key)).collect();
        }
        here
    }

    /// The first text at the end of a dotted path that is not blank.
    pub fn first(&self, path: &str) -> Option<&Node<'a>> {
        if path.contains('.') { self.all(path) } else { self.get(path).into_iter().collect() }
            .into_iter()
            .find(|node| !node.is_blank())
    }

    /// The elements of a list; anything else is its own only member.
    pub fn members(&self) -> impl Iterator<Item = &Node<'a>> {
        match &self.value {
            Value::List(nodes) => nodes.iter(),
            _ => std::slice::from_ref(self).iter(),
        }
    }

    /// The same tree, free of the text it was cut from.
    pub fn into_owned(self) -> Node<'static> {
        let value = match self.value {
            Value::Null => Value::Null,
            Value::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Value::List(nodes) => Value::List(nodes.into_iter().map(Self::into_owned).collect()),
            Value::Map(entries) => Value::Map(
                entries.into_iter().map(|(k, v)| (k.into_owned(), v.into_owned())).collect(),
            ),
        };
        let Self { line, column, start, end, lost, .. } = self;
        Node { value, line, column, start, end, lost }
    }
}

/// A key as it is compared with texts: lower case, with `-` for `_` and spaces.
pub fn fold_key(key: &str) -> String {
    folded(key).collect()
}

/// A key as it is compared with keys: `endDate`, `End date`, `END_DATE` and `enddate` are one.
pub fn squash_key(key: &str) -> String {
    squashed(key).collect()
}

/// Whether two keys are the same when compared.
pub fn same_key(a: &str, b: &str) -> bool {
    squashed(a).eq(squashed(b))
}

fn squashed(key: &str) -> impl Iterator<Item = char> {
    folded(key).filter(|c| *c != '-')
}

fn folded(key: &str) -> impl Iterator<Item = char> {
    key.trim().chars().flat_map(char::to_lowercase).map(joint)
}

fn joint(c: char) -> char {
    if c == '_' || c.is_whitespace() { '-' } else { c }
}
