//! The courier's threads, for the app: one for each connection, so that a slow backend holds up no other, and one that they report to.
//! They send while there is something to send, and otherwise wait without using the processor.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::desk::{Desk, Order};
use super::event::{Choice, Event};
use super::exchange::MakeTransport;
use super::rounds::Rounds;
use crate::library::LibraryError;
use crate::publish::{DataDir, EntryKey, SendError};

/// How often the outbox and the connections are checked unasked: another process may have added something.
pub(super) const LOOK: Duration = Duration::from_secs(15);

/// What comes in: from the app, and from the desks.
enum Mail {
    Wake,
    Hurry(Option<String>),
    Resolve(EntryKey, Choice),
    Dismiss(EntryKey),
    Abandon(String),
    Watch(bool),
    Refresh,
    Stop,
    /// Something happened at the desk of a connection.
    Event(String, Event),
}

/// A courier on its own threads. Dropping it stops it after the current exchanges, whose operations are safe on the disk.
#[derive(Debug)]
pub struct Courier {
    mail: Sender<Mail>,
    done: Receiver<()>,
}

impl Courier {
    /// Starts a courier on threads of its own. It sends what is already waiting. `on_event` is always called on the same one of them.
    ///
    /// # Errors
    /// When the system cannot start a thread.
    pub fn spawn(
        data_dir: DataDir,
        make_transport: MakeTransport,
        mut on_event: impl FnMut(Event) + Send + 'static,
    ) -> std::io::Result<Courier> {
        let (mail, inbox) = channel();
        let (finished, done) = channel();
        let own = mail.clone();
        thread::Builder::new().name("courier".into()).spawn(move || {
            Office::new(data_dir, make_transport, own).serve(&inbox, &mut on_event);
            // Possibly nobody is waiting for it.
            let _ = finished.send(());
        })?;
        Ok(Courier { mail, done })
    }

    /// Something was put into the outbox.
    pub fn wake(&self) {
        self.send(Mail::Wake);
    }

    /// Retries at once what waits for an instant or for the user: everything, or what belongs to a connection. Also to be called when a
    /// connection got another token or address.
    pub fn retry_now(&self, connection: Option<&str>) {
        self.send(Mail::Hurry(connection.map(str::to_owned)));
    }

    /// Ends a conflict as the user chose.
    pub fn resolve(&self, key: &EntryKey, choice: Choice) {
        self.send(Mail::Resolve(key.clone(), choice));
    }

    /// Forgets that the last operation for a campaign was refused.
    pub fn dismiss(&self, key: &EntryKey) {
        self.send(Mail::Dismiss(key.clone()));
    }

    /// Gives up everything that waits for a connection.
    pub fn abandon(&self, connection: &str) {
        self.send(Mail::Abandon(connection.to_owned()));
    }

    /// Sets whether somebody watches: backends are then asked now and then for the state of their campaigns. Afterwards less often, and after
    /// an hour not at all.
    pub fn watch(&self, on: bool) {
        self.send(Mail::Watch(on));
    }

    /// Asks every backend now for the state of its campaigns.
    pub fn refresh(&self) {
        self.send(Mail::Refresh);
    }

    /// Stops it, and waits at most this long for the current exchanges. True when it has stopped.
    pub fn stop(self, patience: Duration) -> bool {
        self.send(Mail::Stop);
        self.done.recv_timeout(patience).is_ok()
    }

    fn send(&self, mail: Mail) {
        // A stopped courier needs no mail; what waits is on the disk.
        let _ = self.mail.send(mail);
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        self.send(Mail::Stop);
    }
}

/// A desk on a thread of its own.
struct Manned {
    orders: Sender<Order>,
    thread: JoinHandle<()>,
}

/// Hands orders to the desks, and passes on what happens there.
struct Office {
    data_dir: DataDir,
    make_transport: MakeTransport,
    mail: Sender<Mail>,
    desks: BTreeMap<String, Manned>,
    /// The desks that have something to do.
    busy: BTreeSet<String>,
    /// Checks what waits; sends nothing.
    lookout: Rounds,
    /// Whether backends are asked now and then.
    watched: bool,
    /// Whether operations of removed connections were looked for.
    tidied: bool,
    /// Trouble that was reported and still exists.
    trouble: Option<LibraryError>,
}

impl Office {
    fn new(data_dir: DataDir, make_transport: MakeTransport, mail: Sender<Mail>) -> Self {
        Office {
            lookout: Rounds::new(data_dir.clone(), make_transport.clone(), fastrand::Rng::new()),
            data_dir,
            make_transport,
            mail,
            desks: BTreeMap::new(),
            busy: BTreeSet::new(),
            watched: false,
            tidied: false,
            trouble: None,
        }
    }

    fn serve(mut self, inbox: &Receiver<Mail>, tell: &mut dyn FnMut(Event)) {
        self.look(tell);
        if self.busy.is_empty() {
            tell(Event::Idle);
        }
        loop {
            match inbox.recv_timeout(LOOK) {
                Ok(Mail::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(Mail::Event(connection, Event::Idle)) => {
                    if self.busy.remove(&connection) && self.busy.is_empty() {
                        tell(Event::Idle);
                    }
                }
                Ok(Mail::Event(_, event)) => tell(event),
                Ok(mail) => {
                    if let Mail::Abandon(_) = mail {
                        self.tidied = false;
                    }
                    self.look(tell);
                    self.hand_on(mail);
                }
                Err(RecvTimeoutError::Timeout) => self.look(tell),
            }
        }
        for desk in self.desks.values() {
            let _ = desk.orders.send(Order::Stop);
        }
        for desk in self.desks.into_values() {
            // A desk that panicked has nothing left to end.
            let _ = desk.thread.join();
        }
    }

    /// Hands an order to the desks concerned.
    fn hand_on(&mut self, mail: Mail) {
        match mail {
            Mail::Wake => self.all(&Order::Wake),
            Mail::Hurry(None) => self.all(&Order::Hurry),
            Mail::Hurry(Some(connection)) => self.one(&connection, Order::Hurry),
            Mail::Resolve(key, choice) => self.one(&key.connection.clone(), Order::Resolve(key, choice)),
            Mail::Dismiss(key) => self.one(&key.connection.clone(), Order::Dismiss(key)),
            Mail::Abandon(connection) => self.one(&connection, Order::Abandon),
            Mail::Watch(on) => {
                self.watched = on;
                self.all(&Order::Watch(on));
            }
            Mail::Refresh => self.all(&Order::Refresh),
            Mail::Stop | Mail::Event(..) => {}
        }
    }

    fn all(&mut self, order: &Order) {
        let desks: Vec<String> = self.desks.keys().cloned().collect();
        for connection in desks {
            self.one(&connection, order.clone());
        }
    }

    fn one(&mut self, connection: &str, order: Order) {
        if let Some(desk) = self.desks.get(connection)
            && desk.orders.send(order).is_ok()
        {
            self.busy.insert(connection.to_owned());
        }
    }

    /// Gives every connection a desk, and one to removed connections that something waits for; closes unneeded desks.
    fn look(&mut self, tell: &mut dyn FnMut(Event)) {
        let needed = self.needed(tell).unwrap_or_else(|error| {
            if self.trouble.as_ref() != Some(&error) {
                self.trouble = Some(error.clone());
                tell(Event::Trouble(error.into()));
            }
            None
        });
        let Some(needed) = needed else { return };
        self.trouble = None;
        for connection in &needed {
            if !self.desks.contains_key(connection) {
                self.open(connection, tell);
            }
        }
        let closed = self.desks.extract_if(.., |connection, _| !needed.contains(connection));
        for (connection, desk) in closed {
            // It ends after the current exchange.
            let _ = desk.orders.send(Order::Stop);
            self.busy.remove(&connection);
        }
    }

    /// Returns the connections that need a desk; `None` when they cannot be read.
    fn needed(&mut self, tell: &mut dyn FnMut(Event)) -> Result<Option<BTreeSet<String>>, LibraryError> {
        if !self.tidied {
            self.lookout.drop_orphans(tell)?;
            self.tidied = true;
        }
        let mut needed = self.lookout.connections_waited_for(tell)?;
        // An unreadable list is reported by the desks that have something to send.
        if let Ok(connections) = self.data_dir.connections.list() {
            needed.extend(connections.into_iter().map(|connection| connection.id));
        } else {
            needed.extend(self.desks.keys().cloned());
        }
        Ok(Some(needed))
    }

    fn open(&mut self, connection: &str, tell: &mut dyn FnMut(Event)) {
        let (orders, inbox) = channel();
        let rounds = Rounds::new(self.data_dir.clone(), self.make_transport.clone(), fastrand::Rng::new());
        let mut desk = Desk::new(
            rounds.only(connection).discreet(),
            self.data_dir.clone(),
            connection.to_owned(),
        );
        desk.watch(self.watched);
        let (mail, own) = (self.mail.clone(), connection.to_owned());
        let work = move || {
            // A closed office needs no mail.
            desk.serve(&inbox, &mut |event| drop(mail.send(Mail::Event(own.clone(), event))));
        };
        match thread::Builder::new().name(format!("courier {connection}")).spawn(work) {
            Ok(thread) => {
                self.desks.insert(connection.to_owned(), Manned { orders, thread });
                self.busy.insert(connection.to_owned());
            }
            Err(error) => tell(Event::Trouble(SendError::NoThread(error.to_string()))),
        }
    }
}
