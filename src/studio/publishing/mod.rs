//! What the window knows of publishing: connections, how campaigns stand there, what waits, and the server on this computer.
//!
//! Whatever it knows is read from the disk beside the window ([`Snapshot`]); what is requested goes through the outbox. Nothing here waits
//! for a network or a keyring in a frame.

mod carrier;
mod local;
mod published;
mod request;
mod snapshot;
mod trial;
mod view;

pub use carrier::Carrier;
pub use local::{LOCAL, LocalServer, LocalSetup, LocalToken, Started, start_local};
pub use published::{Published, live_state};
pub use request::{CarriedOut, Outlet, Requested, Wanted, carry_out};
pub use snapshot::{Snapshot, adopt};
pub use trial::{Trial, try_connection};
pub use view::{ChangeLine, LaunchAct, LaunchView, Place, change_lines, demo_address};

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};

use crate::publish::{Connection, DataDir, Entry, Event, Reason};

/// What the app is given for publishing.
pub struct PublishingSetup {
    /// Where connections, outbox and ledger lie; without it, nothing can be published, as in pictures.
    pub data_dir: Option<DataDir>,
    /// What is shown before anything is read.
    pub shown: Snapshot,
    /// The folder of the server on this computer, and its port; without it, there is none.
    pub server: Option<(PathBuf, u16)>,
}

impl PublishingSetup {
    /// Nothing can be published, for tests of other things.
    pub fn none() -> Self {
        Self::pictured(Snapshot::default())
    }

    /// Shows `shown`, publishes nothing, and looks as if it could: for pictures.
    pub fn pictured(shown: Snapshot) -> Self {
        Self {
            data_dir: None,
            shown,
            server: None,
        }
    }

    /// As the user's own computer keeps it. Without a folder to keep things in, nothing can be published.
    pub fn of_user() -> Self {
        let data_dir = crate::publish::data_dir_path(None)
            .and_then(|folder| DataDir::open(folder, crate::publish::Keyring::System).ok());
        Self {
            data_dir,
            shown: Snapshot::default(),
            server: crate::backend::default_data_folder().map(|folder| (folder, crate::backend::DEFAULT_PORT)),
        }
    }
}

/// How it goes with a connection.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Line {
    /// Nothing was heard yet.
    #[default]
    Unknown,
    /// It answers.
    Online,
    /// It does not answer; it is tried again by itself.
    Offline(Reason),
    /// Nothing goes out until the user does something.
    Stopped(Reason),
}

/// The server on this computer, as far as the window knows it.
#[derive(Debug, Default)]
pub enum LocalState {
    /// It is not running.
    #[default]
    Off,
    /// It is being started.
    Starting,
    /// It runs: here, or in another window.
    On(LocalServer),
}

/// Publishing, as the window holds it.
pub struct Publishing {
    /// Where things are kept.
    pub data_dir: Option<DataDir>,
    /// Sends what waits.
    pub carrier: Option<Carrier>,
    /// What the disk says, and which connection this library publishes to.
    pub published: Published,
    /// The library's identity; empty while nothing was ever launched from it.
    pub library: String,
    /// Rises with every snapshot and choice.
    pub generation: u64,
    /// How it goes with each connection.
    pub lines: HashMap<String, Line>,
    /// When each connection was last heard to say how its campaigns stand.
    pub heard: HashMap<String, DateTime<Utc>>,
    /// The server on this computer.
    pub local: LocalState,
    /// Its folder and port.
    pub server: Option<(PathBuf, u16)>,
    /// Its token, shared with whoever sends.
    pub token: LocalToken,
    /// Whether this is a picture, in which nothing is published.
    pub pictured: bool,
    /// How many operations are being written down.
    pub requests: usize,
    /// The campaign whose demo is opened once it is live.
    pub demo_for: Option<String>,
    /// Whether the server on this computer could not be started: it is not tried again by itself.
    pub local_failed: bool,
    /// Whether the disk is being read, and whether it has to be read once more.
    pub reading: bool,
    /// See `reading`.
    pub read_again: bool,
    /// When the server of another window was last found not to answer.
    pub lost_at: Option<DateTime<Utc>>,
    /// What the Review step shows, and what it was made from.
    pub view: view::Kept,
}

impl Publishing {
    /// Begins with what `setup` gives; `chosen` is the connection that this library publishes to.
    pub fn new(setup: PublishingSetup, chosen: Option<String>) -> Self {
        // What a picture shows answers.
        let pictured = setup.data_dir.is_none() && setup.server.is_none();
        let shown = setup.shown.connections.iter().filter(|_| pictured);
        let lines = shown.map(|connection| (connection.id.clone(), Line::Online)).collect();
        Self {
            data_dir: setup.data_dir,
            carrier: None,
            library: setup.shown.library.clone(),
            published: Published::new(Arc::new(setup.shown), chosen),
            generation: 1,
            lines,
            heard: HashMap::new(),
            local: LocalState::Off,
            server: setup.server,
            token: LocalToken::default(),
            requests: 0,
            pictured,
            demo_for: None,
            local_failed: false,
            reading: false,
            read_again: false,
            lost_at: None,
            view: view::Kept::default(),
        }
    }

    /// Takes over what the disk says.
    pub fn take(&mut self, snapshot: Snapshot) {
        self.library.clone_from(&snapshot.library);
        self.published = Published::new(Arc::new(snapshot), self.published.wanted().map(str::to_owned));
        self.generation += 1;
    }

    /// Publishes this library to another connection.
    pub fn choose(&mut self, connection: Option<String>) {
        self.published = Published::new(self.published.snapshot(), connection);
        self.generation += 1;
    }

    /// The connection that this library publishes to.
    pub fn connection(&self) -> Option<&Connection> {
        self.published.connection()
    }

    /// Whether there are connections, and none of them is chosen for this library.
    pub fn needs_choice(&self) -> bool {
        self.connection().is_none() && !self.published.connections().is_empty()
    }

    /// How a campaign stands at that connection.
    pub fn entry(&self, campaign: &str) -> Option<&Entry> {
        self.published.entry(campaign)
    }

    /// How it goes with that connection.
    pub fn line(&self) -> Line {
        let known = self.connection().and_then(|connection| self.lines.get(&connection.id));
        known.cloned().unwrap_or_default()
    }

    /// Where the server on this computer answers.
    pub fn local_url(&self) -> Option<&str> {
        match &self.local {
            LocalState::On(server) => Some(server.url()),
            LocalState::Off | LocalState::Starting => None,
        }
    }

    /// Notes how it goes with a connection, as far as `event` tells; `now` is the present instant.
    pub fn note(&mut self, event: &Event, now: DateTime<Utc>) {
        if let Event::Refreshed { connection, .. } = event {
            self.heard.insert(connection.clone(), now);
        }
        let (connection, line) = match event {
            Event::Waiting {
                connection,
                campaign: None,
                reason,
                ..
            } => (connection, Line::Offline(reason.clone())),
            Event::Stopped { connection, reason } => (connection, Line::Stopped(reason.clone())),
            Event::Online { connection } | Event::Refreshed { connection, .. } => (connection, Line::Online),
            Event::Sent { about, .. } | Event::Refused { about, .. } | Event::Conflict { about, .. } => {
                (&about.key.connection, Line::Online)
            }
            _ => return,
        };
        self.lines.insert(connection.clone(), line);
        self.generation += 1;
    }
}
