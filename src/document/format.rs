//! The input formats: each is one file and one line here.

use std::fmt;
use std::path::Path;

use crate::basics::Problem;
use crate::document::{Document, Node, Sample, Source, json, yaml};

/// An input format: how its files are recognised, and the function that reads them.
pub struct Format {
    /// Its name, lower case.
    pub name: &'static str,
    /// One sentence.
    pub about: &'static str,
    /// The usual endings of its files, lower case, without the dot. In folders only files with
    /// such an ending are looked for; what a file holds is decided by its bytes.
    pub extensions: &'static [&'static str],
    /// Whether it has comments, which may silence an item.
    pub has_comments: bool,
    /// How likely a file is of this format, by its bytes alone.
    pub looks_like: fn(&Sample) -> Likelihood,
    /// Reads a file.
    pub read: Read,
}

/// Reads the bytes of a file with the name that is shown, and hands over each document of it.
pub type Read = fn(Vec<u8>, &str, &mut dyn FnMut(Document));

/// How likely a file is of a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likelihood {
    /// It cannot be.
    No,
    /// Nothing speaks against it; only the ending of the file can tell.
    Perhaps,
    /// It begins like one, and so may a file of another format.
    Likely,
    /// It is one all through, whatever its ending.
    Sure,
}

/// Every input format; of equally likely ones the ending decides, then the order.
pub const FORMATS: &[Format] = &[
    Format {
        name: "yaml",
        about: "YAML 1.2, several documents a file",
        extensions: &["yaml", "yml"],
        has_comments: true,
        looks_like: yaml::looks_like,
        read: |bytes, file, each| text(bytes, file, yaml::read, each),
    },
    Format {
        name: "json",
        about: "JSON",
        extensions: &["json"],
        has_comments: false,
        looks_like: json::looks_like,
        read: |bytes, file, each| text(bytes, file, json::read, each),
    },
];

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The format of a file, by what it holds; its ending decides between formats that are equally
/// likely.
pub fn recognise(sample: &Sample, file: &str) -> Option<&'static Format> {
    let rank = |format: &Format| ((format.looks_like)(sample), format.ends(Path::new(file)));
    let ranked = FORMATS.iter().rev().map(|format| (rank(format), format));
    let (rank, format) = ranked.max_by_key(|(rank, _)| *rank)?;
    (rank > (Likelihood::Perhaps, false)).then_some(format)
}

/// Whether a file has the ending of a format, in any case.
pub fn is_known(path: &Path) -> bool {
    FORMATS.iter().any(|format| format.ends(path))
}

/// The endings of all formats, to be read: `.yaml, .yml or .json`.
pub fn endings() -> String {
    let endings = FORMATS.iter().flat_map(|format| format.extensions);
    either(endings.map(|ending| format!(".{ending}")).collect())
}

/// The names of all formats, to be read: `YAML or JSON`.
pub fn names() -> String {
    either(FORMATS.iter().map(|format| format.name.to_uppercase()).collect())
}

impl Format {
    fn ends(&self, path: &Path) -> bool {
        let extension = path.extension().and_then(|it| it.to_str()).map(str::to_lowercase);
        extension.is_some_and(|extension| self.extensions.contains(&extension.as_str()))
    }
}

fn either(mut words: Vec<String>) -> String {
    let last = words.pop().unwrap_or_default();
    if words.is_empty() { last } else { format!("{} or {last}", words.join(", ")) }
}

/// Reads a format that is text: decodes the bytes, then parses.
fn text(
    bytes: Vec<u8>,
    file: &str,
    parse: for<'a> fn(&'a Source) -> (Vec<Node<'a>>, Vec<Problem>),
    each: &mut dyn FnMut(Document),
) {
    let (source, mut problems) = Source::decode(bytes, file);
    let (nodes, told) = if source.text.is_empty() && !problems.is_empty() {
        Default::default()
    } else {
        parse(&source)
    };
    problems.extend(told);
    each(Document { format: None, source: &source, nodes, problems });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read;

    /// What a file of this name and content is read as, or the problem that it is.
    fn check(content: impl AsRef<[u8]>, file: &str, expected: &str) {
        let mut found = Vec::new();
        read(content.as_ref().to_vec(), file, |document| {
            let name = document.format.map(|format| format.name.to_owned());
            let message = || document.problems[0].message.clone();
            found.push(name.unwrap_or_else(message));
        });
        let expected = expected.replace("NOT: ", "not a format that is read: it looks like ");
        assert_eq!(found, [expected], "{file}: {:?}", String::from_utf8_lossy(content.as_ref()));
    }

    const CSV: &str = "NOT: a table with delimiters (CSV)";

    #[test]
    fn yaml_is_recognised_under_any_name() {
        for file in ["a.yaml", "a.yml", "a.txt", "/dev/stdin", "a.json", "a.csv"] {
            check("- SSO\n- Audit log\n", file, "yaml");
            check("# ours\n\n---\nleader: Ana\n", file, "yaml");
            check("\u{feff}\"the items\":\r\n- A\r\n", file, "yaml");
            check("%YAML 1.2\n---\n- A\n", file, "yaml");
            check("&all\nitems: [A]", file, "yaml");
            check("Feature, other:\n- A", file, "yaml");
            check("<<: x", file, "yaml");
            check(b"\xff\xfe-\0 \0A\0", file, "yaml");
            check(b"- Caf\xe9\n", file, "yaml");
        }
    }

    #[test]
    fn json_is_recognised_under_any_name() {
        for file in ["a.json", "a.JSON", "a.yaml", "a.txt", "/dev/stdin"] {
            check(
                "{\"items\": [{\"name\": \"A # b\", \"n\": -1.5E3, \"x\": null}]}\n",
                file,
                "json",
            );
            check("[\"A\",\n\t\"a \\\" b\"]", file, "json");
            check("{\"items\": [\n{\"name\": \"A", file, "json");
        }
    }

    #[test]
    fn between_json_and_yaml_in_brackets_the_ending_decides() {
        for content in [
            "[A, B] # roundtable: ignore",
            "{leader: Ana, items: [A]}",
            "{\"a\": 1}\n---\n{\"a\": 2}",
            "[\"a\nb\"]",
            "# ours\n[\"A\"]",
            "[",
        ] {
            let strict = content == "[";
            check(content, "a.json", "json");
            check(content, "a.yaml", if strict { "json" } else { "yaml" });
            check(content, "a.txt", if strict { "json" } else { "yaml" });
        }
        check("// ours\n[\"A\"]", "a.json", "json");
        check("null", "a.json", "json");
    }

    #[test]
    fn an_empty_file_is_yaml() {
        for content in ["", " \n\n", "# nothing yet\n", "\u{feff}"] {
            check(content, "a.txt", "yaml");
            check(content, "a.yaml", "yaml");
        }
    }

    #[test]
    fn a_plain_text_is_yaml_only_by_its_ending() {
        check("Our plans for the year", "a.yaml", "yaml");
        check("Our plans for the year", "a.txt", "NOT: plain text");
        check("Our plans for the year", "a.json", "NOT: plain text");
    }

    #[test]
    fn what_is_not_read_is_never_taken_for_yaml() {
        for file in ["a.yaml", "a.json", "a.csv", "a"] {
            check("Feature,Quarter\nSSO,Q1\n\"Audit: log\",Q2\n", file, CSV);
            check("Feature;Note\r\n\"A;\nb: c\";x\r\n", file, CSV);
            check("\u{feff}Feature\tQuarter\nSSO\tQ1", file, CSV);
            check("<!DOCTYPE html>\n<p>a: b", file, "NOT: HTML or XML");
            check("<?xml version=\"1.0\"?>\n<a/>", file, "NOT: HTML or XML");
            check(b"PK\x03\x04\0\0", file, "NOT: a workbook or another ZIP archive");
            check(b"%PDF-1.7\nab\0", file, "NOT: a PDF");
            let nul = "not a format that is read: it holds a NUL at byte position 5";
            check(b"- abc\0", file, nul);
        }
    }

    #[test]
    fn formats_are_named_in_sentences() {
        assert_eq!((&*names(), &*endings()), ("YAML or JSON", ".yaml, .yml or .json"));
    }
}
