//! The same kind of change in several campaigns, as one step that can be undone: at once in campaigns that are, or were, open, and in the files of
//! all others.
//!
//! Takes [`Event`]s and returns [`Request`]s. A change is made only where the campaign still says what it said when the user agreed; everything else
//! in the file stays as it is on the disk by then. So nobody's work is overwritten, neither by a batch nor by taking one back.

mod change;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests may write files")]
mod tests;
mod work;

use std::{collections::VecDeque, path::PathBuf};

pub use change::{Change, FileChanges, What};
pub use work::{Written, change_files};

use super::{
    session::Session,
    sessions::Sessions,
    shelf::{Item, Shelf},
    trouble::Trouble,
    undoing::{Direction, editions},
};

/// How many files are written in one job, so that what is being edited is saved in between.
const PORTION: usize = 24;

/// Something that affects batches.
#[derive(Debug)]
pub enum Event {
    /// These changes are wanted.
    Wanted(What, Vec<FileChanges>),
    /// The batch of this number is to be taken back, or made again.
    Walk(Direction, u64),
    /// Some of the files of the batch that is being made were written, or not.
    Written(Vec<Written>),
    /// A job that writes such files panicked.
    BrokeOff,
    /// Something else was done since that an undo means first.
    Passed,
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request {
    /// Change the campaigns of these files, for [`Event::Written`].
    Write(What, Direction, Vec<FileChanges>),
    /// Save the session of this number.
    Save(u64),
    /// The campaign of a session was changed; its file.
    Changed(PathBuf),
    /// Look at these files again: they were opened while they were written.
    Look(Vec<PathBuf>),
    /// Other things may be in the list.
    ListChanged,
    /// A batch is done.
    Say(Outcome),
    /// Something went wrong with a file.
    Complain(Trouble),
}

/// What became of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Its number.
    pub number: u64,
    /// What it is about.
    pub what: What,
    /// Whether it was taken back.
    pub direction: Direction,
    /// How many campaigns were changed.
    pub campaigns: usize,
    /// How many changes that were.
    pub changes: usize,
    /// How many changes were not made, because the campaign says something else by now.
    pub passed_over: usize,
    /// How many campaigns could not be read or written.
    pub failed: usize,
}

/// A batch that is being made, made again or taken back.
#[derive(Debug)]
struct Run {
    outcome: Outcome,
    /// What was changed so far, in the direction of the batch itself.
    made: Vec<FileChanges>,
    /// How many jobs have not ended.
    jobs: usize,
    /// The first thing that went wrong.
    trouble: Option<Trouble>,
}

/// A batch that was made, or taken back.
#[derive(Debug)]
struct Done {
    number: u64,
    what: What,
    /// What was done last.
    direction: Direction,
    made: Vec<FileChanges>,
    /// The editions of all sessions then; `None` once something else is what an undo means.
    editions: Option<u64>,
}

/// What is to be done next.
#[derive(Debug)]
struct Wanted {
    number: u64,
    what: What,
    direction: Direction,
    files: Vec<FileChanges>,
}

/// The batches of the window, one at a time.
#[derive(Debug, Default)]
pub struct Batches {
    number: u64,
    run: Option<Run>,
    waiting: VecDeque<Wanted>,
    done: Option<Done>,
}

impl Batches {
    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event, sessions: &mut Sessions, shelf: &mut Shelf) -> Vec<Request> {
        match event {
            Event::Wanted(what, files) => {
                self.number += 1;
                self.waiting.push_back(Wanted {
                    number: self.number,
                    what,
                    direction: Direction::Redo,
                    files,
                });
            }
            Event::Walk(direction, number) => self.walk(direction, number),
            Event::Written(written) => return self.written(written, sessions, shelf),
            Event::BrokeOff => {
                if let Some(run) = &mut self.run {
                    run.jobs = run.jobs.saturating_sub(1);
                }
                return self.advance(sessions);
            }
            Event::Passed => {
                if let Some(done) = &mut self.done {
                    done.editions = None;
                }
            }
        }
        self.advance(sessions)
    }

    /// The batch that an undo, or a redo, means now: its number, and what it is about.
    pub fn next(&self, direction: Direction, sessions: &Sessions) -> Option<(u64, What)> {
        let done = self.done.as_ref().filter(|_| self.run.is_none())?;
        let is_last = done.editions == Some(editions(sessions)) && done.direction != direction;
        is_last.then_some((done.number, done.what))
    }

    fn walk(&mut self, direction: Direction, number: u64) {
        // A batch that is done is taken back; one that was taken back is made again.
        let wanted = |done: &mut Done| done.number == number && done.direction != direction;
        let Some(done) = self.done.take_if(wanted) else { return };
        let files = match direction {
            Direction::Undo => done.made.iter().rev().map(FileChanges::back).collect(),
            Direction::Redo => done.made,
        };
        self.waiting.push_back(Wanted {
            number,
            what: done.what,
            direction,
            files,
        });
    }

    /// Begins what waits once nothing is being made.
    fn advance(&mut self, sessions: &mut Sessions) -> Vec<Request> {
        let mut requests = self.end(sessions);
        while self.run.is_none()
            && let Some(wanted) = self.waiting.pop_front()
        {
            requests.extend(self.begin(wanted, sessions));
            requests.extend(self.end(sessions));
        }
        requests
    }

    fn begin(&mut self, wanted: Wanted, sessions: &mut Sessions) -> Vec<Request> {
        let mut run = Run {
            outcome: Outcome {
                number: wanted.number,
                what: wanted.what,
                direction: wanted.direction,
                campaigns: 0,
                changes: 0,
                passed_over: 0,
                failed: 0,
            },
            made: Vec::new(),
            jobs: 0,
            trouble: None,
        };
        let mut requests = Vec::new();
        let mut closed = Vec::new();
        for file in wanted.files {
            let Some(number) = sessions.at(&file.path).map(Session::number) else {
                closed.push(file);
                continue;
            };
            let Some(session) = sessions.of(number) else { continue };
            let made = change_session(session, &file, wanted.what, wanted.direction);
            if !made.is_empty() {
                requests.push(Request::Save(number));
                requests.push(Request::Changed(file.path.clone()));
            }
            let passed_over = file.changes.len() - made.len();
            run.note(file.path, made, passed_over);
        }
        for portion in closed.chunks(PORTION) {
            run.jobs += 1;
            requests.push(Request::Write(wanted.what, wanted.direction, portion.to_vec()));
        }
        self.run = Some(run);
        requests
    }

    fn written(&mut self, written: Vec<Written>, sessions: &mut Sessions, shelf: &mut Shelf) -> Vec<Request> {
        let Some(run) = &mut self.run else { return Vec::new() };
        run.jobs = run.jobs.saturating_sub(1);
        let (mut items, mut opened): (Vec<Item>, Vec<PathBuf>) = (Vec::new(), Vec::new());
        for one in written {
            match one.result {
                // What was opened meanwhile has the file's content from before.
                Ok(Some(_)) if sessions.at(&one.made.path).is_some() => opened.push(one.made.path.clone()),
                Ok(Some(item)) => items.push(*item),
                Ok(None) => {}
                Err(trouble) => {
                    run.outcome.failed += 1;
                    run.trouble.get_or_insert(trouble);
                }
            }
            run.note(one.made.path, one.made.changes, one.passed_over);
        }
        let mut requests = Vec::new();
        if !items.is_empty() {
            shelf.put(items);
            requests.push(Request::ListChanged);
        }
        if !opened.is_empty() {
            requests.push(Request::Look(opened));
        }
        requests.extend(self.advance(sessions));
        requests
    }

    /// Ends what is being made once all of its jobs have ended.
    fn end(&mut self, sessions: &Sessions) -> Vec<Request> {
        let Some(run) = self.run.take_if(|run| run.jobs == 0) else {
            return Vec::new();
        };
        let mut requests = vec![Request::Say(run.outcome)];
        requests.extend(run.trouble.map(Request::Complain));
        self.done = Some(Done {
            number: run.outcome.number,
            what: run.outcome.what,
            direction: run.outcome.direction,
            made: run.made,
            editions: Some(editions(sessions)),
        });
        requests
    }
}

/// Makes changes in a session, and returns those that were made: by walking its history if that leads to the same, else as a step of their own.
fn change_session(session: &mut Session, file: &FileChanges, what: What, direction: Direction) -> Vec<Change> {
    let mut wanted = session.campaign().clone();
    let made = file.make(&mut wanted);
    if made.is_empty() {
        return made;
    }
    let step = Some(what.step_key());
    let walked = match direction {
        Direction::Undo if session.undo_name() == step => session.undo().is_some(),
        Direction::Redo if session.redo_name() == step => session.redo().is_some(),
        Direction::Undo | Direction::Redo => false,
    };
    if walked && *session.campaign() == wanted {
        return made;
    }
    if walked {
        match direction {
            Direction::Undo => session.redo(),
            Direction::Redo => session.undo(),
        };
    }
    session.step(what.step_key(), |campaign| *campaign = wanted);
    made
}

impl Run {
    fn note(&mut self, path: PathBuf, changes: Vec<Change>, passed_over: usize) {
        self.outcome.passed_over += passed_over;
        if changes.is_empty() {
            return;
        }
        self.outcome.campaigns += 1;
        self.outcome.changes += changes.len();
        let made = FileChanges { path, changes };
        self.made.push(match self.outcome.direction {
            Direction::Redo => made,
            Direction::Undo => made.back(),
        });
    }
}
