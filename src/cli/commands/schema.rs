//! `roundtable schema`: JSON Schemas, for editors that complete and check while one writes.

use anyhow::Result;
use clap::Args;
use clap::builder::TypedValueParser;
use roundtable::decision::file;
use roundtable::{config, roadmap};
use serde_json::Value;

use crate::cli::flags::choice::{Choice, one_of};
use crate::cli::streams::to_stdout;
use crate::cli::{Ending, style};

/// Print a JSON Schema, for editors and checkers
#[derive(Args)]
#[command(after_long_help = style::sections(&[("Examples", EXAMPLES)]))]
pub struct Schema {
    /// The files to describe
    #[arg(value_name = "FILES", default_value = "roadmap", value_parser = schemas())]
    schema: fn() -> Value,
}

const EXAMPLES: &str = "
  roundtable schema > roadmap.schema.json
      Then `# yaml-language-server: $schema=roadmap.schema.json` as the first line of a roadmap
      makes editors complete its keys.";

/// Prints the schema.
///
/// # Errors
/// When it cannot be written.
pub fn run(schema: &Schema) -> Result<Ending> {
    to_stdout(|to| writeln!(to, "{:#}", (schema.schema)()))?;
    Ok(Ending::Done)
}

fn schemas() -> impl TypedValueParser<Value = fn() -> Value> {
    let rows: [Choice<fn() -> Value>; 3] = [
        Choice { name: "roadmap", about: "A leader's roadmap", value: roadmap::schema },
        Choice {
            name: "config",
            about: "The configuration, roundtable.yaml",
            value: config::schema,
        },
        Choice {
            name: "decisions",
            about: "What the leaders agreed, decisions.yaml",
            value: file::schema,
        },
    ];
    one_of(rows)
}
