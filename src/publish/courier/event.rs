//! What the courier reports while it works.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::reason::Reason;
use crate::publish::{Conflict, EntryKey, Outcome, Refusal, SendError, Status, Subject, What};
use crate::redact;

/// Something that happened. Its content is already on the disk.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// An operation is being carried out for the first time.
    Sending(About),
    /// An operation is done.
    Sent {
        /// Which.
        about: About,
        /// Its status now; `None` when the backend does not have it.
        status: Option<Status>,
        /// When it was last launched, by the backend's clock (RFC 3339): to be written into a campaign's file.
        launched_at: Option<String>,
    },
    /// An operation ended in another way: given up, or superseded by a later one.
    Ended {
        /// Which.
        about: About,
        /// How.
        outcome: Outcome,
    },
    /// The backend will not carry out an operation; the draft is untouched.
    Refused {
        /// Which.
        about: About,
        /// Why.
        refusal: Refusal,
    },
    /// Somebody else changed it there. The operation waits for the user's choice.
    Conflict {
        /// Which.
        about: About,
        /// Both versions.
        conflict: Box<Conflict>,
    },
    /// Nothing goes out to a connection, or nothing about one subject, before an instant; then it is retried.
    Waiting {
        /// The connection's identity.
        connection: String,
        /// What alone waits, when it is not all.
        subject: Option<Subject>,
        /// When it is tried again.
        until: DateTime<Utc>,
        /// Why.
        reason: Reason,
    },
    /// Nothing goes out to a connection until the user does something.
    Stopped {
        /// The connection's identity.
        connection: String,
        /// Why.
        reason: Reason,
    },
    /// A connection that waited or was stopped answers again.
    Online {
        /// The connection's identity.
        connection: String,
    },
    /// The backend reported the state of its campaigns: statuses and counts.
    Refreshed {
        /// The connection's identity.
        connection: String,
        /// Whether that was new, and noted in the ledger.
        changed: bool,
    },
    /// A file of the outbox cannot be sent, or the disk fails. Nothing else is held up.
    Trouble(SendError),
    /// Nothing to do for now: everything that still waits is waiting for an instant or for the user.
    Idle,
}

impl Event {
    /// Writes it into the log.
    pub fn record(&self) {
        let id = |text: &str| redact::id(text);
        match self {
            Event::Sending(about) => about.record("sending"),
            Event::Sent { about, status, .. } => {
                about.record("sent");
                let standing = match status {
                    None => "not-there",
                    Some(Status::Draft) => "draft",
                    Some(Status::Live) => "live",
                    Some(Status::Paused) => "paused",
                };
                tracing::info!(
                    campaign = about.key.subject.redacted(),
                    standing,
                    "stands at the backend"
                );
            }
            Event::Ended { about, outcome } => about.record(match outcome {
                Outcome::Done => "done",
                Outcome::Refused => "refused",
                Outcome::GivenUp => "given-up",
                Outcome::Superseded => "superseded",
            }),
            Event::Refused { about, refusal } => {
                let problem = refusal.answer.problem.as_deref().map_or("none", redact::word);
                let (what, campaign, status) = (about.what.id(), about.key.subject.redacted(), refusal.answer.status);
                tracing::error!(what, campaign, status, problem, "refused");
            }
            Event::Conflict { about, .. } => {
                let (what, campaign) = (about.what.id(), about.key.subject.redacted());
                tracing::warn!(what, campaign, "conflict: somebody else changed it at the backend");
            }
            Event::Waiting {
                connection,
                subject,
                until,
                reason,
            } => {
                let campaign = subject.as_ref().map_or_else(|| "all".to_owned(), Subject::redacted);
                let (connection, why) = (id(connection), reason.id());
                tracing::warn!(connection, campaign, why, until = %until.to_rfc3339(), cause = redact::cause(reason), "tried again later");
            }
            Event::Stopped { connection, reason } => {
                let (connection, why) = (id(connection), reason.id());
                tracing::error!(
                    connection,
                    why,
                    cause = redact::cause(reason),
                    "stopped until the user acts"
                );
            }
            Event::Online { connection } => tracing::info!(connection = id(connection), "answers again"),
            Event::Refreshed { connection, changed } => {
                tracing::debug!(connection = id(connection), changed, "asked how campaigns stand");
            }
            Event::Trouble(error) => {
                let (kind, cause) = (error.id(), redact::cause(error));
                tracing::error!(kind, cause, "cannot be sent");
            }
            Event::Idle => tracing::debug!("nothing left to do"),
        }
    }
}

impl About {
    fn record(&self, outcome: &'static str) {
        let (what, campaign) = (self.what.id(), self.key.subject.redacted());
        tracing::info!(what, campaign, intention = %self.intention, outcome, "operation");
    }
}

/// Which operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The operation's identity.
    pub intention: Uuid,
    /// What of which library, at which connection.
    pub key: EntryKey,
    /// Its name.
    pub name: String,
    /// What was requested.
    pub what: What,
}

/// What the user chose in a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Carry the operation out over theirs.
    KeepMine,
    /// Give up every operation that waits for it at this connection. The conflict holds their version, which replaces the draft.
    TakeTheirs,
}
