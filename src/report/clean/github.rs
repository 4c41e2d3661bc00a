//! The door to GitHub's workflow commands, which a job writes into its log.

use crate::report::clean::terminal;

/// The text as one line of a command's message: what a command could not hold is encoded as
/// GitHub's runner decodes it.
pub fn github(text: &str) -> String {
    terminal(text).replace('%', "%25")
}

/// The text as the value of a command's property (`file`, `title`), where colon and comma end it.
pub fn github_property(text: &str) -> String {
    github(text).replace(':', "%3A").replace(',', "%2C")
}

/// What stands between two lines of a message.
pub const GITHUB_BREAK: &str = "%0A";

#[cfg(test)]
mod tests {
    use super::{github, github_property};

    #[test]
    fn no_text_ends_its_command_or_begins_another() {
        let hostile = "50 %0A\r\n::error::x\u{1b}[31m, a:b";
        assert_eq!(github(hostile), "50 %250A  ::error::x�[31m, a:b");
        assert_eq!(github_property(hostile), "50 %250A  %3A%3Aerror%3A%3Ax�[31m%2C a%3Ab");
    }
}
