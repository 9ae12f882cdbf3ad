//! The standing of a draft, or of the site document, at a connection: a pure function of it, the ledger and the outbox.

use super::{Entry, EntryKey, Queued, Status};
use crate::campaign::{Campaign, SiteDifference, SiteDocument, looks_alike};

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
    match waiting(&EntryKey::new(library, connection, &draft.id), entry, pending) {
        Some(Waiting::ForUser) => return Standing::Conflict,
        Some(Waiting::ForBackend) => return Standing::Waiting,
        None => {}
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

/// What an operation that is not done yet waits for.
enum Waiting {
    /// For the user to choose between two versions.
    ForUser,
    /// For the backend.
    ForBackend,
}

fn waiting(key: &EntryKey, entry: Option<&Entry>, pending: &[Queued]) -> Option<Waiting> {
    let conflict = entry.and_then(|entry| entry.conflict.as_ref());
    let mut waiting = pending.iter().filter(|queued| queued.key == *key).peekable();
    waiting.peek()?;
    let contested = waiting.any(|queued| conflict.is_some_and(|conflict| conflict.intention == queued.id));
    Some(if contested {
        Waiting::ForUser
    } else {
        Waiting::ForBackend
    })
}

/// The standing of a site document at a connection, gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SiteStanding {
    /// Somebody else changed it there; the user has to choose.
    Conflict,
    /// Its publishing was requested and is not done yet.
    Waiting,
    /// Its last publishing was refused.
    Refused,
    /// It was never published there, as far as known here.
    Unpublished,
    /// The backend has it, with this many differences to what is here.
    Changed(usize),
    /// Somebody else changed it there since it was last published from here. Publishing it lets the user choose.
    ChangedThere,
    /// The backend has it as it is here.
    Live,
}

/// Returns the standing of a site document: `entry` is the ledger's for library and connection, `pending` everything waiting in the outbox.
pub fn site_standing(
    document: &SiteDocument,
    library: &str,
    connection: &str,
    entry: Option<&Entry>,
    pending: &[Queued],
) -> SiteStanding {
    match waiting(&EntryKey::site(library, connection), entry, pending) {
        Some(Waiting::ForUser) => return SiteStanding::Conflict,
        Some(Waiting::ForBackend) => return SiteStanding::Waiting,
        None => {}
    }
    let Some(entry) = entry else {
        return SiteStanding::Unpublished;
    };
    if entry.refusal.is_some() {
        return SiteStanding::Refused;
    }
    match entry.live_site() {
        None => SiteStanding::Unpublished,
        Some(_) if entry.changed_there => SiteStanding::ChangedThere,
        Some(live) => match SiteDifference::between(live, document).len() {
            0 => SiteStanding::Live,
            changes => SiteStanding::Changed(changes),
        },
    }
}

/// Whether visitors could not notice a difference between the draft and what was launched from here. They never get the name.
pub fn says_what_is_live(draft: &Campaign, entry: &Entry) -> bool {
    let Some(live) = entry.live_campaign() else {
        return false;
    };
    let mut draft = draft.clone();
    entry.name_pictures_as_published(&mut draft);
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
