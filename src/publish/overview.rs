//! A read-only overview of what publishing keeps, which takes no lock: for diagnosing failures.

use std::path::Path;

use chrono::{DateTime, Utc};
use url::Url;

use super::connection::is_loopback;
use super::{ConnectionError, Connections, Ledger, Outbox};
use crate::redact;

/// How many refusals are listed.
const LAST_REFUSALS: usize = 10;

/// The content of the publishing folder, without names, contents and tokens.
#[derive(Debug)]
pub struct Overview {
    /// The kind and the host of each connection: `this computer, http, 127.0.0.1:7000`.
    pub connections: Result<Vec<String>, ConnectionError>,
    /// How many operations wait.
    pub waiting: usize,
    /// When the oldest of them was requested, as far as its identity shows.
    pub oldest: Option<DateTime<Utc>>,
    /// How many operations were damaged and put aside.
    pub damaged: usize,
    /// How many campaigns wait for a choice between two versions.
    pub conflicts: usize,
    /// The last refusals, oldest first.
    pub refusals: Vec<Refused>,
}

/// An operation that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// When.
    pub at: DateTime<Utc>,
    /// What was requested.
    pub what: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The kind of problem, as Beckon's own backends name kinds.
    pub problem: Option<String>,
}

impl Overview {
    /// Looks at a folder, which need not exist.
    pub fn of(folder: &Path) -> Overview {
        let outbox = Outbox::at(folder.join("outbox"));
        let (waiting, oldest) = outbox.waiting_since();
        let entries = Ledger::at(folder.join("ledger")).all();
        let mut refusals: Vec<Refused> = entries
            .iter()
            .filter_map(|entry| entry.refusal.as_ref())
            .map(|refusal| Refused {
                at: refusal.at,
                what: refusal.what.id(),
                status: refusal.answer.status,
                problem: refusal
                    .answer
                    .problem
                    .as_deref()
                    .map(|kind| redact::word(kind).to_owned()),
            })
            .collect();
        refusals.sort_by_key(|refused| refused.at);
        Overview {
            connections: Connections::new(folder)
                .list()
                .map(|list| list.iter().map(|connection| described(&connection.url)).collect()),
            waiting,
            oldest,
            damaged: outbox.put_aside().len(),
            conflicts: entries.iter().filter(|entry| entry.conflict.is_some()).count(),
            refusals: refusals.split_off(refusals.len().saturating_sub(LAST_REFUSALS)),
        }
    }
}

fn described(address: &str) -> String {
    let Ok(address) = Url::parse(address) else {
        return "an address that cannot be read".to_owned();
    };
    let kind = if is_loopback(&address) {
        "this computer"
    } else {
        "backend"
    };
    format!("{kind}, {}, {}", address.scheme(), redact::host(&address))
}
