//! The site document on its way: one request stores it, and what an answer means for it. Pure.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;

use super::answer::{Kind, is_json, kind, words};
use super::errand::{MOST_ROUNDS, Verdict, common, over, progress, refused, stranger, unreadable};
use super::reason::Reason;
use super::transport::{Method, Precondition, Request, Response};
use crate::campaign::{SiteDifference, SiteDocument};
use crate::publish::{Conflict, Document, Entry, Intention, Outcome, RefusalCause, Status};

/// The resource, relative to a connection's address.
pub(super) const RESOURCE: &str = "api/v1/site";

/// The request that stores the document.
pub(super) fn request(intention: &Intention, site: &SiteDocument, entry: &Entry) -> Request {
    let progress = progress(intention.id, entry);
    Request {
        method: Method::Put,
        path: RESOURCE.to_owned(),
        precondition: progress.expected.map_or(Precondition::Absent, Precondition::Is),
        key: Some(format!("{}.{}.put", intention.id, progress.round)),
        body: Some(sent(site, entry).to_json().into_bytes()),
    }
}

/// The document as it is sent. What is known here of the one that it replaces does not change before it has.
fn sent(site: &SiteDocument, entry: &Entry) -> SiteDocument {
    entry
        .live_site()
        .map_or_else(|| site.clone(), |live| site.keeping_unknown_of(live))
}

/// What the answer to [`request`] makes of it.
pub(super) fn digest(
    intention: &Intention,
    site: &SiteDocument,
    entry: &Entry,
    response: &Response,
    now: DateTime<Utc>,
) -> Verdict {
    match kind(response, now) {
        Kind::Fine => stored(intention, site, entry, response, now),
        Kind::Changed => Verdict::AskTheirs,
        Kind::Gone => not_taken(intention, entry, response, now),
        Kind::No if is_nowhere(response) => not_taken(intention, entry, response, now),
        Kind::No if matches!(response.status, 400 | 413 | 422) => {
            refused(intention, entry, RefusalCause::SiteUnfit, words(response), now)
        }
        Kind::No | Kind::Unauthorized | Kind::Later { .. } | Kind::Stranger => common(intention, entry, response, now),
    }
}

/// What the backend's document means for one that it refused to replace.
pub(super) fn digest_theirs(
    intention: &Intention,
    site: &SiteDocument,
    entry: &Entry,
    response: &Response,
    now: DateTime<Utc>,
) -> Verdict {
    match kind(response, now) {
        Kind::Fine => {}
        // It lost its document: there is nothing to choose.
        Kind::Gone => return once_more(intention, entry),
        Kind::No if is_nowhere(response) => return not_taken(intention, entry, response, now),
        Kind::No | Kind::Changed | Kind::Unauthorized | Kind::Later { .. } | Kind::Stranger => {
            return common(intention, entry, response, now);
        }
    }
    let (theirs, etag) = match (SiteDocument::from_json(&response.body), response.etag.clone()) {
        (Ok(theirs), Some(etag)) => (theirs, etag),
        (Err(_), Some(_)) if is_json(response) => {
            return unreadable(intention, entry, now);
        }
        (Ok(_) | Err(_), _) => return stranger(),
    };
    if SiteDifference::between(&theirs, site).is_empty() {
        // It has what would be sent, or it is ours from so long ago that the backend forgot the key.
        return done(intention, theirs, etag, None, entry, now);
    }
    let mut entry = entry.clone();
    entry.progress = Some(progress(intention.id, &entry));
    entry.conflict = Some(Conflict {
        intention: intention.id,
        what: intention.what(),
        theirs: Some(Document::Site(Box::new(theirs))),
        etag: Some(etag),
        pictures: Default::default(),
        at: now,
    });
    entry.heard_at = Some(now);
    Verdict::Conflict(Box::new(entry))
}

fn stored(
    intention: &Intention,
    site: &SiteDocument,
    entry: &Entry,
    response: &Response,
    now: DateTime<Utc>,
) -> Verdict {
    let etag = response.etag.clone().filter(|etag| !etag.is_empty());
    let said: Option<Value> = is_json(response)
        .then(|| serde_json::from_slice(&response.body).ok())
        .flatten();
    // A network's sign-in page may have an entity tag, too.
    let (Some(etag), Some(said)) = (etag, said.filter(|said| said["name"] == site.name.as_str())) else {
        return stranger();
    };
    let at = said["updated_at"].as_str().map(str::to_owned);
    done(intention, sent(site, entry), etag, at, entry, now)
}

fn done(
    intention: &Intention,
    live: SiteDocument,
    etag: String,
    at: Option<String>,
    entry: &Entry,
    now: DateTime<Utc>,
) -> Verdict {
    let at = at.unwrap_or_else(|| now.to_rfc3339_opts(SecondsFormat::Secs, true));
    Verdict::Over(Box::new(Entry {
        status: Some(Status::Live),
        etag: Some(etag),
        live: Some(Document::Site(Box::new(live))),
        launched_at: Some(at),
        changed_there: false,
        ..over(intention, entry, Outcome::Done, now)
    }))
}

/// The document is sent to a backend that has none.
fn once_more(intention: &Intention, entry: &Entry) -> Verdict {
    let mut progress = progress(intention.id, entry);
    if progress.round >= MOST_ROUNDS {
        return Verdict::Later {
            asked: None,
            everywhere: false,
            reason: Reason::KeepsChanging,
        };
    }
    progress.round += 1;
    progress.expected = None;
    Verdict::Further(Box::new(Entry {
        status: None,
        etag: None,
        live: None,
        progress: Some(progress),
        ..entry.clone()
    }))
}

/// Whether nothing at that address takes the request, whatever is in it.
fn is_nowhere(response: &Response) -> bool {
    matches!(response.status, 404 | 405 | 410 | 501)
}

/// A backend of an earlier version, or something else, which has no place for the document.
fn not_taken(intention: &Intention, entry: &Entry, response: &Response, now: DateTime<Utc>) -> Verdict {
    refused(intention, entry, RefusalCause::NoSiteThere, words(response), now)
}
