//! One file per subcommand.

pub mod check;
pub mod completions;
pub mod decide;
pub mod evaluate;
pub mod explain;
pub mod find;
pub mod glossary;
pub mod init;
pub mod man;
pub mod scan;
pub mod schema;
