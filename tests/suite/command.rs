//! A command line as one writes it in a terminal, run with nothing of the machine around it.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Variables that would change what the program prints.
const AROUND: [&str; 16] = [
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "TERM",
    "CI",
    "RAYON_NUM_THREADS",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_WORK_TREE",
    "GITHUB_STEP_SUMMARY",
    "GITHUB_SERVER_URL",
    "GITHUB_REPOSITORY",
    "GITHUB_SHA",
    "CI_PROJECT_URL",
    "CI_COMMIT_SHA",
];

/// The program in the folder, with nothing on standard input.
pub fn roundtable(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roundtable"));
    alone(command.current_dir(folder));
    command
}

/// The command with nothing of the machine around it.
pub fn alone(command: &mut Command) -> &mut Command {
    AROUND.into_iter().fold(command.stdin(Stdio::null()), |command, it| command.env_remove(it))
}

/// Runs a line such as `NO_COLOR=1 roundtable scan 'big plans'` in the folder.
pub fn run(line: &str, folder: &Path) -> Output {
    let words = words(line);
    let is_setting = |word: &&String| word.split_once('=').is_some();
    let settings = words.iter().take_while(is_setting).filter_map(|word| word.split_once('='));
    let mut rest = words.iter().skip_while(is_setting);
    assert_eq!(rest.next().map(String::as_str), Some("roundtable"), "cannot run: {line}");
    roundtable(folder).envs(settings).args(rest).output().expect("the program starts")
}

/// Splits a line at blanks; single and double quotes hold a word together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = None::<String>;
    let mut quote = None;
    for letter in line.chars() {
        match quote {
            Some(end) if letter == end => quote = None,
            None if letter == '\'' || letter == '"' => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            None if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    assert!(quote.is_none(), "a quote is not closed: {line}");
    words.extend(word);
    words
}

#[test]
fn quotes_hold_a_word_together() {
    assert_eq!(words("a  'b c' \"\" d'e'"), ["a", "b c", "", "de"]);
}
