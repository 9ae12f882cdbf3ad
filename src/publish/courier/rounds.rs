//! The courier's rounds: takes what is due from the outbox, one exchange per step, and records the result.
//!
//! The caller holds the [`ConnectionLock`](crate::publish::ConnectionLock) of the connections that it serves. Nothing here sleeps, and the
//! instant is an argument. After each step, a crash repeats at most a request that the backend recognises by its key.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};

use super::backoff::{Due, Timetable, Whose};
use super::errand::{self, Verdict};
use super::event::{About, Event};
use super::exchange::{MakeTransport, exchange};
use super::reason::Reason;
use super::transport::Transport;
use crate::library::LibraryError;
use crate::publish::{Connection, DataDir, Entry, Intention, Outcome, Queued, What};

/// Most time for one step as a whole, including pictures on a slow line.
const LONGEST: Duration = Duration::from_secs(90);

/// What a step came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Something was done: step again at once.
    Worked,
    /// Nothing is due before this instant.
    Until(DateTime<Utc>),
    /// Nothing is due until something is requested or the user acts.
    Idle,
}

/// The courier without a thread of its own.
pub struct Rounds {
    pub(super) data_dir: DataDir,
    make_transport: MakeTransport,
    transports: HashMap<String, (Connection, Box<dyn Transport>)>,
    chance: fastrand::Rng,
    pub(super) timetable: Timetable,
    /// The waiting operations read so far: files never change.
    known: HashMap<PathBuf, Queued>,
    /// Files that cannot be sent and have been reported.
    reported: HashSet<PathBuf>,
    /// The only connection that is served, if it is only one.
    only: Option<String>,
    /// Whether reporting files that cannot be sent is left to others.
    discreet: bool,
    /// Most time for one step as a whole.
    pub(super) limit: Duration,
    /// The operation in work, so that its pictures are read once.
    at_hand: Option<Intention>,
}

impl Rounds {
    /// Rounds over an outbox. `chance` decides how long to back off.
    pub fn new(data_dir: DataDir, make_transport: MakeTransport, chance: fastrand::Rng) -> Self {
        Rounds {
            data_dir,
            make_transport,
            transports: HashMap::new(),
            chance,
            timetable: Timetable::default(),
            known: HashMap::new(),
            reported: HashSet::new(),
            only: None,
            discreet: false,
            limit: LONGEST,
            at_hand: None,
        }
    }

    /// The same, for one connection alone.
    pub fn only(mut self, connection: &str) -> Self {
        self.only = Some(connection.to_owned());
        self
    }

    /// The same, where somebody else reports files that cannot be sent.
    pub(super) fn discreet(mut self) -> Self {
        self.discreet = true;
        self
    }

    /// Limits the time of one step as a whole, never beyond the usual limit.
    pub fn limit(&mut self, limit: Duration) {
        self.limit = limit.min(LONGEST);
    }

    /// The connections that something waits for. Reports each file that cannot be sent once.
    pub(super) fn connections_waited_for(
        &mut self,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<BTreeSet<String>, LibraryError> {
        Ok(self
            .look(on_event)?
            .into_iter()
            .map(|queued| queued.key.connection)
            .collect())
    }

    /// Retries at once what waits for an instant or for the user: everything, or what belongs to a connection.
    pub fn retry_now(&mut self, connection: Option<&str>) {
        self.timetable.retry_now(connection);
        // The token may have changed.
        self.transports
            .retain(|id, _| connection.is_some_and(|connection| connection != id));
    }

    /// Does one thing, if anything is due.
    ///
    /// # Errors
    /// When the disk does not do its part; nothing is lost then, and the step can be repeated.
    pub fn step(&mut self, now: DateTime<Utc>, on_event: &mut dyn FnMut(Event)) -> Result<Step, LibraryError> {
        let queue = self.look(on_event)?;
        let mut seen = HashSet::new();
        let mut earliest: Option<DateTime<Utc>> = None;
        for (place, head) in queue.iter().enumerate() {
            if !seen.insert(&head.key) {
                continue;
            }
            match self.due(head, now) {
                Due::Never => {}
                Due::At(at) => earliest = Some(earliest.map_or(at, |other| other.min(at))),
                Due::Now => {
                    let overtaken = queue[place + 1..].iter().any(|later| later.key == head.key);
                    match self.work(head, overtaken, now, on_event) {
                        Ok(true) => return Ok(Step::Worked),
                        Ok(false) => {}
                        Err(error) => {
                            // A page that cannot be read from the disk holds up only its own campaign.
                            let until = self.held_up(head, error, now, on_event);
                            earliest = Some(earliest.map_or(until, |other| other.min(until)));
                        }
                    }
                }
            }
        }
        Ok(earliest.map_or(Step::Idle, Step::Until))
    }

    /// Handles a disk failure for an operation: reports it once, and returns until when the operation is left alone.
    fn held_up(
        &mut self,
        head: &Queued,
        error: LibraryError,
        now: DateTime<Utc>,
        on_event: &mut dyn FnMut(Event),
    ) -> DateTime<Utc> {
        if self.reported.insert(head.path.clone()) {
            on_event(Event::Trouble(error.into()));
        }
        self.wait(Whose::Subject(head.key.clone()), now)
    }

    fn due(&self, queued: &Queued, now: DateTime<Utc>) -> Due {
        let connection = Whose::Connection(queued.key.connection.clone());
        let campaign = Whose::Subject(queued.key.clone());
        self.timetable
            .due(&connection, now)
            .and(self.timetable.due(&campaign, now))
    }

    /// What waits, in order. Reports each file that cannot be sent once.
    fn look(&mut self, on_event: &mut dyn FnMut(Event)) -> Result<Vec<Queued>, LibraryError> {
        let paths = self.data_dir.outbox.paths()?;
        let mut queue = Vec::with_capacity(paths.len());
        for path in &paths {
            if let Some(known) = self.known.get(path) {
                queue.push(known.clone());
                continue;
            }
            match self.data_dir.outbox.load(path) {
                Ok(None) => {}
                Ok(Some(intention)) => queue.push(Queued::new(&intention, path.clone())),
                Err(error) => {
                    if self.reported.insert(path.clone()) && !self.discreet {
                        on_event(Event::Trouble(error));
                    }
                }
            }
        }
        self.known = queue
            .iter()
            .map(|queued| (queued.path.clone(), queued.clone()))
            .collect();
        queue.retain(|queued| self.only.as_ref().is_none_or(|only| *only == queued.key.connection));
        Ok(queue)
    }

    /// Works on the first operation for a campaign; false when it waits for the user.
    fn work(
        &mut self,
        head: &Queued,
        overtaken: bool,
        now: DateTime<Utc>,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<bool, LibraryError> {
        let known = self.data_dir.ledger.get(&head.key)?;
        let mut entry = known.unwrap_or_else(|| Entry::new(&head.key, &head.name));
        if entry
            .conflict
            .as_ref()
            .is_some_and(|conflict| conflict.intention == head.id)
        {
            return Ok(false);
        }
        if entry.last.is_some_and(|(last, _)| last == head.id) {
            // It ended; a crash kept it here.
            self.data_dir.outbox.remove(&head.path)?;
            return Ok(true);
        }
        let begun = entry
            .progress
            .as_ref()
            .is_some_and(|progress| progress.intention == head.id);
        let Some(intention) = self.fetch(head) else {
            return Ok(true);
        };
        if !begun && overtaken && head.what != What::TakeDown {
            // Nothing of it was sent yet, and a later operation supersedes it: yesterday's launch must not flash up on the site today.
            let entry = Entry {
                last: Some((head.id, Outcome::Superseded)),
                ..entry
            };
            self.finish(head, &entry)?;
            on_event(Event::Ended {
                about: about(head),
                outcome: Outcome::Superseded,
            });
            return Ok(true);
        }
        let Some((connection, transport)) = self.transport_of(head, on_event) else {
            return Ok(true);
        };
        if !begun {
            entry.progress = Some(errand::progress(head.id, &entry));
            entry.conflict = None;
            self.data_dir.ledger.put(&entry)?;
            on_event(Event::Sending(about(head)));
        }
        let begun = Instant::now();
        let verdict = exchange(transport.as_ref(), &intention, &entry, now, self.limit);
        // An exchange may take longer than any back-off, which therefore counts from its end.
        let now = now + TimeDelta::from_std(begun.elapsed()).unwrap_or_default();
        self.transports.insert(connection.id.clone(), (connection, transport));
        self.at_hand = Some(intention);
        self.settle(head, verdict, now, on_event)?;
        Ok(true)
    }

    /// The operation itself, pictures and all.
    fn fetch(&mut self, head: &Queued) -> Option<Intention> {
        if let Some(intention) = self.at_hand.take().filter(|intention| intention.id == head.id) {
            return Some(intention);
        }
        let loaded = self.data_dir.outbox.load(&head.path);
        // Removed or damaged since it was listed: the next look reports it.
        self.known.remove(&head.path);
        loaded.ok().flatten()
    }

    /// Takes out the transport to an operation's connection. Stops the connection if there is none.
    fn transport_of(
        &mut self,
        head: &Queued,
        on_event: &mut dyn FnMut(Event),
    ) -> Option<(Connection, Box<dyn Transport>)> {
        self.open(&head.key.connection)
            .map_err(|reason| self.stop(&head.key.connection, reason, on_event))
            .ok()
    }

    pub(super) fn open(&mut self, id: &str) -> Result<(Connection, Box<dyn Transport>), Reason> {
        let list = self.data_dir.connections.list()?;
        let connection = list.into_iter().find(|one| one.id == id).ok_or(Reason::NotSetUp)?;
        match self.transports.remove(id) {
            Some((known, transport)) if known.url == connection.url => Ok((connection, transport)),
            _ => (self.make_transport)(&connection).map(|transport| (connection, transport)),
        }
    }

    pub(super) fn give_back(&mut self, connection: Connection, transport: Box<dyn Transport>) {
        self.transports.insert(connection.id.clone(), (connection, transport));
    }

    /// It failed without a request: returns until when it is left alone.
    pub(super) fn wait(&mut self, whose: Whose, now: DateTime<Utc>) -> DateTime<Utc> {
        self.timetable.failed(whose, None, now, &mut self.chance)
    }

    pub(super) fn stop(&mut self, connection: &str, reason: Reason, on_event: &mut dyn FnMut(Event)) {
        self.timetable.stop(Whose::Connection(connection.to_owned()));
        self.transports.remove(connection);
        on_event(Event::Stopped {
            connection: connection.to_owned(),
            reason,
        });
    }

    fn settle(
        &mut self,
        head: &Queued,
        verdict: Verdict,
        now: DateTime<Utc>,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<(), LibraryError> {
        match verdict {
            Verdict::Later {
                asked,
                everywhere,
                reason,
            } => {
                if !everywhere {
                    self.answered(&head.key.connection, on_event);
                }
                let whose = match everywhere {
                    true => Whose::Connection(head.key.connection.clone()),
                    false => Whose::Subject(head.key.clone()),
                };
                let until = self.timetable.failed(whose.clone(), asked, now, &mut self.chance);
                on_event(Event::Waiting {
                    connection: head.key.connection.clone(),
                    subject: whose.subject().cloned(),
                    until,
                    reason,
                });
                return Ok(());
            }
            Verdict::Stop(reason) => {
                self.stop(&head.key.connection, reason, on_event);
                return Ok(());
            }
            _ => {}
        }
        self.answered(&head.key.connection, on_event);
        let campaign = Whose::Subject(head.key.clone());
        self.timetable.went_well(&campaign);
        match verdict {
            Verdict::Further(entry) => self.data_dir.ledger.put(&entry)?,
            Verdict::Conflict(entry) => {
                self.data_dir.ledger.put(&entry)?;
                if let Some(conflict) = entry.conflict {
                    on_event(Event::Conflict {
                        about: about(head),
                        conflict: Box::new(conflict),
                    });
                }
            }
            Verdict::Over(entry) => {
                self.finish(head, &entry)?;
                on_event(match entry.refusal {
                    Some(refusal) => Event::Refused {
                        about: about(head),
                        refusal,
                    },
                    None => Event::Sent {
                        about: about(head),
                        status: entry.status,
                        launched_at: entry.launched_at,
                    },
                });
            }
            Verdict::AskTheirs | Verdict::Later { .. } | Verdict::Stop(_) => {}
        }
        Ok(())
    }

    pub(super) fn answered(&mut self, connection: &str, on_event: &mut dyn FnMut(Event)) {
        if self.timetable.went_well(&Whose::Connection(connection.to_owned())) {
            on_event(Event::Online {
                connection: connection.to_owned(),
            });
        }
    }

    /// Ends an operation: first the ledger, then the outbox.
    pub(super) fn finish(&mut self, queued: &Queued, entry: &Entry) -> Result<(), LibraryError> {
        self.data_dir.ledger.put(entry)?;
        self.data_dir.outbox.remove(&queued.path)?;
        self.known.remove(&queued.path);
        self.at_hand = None;
        Ok(())
    }
}

/// Which operation, in an event.
pub(super) fn about(queued: &Queued) -> About {
    About {
        intention: queued.id,
        key: queued.key.clone(),
        name: queued.name.clone(),
        what: queued.what,
    }
}
