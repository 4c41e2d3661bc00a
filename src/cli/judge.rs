//! The company's own program that gives a second opinion: it reads questions as JSON lines and answers
//! with JSON lines.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use roundtable::ask::Question;
use roundtable::basics::{Place, Problem, Severity};
use roundtable::company::Planned;
use roundtable::opinion::Verdict;
use serde::{Deserialize, Serialize};

/// A line of an answer longer than this is nonsense.
const LONGEST_LINE: u64 = 64 * 1024;

/// What the program answered.
#[derive(Default)]
pub struct Heard {
    /// The questions that were answered, as their index, with the verdict and why.
    pub answers: Vec<(usize, Verdict, String)>,
    /// What went wrong.
    pub problems: Vec<Problem>,
}

/// A question as the program reads it.
#[derive(Serialize)]
struct Asked<'a> {
    id: usize,
    a: SideJson<'a>,
    b: SideJson<'a>,
    score: f64,
    because: &'a [String],
}

/// One of the two items.
#[derive(Serialize)]
struct SideJson<'a> {
    name: &'a str,
    description: Option<&'a str>,
    tags: &'a [String],
    leader: &'a str,
    team: Option<&'a str>,
}

/// An answer as the program writes it.
#[derive(Deserialize)]
struct Answered {
    id: usize,
    verdict: Verdict,
    #[serde(default)]
    why: String,
}

/// What comes from the program.
enum Line {
    Answer(Answered),
    Nonsense,
}

/// Asks the program; waits so long for each next answer. Whatever the program does costs nothing but
/// its own answers.
pub fn ask(command: &str, wait: Duration, questions: &[Question], items: &[Planned]) -> Heard {
    let mut program = match start(command) {
        Ok(program) => program,
        Err(error) => return Heard::failed(&format!("it cannot be started: {error}")),
    };
    let asked: String = questions.iter().enumerate().map(|it| line(it, items)).collect();
    if let Some(mut to) = program.stdin.take() {
        // A program that stops reading tells so by its answers.
        thread::spawn(move || to.write_all(asked.as_bytes()));
    }
    let lines = lines(&mut program);
    let (mut heard, mut nonsense) = (Heard::default(), 0);
    let end = loop {
        if heard.answers.len() == questions.len() {
            break None;
        }
        match lines.recv_timeout(wait) {
            Ok(Line::Answer(Answered { id, verdict, why })) if id < questions.len() => {
                heard.answers.retain(|(known, ..)| *known != id);
                heard.answers.push((id, verdict, why));
            }
            Ok(_) if nonsense > questions.len() => break Some("it writes no answers".to_owned()),
            Ok(_) => nonsense += 1,
            Err(RecvTimeoutError::Timeout) => {
                break Some(format!("no answer came for {} seconds", wait.as_secs()));
            }
            Err(RecvTimeoutError::Disconnected) => break Some(ended(&mut program)),
        }
    };
    // It has said what it had to say, or nothing more is waited for.
    let _ = program.kill().and_then(|()| program.wait());
    heard.tell(end, nonsense, questions.len());
    heard
}

fn start(command: &str) -> std::io::Result<Child> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut program = Command::new(shell);
    program.arg(flag).arg(command).stdin(Stdio::piped()).stdout(Stdio::piped());
    program.spawn()
}

fn line((id, question): (usize, &Question), items: &[Planned]) -> String {
    let side = |at: usize| {
        let Planned { item, roadmap, .. } = items[at];
        SideJson {
            name: &item.name,
            description: item.description.as_deref(),
            tags: &item.tags,
            leader: items[at].leader(),
            team: roadmap.team.as_deref(),
        }
    };
    let [a, b] = question.items.map(side);
    let asked = Asked { id, a, b, score: question.score.ratio(), because: &question.because };
    serde_json::to_string(&asked).unwrap_or_default() + "\n"
}

/// The lines that the program writes, read beside.
fn lines(program: &mut Child) -> Receiver<Line> {
    let (send, receive) = mpsc::channel();
    if let Some(from) = program.stdout.take() {
        thread::spawn(move || {
            let mut from = BufReader::new(from);
            let mut line = Vec::new();
            while from
                .by_ref()
                .take(LONGEST_LINE)
                .read_until(b'\n', &mut line)
                .is_ok_and(|it| it > 0)
            {
                let text = line.trim_ascii();
                let told = serde_json::from_slice(text).map_or(Line::Nonsense, Line::Answer);
                if !text.is_empty() && send.send(told).is_err() {
                    break;
                }
                line.clear();
            }
        });
    }
    receive
}

/// How the program ended.
fn ended(program: &mut Child) -> String {
    match program.wait() {
        Ok(status) if status.success() => "it ended".to_owned(),
        Ok(status) => format!("it ended with {status}"),
        Err(error) => format!("it ended: {error}"),
    }
}

impl Heard {
    fn failed(why: &str) -> Self {
        let mut heard = Self::default();
        heard.warn(why);
        heard
    }

    /// Tells what is missing.
    fn tell(&mut self, end: Option<String>, nonsense: usize, questions: usize) {
        let missing = questions - self.answers.len();
        if let Some(end) = end.filter(|_| missing > 0) {
            self.warn(&format!("{end} with {missing} of {questions} pairs unanswered"));
        }
        match nonsense {
            0 => {}
            1 => self.warn("a line of its output is no answer"),
            lines => self.warn(&format!("{lines} lines of its output are no answers")),
        }
    }

    fn warn(&mut self, what: &str) {
        self.problems.push(Problem {
            place: Place::whole("--judge"),
            severity: Severity::Warning,
            message: what.to_owned(),
            help: Some("those pairs stay as they are; the next run asks again".to_owned()),
            source: None,
        });
    }
}
