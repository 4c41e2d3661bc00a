//! One overlap per line, as in the JSON report, for tools that stream.

use std::io;

use crate::report::Look;
use crate::report::clean;
use crate::report::overlaps::json::judged;
use crate::report::overlaps::{OverlapsPage, listed};

/// Writes every overlap that is wanted, one per line.
pub fn write(page: &OverlapsPage, _: Look, out: &mut dyn io::Write) -> io::Result<()> {
    for ranked in listed(page) {
        let line = serde_json::to_string(&judged(page, ranked))?;
        writeln!(out, "{}", clean::json(&line))?;
    }
    Ok(())
}
