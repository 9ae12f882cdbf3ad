//! Sends what waits: on a background thread, or at once for tests.

use std::time::Duration;

use crate::{
    clock,
    library::LibraryError,
    publish::{Choice, Courier, DataDir, EntryKey, Event, MakeTransport, Rounds, Step},
};

/// How long the app waits at its end for an exchange with a backend. The operation is safe on the disk.
const PATIENCE: Duration = Duration::from_secs(2);

/// Receives the events of sending.
pub type OnEvent = Box<dyn Fn(Event) + Send>;

/// An order to the sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Something was put into the outbox: send it.
    Wake,
    /// Retry now what waits for an instant or for the user: for the connection of this identity, or for all.
    Retry(Option<String>),
    /// Ask every backend now for the state of its campaigns.
    Refresh,
    /// Give up everything that waits for the connection of this identity.
    Abandon(String),
    /// End a conflict as the user chose.
    Resolve(EntryKey, Choice),
    /// Whether to ask backends now and then for the state of their campaigns: while somebody looks.
    Watch(bool),
}

/// Sends what waits.
pub enum Carrier {
    /// On a thread of its own.
    Background(Courier),
    /// Within each call.
    AtOnce(Box<AtOnce>),
}

/// The courier's work without its thread.
pub struct AtOnce {
    rounds: Rounds,
    data_dir: DataDir,
    on_event: OnEvent,
}

impl Carrier {
    /// Starts sending; `on_event` receives the events, on the thread on which they happen.
    ///
    /// # Errors
    /// When the system cannot start a thread.
    pub fn start(
        data_dir: DataDir,
        transports: MakeTransport,
        at_once: bool,
        on_event: OnEvent,
    ) -> std::io::Result<Self> {
        let on_event: OnEvent = Box::new(move |event| {
            event.record();
            on_event(event);
        });
        if at_once {
            let rounds = Rounds::new(data_dir.clone(), transports, fastrand::Rng::with_seed(1));
            return Ok(Self::AtOnce(Box::new(AtOnce {
                rounds,
                data_dir,
                on_event,
            })));
        }
        Ok(Self::Background(Courier::spawn(data_dir, transports, on_event)?))
    }

    /// Carries out `order`: in the background, or within this call.
    pub fn order(&mut self, order: Order) {
        match self {
            Self::Background(courier) => match order {
                Order::Wake => courier.wake(),
                Order::Retry(connection) => courier.retry_now(connection.as_deref()),
                Order::Refresh => courier.refresh(),
                Order::Abandon(connection) => courier.abandon(&connection),
                Order::Resolve(key, choice) => courier.resolve(&key, choice),
                Order::Watch(on) => courier.watch(on),
            },
            Self::AtOnce(work) => work.order(order),
        }
    }

    /// Ends it, after the current exchange.
    pub fn stop(self) {
        if let Self::Background(courier) = self {
            // An exchange that lasts longer is found in the outbox at the next start.
            let _ = courier.stop(PATIENCE);
        }
    }
}

impl AtOnce {
    fn order(&mut self, order: Order) {
        let on_event = &self.on_event;
        match order {
            Order::Wake => self.go_on(),
            Order::Retry(connection) => {
                self.rounds.retry_now(connection.as_deref());
                self.go_on();
            }
            Order::Refresh => self.refresh(),
            Order::Abandon(connection) => {
                if let Err(error) = self.rounds.abandon(&connection, &mut |event| on_event(event)) {
                    self.trouble(error);
                }
                self.go_on();
            }
            Order::Resolve(key, choice) => {
                if let Err(error) = self.rounds.resolve(&key, choice, &mut |event| on_event(event)) {
                    self.trouble(error);
                }
                self.refresh();
                self.go_on();
            }
            // Nothing happens between two calls.
            Order::Watch(_) => {}
        }
    }

    fn go_on(&mut self) {
        loop {
            let on_event = &self.on_event;
            match self.rounds.step(clock::now(), &mut |event| on_event(event)) {
                Ok(Step::Worked) => {}
                Ok(Step::Until(_) | Step::Idle) => break,
                Err(error) => {
                    self.trouble(error);
                    break;
                }
            }
        }
        (self.on_event)(Event::Idle);
    }

    fn refresh(&mut self) {
        for connection in self.data_dir.connections.list().unwrap_or_default() {
            let on_event = &self.on_event;
            if let Err(error) = self
                .rounds
                .refresh(&connection.id, clock::now(), &mut |event| on_event(event))
            {
                self.trouble(error);
            }
        }
    }

    fn trouble(&self, error: LibraryError) {
        (self.on_event)(Event::Trouble(error.into()));
    }
}
