//! The window's state of publishing: connections, the campaigns' status there, what waits, and the server on this computer.
//!
//! [`Publishing`] is a state machine: [`Publishing::on`] takes an [`Event`], which is a user action or a result, changes
//! the state and returns [`Request`]s. Its owner carries them out in order and hands back the results. The machine
//! waits for nothing: it reads no disk, network, keyring or clock. The jobs that [`Publisher`] makes do that.
//!
//! Whatever is shown of publishing was read from the disk ([`Snapshot`]); whatever is requested goes through the outbox there.

mod carrier;
mod connecting;
mod event;
mod hearing;
mod lines;
mod local;
mod local_state;
mod message;
mod operation;
mod published;
mod publisher;
mod reading;
mod site_view;
mod snapshot;
#[cfg(test)]
mod tests;
mod theirs;
mod transitions;
mod trial;
mod view;

pub use carrier::{Carrier, Order};
pub use connecting::{keep_connection, try_with_token};
pub use event::{Aim, Destination, Event, FollowUp, Request};
pub use lines::ConnectionState;
pub use local::{LOCAL, LocalServer, LocalSetup, LocalToken, Started, start_local};
pub use message::Message;
pub use operation::{CarriedOut, Outlet, Requested, Wanted, carry_out, carry_out_site};
pub use published::{Published, live_state};
pub use publisher::Publisher;
pub use site_view::{SiteAct, SiteLaunch, site_changes};
pub use snapshot::{Snapshot, adopt};
pub use theirs::{Choose, KeptTheirs, Theirs, keep_theirs};
pub use trial::{Trial, try_connection};
pub use view::{ChangeLine, ConnectionOffer, LaunchAct, LaunchView, change_lines, demo_address};

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};

use crate::{
    campaign::SiteDocument,
    publish::{Connection, DataDir, Entry},
};

use lines::Lines;
use local_state::Local;
use reading::Reading;

/// What the app is given for publishing.
#[derive(Clone)]
pub struct PublishingSetup {
    /// The folder of connections, outbox and ledger; without it, as in pictures, nothing can be published.
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

    fn means(&self) -> Means {
        match (&self.data_dir, &self.server) {
            (Some(_), _) => Means::Folder,
            (None, Some(_)) => Means::Nothing,
            (None, None) => Means::Picture,
        }
    }
}

/// The means to publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Means {
    /// No folder to keep anything in: nothing can be published.
    Nothing,
    /// This is a picture: it looks as if something could be published, and nothing is.
    Picture,
    /// A folder.
    Folder,
}

/// An operation whose job has not ended.
#[derive(Debug, PartialEq, Eq)]
struct InFlight {
    aim: Aim,
    destination: Destination,
}

/// Publishing, as the window holds it.
#[derive(Debug)]
pub struct Publishing {
    means: Means,
    /// The state on the disk, and the connection that this library publishes to.
    published: Published,
    /// The library's identity; empty until something is launched from it.
    library: String,
    /// Rises with every change to what is shown.
    generation: u64,
    lines: Lines,
    local: Local,
    reading: Reading,
    /// Operations that are being stored, oldest first: the disk worker runs them in this order.
    in_flight: Vec<InFlight>,
    /// The site document that was last to be published.
    site_wanted: Option<Box<SiteDocument>>,
    /// The campaign whose demo is opened once it is live there.
    demo_of: Option<String>,
    /// What the Review step shows, and what it was made from.
    view: view::Kept,
    /// The same of the page of the site.
    site_view: site_view::Kept,
}

impl Publishing {
    /// Starts from `setup`; `chosen` is the connection that this library publishes to.
    pub fn new(setup: &PublishingSetup, chosen: Option<String>) -> Self {
        let means = setup.means();
        // Connections in a picture always answer.
        let shown = setup.shown.connections.iter().filter(|_| means == Means::Picture);
        Self {
            means,
            lines: Lines::online(shown.map(|connection| connection.id.clone())),
            library: setup.shown.library.clone(),
            published: Published::new(Arc::new(setup.shown.clone()), chosen),
            generation: 1,
            local: Local::new(means == Means::Folder && setup.server.is_some()),
            reading: Reading::default(),
            in_flight: Vec::new(),
            site_wanted: None,
            demo_of: None,
            view: view::Kept::default(),
            site_view: site_view::Kept::default(),
        }
    }

    /// The state on the disk, and the connection that this library publishes to.
    pub fn published(&self) -> &Published {
        &self.published
    }

    /// The connection that this library publishes to.
    pub fn connection(&self) -> Option<&Connection> {
        self.published.connection()
    }

    /// The state of each connection, by identity.
    pub fn lines(&self) -> &HashMap<String, ConnectionState> {
        self.lines.all()
    }

    /// The state of the connection that this library publishes to.
    pub fn line(&self) -> ConnectionState {
        self.connection()
            .map(|connection| self.lines.of(&connection.id))
            .unwrap_or_default()
    }

    /// When that connection last reported the state of its campaigns.
    pub fn heard(&self) -> Option<DateTime<Utc>> {
        self.lines.heard(&self.connection()?.id)
    }

    /// The address of the server on this computer.
    pub fn local_url(&self) -> Option<&str> {
        self.local.url()
    }

    /// Whether anything can be published at all, or looks as if it could.
    pub fn can_publish(&self) -> bool {
        self.means != Means::Nothing
    }

    /// Whether an operation is being stored, or the server on this computer is being started.
    fn is_busy(&self) -> bool {
        !self.in_flight.is_empty() || self.local.is_starting()
    }

    /// The ledger's entry of a campaign at the chosen connection.
    fn entry(&self, campaign: &str) -> Option<&Entry> {
        self.published.entry(campaign)
    }

    /// Whether there are connections, and none of them is chosen for this library.
    fn needs_choice(&self) -> bool {
        self.connection().is_none() && !self.published.connections().is_empty()
    }
}
