//! A flag whose value is one row of a table: its choices and their help are the table itself.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// One row: what the user types, a sentence for `--help`, and what it stands for.
#[derive(Clone)]
pub struct Choice<T> {
    /// As typed.
    pub name: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// What it stands for.
    pub value: T,
}

/// Reads the name of a row as the row's value; any other text is refused with the list of names.
pub fn one_of<T, Rows>(rows: Rows) -> impl TypedValueParser<Value = T>
where
    T: Clone + Send + Sync + 'static,
    Rows: IntoIterator<Item = Choice<T>>,
{
    let rows: Vec<_> = rows.into_iter().collect();
    let names = rows.iter().map(|row| PossibleValue::new(row.name).help(row.about));
    PossibleValuesParser::new(names).try_map(move |name| {
        let row = rows.iter().find(|row| row.name == name);
        row.map(|row| row.value.clone()).ok_or("no such choice")
    })
}
