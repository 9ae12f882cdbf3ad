//! What the disk says of publishing, read beside the window.

use std::collections::HashMap;

use crate::publish::{Connection, Entry, Post, Queued, last_launch};

/// What the disk says of publishing.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Where campaigns can be published to.
    pub connections: Vec<Connection>,
    /// The ledger: by connection, then by campaign.
    pub entries: HashMap<String, HashMap<String, Entry>>,
    /// What waits, in the order of wishing.
    pub waiting: Vec<Queued>,
}

impl Snapshot {
    /// Reads everything.
    ///
    /// # Errors
    /// Error and remedy, when connections or outbox cannot be read.
    pub fn read(post: &Post) -> Result<Self, (String, String)> {
        let connections = post
            .connections
            .list()
            .map_err(|error| (error.to_string(), error.hint().to_owned()))?;
        // The outbox first: what ends in between is then told twice rather than not at all.
        let waiting = post
            .outbox
            .queue()
            .map_err(|error| (error.to_string(), error.hint().to_owned()))?
            .waiting;
        let of = |connection: &Connection| {
            let entries = post.ledger.of_connection(&connection.id).into_iter();
            let by_campaign = entries.map(|entry| (entry.campaign.clone(), entry)).collect();
            (connection.id.clone(), by_campaign)
        };
        Ok(Self {
            entries: connections.iter().map(of).collect(),
            connections,
            waiting,
        })
    }

    /// When a campaign was last launched, at whichever connection (RFC 3339).
    pub fn last_launch(&self, campaign: &str) -> Option<&str> {
        last_launch(self.entries.values().filter_map(|entries| entries.get(campaign)))
    }

    /// Whether a connection has anything live, or anything waits for it.
    pub fn is_used(&self, connection: &str) -> bool {
        let live = |entry: &Entry| entry.status == Some(crate::publish::Status::Live);
        let waits = self.waiting.iter().any(|queued| queued.connection == connection);
        waits
            || self
                .entries
                .get(connection)
                .is_some_and(|entries| entries.values().any(live))
    }
}
