//! Keeping work: drafts are saved automatically when typing pauses, unsaved keystrokes are recorded, and a failed write is
//! retried until it succeeds.
//!
//! Decides what is written and when; the owner of the disk worker writes it. The state of saving a session is its
//! [`Saving`], here and nowhere else.

#[cfg(test)]
mod tests;

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    session::{NotSaved, SaveFailure, Saving, Session},
    sessions::Sessions,
};
use crate::library::{Conflict, SaveError, Saved, TroubleKind};

/// How soon paused typing is checked again.
const SOON: Duration = Duration::from_millis(400);
/// How long an editing session may rest before it counts as ended.
const RESTS: TimeDelta = TimeDelta::minutes(30);
/// How long to wait before a save is tried again, at first and at most.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LAST_RETRY: Duration = Duration::from_secs(30);

/// Something that affects what is kept. `T` is what may wait until an edition is saved.
#[derive(Debug)]
pub enum Event<T> {
    /// Time has passed: the time since the app started.
    Tick(Duration),
    /// The session of this number is no longer shown.
    Left(u64),
    /// The session of this number was changed by something other than the editor, shown or not.
    Changed(u64),
    /// The session of this number is to be saved now.
    Wanted(u64),
    /// Something has to wait until the newest edition of this session is in its file.
    Then(u64, T),
    /// All unsaved work should be tried again.
    Retry,
    /// All unsaved work that needs no question should be tried again: the window closes.
    Closing,
    /// An edition of a session was saved, or not.
    Saved {
        /// The session's number.
        session: u64,
        /// The edition that was to be saved.
        edition: u64,
        /// The result.
        result: Result<Saved, SaveError>,
    },
    /// The disk worker panicked while it saved this session.
    Crashed(u64),
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request<T> {
    /// Save this edition of a session, after a while if a delay is given.
    Save {
        /// The session's number.
        session: u64,
        /// Its newest edition.
        edition: u64,
        /// How long to wait.
        delay: Option<Duration>,
    },
    /// Record the unsaved keystrokes of the open campaign.
    Note,
    /// Tick again after this time.
    TickIn(Duration),
    /// The editing session of the open campaign has rested long enough to count as ended.
    EndEditing,
    /// Run postponed jobs now.
    Flush,
    /// The file does not have the expected content: the user chooses.
    Ask {
        /// The session's number.
        session: u64,
        /// The edition that was not saved.
        edition: u64,
        /// Both versions.
        conflict: Box<Conflict>,
    },
    /// A campaign could not be saved, for the first time: its name.
    SayNotSaved(String),
    /// The folder took something.
    FolderTookIt,
    /// The folder refused something.
    FolderRefused(TroubleKind),
    /// The open campaign was saved.
    OpenIsSaved,
    /// What waited for a save.
    Do(T),
}

/// Something that waits until an edition of a session is in its file.
#[derive(Debug)]
struct AfterSave<T> {
    session: u64,
    edition: u64,
    then: T,
}

/// What is being kept.
#[derive(Debug)]
pub struct Keeping<T> {
    /// The revision whose keystrokes were written down last.
    noted: u64,
    /// The revision that the last edit of the open campaign made, and when it was seen.
    edited: Option<(u64, DateTime<Utc>)>,
    after: Vec<AfterSave<T>>,
}

impl<T> Default for Keeping<T> {
    fn default() -> Self {
        Self {
            noted: 0,
            edited: None,
            after: Vec::new(),
        }
    }
}

impl<T> Keeping<T> {
    /// Handles `event` at the instant `now`, and returns the requests.
    pub fn on(&mut self, event: Event<T>, sessions: &mut Sessions, now: DateTime<Utc>) -> Vec<Request<T>> {
        match event {
            Event::Tick(since_start) => {
                let mut requests = self.mind_open(sessions, since_start);
                requests.extend(self.mind_rest(sessions, now));
                requests
            }
            Event::Left(number) => {
                let decided = |session: &&mut Session| *session.saving() != Saving::Undecided;
                sessions.of(number).filter(decided).and_then(save).into_iter().collect()
            }
            Event::Changed(number) if sessions.is_open(number) => Vec::new(),
            Event::Changed(number) | Event::Wanted(number) => sessions.of(number).and_then(save).into_iter().collect(),
            Event::Then(number, then) => self.after(sessions, number, then),
            Event::Retry => save_all(sessions, |_| true),
            Event::Closing => save_all(sessions, |session| *session.saving() != Saving::Undecided),
            Event::Saved {
                session,
                edition,
                result,
            } => self.saved(sessions, session, edition, result),
            Event::Crashed(number) => not_saved(sessions, number, None, SaveFailure::BrokeOff, None),
        }
    }

    /// Saves the open campaign when typing has paused; records what is still being typed.
    fn mind_open(&mut self, sessions: &mut Sessions, since_start: Duration) -> Vec<Request<T>> {
        let Some(session) = sessions.open_mut().filter(|session| session.is_unsaved()) else {
            return Vec::new();
        };
        let (edition, revision) = (session.edition(), session.revision());
        let idle = session.is_idle(since_start);
        let asked = match session.saving() {
            Saving::Fine => false,
            Saving::Running(running) => *running == edition,
            Saving::Failed(failed) => failed.edition == edition,
            // The user has to choose first; until then keystrokes are recorded.
            Saving::Undecided => true,
        };
        if idle && !asked {
            return save(session).into_iter().collect();
        }
        let mut requests = Vec::new();
        if (!idle || *session.saving() == Saving::Undecided) && self.noted != revision {
            self.noted = revision;
            requests.push(Request::Note);
        }
        if !idle {
            requests.push(Request::TickIn(SOON));
        }
        requests
    }

    fn mind_rest(&mut self, sessions: &Sessions, now: DateTime<Utc>) -> Option<Request<T>> {
        let session = sessions.open().filter(|session| session.is_edited())?;
        match self.edited {
            Some((revision, at)) if revision == session.revision() => (now - at > RESTS).then_some(Request::EndEditing),
            Some(_) | None => {
                self.edited = Some((session.revision(), now));
                None
            }
        }
    }

    fn after(&mut self, sessions: &mut Sessions, number: u64, then: T) -> Vec<Request<T>> {
        let Some(session) = sessions.of(number) else {
            return Vec::new();
        };
        if !session.is_unsaved() {
            return vec![Request::Do(then)];
        }
        self.after.push(AfterSave {
            session: number,
            edition: session.edition(),
            then,
        });
        save(session).into_iter().collect()
    }

    fn saved(
        &mut self,
        sessions: &mut Sessions,
        number: u64,
        edition: u64,
        result: Result<Saved, SaveError>,
    ) -> Vec<Request<T>> {
        let is_open = sessions.is_open(number);
        let Some(session) = sessions.of(number) else {
            return Vec::new();
        };
        match result {
            Ok(_) => {
                session.note_saved(edition);
                let mut requests: Vec<Request<T>> = is_open.then_some(Request::OpenIsSaved).into_iter().collect();
                if !sessions
                    .all()
                    .any(|session| matches!(session.saving(), Saving::Failed(_)))
                {
                    requests.push(Request::FolderTookIt);
                }
                let due = |after: &mut AfterSave<T>| after.session == number && after.edition <= edition;
                requests.extend(self.after.extract_if(.., due).map(|after| Request::Do(after.then)));
                requests
            }
            Err(SaveError::Conflict(conflict)) => {
                session.set_saving(Saving::Undecided);
                vec![Request::Ask {
                    session: number,
                    edition,
                    conflict,
                }]
            }
            Err(SaveError::Failed { error, rescued }) => {
                not_saved(sessions, number, Some(edition), SaveFailure::Disk(error), rescued)
            }
        }
    }
}

/// Requests that the newest edition of a session be saved, unless it is.
fn save<T>(session: &mut Session) -> Option<Request<T>> {
    save_after(session, None)
}

fn save_after<T>(session: &mut Session, delay: Option<Duration>) -> Option<Request<T>> {
    if !session.is_unsaved() {
        return None;
    }
    let edition = session.edition();
    // A failure to save is shown until it is resolved.
    let saving = match session.saving().clone() {
        Saving::Failed(failed) => Saving::Failed(NotSaved { edition, ..failed }),
        Saving::Fine | Saving::Running(_) | Saving::Undecided => Saving::Running(edition),
    };
    session.set_saving(saving);
    Some(Request::Save {
        session: session.number(),
        edition,
        delay,
    })
}

fn save_all<T>(sessions: &mut Sessions, which: impl Fn(&Session) -> bool) -> Vec<Request<T>> {
    let unsaved: Vec<u64> = sessions
        .all()
        .filter(|session| which(session))
        .map(Session::number)
        .collect();
    let mut requests: Vec<Request<T>> = unsaved
        .into_iter()
        .filter_map(|number| sessions.of(number).and_then(save))
        .collect();
    requests.push(Request::Flush);
    requests
}

/// Handles a failure to save a session: reports it once, and retries at growing intervals.
fn not_saved<T>(
    sessions: &mut Sessions,
    number: u64,
    edition: Option<u64>,
    why: SaveFailure,
    rescued: Option<std::path::PathBuf>,
) -> Vec<Request<T>> {
    let Some(session) = sessions.of(number) else {
        return Vec::new();
    };
    let kind = why.kind();
    let attempts = match session.saving() {
        Saving::Failed(failed) => failed.attempts + 1,
        Saving::Fine | Saving::Running(_) | Saving::Undecided => 1,
    };
    session.set_saving(Saving::Failed(NotSaved {
        why,
        rescued,
        attempts,
        edition: edition.unwrap_or(session.edition()),
    }));
    let mut requests = vec![Request::FolderRefused(kind)];
    if attempts == 1 {
        requests.push(Request::SayNotSaved(session.campaign().name.clone()));
    }
    let doubled = FIRST_RETRY.saturating_mul(1 << (attempts - 1).min(5));
    requests.extend(save_after(session, Some(doubled.min(LAST_RETRY))));
    requests
}
