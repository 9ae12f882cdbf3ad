//! Which campaign is open: what is read for it, what is shown at once, and how the previous one is left with all its state.
//!
//! Takes [`Event`]s and returns [`Request`]s; the owner of the disk worker reads. Of several campaigns that are asked for, the newest is
//! opened, and what was open stays on the screen until it is there.

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::{
    file_work::{Opened, Recovered},
    inquiry::Inquiry,
    session::{FileState, Session},
    sessions::Sessions,
};
use crate::{
    campaign::Campaign,
    library::{LoadError, TroubleKind, Why},
};

/// A request for a campaign: its number, and the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    number: u64,
    /// The file.
    pub path: PathBuf,
}

/// Something that affects which campaign is open. `T` is what may be done once a campaign is open.
#[derive(Debug)]
pub enum Event<T> {
    /// The campaign of a file is wanted, and something to do there.
    Wanted(PathBuf, Option<T>),
    /// The library was listed; its first readable campaign.
    Listed(Option<PathBuf>),
    /// A campaign was read.
    Read(Ticket, Result<Box<Opened>, LoadError>),
    /// The disk worker panicked while it read a campaign.
    BrokeOff,
    /// A campaign was made, restored or imported.
    Made(Box<Opened>),
    /// Drafts that an interrupted run left unsaved were found.
    Recovered(Vec<Recovered>),
    /// The editing session of the open campaign has ended, though it stays open.
    EditingEnded,
    /// A file of the library is gone; the one next to it in the list.
    Gone(PathBuf, Option<PathBuf>),
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request<T> {
    /// Read a campaign. A request that still waits is not needed any more.
    Read(Ticket),
    /// Keep versions of a campaign that was edited.
    KeepVersions(FileState, Vec<(Campaign, Why, DateTime<Utc>)>),
    /// The session of this number is not shown any more.
    Left(u64),
    /// Another campaign is open now.
    Shown,
    /// Look whether another program changed the file of the session of this number.
    Look(u64),
    /// Save the session of this number.
    Save(u64),
    /// What was to be done once the campaign is open.
    Do(T),
    /// The file is not in the library any more.
    Missing(PathBuf),
    /// The campaign could not be read.
    Complain(LoadError),
}

/// What is being opened.
#[derive(Debug)]
pub struct Opening<T> {
    reads: Inquiry<Ticket, ()>,
    /// What to do once the newest one is open.
    then: Option<T>,
    /// How many campaigns were read.
    begun: u64,
}

impl<T> Default for Opening<T> {
    fn default() -> Self {
        Self {
            reads: Inquiry::default(),
            then: None,
            begun: 0,
        }
    }
}

impl<T> Opening<T> {
    /// The file that is being read.
    pub fn path(&self) -> Option<&Path> {
        self.reads.newest().map(|ticket| ticket.path.as_path())
    }

    /// Handles `event` at the instant `now`, and returns the requests.
    pub fn on(&mut self, event: Event<T>, sessions: &mut Sessions, now: DateTime<Utc>) -> Vec<Request<T>> {
        match event {
            Event::Wanted(path, then) => self.wanted(path, then, sessions, now),
            Event::Listed(Some(first)) if sessions.open().is_none() && self.path().is_none() => {
                self.wanted(first, None, sessions, now)
            }
            Event::Listed(_) => Vec::new(),
            Event::Read(ticket, result) => self.read(ticket, result, sessions, now),
            Event::BrokeOff => {
                self.forget();
                Vec::new()
            }
            Event::Made(opened) => self.show_opened(*opened, sessions, now),
            Event::Recovered(drafts) => self.recovered(drafts, sessions, now),
            Event::EditingEnded => end_editing(sessions, now).into_iter().collect(),
            Event::Gone(path, next) => match (sessions.forget_at(&path), next) {
                (true, Some(next)) => self.wanted(next, None, sessions, now),
                (true, None) | (false, _) => Vec::new(),
            },
        }
    }

    fn wanted(
        &mut self,
        path: PathBuf,
        then: Option<T>,
        sessions: &mut Sessions,
        now: DateTime<Utc>,
    ) -> Vec<Request<T>> {
        if sessions.is_open_at(&path) {
            self.forget();
            return then.map(Request::Do).into_iter().collect();
        }
        if let Some(session) = sessions.take_parked(&path) {
            let number = session.number();
            let mut requests = self.show(session, sessions, now);
            // It is shown as it was left; changes of other programs follow.
            requests.push(Request::Look(number));
            requests.extend(then.map(Request::Do));
            return requests;
        }
        self.begun += 1;
        let ticket = Ticket {
            number: self.begun,
            path,
        };
        // The disk worker drops a reading that waits behind a newer one, so that there is none to wait for.
        self.reads.ask_at_once(ticket.clone());
        self.then = then;
        vec![Request::Read(ticket)]
    }

    fn read(
        &mut self,
        ticket: Ticket,
        result: Result<Box<Opened>, LoadError>,
        sessions: &mut Sessions,
        now: DateTime<Utc>,
    ) -> Vec<Request<T>> {
        let path = ticket.path.clone();
        self.reads.take(ticket, ());
        if self.reads.answer().is_none() {
            return Vec::new();
        }
        let then = self.then.take();
        self.forget();
        match result {
            Ok(opened) => {
                let mut requests = self.show_opened(*opened, sessions, now);
                requests.extend(then.map(Request::Do));
                requests
            }
            Err(error) => {
                let missing = matches!(&error, LoadError::Disk(error) if error.kind == TroubleKind::Missing);
                let missing = missing.then_some(Request::Missing(path));
                missing.into_iter().chain([Request::Complain(error)]).collect()
            }
        }
    }

    fn show_opened(&mut self, opened: Opened, sessions: &mut Sessions, now: DateTime<Utc>) -> Vec<Request<T>> {
        let session = sessions.begin(opened, now);
        self.show(session, sessions, now)
    }

    /// Shows a session; the previous one is left with all its state.
    fn show(&mut self, session: Session, sessions: &mut Sessions, now: DateTime<Utc>) -> Vec<Request<T>> {
        self.forget();
        let mut requests: Vec<Request<T>> = end_editing(sessions, now).into_iter().collect();
        requests.extend(sessions.leave().map(Request::Left));
        sessions.show(session, now);
        requests.push(Request::Shown);
        requests
    }

    /// Brings unsaved drafts back as edits of their campaigns: they are saved, or meet changes made meanwhile, like every other edit.
    fn recovered(&mut self, drafts: Vec<Recovered>, sessions: &mut Sessions, now: DateTime<Utc>) -> Vec<Request<T>> {
        let mut requests = Vec::new();
        for Recovered { opened, draft } in drafts {
            sessions.forget_at(&opened.stored.tag.path);
            requests.extend(self.show_opened(opened, sessions, now));
            if let Some(session) = sessions.open_mut() {
                session.recover("edit-recover", draft);
                requests.push(Request::Save(session.number()));
            }
        }
        requests
    }

    fn forget(&mut self) {
        self.reads.forget();
        self.then = None;
    }
}

/// Ends the editing session of the open campaign: its states before and after become versions.
fn end_editing<T>(sessions: &mut Sessions, now: DateTime<Utc>) -> Option<Request<T>> {
    let session = sessions.open_mut()?;
    let opened_at = session.opened_at();
    let begun_with = session.end_editing()?;
    let versions = vec![
        (begun_with, Why::Opened, opened_at),
        (session.campaign().clone(), Why::Edited, now),
    ];
    Some(Request::KeepVersions(session.file(), versions))
}
