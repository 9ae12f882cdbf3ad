//! The state of the server on this computer: whether there is one, and whether and why it starts.

use chrono::{DateTime, TimeDelta, Utc};

use super::LocalServer;

/// How long the server of another window that was found again, and still does not answer, is left alone.
const LOST_AGAIN: TimeDelta = TimeDelta::seconds(3);

/// The server on this computer.
#[derive(Debug)]
pub(super) enum Local {
    /// No server: nothing can be published, or there is no folder for the server.
    None,
    /// Not running; started as soon as it is needed.
    Off,
    /// It could not be started. It is not tried again unless the user asks for something that needs it.
    Failed,
    /// It is being started.
    Starting(For),
    /// It runs: here, or in another window.
    On {
        /// The server.
        server: LocalServer,
        /// When it was looked for because the server of another window did not answer.
        lost_at: Option<DateTime<Utc>>,
    },
}

/// What the server is started for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum For {
    /// Campaigns that are live there, wait for it or are going there.
    Campaigns,
    /// An operation, whose own job starts it.
    Operation,
    /// The demo of the campaign of this identity.
    Demo(String),
    /// The server of another window was found not to answer at this instant.
    Lost(DateTime<Utc>),
}

impl Local {
    pub(super) fn new(possible: bool) -> Self {
        if possible { Self::Off } else { Self::None }
    }

    pub(super) fn is_starting(&self) -> bool {
        matches!(self, Self::Starting(_))
    }

    /// Where it answers.
    pub(super) fn url(&self) -> Option<&str> {
        match self {
            Self::On { server, .. } => Some(server.url()),
            Self::None | Self::Off | Self::Failed | Self::Starting(_) => None,
        }
    }

    /// Takes over a server that was started or found. Returns the campaign whose demo it was started for.
    pub(super) fn run(&mut self, found: LocalServer) -> Option<String> {
        match std::mem::replace(self, Self::Off) {
            // It is the same one: found by its address, which ends when ours ends.
            Self::On { server, lost_at } if server.is_ours() && !found.is_ours() => {
                *self = Self::On { server, lost_at };
                None
            }
            before => {
                let (demo, lost_at) = match before {
                    Self::Starting(For::Demo(campaign)) => (Some(campaign), None),
                    Self::Starting(For::Lost(at)) => (None, Some(at)),
                    Self::Starting(For::Campaigns | For::Operation)
                    | Self::On { .. }
                    | Self::None
                    | Self::Off
                    | Self::Failed => (None, None),
                };
                *self = Self::On { server: found, lost_at };
                demo
            }
        }
    }

    /// Notes that it could not be started. A server that runs meanwhile keeps running.
    pub(super) fn fail(&mut self) {
        if !matches!(self, Self::On { .. }) {
            *self = Self::Failed;
        }
    }

    /// Notes that no operation on its way would start it any more.
    pub(super) fn no_operation_starts_it(&mut self) {
        if matches!(self, Self::Starting(For::Operation)) {
            *self = Self::Off;
        }
    }

    /// Allows another try, at the user's request.
    pub(super) fn forgive(&mut self) {
        if matches!(self, Self::Failed) {
            *self = Self::Off;
        }
    }

    /// Whether the server is another window's, which has to be looked for again now that it does not answer.
    pub(super) fn is_lost(&self, now: DateTime<Utc>) -> bool {
        match self {
            Self::On { server, lost_at } => {
                !server.is_ours() && lost_at.is_none_or(|at| (now - at).abs() >= LOST_AGAIN)
            }
            Self::None | Self::Off | Self::Failed | Self::Starting(_) => false,
        }
    }

    /// Gives the running server away to be restarted for the demo of a campaign, if its shop looks different from `brand`.
    pub(super) fn restart_for(&mut self, campaign: &str, brand: &crate::popup::Brand) -> Option<LocalServer> {
        match std::mem::replace(self, Self::Off) {
            Self::On { server, .. } if server.looks_otherwise(brand) => {
                *self = Self::Starting(For::Demo(campaign.to_owned()));
                Some(server)
            }
            as_before => {
                *self = as_before;
                None
            }
        }
    }

    /// Ends it. Returns the server if it runs.
    pub(super) fn end(&mut self) -> Option<LocalServer> {
        match std::mem::replace(self, Self::None) {
            Self::On { server, .. } => Some(server),
            Self::None | Self::Off | Self::Failed | Self::Starting(_) => None,
        }
    }
}
