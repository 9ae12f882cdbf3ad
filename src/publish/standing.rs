//! The standing of a draft at a connection: a pure function of the draft, the ledger and the outbox.

use super::bundle::for_each_picture;
use super::{Entry, EntryKey, Queued, Status};
use crate::campaign::{Campaign, looks_alike};

/// The standing of a draft at a connection, gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Somebody else changed it there; the user has to choose.
    Conflict,
    /// An operation was requested and is not done yet.
    Waiting,
    /// The last operation was refused.
    Refused,
    /// On the site, equal to the draft.
    Live,
    /// On the site, but the draft has changed since.
    ChangedSinceLaunch,
    /// Was on the site, and is off it for now.
    Paused,
    /// Not on the site.
    Draft,
}

impl Standing {
    /// The identifier in machine-readable output.
    pub fn id(self) -> &'static str {
        match self {
            Standing::Conflict => "conflict",
            Standing::Waiting => "waiting",
            Standing::Refused => "refused",
            Standing::Live => "live",
            Standing::ChangedSinceLaunch => "changed_since_launch",
            Standing::Paused => "paused",
            Standing::Draft => "draft",
        }
    }
}

/// Returns the standing of a draft: `entry` is the ledger's for library and connection, `pending` everything waiting in the outbox.
pub fn standing(
    draft: &Campaign,
    library: &str,
    connection: &str,
    entry: Option<&Entry>,
    pending: &[Queued],
) -> Standing {
    let key = EntryKey::new(library, connection, &draft.id);
    let waits = |queued: &&Queued| queued.key == key;
    let conflicting = |queued: &Queued| {
        let conflict = entry.and_then(|entry| entry.conflict.as_ref());
        conflict.is_some_and(|conflict| conflict.intention == queued.id)
    };
    let mut waiting = pending.iter().filter(waits).peekable();
    if waiting.peek().is_some() {
        return match waiting.any(conflicting) {
            true => Standing::Conflict,
            false => Standing::Waiting,
        };
    }
    let Some(entry) = entry else { return Standing::Draft };
    if entry.refusal.is_some() {
        return Standing::Refused;
    }
    match entry.status {
        None | Some(Status::Draft) => Standing::Draft,
        Some(Status::Paused) => Standing::Paused,
        Some(Status::Live) if says_what_is_live(draft, entry) => Standing::Live,
        Some(Status::Live) => Standing::ChangedSinceLaunch,
    }
}

/// Whether visitors could not notice a difference between the draft and what was launched from here. They never get the name.
pub fn says_what_is_live(draft: &Campaign, entry: &Entry) -> bool {
    let Some(live) = &entry.live else { return false };
    let mut draft = draft.clone();
    for_each_picture(&mut draft, |name| {
        if let Some(new) = entry.renamed.get(name.as_str()) {
            name.clone_from(new);
        }
    });
    !entry.changed_there && looks_alike(&draft, live)
}

/// Returns when a campaign was last launched, at any connection (RFC 3339), as its file should say; `None` when it never was.
///
/// A launch is noted in the ledger first and then in the draft's file. A crash between the two leaves the file outdated; code that
/// opens the draft compares with this and repairs it.
pub fn last_launch<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Option<&'a str> {
    let launched = entries.into_iter().filter_map(|entry| entry.launched_at.as_deref());
    let instant = |text: &&str| chrono::DateTime::parse_from_rfc3339(text).ok();
    launched.max_by_key(instant)
}
