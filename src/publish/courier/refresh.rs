//! Asking a backend about what was published from here: statuses, what visitors did, and whether somebody else changed anything.
//!
//! A campaign that was never launched from a library does not concern it, even if the backend has one of that identity: it may belong to
//! another library or a colleague. Never touches a campaign with waiting operations, and never treats a version as known that nobody here
//! has seen: launching over it remains a conflict.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::answer::{Item, Kind, document, items, kind, words};
use super::backoff::{Due, Whose};
use super::errand::campaign_resource;
use super::event::Event;
use super::reason::Reason;
use super::rounds::Rounds;
use super::site_errand::RESOURCE;
use super::transport::{Deadline, Request, Transport};
use crate::campaign::{Campaign, SiteDocument, to_value};
use crate::library::LibraryError;
use crate::publish::intention::as_launched;
use crate::publish::{Document, Entry, EntryKey, Status, Subject};

/// How many documents are requested in one refresh.
const MOST_DOCUMENTS: usize = 50;
/// Most time for a refresh: what remains is asked for the next time.
const LONGEST: Duration = Duration::from_secs(30);

impl Rounds {
    /// Asks a backend for the state of its campaigns, and notes it in the ledger. Does nothing while the connection waits or is stopped.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn refresh(
        &mut self,
        connection: &str,
        now: DateTime<Utc>,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<(), LibraryError> {
        let whose = Whose::Connection(connection.to_owned());
        if self.timetable.due(&whose, now) != Due::Now {
            return Ok(());
        }
        let (known, transport) = match self.open(connection) {
            Ok(way) => way,
            Err(reason) => {
                self.stop(connection, reason, on_event);
                return Ok(());
            }
        };
        let deadline = Deadline::after(LONGEST.min(self.limit));
        let answer = transport.send(&Request::get("api/v1/campaigns"), deadline.left());
        let reason = match answer {
            Err(error) => error.into(),
            Ok(response) => match (kind(&response, now), items(&response)) {
                (Kind::Fine, Some(items)) => {
                    self.answered(connection, on_event);
                    let noted = self.note(connection, &items, transport.as_ref(), deadline, now);
                    self.give_back(known, transport);
                    on_event(Event::Refreshed {
                        connection: connection.to_owned(),
                        changed: noted?,
                    });
                    return Ok(());
                }
                (Kind::Unauthorized, _) => {
                    self.stop(connection, Reason::TokenRefused, on_event);
                    return Ok(());
                }
                _ => Reason::NotListed(words(&response)),
            },
        };
        let until = self.wait(whose, now);
        on_event(Event::Waiting {
            connection: connection.to_owned(),
            subject: None,
            until,
            reason,
        });
        Ok(())
    }

    /// Notes the content of a list; true when anything in the ledger changed.
    fn note(
        &mut self,
        connection: &str,
        items: &[Item],
        transport: &dyn Transport,
        deadline: Deadline,
        now: DateTime<Utc>,
    ) -> Result<bool, LibraryError> {
        let waiting = self.data_dir.outbox.queue()?.waiting;
        let busy: HashSet<EntryKey> = waiting.into_iter().map(|queued| queued.key).collect();
        let items: HashMap<&str, &Item> = items.iter().map(|item| (item.id.as_str(), item)).collect();
        let mut asking = Asking {
            transport,
            deadline,
            left: MOST_DOCUMENTS,
        };
        let mut changed = false;
        // Asked for once, and only if it was published from here.
        let mut site: Option<SiteThere> = None;
        for library in self.data_dir.ledger.libraries_at(connection) {
            let known = self.data_dir.ledger.of_connection(&library, connection);
            for old in known.into_iter().filter(|old| !busy.contains(&old.key())) {
                let id = match &old.subject {
                    Subject::Campaign(id) => id,
                    Subject::Site => {
                        let there = site.get_or_insert_with(|| asking.ask_site(now));
                        changed |= self.write(compare_site(&old, there), &old, now)?;
                        continue;
                    }
                };
                let entry = match items.get(id.as_str()) {
                    // It exists, but its status is unknown: what was known of it stays.
                    Some(item) if item.status.is_none() => continue,
                    Some(item) => compare(&old, item, &mut asking),
                    None if old.status.is_none() => continue,
                    None => Entry {
                        status: None,
                        etag: None,
                        live: None,
                        changed_there: false,
                        ..old.clone()
                    },
                };
                changed |= self.write(entry, &old, now)?;
            }
        }
        Ok(changed)
    }

    fn write(&self, entry: Entry, old: &Entry, now: DateTime<Utc>) -> Result<bool, LibraryError> {
        if *old == entry {
            return Ok(false);
        }
        self.data_dir.ledger.put(&Entry {
            heard_at: Some(now),
            ..entry
        })?;
        Ok(true)
    }
}

/// Asks for documents, within a number and a time.
struct Asking<'w> {
    transport: &'w dyn Transport,
    deadline: Deadline,
    left: usize,
}

/// The site document of the backend.
enum SiteThere {
    /// It did not say, or not this time.
    Unknown,
    /// It has none.
    Nowhere,
    /// It has this one, with its entity tag.
    Here(Box<SiteDocument>, String),
}

impl Asking<'_> {
    fn ask_site(&self, now: DateTime<Utc>) -> SiteThere {
        let Ok(response) = self.transport.send(&Request::get(RESOURCE), self.deadline.left()) else {
            return SiteThere::Unknown;
        };
        let document = SiteDocument::from_json(&response.body);
        match (kind(&response, now), document, response.etag) {
            (Kind::Gone, _, _) => SiteThere::Nowhere,
            (Kind::Fine, Ok(document), Some(etag)) => SiteThere::Here(Box::new(document), etag),
            _ => SiteThere::Unknown,
        }
    }

    /// Returns a document and its entity tag; `None` when it does not arrive, or not this time.
    fn ask(&mut self, path: String) -> Option<(Campaign, Option<String>)> {
        self.left = self.left.checked_sub(1)?;
        let response = self.transport.send(&Request::get(path), self.deadline.left()).ok()?;
        let etag = response.etag.clone();
        (response.status == 200)
            .then(|| document(&response))
            .flatten()
            .map(|document| (document, etag))
    }
}

/// Updates an entry from an item, asking for documents where the item alone does not suffice.
fn compare(old: &Entry, item: &Item, asking: &mut Asking<'_>) -> Entry {
    let mut entry = Entry {
        status: item.status,
        counts: item.counts.clone(),
        launched_at: item.launched_at.clone(),
        ..old.clone()
    };
    let resource = campaign_resource(&item.id);
    let mark = item.mark();
    if entry.etag.as_deref().is_some_and(|etag| etag != mark) {
        // Somebody paused or launched it, which is noted above; or they changed it.
        if let Some((theirs, etag)) = asking.ask(resource.clone()) {
            let same = entry.live_campaign().is_some_and(|live| says_the_same(live, &theirs));
            entry.changed_there = !same;
            if same {
                entry.etag = etag;
            }
        }
    }
    if entry.live.is_none()
        && item.status == Some(Status::Live)
        && let Some((live, _)) = asking.ask(format!("{resource}?version=live"))
    {
        entry.live = Some(Document::Campaign(Box::new(live)));
    }
    entry
}

/// Updates the entry of the site document. Another version there is not known here: publishing over it is a conflict.
fn compare_site(old: &Entry, there: &SiteThere) -> Entry {
    let Some(live) = old.live_site() else {
        return old.clone();
    };
    match there {
        SiteThere::Unknown => old.clone(),
        SiteThere::Nowhere => Entry {
            status: None,
            etag: None,
            live: None,
            changed_there: false,
            ..old.clone()
        },
        SiteThere::Here(theirs, etag) => match theirs.to_value() == live.to_value() {
            true => Entry {
                etag: Some(etag.clone()),
                changed_there: false,
                ..old.clone()
            },
            false => Entry {
                changed_there: old.etag.as_ref() != Some(etag),
                ..old.clone()
            },
        },
    }
}

fn says_the_same(one: &Campaign, other: &Campaign) -> bool {
    to_value(&as_launched(one)) == to_value(&as_launched(other))
}
