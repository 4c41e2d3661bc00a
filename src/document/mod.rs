//! A document is what one file says, as a tree of values with their places, whatever its format.

pub mod comments;
mod format;
mod json;
mod lines;
mod node;
mod source;
mod strict;
pub mod yaml;

pub use format::{FORMATS, Format, of};
pub use lines::{Line, lines};
pub use node::{Loss, Node, Value, fold_key, same_key};
pub use source::{Source, around};
pub use strict::Notes;
