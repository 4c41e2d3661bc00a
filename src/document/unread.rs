//! What a file seems to be that no format recognises, so that its owner knows what to export.

use crate::basics::{Place, Problem, Severity};
use crate::document::{Sample, format};

/// A kind of file that is not read.
struct Kind {
    about: &'static str,
    looks_like: fn(&Sample) -> bool,
}

/// The first that fits is told.
const KINDS: &[Kind] = &[
    Kind { about: "a workbook or another ZIP archive", looks_like: |it| begins(it, b"PK\x03\x04") },
    Kind {
        about: "a file of an old Office program",
        looks_like: |it| begins(it, b"\xD0\xCF\x11\xE0"),
    },
    Kind { about: "a PDF", looks_like: |it| begins(it, b"%PDF-") },
    Kind {
        about: "an image",
        looks_like: |it| begins(it, b"\x89PNG") || begins(it, b"\xFF\xD8\xFF"),
    },
    Kind { about: "HTML or XML", looks_like: |it| it.is_markup() },
    Kind { about: "a table with delimiters (CSV)", looks_like: |it| it.is_table() },
    Kind { about: "plain text", looks_like: |it| it.text().is_some() },
];

/// The problem that such a file is, with the way out.
pub fn problem(sample: &Sample, file: &str) -> Problem {
    let kind = KINDS.iter().find(|kind| (kind.looks_like)(sample));
    let what = kind.map_or_else(|| nul(sample), |kind| format!("it looks like {}", kind.about));
    Problem {
        place: Place::whole(file),
        severity: Severity::Error,
        message: format!("not a format that is read: {what}"),
        help: Some(format!("export it as {}, or leave it out", format::names())),
        source: None,
    }
}

fn nul(sample: &Sample) -> String {
    let at = sample.bytes.iter().position(|byte| *byte == 0).unwrap_or_default();
    format!("it holds a NUL at byte position {at}")
}

fn begins(sample: &Sample, magic: &[u8]) -> bool {
    sample.bytes.starts_with(magic)
}
