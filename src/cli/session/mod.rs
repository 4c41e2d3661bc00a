//! What every command does around its answer: read the input once, tell what is wrong with it, end.

mod input;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, bail};
use jiff::civil::Date;
use roundtable::ask;
use roundtable::basics::{Problem, Severity, show};
use roundtable::company::{Company, look_alikes};
use roundtable::comparison::Settings;
use roundtable::config::Config;
use roundtable::document::Source;
use roundtable::names::Glossary;
use roundtable::opinion::{self, Opinions};
use roundtable::report::{Audience, Subject};
use roundtable::review::Review;
use roundtable::roadmap::{Item, Reading};
use roundtable::similarity::Score;

use crate::cli::flags::agreed::DecisionsFile;
use crate::cli::flags::config::ConfigFlag;
use crate::cli::flags::delivery::Delivery;
use crate::cli::flags::opinion::{JudgeFlags, OpinionsFile};
use crate::cli::flags::screen::Screen;
use crate::cli::{Ending, complain, file, git, judge};
pub use input::{Agreed, Input, Plans};

/// So often new questions are asked: each answer that parts a group may raise some.
const MOST_ROUNDS: usize = 3;

/// Everything that was read.
pub struct Session {
    /// The configuration.
    pub config: Config,
    /// What was agreed; nothing if it is ignored.
    pub kept: DecisionsFile,
    /// The roadmaps.
    pub reading: Reading,
    /// What is wrong with all of it, in the order in which it is told.
    pub problems: Vec<Problem>,
    /// The day to judge by.
    pub today: Date,
    opinions: Opinions,
    opinions_file: PathBuf,
    glossary: Cow<'static, Glossary>,
    threshold: Score,
    /// Why there is no answer, if there is none.
    nothing: Option<String>,
    /// Files that were read beside the roadmaps.
    files: Vec<PathBuf>,
}

/// What came of an answer.
pub struct Answer {
    /// How the command ends, if nothing went wrong.
    pub ending: Ending,
    /// What stands beside the answer.
    pub note: Option<String>,
    /// What could not be written.
    pub unwritten: Vec<Error>,
    /// Why there is no answer, if there is none.
    pub nothing: Option<String>,
}

/// Reads, answers and ends; problems go to standard error, after the answer unless they would push it
/// off the screen.
///
/// # Errors
/// When the answer cannot be delivered where it is to go, or there is nothing to answer with.
pub fn answer<S: Subject>(
    input: &Input,
    delivery: &Delivery<S>,
    answer: impl FnOnce(&mut Session) -> Result<Answer>,
) -> Result<Ending> {
    delivery.settle()?;
    let mut session = match Session::read(input) {
        Ok(session) => session,
        Err(problems) => return Ok(tell(&problems, delivery.screen())),
    };
    let screen = delivery.screen();
    let is_early = screen.is_hidden_by(&session.problems);
    let early = if is_early { session.problems.clone() } else { Vec::new() };
    screen.tell(&early);
    let answer = answer(&mut session)?;
    if let Some(note) = &answer.note {
        screen.note(note);
    }
    let late = session.problems.iter().filter(|problem| !early.contains(problem));
    screen.tell(&late.cloned().collect::<Vec<_>>());
    answer.end(ending(&session.problems))
}

/// Answers where nothing has to be read.
///
/// # Errors
/// As for [`answer`].
pub fn answer_at_once<S: Subject>(delivery: &Delivery<S>, page: &S::Page<'_>) -> Result<Ending> {
    delivery.settle()?;
    let unwritten = delivery.write(page, &[Audience::People, Audience::Programs]);
    Answer { unwritten, ..Answer::given() }.end(Ending::Done)
}

/// Tells problems on standard error; one error among them leaves the job incomplete.
pub fn tell(problems: &[Problem], screen: &Screen) -> Ending {
    screen.tell(problems);
    ending(problems)
}

fn ending(problems: &[Problem]) -> Ending {
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    if problems.iter().any(is_error) { Ending::Incomplete } else { Ending::Done }
}

impl Session {
    /// Reads everything that a command wants.
    ///
    /// # Errors
    /// Everything that is wrong with the configuration: without it nothing can be read.
    pub fn read(input: &Input) -> Result<Self, Vec<Problem>> {
        let path = input.config.path();
        let mut config = ConfigFlag::read(path.as_deref())?;
        config.mapping.tracked = git::tracked(input.plans.paths());
        let (mut kept, today) = input.agreed.read(&mut config);
        let opinions = OpinionsFile::read(&kept, &mut config);
        for member in kept.decisions.iter_mut().flat_map(|decision| &mut decision.members) {
            if let Some(leader) = config.mapping.leader(&member.leader) {
                member.leader = leader;
            }
        }
        // Both take about as long, and somebody waits for the answer.
        let (reading, glossary) =
            rayon::join(|| input.plans.read(&config.mapping), || glossary(&config));
        let mut problems = kept.with_problems(&reading.problems);
        problems.extend(opinions.problems);
        problems.extend(look_alikes(&reading.roadmaps, &config.mapping.known_leaders()));
        problems.splice(0..0, input.config.overlooked(&reading));
        let files = path.into_iter().chain([kept.path.clone(), opinions.path.clone()]);
        let files = files.chain(input.plans.paths().iter().cloned());
        Ok(Self {
            nothing: input.plans.nothing(&reading),
            problems,
            threshold: input.matching.threshold(&config),
            files: files.collect(),
            config,
            kept,
            reading,
            today,
            opinions: opinions.opinions,
            opinions_file: opinions.path,
            glossary,
        })
    }

    /// Counts a file among those that were read, and its problems before the others.
    pub fn also_read(&mut self, file: &Path, problems: Vec<Problem>) {
        self.files.push(file.to_owned());
        self.problems.splice(0..0, problems);
    }

    /// Whose plans these are.
    pub fn company(&self) -> Company<'_> {
        Company::of(&self.reading.roadmaps)
    }

    /// How names are compared here.
    pub fn settings(&self) -> Settings<'_> {
        let Config { contrasts, distinct, .. } = &self.config;
        let (threshold, glossary) = (self.threshold, &*self.glossary);
        Settings { threshold, glossary, contrasts, distinct, tries: &[], opinions: &self.opinions }
    }

    /// Compares and judges the plans; items that are asked for change nothing.
    pub fn review<'a>(
        &'a self,
        company: &'a Company<'a>,
        settings: Settings<'a>,
        asked: &[Item],
    ) -> Review<'a> {
        roundtable::review(company, settings, &self.kept.decisions, self.today, asked)
    }

    /// Asks the company's own program, if there is one, about what is only worth a look, and keeps what
    /// it answers. An answer that parts a group may raise new questions, which are asked then.
    ///
    /// # Errors
    /// When the answers cannot be kept.
    pub fn ask(&mut self, judge: &JudgeFlags) -> Result<()> {
        let Some((command, wait)) = judge.command() else { return Ok(()) };
        for _ in 0..MOST_ROUNDS {
            let company = Company::of(&self.reading.roadmaps);
            let review = self.review(&company, self.settings(), &[]);
            let questions = ask::questions(&review);
            if questions.is_empty() {
                break;
            }
            let heard = judge::ask(command, wait, &questions, &company.items);
            let is_over = !heard.problems.is_empty() || heard.answers.is_empty();
            let mut opinions = Opinions::default();
            for (at, verdict, why) in heard.answers {
                let [a, b] = questions[at].items.map(|item| company.items[item].item);
                opinions.keep(a, b, verdict, why);
            }
            drop(review);
            self.problems.extend(heard.problems);
            self.keep(opinions)?;
            if is_over {
                break;
            }
        }
        Ok(())
    }

    /// Keeps opinions, beside those that another run kept in the meantime.
    fn keep(&mut self, opinions: Opinions) -> Result<()> {
        if opinions.is_empty() {
            return Ok(());
        }
        let shown = show(&self.opinions_file);
        file::update(&self.opinions_file, |old| {
            let (source, _) = Source::decode(old, &shown);
            let (mut kept, _) = opinion::read(&source);
            kept.extend(opinions.clone());
            Ok(opinion::write(&kept).into_bytes())
        })
        .with_context(|| shown.clone())?;
        self.opinions.extend(opinions);
        Ok(())
    }

    /// Why there is nothing to answer with, if nothing is planned where something must be.
    pub fn nothing(&self) -> Option<&str> {
        self.nothing.as_deref()
    }

    /// Gives the answer in every format, over none of the files that were read.
    ///
    /// Nobody wants to read that nothing is the matter where nothing is planned; a program still
    /// gets its page.
    ///
    /// # Errors
    /// When a format is to go to a file that was read; then nothing is written.
    pub fn give<S: Subject>(&self, delivery: &Delivery<S>, page: &S::Page<'_>) -> Result<Answer> {
        delivery.spare(|| self.files())?;
        let readers = match self.nothing {
            Some(_) => &[Audience::Programs][..],
            None => &[Audience::People, Audience::Programs],
        };
        let unwritten = delivery.write(page, readers);
        Ok(Answer { unwritten, nothing: self.nothing.clone(), ..Answer::given() })
    }

    /// Every file that was read.
    fn files(&self) -> Vec<PathBuf> {
        let read = self.reading.read().map(|record| &record.file.path);
        read.chain(&self.files).cloned().collect()
    }
}

impl Answer {
    /// Nothing is wrong with it.
    fn given() -> Self {
        Self { ending: Ending::Done, note: None, unwritten: Vec::new(), nothing: None }
    }

    /// There is none, and that is why.
    pub fn none(why: impl Into<String>) -> Self {
        Self { nothing: Some(why.into()), ..Self::given() }
    }

    /// How the command ends, after its input was read as far as that.
    fn end(self, read: Ending) -> Result<Ending> {
        self.unwritten.iter().for_each(complain);
        match (read, self.nothing) {
            _ if !self.unwritten.is_empty() => Ok(Ending::Incomplete),
            (Ending::Done, Some(why)) => bail!(why),
            (Ending::Done, None) => Ok(self.ending),
            (read, _) => Ok(read),
        }
    }
}

/// The company's glossary; the built-in one, made once, where it has none of its own.
fn glossary(config: &Config) -> Cow<'static, Glossary> {
    match config.glossary.as_slice() {
        [] => Cow::Borrowed(Glossary::builtin()),
        own => Cow::Owned(Glossary::new(own)),
    }
}
