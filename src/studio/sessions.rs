//! The campaigns of this window: the open one, and those open before with their state.
//!
//! Revisions rise across all of them, so that a revision alone identifies what is shown.

use std::{path::Path, sync::Arc};

use chrono::{DateTime, Utc};

use super::{
    file_work::Opened,
    session::{Parked, Session},
};
use crate::campaign::{Campaign, SavedAudiences};

/// Every session of the window.
#[derive(Debug, Default)]
pub struct Sessions {
    open: Option<Session>,
    parked: Parked,
    /// The number of the newest session, and so how many there have been.
    begun: u64,
    /// The highest revision that any session except the open one has had.
    revision: u64,
    /// The saved audiences of the library.
    audiences: Arc<SavedAudiences>,
}

impl Sessions {
    /// The open campaign.
    pub fn open(&self) -> Option<&Session> {
        self.open.as_ref()
    }

    /// The open campaign, to be changed.
    pub fn open_mut(&mut self) -> Option<&mut Session> {
        self.open.as_mut()
    }

    /// The file of the open campaign.
    pub fn open_path(&self) -> Option<&Path> {
        self.open().map(Session::path)
    }

    /// The revision of the open campaign; 0 when none is open.
    pub fn open_revision(&self) -> u64 {
        self.open().map_or(0, Session::revision)
    }

    /// Whether the campaign of a file is open.
    pub fn is_open_at(&self, path: &Path) -> bool {
        self.open_path() == Some(path)
    }

    /// Whether the session of a number is the open one.
    pub fn is_open(&self, number: u64) -> bool {
        self.open().is_some_and(|session| session.number() == number)
    }

    /// The session of a number, open or not.
    pub fn of(&mut self, number: u64) -> Option<&mut Session> {
        let open = self.open.as_mut().filter(|session| session.number() == number);
        open.or_else(|| self.parked.iter_mut().find(|session| session.number() == number))
    }

    /// The session of a file, open or not.
    pub fn at(&self, path: &Path) -> Option<&Session> {
        self.all().find(|session| session.path() == path)
    }

    /// What the campaign of a file says, if it is, or was, open.
    pub fn campaign_at(&self, path: &Path) -> Option<Campaign> {
        self.at(path).map(|session| session.campaign().clone())
    }

    /// What the campaign of a file means, if it is, or was, open: with the conditions of saved audiences in their places.
    pub fn inlined_at(&self, path: &Path) -> Option<Campaign> {
        self.at(path).map(|session| session.inlined().clone())
    }

    /// All sessions, open or not.
    pub fn all(&self) -> impl Iterator<Item = &Session> {
        self.open.iter().chain(self.parked.iter())
    }

    /// A session of what was read or made, not open yet.
    pub fn begin(&mut self, opened: Opened, now: DateTime<Utc>) -> Session {
        self.begun += 1;
        let mut session = Session::new(opened.stored, opened.history, now, self.begun, self.revision);
        session.know_audiences(self.audiences.clone());
        session
    }

    /// Takes over what the library's saved audiences say.
    pub fn know_audiences(&mut self, audiences: &Arc<SavedAudiences>) {
        self.audiences = audiences.clone();
        for session in self.open.iter_mut().chain(self.parked.iter_mut()) {
            session.know_audiences(audiences.clone());
        }
    }

    /// The session of a file that was open before, to be opened again.
    pub fn take_parked(&mut self, path: &Path) -> Option<Session> {
        self.parked.take(path)
    }

    /// Opens a session with a new revision, which is returned. The open one must be left before.
    pub fn show(&mut self, mut session: Session, now: DateTime<Utc>) -> u64 {
        debug_assert!(self.open.is_none(), "what is open is left first");
        self.revision += 1;
        session.show_as(self.revision, now);
        self.open = Some(session);
        self.revision
    }

    /// Leaves the open campaign, keeping its state; returns its number.
    pub fn leave(&mut self) -> Option<u64> {
        let session = self.close()?;
        let number = session.number();
        self.parked.put(session);
        Some(number)
    }

    /// Forgets the session of a number, open or not.
    pub fn forget(&mut self, number: u64) {
        if self.is_open(number) {
            self.close();
        } else {
            self.parked.forget(number);
        }
    }

    /// Forgets the session of a file, open or not; true when it was open.
    pub fn forget_at(&mut self, path: &Path) -> bool {
        if self.is_open_at(path) {
            return self.close().is_some();
        }
        self.parked.take(path);
        false
    }

    /// The highest revision that there has been.
    pub fn highest_revision(&self) -> u64 {
        self.revision.max(self.open_revision())
    }

    fn close(&mut self) -> Option<Session> {
        let session = self.open.take()?;
        self.revision = self.revision.max(session.revision());
        Some(session)
    }
}
