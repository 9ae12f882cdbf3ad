//! One operation on its way: which request comes next, and what an answer means for it. Pure.

use chrono::{DateTime, TimeDelta, Utc};

use super::answer::{Kind, current_etag, document, identity, is_json, is_problem, item, kind, words};
use super::reason::Reason;
use super::site_errand;
use super::transport::{Method, Precondition, Request, Response, TransportError};
use crate::campaign::to_value;
use crate::publish::intention::as_launched;
use crate::publish::ledger::Progress;
use crate::publish::{
    Answer, Conflict, Document, Entry, Intention, Operation, Outcome, Refusal, RefusalCause, Status, Subject,
};

/// How often a version with the same content is taken for ours before it is left alone for a while.
pub(super) const MOST_ROUNDS: u32 = 20;

/// What an answer means for an operation.
#[derive(Debug, PartialEq)]
pub(super) enum Verdict {
    /// One step further, with more to come.
    Further(Box<Entry>),
    /// The operation's end.
    Over(Box<Entry>),
    /// The backend's version is another one: look at it.
    AskTheirs,
    /// The user has to choose.
    Conflict(Box<Entry>),
    /// Try again later.
    Later {
        asked: Option<TimeDelta>,
        everywhere: bool,
        reason: Reason,
    },
    /// Only the user can help.
    Stop(Reason),
}

/// The resource of a subject, relative to a connection's address.
pub(super) fn resource(subject: &Subject) -> String {
    match subject {
        Subject::Campaign(id) => campaign_resource(id),
        Subject::Site => site_errand::RESOURCE.to_owned(),
    }
}

/// The resource of a campaign, relative to a connection's address.
pub(super) fn campaign_resource(campaign: &str) -> String {
    let mut path = String::from("api/v1/campaigns/");
    // A segment of dots alone would climb.
    let dots = campaign.bytes().all(|byte| byte == b'.');
    for byte in campaign.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_~".contains(&byte) || (byte == b'.' && !dots) {
            path.push(char::from(byte));
        } else {
            path.push_str(&format!("%{byte:02X}"));
        }
    }
    path
}

/// Returns the progress of an operation: as noted in the ledger, else its beginning.
pub(super) fn progress(intention: uuid::Uuid, entry: &Entry) -> Progress {
    let noted = entry.progress.clone().filter(|noted| noted.intention == intention);
    noted.unwrap_or_else(|| Progress {
        intention,
        round: 0,
        expected: entry.etag.clone(),
        stored: None,
    })
}

/// The next request of an operation.
pub(super) fn request(intention: &Intention, entry: &Entry) -> Request {
    let progress = progress(intention.id, entry);
    let resource = resource(&intention.subject);
    let key = |step: &str| Some(format!("{}.{}.{step}", intention.id, progress.round));
    match (&intention.operation, &progress.stored) {
        (Operation::Launch(launch), None) => Request {
            method: Method::Put,
            path: resource,
            precondition: progress.expected.clone().map_or(Precondition::Absent, Precondition::Is),
            key: key("put"),
            body: Some(launch.inlined().to_string().into_bytes()),
        },
        (Operation::Launch(_), Some(etag)) => Request {
            method: Method::Post,
            path: format!("{resource}/launch"),
            precondition: Precondition::Is(etag.clone()),
            key: key("launch"),
            body: None,
        },
        (Operation::PublishSite(site), _) => site_errand::request(intention, site, entry),
        (Operation::Pause | Operation::TakeDown, _) => match progress.expected {
            None => Request::get(resource),
            Some(etag) => take_off(&intention.operation, resource, etag, key),
        },
    }
}

/// Returns the request that takes a version off the site. It always names the version: otherwise it would be carried out over
/// any later version, if the network delivered it again.
fn take_off(operation: &Operation, resource: String, etag: String, key: impl Fn(&str) -> Option<String>) -> Request {
    let (method, path, step) = match operation {
        Operation::Pause => (Method::Post, format!("{resource}/pause"), "pause"),
        Operation::Launch(_) | Operation::TakeDown | Operation::PublishSite(_) => (Method::Delete, resource, "delete"),
    };
    Request {
        method,
        path,
        precondition: Precondition::Is(etag),
        key: key(step),
        body: None,
    }
}

/// What the answer to [`request`] makes of the operation.
pub(super) fn digest(intention: &Intention, entry: &Entry, response: &Response, now: DateTime<Utc>) -> Verdict {
    if let Operation::PublishSite(site) = &intention.operation {
        return site_errand::digest(intention, site, entry, response, now);
    }
    let Progress { stored, expected, .. } = progress(intention.id, entry);
    match (kind(response, now), &intention.operation) {
        (kind, Operation::Pause | Operation::TakeDown) if expected.is_none() => {
            learnt(kind, intention, entry, response, now)
        }
        (Kind::Fine, Operation::Launch(_)) if stored.is_none() => put_taken(intention, entry, response, now),
        (Kind::Fine, Operation::Launch(_) | Operation::Pause) => acted(intention, entry, response, now),
        (Kind::Fine, Operation::TakeDown) if response.status == 204 || is_json(response) => gone(intention, entry, now),
        (Kind::Gone, Operation::Pause | Operation::TakeDown) => gone(intention, entry, now),
        // It was there an instant ago.
        (Kind::Gone, Operation::Launch(_)) if stored.is_some() => Verdict::AskTheirs,
        (Kind::Changed, Operation::Pause) if never_launched(intention, entry, response) => {
            off_already(intention, entry, now)
        }
        (Kind::Changed, _) => Verdict::AskTheirs,
        _ => common(intention, entry, response, now),
    }
}

/// What the backend's version means for an operation that it refused to carry out over it.
pub(super) fn digest_theirs(intention: &Intention, entry: &Entry, response: &Response, now: DateTime<Utc>) -> Verdict {
    if let Operation::PublishSite(site) = &intention.operation {
        return site_errand::digest_theirs(intention, site, entry, response, now);
    }
    let (theirs, etag) = match kind(response, now) {
        Kind::Gone if intention.operation == Operation::Pause || intention.operation == Operation::TakeDown => {
            return gone(intention, entry, now);
        }
        Kind::Gone => (None, None),
        Kind::Fine => match (document(response), response.etag.clone()) {
            (Some(document), Some(etag)) => (Some(document), Some(etag)),
            (None, Some(_)) if is_json(response) => {
                return unreadable(intention, entry, now);
            }
            _ => return stranger(),
        },
        _ => return common(intention, entry, response, now),
    };
    let mut entry = entry.clone();
    let mut progress = progress(intention.id, &entry);
    if let (Operation::Launch(launch), Some(theirs)) = (&intention.operation, &theirs)
        && to_value(&as_launched(&launch.document)) == to_value(&as_launched(theirs))
    {
        // Both have the same content, or it is ours from so long ago that the backend forgot the key: nothing to choose.
        if progress.round >= MOST_ROUNDS {
            return Verdict::Later {
                asked: None,
                everywhere: false,
                reason: Reason::KeepsChanging,
            };
        }
        progress.round += 1;
        progress.stored.clone_from(&etag);
        entry.etag = etag;
        entry.progress = Some(progress);
        return Verdict::Further(Box::new(entry));
    }
    entry.conflict = Some(Conflict {
        intention: intention.id,
        what: intention.what(),
        theirs: theirs.map(|theirs| Document::Campaign(Box::new(theirs))),
        etag,
        pictures: Default::default(),
        at: now,
    });
    entry.progress = Some(progress);
    entry.heard_at = Some(now);
    Verdict::Conflict(Box::new(entry))
}

/// The backend has a document that this program cannot read.
pub(super) fn unreadable(intention: &Intention, entry: &Entry, now: DateTime<Utc>) -> Verdict {
    let answer = Answer {
        status: 409,
        problem: None,
        words: None,
        hint: None,
    };
    refused(intention, entry, RefusalCause::UnreadableThere, answer, now)
}

/// What a missing answer means for an operation.
pub(super) fn no_answer(error: TransportError) -> Verdict {
    Verdict::Later {
        asked: None,
        everywhere: true,
        reason: error.into(),
    }
}

/// Handles the answer to asking for the version to take off, since none was known here.
fn learnt(kind: Kind, intention: &Intention, entry: &Entry, response: &Response, now: DateTime<Utc>) -> Verdict {
    // The refusal names the version of a document that the backend cannot read.
    let etag = match kind {
        Kind::Gone => return gone(intention, entry, now),
        Kind::Fine if is_json(response) => response.etag.clone(),
        Kind::No if is_problem(response) => current_etag(response),
        _ => None,
    };
    let Some(etag) = etag.filter(|etag| !etag.is_empty()) else {
        return common(intention, entry, response, now);
    };
    let mut entry = entry.clone();
    let mut progress = progress(intention.id, &entry);
    progress.expected = Some(etag);
    entry.progress = Some(progress);
    Verdict::Further(Box::new(entry))
}

fn put_taken(intention: &Intention, entry: &Entry, response: &Response, now: DateTime<Utc>) -> Verdict {
    let Some(etag) = response.etag.clone().filter(|etag| !etag.is_empty()) else {
        return stranger();
    };
    // A network's sign-in page may have an entity tag, too.
    if !identity(response).is_some_and(|id| intention.subject.is_campaign(&id)) {
        return stranger();
    }
    let mut entry = entry.clone();
    let mut progress = progress(intention.id, &entry);
    progress.stored = Some(etag.clone());
    entry.progress = Some(progress);
    entry.etag = Some(etag);
    entry.status = entry.status.or(Some(Status::Draft));
    entry.heard_at = Some(now);
    Verdict::Further(Box::new(entry))
}

/// A launch or a pause was carried out.
fn acted(intention: &Intention, entry: &Entry, response: &Response, now: DateTime<Utc>) -> Verdict {
    let Some(item) = item(response).filter(|item| intention.subject.is_campaign(&item.id)) else {
        return stranger();
    };
    let mut entry = over(intention, entry, Outcome::Done, now);
    let done = match intention.operation {
        Operation::Pause => Status::Paused,
        Operation::Launch(_) | Operation::TakeDown | Operation::PublishSite(_) => Status::Live,
    };
    entry.status = item.status.or(Some(done));
    entry.etag = Some(response.etag.clone().unwrap_or_else(|| item.mark()));
    entry.changed_there = false;
    entry.counts = item.counts;
    if item.launched_at.is_some() {
        entry.launched_at = item.launched_at;
    }
    if let Operation::Launch(launch) = &intention.operation {
        entry.live = Some(Document::Campaign(Box::new(launch.document.clone())));
        entry.renamed.clone_from(&launch.renamed);
    }
    Verdict::Over(Box::new(entry))
}

/// Whether a pause found the version that is known here, and that visitors never saw.
fn never_launched(intention: &Intention, entry: &Entry, response: &Response) -> bool {
    let expected = progress(intention.id, entry).expected;
    let same = |current: String| expected.as_ref().is_none_or(|expected| *expected == current);
    response.status == 409 && is_problem(response) && current_etag(response).is_none_or(same)
}

/// Ends an operation that takes off a campaign that was never on the site: nothing is left to do.
fn off_already(intention: &Intention, entry: &Entry, now: DateTime<Utc>) -> Verdict {
    let mut entry = over(intention, entry, Outcome::Done, now);
    entry.status = Some(Status::Draft);
    entry.live = None;
    Verdict::Over(Box::new(entry))
}

fn gone(intention: &Intention, entry: &Entry, now: DateTime<Utc>) -> Verdict {
    let mut entry = over(intention, entry, Outcome::Done, now);
    entry.status = None;
    entry.etag = None;
    entry.live = None;
    entry.changed_there = false;
    entry.renamed.clear();
    Verdict::Over(Box::new(entry))
}

/// The entry of a subject whose operation has come to an end.
pub(super) fn over(intention: &Intention, entry: &Entry, outcome: Outcome, now: DateTime<Utc>) -> Entry {
    Entry {
        name: intention.name.clone(),
        progress: None,
        conflict: None,
        refusal: None,
        last: Some((intention.id, outcome)),
        heard_at: Some(now),
        ..entry.clone()
    }
}

pub(super) fn refused(
    intention: &Intention,
    entry: &Entry,
    cause: RefusalCause,
    answer: Answer,
    now: DateTime<Utc>,
) -> Verdict {
    let mut entry = over(intention, entry, Outcome::Refused, now);
    entry.refusal = Some(Refusal {
        intention: intention.id,
        what: intention.what(),
        cause,
        answer,
        at: now,
    });
    Verdict::Over(Box::new(entry))
}

/// Answers that mean the same to every request.
pub(super) fn common(intention: &Intention, entry: &Entry, response: &Response, now: DateTime<Utc>) -> Verdict {
    match kind(response, now) {
        Kind::Unauthorized if response.status == 407 => Verdict::Stop(Reason::ProxyPassword),
        Kind::Unauthorized => Verdict::Stop(Reason::TokenRefused),
        Kind::Later { asked, everywhere } => Verdict::Later {
            asked,
            everywhere,
            reason: Reason::NotNow(words(response)),
        },
        Kind::No | Kind::Gone => refused(intention, entry, RefusalCause::Answered, words(response), now),
        Kind::Fine | Kind::Changed | Kind::Stranger => stranger(),
    }
}

/// Returns the verdict for an answer not from a backend: a network's sign-in page, a proxy, or a wrong address.
pub(super) fn stranger() -> Verdict {
    Verdict::Later {
        asked: None,
        everywhere: true,
        reason: Reason::NotABackend,
    }
}
