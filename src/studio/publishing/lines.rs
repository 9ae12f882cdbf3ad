//! The state of each connection, as reported by the courier.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::publish::{Event, Reason};

/// The state of a connection.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum ConnectionState {
    /// Nothing was heard yet.
    #[default]
    Unknown,
    /// It answers.
    Online,
    /// It does not answer; it is retried automatically.
    Offline(Reason),
    /// Nothing goes out until the user does something.
    Stopped(Reason),
}

/// The state of each connection, by identity.
#[derive(Debug, Default)]
pub(super) struct Lines {
    lines: HashMap<String, ConnectionState>,
    /// When each last reported the state of its campaigns.
    heard: HashMap<String, DateTime<Utc>>,
}

impl Lines {
    /// All of these answer.
    pub(super) fn online(connections: impl Iterator<Item = String>) -> Self {
        Self {
            lines: connections.map(|id| (id, ConnectionState::Online)).collect(),
            heard: HashMap::new(),
        }
    }

    /// Each line that is known.
    pub(super) fn all(&self) -> &HashMap<String, ConnectionState> {
        &self.lines
    }

    /// The state of a connection.
    pub(super) fn of(&self, connection: &str) -> ConnectionState {
        self.lines.get(connection).cloned().unwrap_or_default()
    }

    /// When a connection last reported the state of its campaigns.
    pub(super) fn heard(&self, connection: &str) -> Option<DateTime<Utc>> {
        self.heard.get(connection).copied()
    }

    /// Takes over an event of the instant `now`. Returns whether a line has changed.
    pub(super) fn note(&mut self, event: &Event, now: DateTime<Utc>) -> bool {
        let (connection, line) = match event {
            Event::Refreshed { connection, .. } => {
                self.heard.insert(connection.clone(), now);
                (connection, ConnectionState::Online)
            }
            Event::Waiting {
                connection,
                subject: None,
                reason,
                ..
            } => (connection, ConnectionState::Offline(reason.clone())),
            Event::Stopped { connection, reason } => (connection, ConnectionState::Stopped(reason.clone())),
            Event::Online { connection } => (connection, ConnectionState::Online),
            Event::Sent { about, .. } | Event::Refused { about, .. } | Event::Conflict { about, .. } => {
                (&about.key.connection, ConnectionState::Online)
            }
            Event::Waiting { subject: Some(_), .. }
            | Event::Sending(_)
            | Event::Ended { .. }
            | Event::Trouble(_)
            | Event::Idle => return false,
        };
        self.lines.insert(connection.clone(), line.clone()) != Some(line)
    }

    /// Forgets the state of a connection.
    pub(super) fn forget(&mut self, connection: &str) {
        self.lines.remove(connection);
    }
}
