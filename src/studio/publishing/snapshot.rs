//! The state of publishing on the disk, read in the background.

use std::collections::{HashMap, HashSet};

use crate::{
    library::Library,
    publish::{Connection, DataDir, Entry, Queued, Subject, last_launch},
    studio::trouble,
};

/// The state on the disk of publishing one library.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Snapshot {
    /// The library's identity; empty if nothing was ever launched from it.
    pub library: String,
    /// Where campaigns can be published to.
    pub connections: Vec<Connection>,
    /// The library's ledger: by connection, then by campaign.
    pub entries: HashMap<String, HashMap<String, Entry>>,
    /// What the ledger says of the library's site document, by connection.
    pub sites: HashMap<String, Entry>,
    /// Its waiting operations, oldest first.
    pub waiting: Vec<Queued>,
    /// The connections for which something of other libraries waits.
    pub busy_elsewhere: HashSet<String>,
}

impl Snapshot {
    /// Reads everything about a library.
    ///
    /// # Errors
    /// When connections or outbox cannot be read.
    pub fn read(data_dir: &DataDir, library: &Library) -> trouble::Result<Self> {
        let connections = data_dir.connections.list()?;
        let id = data_dir.libraries.find(library.dir()).unwrap_or_default();
        // The outbox first: an operation that ends in between then shows up twice rather than not at all.
        let waiting = data_dir.outbox.queue()?.waiting;
        let (waiting, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|queued| queued.key.library == id);
        let (mut entries, mut sites) = (HashMap::new(), HashMap::new());
        for connection in connections.iter().filter(|_| !id.is_empty()) {
            let mut by_campaign = HashMap::new();
            for entry in data_dir.ledger.of_connection(&id, &connection.id) {
                match &entry.subject {
                    Subject::Campaign(campaign) => drop(by_campaign.insert(campaign.clone(), entry)),
                    Subject::Site => drop(sites.insert(connection.id.clone(), entry)),
                }
            }
            entries.insert(connection.id.clone(), by_campaign);
        }
        Ok(Self {
            entries,
            sites,
            library: id,
            connections,
            waiting,
            busy_elsewhere: others.into_iter().map(|queued| queued.key.connection).collect(),
        })
    }

    /// When a campaign was last launched, at whichever connection (RFC 3339).
    pub fn last_launch(&self, campaign: &str) -> Option<&str> {
        last_launch(self.entries.values().filter_map(|entries| entries.get(campaign)))
    }

    /// Whether a connection has anything live, or anything waits for it.
    pub fn is_used(&self, connection: &str) -> bool {
        let live = |entry: &Entry| entry.status == Some(crate::publish::Status::Live);
        let waits = self.waiting.iter().any(|queued| queued.key.connection == connection);
        waits
            || self.busy_elsewhere.contains(connection)
            || self
                .entries
                .get(connection)
                .is_some_and(|entries| entries.values().any(live))
    }
}

/// Assigns an earlier version's data, which names no library, to this library. Once per start is enough.
///
/// # Errors
/// When the disk fails.
pub fn adopt(data_dir: &DataDir, library: &Library) -> trouble::Result<()> {
    if !data_dir.is_behind() {
        return Ok(());
    }
    let campaigns = || -> HashSet<String> {
        let entries = library.entries().into_iter().flatten();
        entries
            .filter_map(|entry| Some(entry.content.ok()?.campaign.id))
            .collect()
    };
    let id = data_dir.libraries.name(library.dir())?;
    Ok(data_dir.adopt(&id, campaigns)?)
}
