//! The courier's threads, for the app: one for each connection, so that a slow backend holds up no other, and one that they report to.
//! They send while there is something to send, and otherwise wait without using the processor.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::connection_worker::{ConnectionWorker, WorkerCommand};
use super::event::{Choice, Event};
use super::exchange::MakeTransport;
use super::rounds::Rounds;
use crate::library::LibraryError;
use crate::publish::{DataDir, EntryKey, SendError};

/// How often the outbox and the connections are checked unasked: another process may have added something.
pub(super) const LOOK: Duration = Duration::from_secs(15);

/// What comes in: from the app, and from the workers.
enum Message {
    Wake,
    RetryNow(Option<String>),
    Resolve(EntryKey, Choice),
    Dismiss(EntryKey),
    Abandon(String),
    Watch(bool),
    Refresh,
    Stop,
    /// Something happened at the worker of a connection.
    Event(String, Event),
}

/// A courier on its own threads. Dropping it stops it after the current exchanges, whose operations are safe on the disk.
#[derive(Debug)]
pub struct Courier {
    messages: Sender<Message>,
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
        let (messages, inbox) = channel();
        let (finished, done) = channel();
        let own = messages.clone();
        thread::Builder::new().name("courier".into()).spawn(move || {
            Supervisor::new(data_dir, make_transport, own).serve(&inbox, &mut on_event);
            // Possibly nobody is waiting for it.
            let _ = finished.send(());
        })?;
        Ok(Courier { messages, done })
    }

    /// Something was put into the outbox.
    pub fn wake(&self) {
        self.send(Message::Wake);
    }

    /// Retries at once what waits for an instant or for the user: everything, or what belongs to a connection. Also to be called when a
    /// connection got another token or address.
    pub fn retry_now(&self, connection: Option<&str>) {
        self.send(Message::RetryNow(connection.map(str::to_owned)));
    }

    /// Ends a conflict as the user chose.
    pub fn resolve(&self, key: &EntryKey, choice: Choice) {
        self.send(Message::Resolve(key.clone(), choice));
    }

    /// Forgets that the last operation for a campaign was refused.
    pub fn dismiss(&self, key: &EntryKey) {
        self.send(Message::Dismiss(key.clone()));
    }

    /// Gives up everything that waits for a connection.
    pub fn abandon(&self, connection: &str) {
        self.send(Message::Abandon(connection.to_owned()));
    }

    /// Sets whether somebody watches: backends are then asked now and then for the state of their campaigns. Afterwards less often, and after
    /// an hour not at all.
    pub fn watch(&self, on: bool) {
        self.send(Message::Watch(on));
    }

    /// Asks every backend now for the state of its campaigns.
    pub fn refresh(&self) {
        self.send(Message::Refresh);
    }

    /// Stops it, and waits at most this long for the current exchanges. True when it has stopped.
    pub fn stop(self, patience: Duration) -> bool {
        self.send(Message::Stop);
        self.done.recv_timeout(patience).is_ok()
    }

    fn send(&self, message: Message) {
        // A stopped courier reads no messages; what waits is on the disk.
        let _ = self.messages.send(message);
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        self.send(Message::Stop);
    }
}

/// A worker on a thread of its own.
struct WorkerHandle {
    commands: Sender<WorkerCommand>,
    thread: JoinHandle<()>,
}

/// Hands commands to the workers, and passes on what happens there.
struct Supervisor {
    data_dir: DataDir,
    make_transport: MakeTransport,
    messages: Sender<Message>,
    workers: BTreeMap<String, WorkerHandle>,
    /// The workers that have something to do.
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

impl Supervisor {
    fn new(data_dir: DataDir, make_transport: MakeTransport, messages: Sender<Message>) -> Self {
        Supervisor {
            lookout: Rounds::new(data_dir.clone(), make_transport.clone(), fastrand::Rng::new()),
            data_dir,
            make_transport,
            messages,
            workers: BTreeMap::new(),
            busy: BTreeSet::new(),
            watched: false,
            tidied: false,
            trouble: None,
        }
    }

    fn serve(mut self, inbox: &Receiver<Message>, on_event: &mut dyn FnMut(Event)) {
        self.look(on_event);
        if self.busy.is_empty() {
            on_event(Event::Idle);
        }
        loop {
            match inbox.recv_timeout(LOOK) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(Message::Event(connection, Event::Idle)) => {
                    if self.busy.remove(&connection) && self.busy.is_empty() {
                        on_event(Event::Idle);
                    }
                }
                Ok(Message::Event(_, event)) => on_event(event),
                Ok(message) => {
                    if let Message::Abandon(_) = message {
                        self.tidied = false;
                    }
                    self.look(on_event);
                    self.hand_on(message);
                }
                Err(RecvTimeoutError::Timeout) => self.look(on_event),
            }
        }
        for worker in self.workers.values() {
            let _ = worker.commands.send(WorkerCommand::Stop);
        }
        for worker in self.workers.into_values() {
            // A worker that panicked has nothing left to end.
            let _ = worker.thread.join();
        }
    }

    /// Hands a command to the workers concerned.
    fn hand_on(&mut self, message: Message) {
        match message {
            Message::Wake => self.all(&WorkerCommand::Wake),
            Message::RetryNow(None) => self.all(&WorkerCommand::RetryNow),
            Message::RetryNow(Some(connection)) => self.one(&connection, WorkerCommand::RetryNow),
            Message::Resolve(key, choice) => self.one(&key.connection.clone(), WorkerCommand::Resolve(key, choice)),
            Message::Dismiss(key) => self.one(&key.connection.clone(), WorkerCommand::Dismiss(key)),
            Message::Abandon(connection) => self.one(&connection, WorkerCommand::Abandon),
            Message::Watch(on) => {
                self.watched = on;
                self.all(&WorkerCommand::Watch(on));
            }
            Message::Refresh => self.all(&WorkerCommand::Refresh),
            Message::Stop | Message::Event(..) => {}
        }
    }

    fn all(&mut self, command: &WorkerCommand) {
        let workers: Vec<String> = self.workers.keys().cloned().collect();
        for connection in workers {
            self.one(&connection, command.clone());
        }
    }

    fn one(&mut self, connection: &str, command: WorkerCommand) {
        if let Some(worker) = self.workers.get(connection)
            && worker.commands.send(command).is_ok()
        {
            self.busy.insert(connection.to_owned());
        }
    }

    /// Gives every connection a worker, and one to removed connections that something waits for; closes unneeded workers.
    fn look(&mut self, on_event: &mut dyn FnMut(Event)) {
        let needed = self.needed(on_event).unwrap_or_else(|error| {
            if self.trouble.as_ref() != Some(&error) {
                self.trouble = Some(error.clone());
                on_event(Event::Trouble(error.into()));
            }
            None
        });
        let Some(needed) = needed else { return };
        self.trouble = None;
        for connection in &needed {
            if !self.workers.contains_key(connection) {
                self.open(connection, on_event);
            }
        }
        let closed = self
            .workers
            .extract_if(.., |connection, _| !needed.contains(connection));
        for (connection, worker) in closed {
            // It ends after the current exchange.
            let _ = worker.commands.send(WorkerCommand::Stop);
            self.busy.remove(&connection);
        }
    }

    /// Returns the connections that need a worker; `None` when they cannot be read.
    fn needed(&mut self, on_event: &mut dyn FnMut(Event)) -> Result<Option<BTreeSet<String>>, LibraryError> {
        if !self.tidied {
            self.lookout.drop_orphans(on_event)?;
            self.tidied = true;
        }
        let mut needed = self.lookout.connections_waited_for(on_event)?;
        // An unreadable list is reported by the workers that have something to send.
        if let Ok(connections) = self.data_dir.connections.list() {
            needed.extend(connections.into_iter().map(|connection| connection.id));
        } else {
            needed.extend(self.workers.keys().cloned());
        }
        Ok(Some(needed))
    }

    fn open(&mut self, connection: &str, on_event: &mut dyn FnMut(Event)) {
        let (commands, inbox) = channel();
        let rounds = Rounds::new(self.data_dir.clone(), self.make_transport.clone(), fastrand::Rng::new());
        let mut worker = ConnectionWorker::new(
            rounds.only(connection).discreet(),
            self.data_dir.clone(),
            connection.to_owned(),
        );
        worker.watch(self.watched);
        let (messages, own) = (self.messages.clone(), connection.to_owned());
        let work = move || {
            // A supervisor that ended reads no messages.
            worker.serve(&inbox, &mut |event| {
                drop(messages.send(Message::Event(own.clone(), event)))
            });
        };
        match thread::Builder::new().name(format!("courier {connection}")).spawn(work) {
            Ok(thread) => {
                self.workers
                    .insert(connection.to_owned(), WorkerHandle { commands, thread });
                self.busy.insert(connection.to_owned());
            }
            Err(error) => on_event(Event::Trouble(SendError::NoThread(error.to_string()))),
        }
    }
}
