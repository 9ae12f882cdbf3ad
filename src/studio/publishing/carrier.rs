//! Sends what waits: on a thread beside the window, or at once for tests.

use std::time::Duration;

use crate::{
    clock,
    library::LibraryError,
    publish::{Choice, Courier, DataDir, EntryKey, Event, MakeTransport, Rounds, Step},
};

/// How long the end of the app waits for an exchange with a backend. What it was is safe on the disk.
const PATIENCE: Duration = Duration::from_secs(2);

type Tell = Box<dyn Fn(Event) + Send>;

/// Sends what waits.
pub enum Carrier {
    /// On a thread of its own.
    Beside(Courier),
    /// Within each call.
    AtOnce(Box<AtOnce>),
}

/// The courier's work without its thread.
pub struct AtOnce {
    rounds: Rounds,
    data_dir: DataDir,
    tell: Tell,
}

impl Carrier {
    /// Starts sending; `tell` gets what happens, on the thread on which it happens.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(data_dir: DataDir, ways: MakeTransport, at_once: bool, tell: Tell) -> std::io::Result<Self> {
        let tell: Tell = Box::new(move |event| {
            event.record();
            tell(event);
        });
        if at_once {
            let rounds = Rounds::new(data_dir.clone(), ways, fastrand::Rng::with_seed(1));
            return Ok(Self::AtOnce(Box::new(AtOnce { rounds, data_dir, tell })));
        }
        Ok(Self::Beside(Courier::spawn(data_dir, ways, tell)?))
    }

    /// Something was put into the outbox.
    pub fn wake(&mut self) {
        match self {
            Self::Beside(courier) => courier.wake(),
            Self::AtOnce(work) => work.go_on(),
        }
    }

    /// Tries at once what waits for an instant or for the user.
    pub fn retry_now(&mut self, connection: Option<&str>) {
        match self {
            Self::Beside(courier) => courier.retry_now(connection),
            Self::AtOnce(work) => {
                work.rounds.retry_now(connection);
                work.go_on();
            }
        }
    }

    /// Ends a conflict as the user chose.
    pub fn resolve(&mut self, key: &EntryKey, choice: Choice) {
        match self {
            Self::Beside(courier) => courier.resolve(key, choice),
            Self::AtOnce(work) => {
                let tell = &work.tell;
                if let Err(error) = work.rounds.resolve(key, choice, &mut |event| tell(event)) {
                    work.trouble(error);
                }
                work.refresh();
                work.go_on();
            }
        }
    }

    /// Gives up everything that waits for a connection.
    pub fn abandon(&mut self, connection: &str) {
        match self {
            Self::Beside(courier) => courier.abandon(connection),
            Self::AtOnce(work) => {
                let tell = &work.tell;
                if let Err(error) = work.rounds.abandon(connection, &mut |event| tell(event)) {
                    work.trouble(error);
                }
                work.go_on();
            }
        }
    }

    /// Whether backends are asked now and then how their campaigns stand: while somebody looks.
    pub fn watch(&mut self, on: bool) {
        if let Self::Beside(courier) = self {
            courier.watch(on);
        }
    }

    /// Asks every backend now how its campaigns stand.
    pub fn refresh(&mut self) {
        match self {
            Self::Beside(courier) => courier.refresh(),
            Self::AtOnce(work) => work.refresh(),
        }
    }

    /// Ends it, after the exchange that it is in.
    pub fn stop(self) {
        if let Self::Beside(courier) = self {
            // An exchange that lasts longer is found in the outbox at the next start.
            let _ = courier.stop(PATIENCE);
        }
    }
}

impl AtOnce {
    fn go_on(&mut self) {
        loop {
            let tell = &self.tell;
            match self.rounds.step(clock::now(), &mut |event| tell(event)) {
                Ok(Step::Worked) => {}
                Ok(Step::Until(_) | Step::Idle) => break,
                Err(error) => {
                    self.trouble(error);
                    break;
                }
            }
        }
        (self.tell)(Event::Idle);
    }

    fn refresh(&mut self) {
        for connection in self.data_dir.connections.list().unwrap_or_default() {
            let tell = &self.tell;
            if let Err(error) = self
                .rounds
                .refresh(&connection.id, clock::now(), &mut |event| tell(event))
            {
                self.trouble(error);
            }
        }
    }

    fn trouble(&self, error: LibraryError) {
        (self.tell)(Event::Trouble(error.into()));
    }
}
