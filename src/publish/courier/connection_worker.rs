//! The worker of one connection, on a thread of its own: sends what is due, follows commands, and waits.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::event::{Choice, Event};
use super::rounds::{Rounds, Step};
use super::thread::LOOK;
use crate::clock;
use crate::library::LibraryError;
use crate::publish::{ConnectionLock, DataDir, EntryKey};
use crate::redact;

/// How long to wait before trying again for a lock that another process holds.
const LOCK_RETRY: Duration = Duration::from_millis(500);
/// How often the backend is asked while somebody watches.
const WATCH: Duration = Duration::from_secs(20);
/// The longest time between two looks when nobody watches, and for how long to go on looking: the window may still be visible.
const GLANCE: Duration = Duration::from_secs(300);
const GLANCES: Duration = Duration::from_secs(3_600);
/// How long to wait after a disk failure.
const DISK: Duration = Duration::from_secs(5);

/// What a worker is asked to do.
#[derive(Debug, Clone)]
pub(super) enum WorkerCommand {
    /// Look into the outbox.
    Wake,
    /// Retry at once what waits for an instant or for the user.
    RetryNow,
    /// End a conflict as the user chose.
    Resolve(EntryKey, Choice),
    /// Forget a refusal.
    Dismiss(EntryKey),
    /// Give up everything that waits.
    Abandon,
    /// Whether to ask the backend now and then.
    Watch(bool),
    /// Ask the backend now.
    Refresh,
    /// End.
    Stop,
}

/// One connection's worker.
pub(super) struct ConnectionWorker {
    /// For this connection alone.
    rounds: Rounds,
    data_dir: DataDir,
    connection: String,
    lock: Option<ConnectionLock>,
    /// Whether another process held the lock at the last attempt.
    shut_out: bool,
    /// When watching stopped; `None` while somebody watches.
    unwatched: Option<Instant>,
    /// When the backend is asked next.
    ask_at: Option<Instant>,
    idle: bool,
}

enum Next {
    AtOnce,
    In(Duration),
    Never,
}

impl ConnectionWorker {
    /// A worker whose `rounds` serve this connection alone.
    pub(super) fn new(rounds: Rounds, data_dir: DataDir, connection: String) -> Self {
        ConnectionWorker {
            rounds,
            data_dir,
            connection,
            lock: None,
            shut_out: false,
            unwatched: Some(Instant::now()),
            ask_at: Some(Instant::now() + WATCH),
            idle: false,
        }
    }

    /// Sets whether somebody watches: the backend is then asked at once, and now and then; afterwards less and less often.
    pub(super) fn watch(&mut self, on: bool) {
        let now = Instant::now();
        self.unwatched = (!on).then_some(now);
        self.ask_at = Some(if on { now } else { now + WATCH });
    }

    /// Works until it is asked to stop, or the courier is gone.
    pub(super) fn serve(&mut self, inbox: &Receiver<WorkerCommand>, on_event: &mut dyn FnMut(Event)) {
        let mut wait = Duration::ZERO;
        loop {
            let command = match inbox.recv_timeout(wait) {
                Ok(command) => Some(command),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let next = self.serve_once(command, on_event).unwrap_or_else(|error| {
                on_event(Event::Trouble(error.into()));
                Next::In(DISK)
            });
            wait = match next {
                Next::AtOnce => Duration::ZERO,
                Next::In(wait) => wait,
                Next::Never => return,
            };
        }
    }

    fn serve_once(
        &mut self,
        command: Option<WorkerCommand>,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<Next, LibraryError> {
        // A choice of the user's is made durable at once, even while another process sends: it waits for that one's exchange.
        if let Some(command) = command {
            let needs_lock = matches!(
                command,
                WorkerCommand::Resolve(..) | WorkerCommand::Dismiss(..) | WorkerCommand::Abandon
            );
            if needs_lock && self.lock.is_none() {
                self.lock = Some(self.data_dir.lock(&self.connection)?);
            }
            if !self.obey(command, on_event)? {
                return Ok(Next::Never);
            }
        }
        if self.lock.is_none() {
            self.lock = self.data_dir.try_lock(&self.connection)?;
        }
        let shut_out = self.lock.is_none();
        if std::mem::replace(&mut self.shut_out, shut_out) != shut_out {
            let connection = redact::id(&self.connection);
            match shut_out {
                true => tracing::info!(connection, "another process sends to this connection"),
                false => tracing::info!(connection, "this process sends to the connection again"),
            }
        }
        if shut_out {
            return Ok(Next::In(LOCK_RETRY));
        }
        match self.rounds.step(clock::now(), on_event)? {
            Step::Worked => {
                self.idle = false;
                Ok(Next::AtOnce)
            }
            step => {
                self.ask(on_event)?;
                self.lock = None;
                if !self.idle {
                    self.idle = true;
                    on_event(Event::Idle);
                }
                Ok(Next::In(self.pause(step, clock::now())))
            }
        }
    }

    /// Carries out an command; false when that is to stop.
    fn obey(&mut self, command: WorkerCommand, on_event: &mut dyn FnMut(Event)) -> Result<bool, LibraryError> {
        self.idle = false;
        match command {
            WorkerCommand::Stop => return Ok(false),
            WorkerCommand::Wake => {}
            WorkerCommand::RetryNow => self.rounds.retry_now(None),
            WorkerCommand::Resolve(key, choice) => {
                self.ask_at = Some(Instant::now());
                self.rounds.resolve(&key, choice, on_event)?;
            }
            WorkerCommand::Dismiss(key) => self.rounds.dismiss(&key)?,
            WorkerCommand::Abandon => self.rounds.abandon(&self.connection, on_event)?,
            WorkerCommand::Watch(on) => self.watch(on),
            WorkerCommand::Refresh => self.ask_at = Some(Instant::now()),
        }
        Ok(true)
    }

    /// Asks the backend for the state of its campaigns, when it is time.
    fn ask(&mut self, on_event: &mut dyn FnMut(Event)) -> Result<(), LibraryError> {
        if self.ask_at.is_none_or(|at| at > Instant::now()) {
            return Ok(());
        }
        let now = Instant::now();
        self.ask_at = next_look(self.unwatched.map(|since| now - since)).map(|wait| now + wait);
        // A connection that is not set up any more is reported when something is to be sent.
        let known = self.data_dir.connections.list().unwrap_or_default();
        if known.iter().any(|one| one.id == self.connection) {
            self.rounds.refresh(&self.connection, clock::now(), on_event)?;
        }
        Ok(())
    }

    fn pause(&self, step: Step, now: DateTime<Utc>) -> Duration {
        let mut wait = LOOK;
        if let Step::Until(at) = step {
            wait = wait.min((at - now).to_std().unwrap_or(Duration::ZERO));
        }
        if let Some(at) = self.ask_at {
            wait = wait.min(at.saturating_duration_since(Instant::now()));
        }
        wait.max(Duration::from_millis(5))
    }
}

/// Returns when to ask the backend again, given how long nobody has watched; `unwatched` is `None` while somebody does.
fn next_look(unwatched: Option<Duration>) -> Option<Duration> {
    match unwatched {
        None => Some(WATCH),
        // As long as it has been already: each wait is about twice the one before.
        Some(since) => (since < GLANCES).then(|| since.clamp(WATCH, GLANCE)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backends_are_asked_less_and_less_often_when_nobody_watches() {
        let seconds = |unwatched: u64| next_look(Some(Duration::from_secs(unwatched))).map(|wait| wait.as_secs());
        let cases = [
            (0, Some(20)),
            (20, Some(20)),
            (40, Some(40)),
            (160, Some(160)),
            (500, Some(300)),
            (3_599, Some(300)),
            (3_600, None),
        ];
        for (unwatched, wait) in cases {
            assert_eq!(seconds(unwatched), wait, "{unwatched}");
        }
        assert_eq!(next_look(None), Some(WATCH));
    }
}
