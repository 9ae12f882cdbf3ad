//! The courier's thread, for the app: sends while there is something to send, and otherwise waits without using the processor.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::event::{Choice, Event};
use super::exchange::MakeWire;
use super::rounds::{Rounds, Step};
use crate::library::LibraryError;
use crate::publish::{Post, Turn};

/// How long another process may have the turn before it is asked for again.
const TURN: Duration = Duration::from_millis(500);
/// How often the outbox is looked at without being asked: another process may have put something in.
const LOOK: Duration = Duration::from_secs(15);
/// How often backends are asked while somebody watches.
const WATCH: Duration = Duration::from_secs(20);
/// How seldom they are asked at most when nobody watches any more, and for how long at all: the window may still be in sight.
const GLANCE: Duration = Duration::from_secs(300);
const GLANCES: Duration = Duration::from_secs(3_600);
/// How long to leave a disk alone that did not do its part.
const DISK: Duration = Duration::from_secs(5);

enum Command {
    Wake,
    Hurry(Option<String>),
    Resolve(String, String, Choice),
    Dismiss(String, String),
    Abandon(String, Option<String>),
    Watch(bool),
    Refresh,
    Stop,
}

/// A courier at work beside the window. Dropping it stops it after the exchange it is in; whatever that was is safe on the disk.
#[derive(Debug)]
pub struct Courier {
    commands: Sender<Command>,
    done: Receiver<()>,
}

impl Courier {
    /// Starts a courier on a thread of its own. It sends what waits already. `on_event` is called on that thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn spawn(
        post: Post,
        make_wire: MakeWire,
        mut on_event: impl FnMut(Event) + Send + 'static,
    ) -> std::io::Result<Courier> {
        let (commands, inbox) = channel();
        let (finished, done) = channel();
        thread::Builder::new().name("courier".into()).spawn(move || {
            let rounds = Rounds::new(post.clone(), make_wire, fastrand::Rng::new());
            Desk::new(rounds, post, inbox).serve(&mut on_event);
            // Nobody may be waiting for it.
            let _ = finished.send(());
        })?;
        Ok(Courier { commands, done })
    }

    /// Something was put into the outbox.
    pub fn wake(&self) {
        self.send(Command::Wake);
    }

    /// Tries at once what waits for an instant or for the user: everything, or what belongs to a connection. Also to be called when a
    /// connection got another token or address.
    pub fn retry_now(&self, connection: Option<&str>) {
        self.send(Command::Hurry(connection.map(str::to_owned)));
    }

    /// Ends a conflict as the user chose.
    pub fn resolve(&self, connection: &str, campaign: &str, choice: Choice) {
        self.send(Command::Resolve(connection.to_owned(), campaign.to_owned(), choice));
    }

    /// Forgets that the last wish for a campaign was refused.
    pub fn dismiss(&self, connection: &str, campaign: &str) {
        self.send(Command::Dismiss(connection.to_owned(), campaign.to_owned()));
    }

    /// Gives up everything that waits for a connection, or for one campaign at it.
    pub fn abandon(&self, connection: &str, campaign: Option<&str>) {
        self.send(Command::Abandon(connection.to_owned(), campaign.map(str::to_owned)));
    }

    /// Whether somebody looks: backends are then asked now and then how their campaigns stand. Afterwards less and less often, and after
    /// an hour no more.
    pub fn watch(&self, on: bool) {
        self.send(Command::Watch(on));
    }

    /// Asks every backend now how its campaigns stand.
    pub fn refresh(&self) {
        self.send(Command::Refresh);
    }

    /// Stops it, and waits at most so long for the exchange it is in. True when it has stopped.
    pub fn stop(self, patience: Duration) -> bool {
        self.send(Command::Stop);
        self.done.recv_timeout(patience).is_ok()
    }

    fn send(&self, command: Command) {
        // A courier that has stopped needs to know nothing; what waits stands on the disk.
        let _ = self.commands.send(command);
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        self.send(Command::Stop);
    }
}

struct Desk {
    rounds: Rounds,
    post: Post,
    inbox: Receiver<Command>,
    turn: Option<Turn>,
    /// Since when nobody watches; `None` while somebody does.
    unwatched: Option<Instant>,
    /// When backends are asked next.
    ask_at: Option<Instant>,
    idle: bool,
    /// Whether what waits for connections that are gone was looked for.
    tidied: bool,
}

enum Next {
    AtOnce,
    In(Duration),
    Never,
}

impl Desk {
    fn new(rounds: Rounds, post: Post, inbox: Receiver<Command>) -> Self {
        Desk {
            rounds,
            post,
            inbox,
            turn: None,
            unwatched: Some(Instant::now()),
            ask_at: Some(Instant::now() + WATCH),
            idle: false,
            tidied: false,
        }
    }

    fn serve(&mut self, tell: &mut dyn FnMut(Event)) {
        let mut wait = Duration::ZERO;
        loop {
            let command = match self.inbox.recv_timeout(wait) {
                Ok(command) => Some(command),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let next = self.serve_once(command, tell).unwrap_or_else(|error| {
                tell(Event::Trouble {
                    message: error.to_string(),
                    hint: error.hint().to_owned(),
                });
                Next::In(DISK)
            });
            wait = match next {
                Next::AtOnce => Duration::ZERO,
                Next::In(wait) => wait,
                Next::Never => return,
            };
        }
    }

    fn serve_once(&mut self, command: Option<Command>, tell: &mut dyn FnMut(Event)) -> Result<Next, LibraryError> {
        // A choice of the user's is made durable at once, even while another process sends: it waits for that one's exchange.
        if let Some(command) = command {
            let needs_turn = matches!(
                command,
                Command::Resolve(..) | Command::Dismiss(..) | Command::Abandon(..)
            );
            if needs_turn && self.turn.is_none() {
                self.turn = Some(self.post.turn()?);
            }
            if !self.obey(command, tell)? {
                return Ok(Next::Never);
            }
        }
        if self.turn.is_none() {
            self.turn = self.post.try_turn()?;
        }
        if self.turn.is_none() {
            return Ok(Next::In(TURN));
        }
        if !self.tidied {
            self.rounds.drop_orphans(tell)?;
            self.tidied = true;
        }
        match self.rounds.step(Utc::now(), tell)? {
            Step::Worked => {
                self.idle = false;
                Ok(Next::AtOnce)
            }
            step => {
                self.ask(tell)?;
                self.turn = None;
                if !self.idle {
                    self.idle = true;
                    tell(Event::Idle);
                }
                Ok(Next::In(self.pause(step, Utc::now())))
            }
        }
    }

    /// Does what the app wants; false when it wants an end.
    fn obey(&mut self, command: Command, tell: &mut dyn FnMut(Event)) -> Result<bool, LibraryError> {
        match command {
            Command::Stop => return Ok(false),
            Command::Wake => self.idle = false,
            Command::Hurry(connection) => {
                self.idle = false;
                self.rounds.hurry(connection.as_deref());
            }
            Command::Resolve(connection, campaign, choice) => {
                self.idle = false;
                self.ask_at = Some(Instant::now());
                self.rounds.resolve(&connection, &campaign, choice, tell)?;
            }
            Command::Dismiss(connection, campaign) => self.rounds.dismiss(&connection, &campaign)?,
            Command::Abandon(connection, campaign) => {
                self.idle = false;
                self.tidied = false;
                self.rounds.abandon(&connection, campaign.as_deref(), tell)?;
            }
            Command::Watch(on) => {
                let now = Instant::now();
                self.unwatched = (!on).then_some(now);
                self.ask_at = Some(if on { now } else { now + WATCH });
            }
            Command::Refresh => self.ask_at = Some(Instant::now()),
        }
        Ok(true)
    }

    /// Asks backends how their campaigns stand, when it is time.
    fn ask(&mut self, tell: &mut dyn FnMut(Event)) -> Result<(), LibraryError> {
        if self.ask_at.is_none_or(|at| at > Instant::now()) {
            return Ok(());
        }
        let now = Instant::now();
        self.ask_at = next_look(self.unwatched.map(|since| now - since)).map(|wait| now + wait);
        // A file of connections that cannot be read is told of when something is to be sent.
        for connection in self.post.connections.list().unwrap_or_default() {
            self.rounds.refresh(&connection.id, Utc::now(), tell)?;
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

/// When to ask backends again, after nobody has watched for so long; `None` for `unwatched` while somebody does.
fn next_look(unwatched: Option<Duration>) -> Option<Duration> {
    match unwatched {
        None => Some(WATCH),
        // As long again as it has been: each wait is about twice the one before.
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
