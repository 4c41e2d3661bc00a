//! The few colours of help and errors.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use clap::builder::{StyledStr, Styles};

const HEADING: Style = AnsiColor::Green.on_default().bold();
const NAME: Style = AnsiColor::Cyan.on_default().bold();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const HINT: Style = AnsiColor::Yellow.on_default();

/// The styles of clap's own texts.
pub const STYLES: Styles = Styles::styled()
    .header(HEADING)
    .usage(HEADING)
    .literal(NAME)
    .placeholder(AnsiColor::Cyan.on_default())
    .error(ERROR)
    .valid(AnsiColor::Green.on_default())
    .invalid(HINT);

/// The word, in the style of errors; the stream takes the style off where it is not wanted.
pub fn error(word: &str) -> String {
    styled(ERROR, word)
}

/// Sections of help, each a heading and a text, to stand below the options.
pub fn sections(sections: &[(&str, &str)]) -> StyledStr {
    let mut help = StyledStr::new();
    for (index, (heading, text)) in sections.iter().enumerate() {
        let gap = if index > 0 { "\n\n" } else { "" };
        // Writing into a string cannot fail.
        let _ = write!(help, "{gap}{}{text}", styled(HEADING, &format!("{heading}:")));
    }
    help
}

fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
