//! Where the files are, as the rest of the world names them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::basics::Place;

/// What stays itself in the path of a URI, beside letters and digits (RFC 3986, unreserved).
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Where the working folder lies in its repository; empty outside of one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Home {
    /// The root of the repository, absolute and with forward slashes.
    pub root: String,
    /// The working folder below the root: `planning`; empty for the root itself.
    pub folder: String,
    /// Where people read these very files: `https://github.com/acme/plans/blob/1a2b3c`.
    pub web: Option<String>,
}

impl Home {
    /// The path of a file from the root of the repository, without `.` and `..`; of a file outside
    /// of it the path as it is known.
    pub fn path(&self, file: &str) -> String {
        let below = |root: &str| file.strip_prefix(root).filter(|_| !root.is_empty());
        let (mut parts, rest): (Vec<&str>, &str) = match below(&self.root) {
            Some(rest) if rest.starts_with('/') => (Vec::new(), rest),
            _ if file.starts_with('/') => return file.to_owned(),
            _ => (self.folder.split('/').collect(), file),
        };
        for part in rest.split('/') {
            if part == ".." && parts.last().is_some_and(|last| *last != ".." && !last.is_empty()) {
                parts.pop();
            } else {
                parts.push(part);
            }
        }
        parts.retain(|part| !part.is_empty() && *part != ".");
        parts.join("/")
    }

    /// The path as a URI reference: percent-encoded, and `file:///…` for a file outside.
    pub fn uri(&self, file: &str) -> String {
        let path = self.path(file);
        let scheme = if path.starts_with('/') { "file://" } else { "" };
        format!("{scheme}{}", utf8_percent_encode(&path, PATH))
    }

    /// Where people read that line, if that is known.
    pub fn link(&self, place: &Place) -> Option<String> {
        let path = self.path(&place.file);
        let is_inside = !path.starts_with('/') && !path.starts_with("../");
        let web = self.web.as_deref().filter(|_| is_inside)?;
        let line = if place.line > 0 { format!("#L{}", place.line) } else { String::new() };
        Some(format!("{web}/{}{line}", self.uri(&place.file)))
    }
}

#[cfg(test)]
mod tests {
    use super::Home;
    use crate::basics::Place;

    #[test]
    fn a_file_is_named_from_the_root_of_its_repository() {
        let home = |folder: &str| Home {
            root: "/repo/plans".to_owned(),
            folder: folder.to_owned(),
            web: Some("https://x.example/blob/1a".to_owned()),
        };
        for (folder, file, path) in [
            ("", "a.yaml", "a.yaml"),
            ("", "./plans//a.yaml", "plans/a.yaml"),
            ("2027/q1", "a.yaml", "2027/q1/a.yaml"),
            ("2027/q1", "../../b/a.yaml", "b/a.yaml"),
            ("2027", "/repo/plans/b/a.yaml", "b/a.yaml"),
            ("2027", "/repo/plans-old/a.yaml", "/repo/plans-old/a.yaml"),
            ("", "../a.yaml", "../a.yaml"),
        ] {
            assert_eq!(home(folder).path(file), path);
        }
        let place = |file: &str| Place::at(file, 7, 1);
        let link = home("2027").link(&place("Größe (neu)#1.yaml"));
        let expected = "https://x.example/blob/1a/2027/Gr%C3%B6%C3%9Fe%20%28neu%29%231.yaml#L7";
        assert_eq!(link.as_deref(), Some(expected));
        assert_eq!(home("").link(&place("/elsewhere/a.yaml")), None);
        assert_eq!(home("").uri("/else where/a.yaml"), "file:///else%20where/a.yaml");
    }

    #[test]
    fn outside_of_a_repository_paths_stay_as_they_are() {
        assert_eq!(Home::default().path("plans/a.yaml"), "plans/a.yaml");
        assert_eq!(Home::default().path("/plans/a.yaml"), "/plans/a.yaml");
    }
}
