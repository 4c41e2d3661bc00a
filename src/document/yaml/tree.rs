//! Builds the tree from the YAML parser, with every scalar to the letter.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Location, Spanned};

use crate::document::{Node, Value};

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Raw>::deserialize(deserializer)?;
        let (start, end) = span(spanned.defined);
        Ok(Self {
            value: spanned.value.0,
            line: spanned.referenced.line() as u32,
            column: spanned.referenced.column() as u32,
            start,
            end,
            lost: None,
        })
    }
}

fn span(location: Location) -> (u32, u32) {
    let start = location.span().byte_offset().unwrap_or(0);
    let len = location.span().byte_len().unwrap_or(0);
    (start as u32, (start + len) as u32)
}

/// A value whose numbers and booleans still await their text: the parser hands over `0x1F` as 31,
/// so that such a value is empty here and is cut out of the source afterwards.
struct Raw<'a>(Value<'a>);

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

const AWAITED: Value = Value::Text(Cow::Borrowed(""));

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Raw(AWAITED))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Raw(AWAITED))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Raw(AWAITED))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Raw(AWAITED))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Raw(Value::Null))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Raw(Value::Text(Cow::Owned(text.into()))))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Raw(Value::Text(Cow::Borrowed(text))))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Raw(Value::Text(Cow::Owned(text))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = seq.next_element()? {
            nodes.push(node);
        }
        nodes.shrink_to_fit();
        Ok(Raw(Value::List(nodes)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        entries.shrink_to_fit();
        Ok(Raw(Value::Map(entries)))
    }
}
