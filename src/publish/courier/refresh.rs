//! Asking a backend how its campaigns stand: statuses, what visitors did, and whether somebody else changed anything.
//!
//! Never touches a campaign for which something waits, and never takes a version for known that nobody here has seen: a launch over
//! such a one stays a conflict.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::answer::{Item, Kind, document, items, kind, words};
use super::errand::resource;
use super::event::Event;
use super::exchange::NoWay;
use super::pace::{Due, Whose};
use super::rounds::Rounds;
use super::wire::{Request, Wire};
use crate::campaign::{Campaign, to_value};
use crate::library::LibraryError;
use crate::publish::intention::as_on_site;
use crate::publish::{Entry, Status};

/// How many documents are asked for in one go.
const MOST_DOCUMENTS: usize = 50;

impl Rounds {
    /// Asks a backend how its campaigns stand, and notes it in the ledger. Does nothing while the connection waits or is stopped.
    ///
    /// # Errors
    /// When the disk does not do its part.
    pub fn refresh(
        &mut self,
        connection: &str,
        now: DateTime<Utc>,
        tell: &mut dyn FnMut(Event),
    ) -> Result<(), LibraryError> {
        let whose = Whose::Connection(connection.to_owned());
        if self.timetable.due(&whose, now) != Due::Now {
            return Ok(());
        }
        let (known, wire) = match self.open(connection) {
            Ok(way) => way,
            Err(no_way) => {
                self.stop(connection, no_way, tell);
                return Ok(());
            }
        };
        let answer = wire.send(&Request::get("api/v1/campaigns"));
        let (why, hint) = match answer {
            Err(error) => (error.to_string(), error.hint().to_owned()),
            Ok(response) => match (kind(&response, now), items(&response)) {
                (Kind::Fine, Some(items)) => {
                    self.answered(connection, tell);
                    let noted = self.note(connection, &items, wire.as_ref(), now);
                    self.give_back(known, wire);
                    tell(Event::Refreshed {
                        connection: connection.to_owned(),
                        changed: noted?,
                    });
                    return Ok(());
                }
                (Kind::Unauthorized, _) => {
                    let no_way = NoWay {
                        why: "the backend does not accept the token".to_owned(),
                        hint: "give the connection a token that is valid, then try again".to_owned(),
                    };
                    self.stop(connection, no_way, tell);
                    return Ok(());
                }
                _ => (
                    words(&response).0,
                    "check the connection's address; it is tried again by itself".to_owned(),
                ),
            },
        };
        let until = self.wait(whose, now);
        tell(Event::Waiting {
            connection: connection.to_owned(),
            campaign: None,
            until,
            why,
            hint,
        });
        Ok(())
    }

    /// Notes what a list says; true when anything in the ledger changed.
    fn note(
        &mut self,
        connection: &str,
        items: &[Item],
        wire: &dyn Wire,
        now: DateTime<Utc>,
    ) -> Result<bool, LibraryError> {
        let busy: HashSet<String> = self
            .post
            .outbox
            .queue()?
            .waiting
            .into_iter()
            .filter(|queued| queued.connection == connection)
            .map(|queued| queued.campaign)
            .collect();
        let mut known: HashMap<String, Entry> = HashMap::new();
        for entry in self.post.ledger.of_connection(connection) {
            known.insert(entry.campaign.clone(), entry);
        }
        let mut documents = MOST_DOCUMENTS;
        let mut changed = false;
        for item in items.iter().filter(|item| !busy.contains(&item.id)) {
            let old = known.remove(&item.id);
            // It is there, and how it stands is not known: what was known of it stays.
            if item.status.is_none() {
                continue;
            }
            let mut entry = old
                .clone()
                .unwrap_or_else(|| Entry::new(connection, &item.id, &item.name));
            compare(&mut entry, item, wire, &mut documents);
            changed |= self.write(entry, old, now)?;
        }
        for (campaign, old) in known {
            if old.status.is_none() || busy.contains(&campaign) {
                continue;
            }
            let gone = Entry {
                status: None,
                etag: None,
                live: None,
                changed_there: false,
                ..old.clone()
            };
            changed |= self.write(gone, Some(old), now)?;
        }
        Ok(changed)
    }

    fn write(&self, entry: Entry, old: Option<Entry>, now: DateTime<Utc>) -> Result<bool, LibraryError> {
        if old.as_ref() == Some(&entry) {
            return Ok(false);
        }
        self.post.ledger.put(&Entry {
            heard_at: Some(now),
            ..entry
        })?;
        Ok(true)
    }
}

/// Takes over what an item says, asking for documents where the item alone does not tell.
fn compare(entry: &mut Entry, item: &Item, wire: &dyn Wire, documents: &mut usize) {
    entry.status = item.status;
    entry.counts = item.counts;
    entry.launched_at.clone_from(&item.launched_at);
    let mut ask = |path: String| {
        *documents = documents.checked_sub(1)?;
        let response = wire.send(&Request::get(path)).ok()?;
        let etag = response.etag.clone();
        (response.status == 200)
            .then(|| document(&response))
            .flatten()
            .map(|document| (document, etag))
    };
    let resource = resource(&item.id);
    let mark = item.mark();
    if entry.etag.as_deref().is_some_and(|etag| etag != mark) {
        // Somebody paused or launched it, which is noted above; or they changed it.
        if let Some((theirs, etag)) = ask(resource.clone()) {
            let same = entry.live.as_ref().is_some_and(|live| says_the_same(live, &theirs));
            entry.changed_there = !same;
            if same {
                entry.etag = etag;
            }
        }
    }
    if entry.live.is_none()
        && item.status == Some(Status::Live)
        && let Some((live, _)) = ask(format!("{resource}?version=live"))
    {
        entry.live = Some(Box::new(live));
    }
}

fn says_the_same(one: &Campaign, other: &Campaign) -> bool {
    to_value(&as_on_site(one)) == to_value(&as_on_site(other))
}
