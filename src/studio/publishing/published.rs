//! The status of campaigns at the connection that a library publishes to: plain data that any thread may read.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::Snapshot;
use crate::{
    campaign::{Campaign, SiteDocument},
    insight::{Window, window},
    publish::{Connection, Entry, Queued, SiteStanding, Standing, site_standing, standing},
    wording::LiveState,
};

/// The state on the disk, and the connection that counts.
#[derive(Debug, Clone, Default)]
pub struct Published {
    snapshot: Arc<Snapshot>,
    wanted: Option<String>,
}

/// Returns how visitors would find a campaign of this standing now, in the terms of verdicts.
pub fn live_state(standing: Standing, campaign: &Campaign, now: DateTime<Utc>) -> LiveState {
    match standing {
        Standing::Conflict => LiveState::Conflict,
        Standing::Waiting => LiveState::Waiting,
        Standing::Refused => LiveState::Refused,
        Standing::ChangedSinceLaunch => LiveState::Changed,
        Standing::Paused => LiveState::Paused,
        Standing::Draft => LiveState::Draft,
        Standing::Live => match window(campaign, now) {
            Window::Open => LiveState::Live,
            Window::NotYet(from) => LiveState::Scheduled(from),
            Window::Over(until) => LiveState::Ended(until),
        },
    }
}

impl Published {
    /// `wanted` is the connection that the user chose for this library. Without a choice, the only one there is counts as chosen.
    pub fn new(snapshot: Arc<Snapshot>, wanted: Option<String>) -> Self {
        Self { snapshot, wanted }
    }

    /// What the disk says.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.snapshot.clone()
    }

    /// The connection that the user chose, which may be gone by now.
    pub fn wanted(&self) -> Option<&str> {
        self.wanted.as_deref()
    }

    /// Every connection.
    pub fn connections(&self) -> &[Connection] {
        &self.snapshot.connections
    }

    /// The connection that this library publishes to.
    pub fn connection(&self) -> Option<&Connection> {
        let all = &self.snapshot.connections;
        let chosen = all.iter().find(|one| Some(one.id.as_str()) == self.wanted.as_deref());
        chosen.or(match all.as_slice() {
            [only] => Some(only),
            _ => None,
        })
    }

    /// The ledger's entry of a campaign there.
    pub fn entry(&self, campaign: &str) -> Option<&Entry> {
        let connection = self.connection()?;
        self.snapshot.entries.get(&connection.id)?.get(campaign)
    }

    /// The standing of a draft there.
    pub fn standing(&self, draft: &Campaign) -> Standing {
        match self.connection() {
            Some(connection) => standing(
                draft,
                &self.snapshot.library,
                &connection.id,
                self.entry(&draft.id),
                &self.snapshot.waiting,
            ),
            None => Standing::Draft,
        }
    }

    /// The ledger's entry of the library's site document there.
    pub fn site_entry(&self) -> Option<&Entry> {
        self.snapshot.sites.get(&self.connection()?.id)
    }

    /// The standing of the library's site document there.
    pub fn site_standing(&self, document: &SiteDocument) -> SiteStanding {
        match self.connection() {
            Some(connection) => site_standing(
                document,
                &self.snapshot.library,
                &connection.id,
                self.site_entry(),
                &self.snapshot.waiting,
            ),
            None => SiteStanding::Unpublished,
        }
    }

    /// What waits for that connection.
    pub fn waiting(&self) -> impl Iterator<Item = &Queued> {
        let connection = self.connection().map(|connection| connection.id.as_str());
        let here = move |queued: &&Queued| Some(queued.key.connection.as_str()) == connection;
        self.snapshot.waiting.iter().filter(here)
    }

    /// Whether anything was ever published of a campaign, or waits to be.
    pub fn knows(&self, campaign: &str) -> bool {
        let waits = |queued: &Queued| queued.key.subject.is_campaign(campaign);
        self.entry(campaign).is_some() || self.snapshot.waiting.iter().any(waits)
    }
}
