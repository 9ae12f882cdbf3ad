//! Another program changed a campaign that is edited here: both versions are kept, and the user chooses which one continues.
//!
//! Conflicts wait here until nothing else is asked. The owner of the disk worker ends them as the user chose; a conflict that could not be
//! ended is met again when the campaign is saved, and so never lost.

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use uuid::Uuid;

use super::{
    file_work::{Ended, Opened},
    session::Saving,
    sessions::Sessions,
};
use crate::{
    campaign::Campaign,
    library::{Conflict, Resolution, SaveError},
};

/// Which version of a campaign is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// The one that was edited here.
    Mine,
    /// The one on the disk.
    Theirs,
    /// Both, the one that was edited here as a copy.
    Both,
}

/// An edition of a session that is in conflict with its file.
#[derive(Debug)]
pub struct Met {
    /// The session's number.
    pub session: u64,
    /// The edition that was not saved.
    pub edition: u64,
    /// Both versions.
    pub conflict: Conflict,
}

/// Something that affects conflicts.
#[derive(Debug)]
pub enum Event {
    /// A save met a conflict.
    Met(Met),
    /// Nothing else is asked now.
    Free,
    /// The user chose.
    Chosen {
        /// The conflict.
        met: Met,
        /// Which version continues.
        keep: Keep,
        /// The identity and the name of a copy, where both are kept.
        copy: (Uuid, String),
    },
    /// A conflict was ended, or not.
    Ended {
        /// The session's number.
        session: u64,
        /// The edition that was in conflict.
        edition: u64,
        /// The choice.
        keep: Keep,
        /// The result.
        result: Result<Box<Ended>, SaveError>,
    },
    /// The disk worker panicked while it ended the conflict of this session.
    BrokeOff(u64),
}

/// A request to be carried out.
#[derive(Debug)]
pub enum Request {
    /// Ask the user which version continues.
    Ask(Met),
    /// End a conflict.
    End {
        /// The conflict.
        met: Met,
        /// The choice.
        keep: Keep,
        /// What the library is to do.
        resolution: Resolution,
    },
    /// Save the session of this number: the conflict is met again.
    Save(u64),
    /// The disk did not take it.
    Complain(SaveError),
    /// A file of the library holds this campaign now.
    Listed(PathBuf, Box<Campaign>),
    /// The open campaign may have another status.
    OpenChanged,
    /// Look at this file again.
    Look(PathBuf),
    /// Open what was made.
    Open(Box<Opened>),
    /// A file is gone, and the user accepted that; the campaign's name.
    Gone(PathBuf, String),
    /// The bin holds something else now.
    ReadBin,
}

/// The conflicts that are to be asked about, oldest first.
#[derive(Debug, Default)]
pub struct Conflicts {
    waiting: Vec<Met>,
}

impl Conflicts {
    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event, sessions: &mut Sessions) -> Vec<Request> {
        match event {
            Event::Met(met) => {
                self.put(met);
                Vec::new()
            }
            Event::Free => self.next(sessions).map(Request::Ask).into_iter().collect(),
            Event::Chosen {
                met,
                keep,
                copy: (id, name),
            } => {
                let resolution = match keep {
                    Keep::Mine => Resolution::KeepMine,
                    Keep::Theirs => Resolution::TakeTheirs,
                    Keep::Both => Resolution::KeepBoth { id, name },
                };
                vec![Request::End { met, keep, resolution }]
            }
            Event::Ended {
                session,
                edition,
                keep,
                result,
            } => self.ended(session, edition, keep, result, sessions),
            Event::BrokeOff(session) => vec![Request::Save(session)],
        }
    }

    /// Only the newest conflict of a campaign matters.
    fn put(&mut self, met: Met) {
        self.waiting.retain(|waiting| waiting.session != met.session);
        self.waiting.push(met);
    }

    /// The next conflict that is still undecided.
    fn next(&mut self, sessions: &mut Sessions) -> Option<Met> {
        while !self.waiting.is_empty() {
            let met = self.waiting.remove(0);
            let session = sessions.of(met.session);
            if session.is_some_and(|session| *session.saving() == Saving::Undecided) {
                return Some(met);
            }
        }
        None
    }

    fn ended(
        &mut self,
        number: u64,
        edition: u64,
        keep: Keep,
        result: Result<Box<Ended>, SaveError>,
        sessions: &mut Sessions,
    ) -> Vec<Request> {
        let ended = match result {
            Ok(ended) => *ended,
            // It changed again: the same question, with the current version.
            Err(SaveError::Conflict(conflict)) => {
                self.put(Met {
                    session: number,
                    edition,
                    conflict: *conflict,
                });
                return Vec::new();
            }
            Err(error @ SaveError::Failed { .. }) => return vec![Request::Complain(error), Request::Save(number)],
        };
        let Some(session) = sessions.of(number) else {
            return Vec::new();
        };
        let path = session.path().to_owned();
        let mut requests = match (keep, ended.resolved.open) {
            (Keep::Mine, Some(stored)) => {
                let listed = Request::Listed(stored.tag.path.clone(), Box::new(stored.campaign));
                session.note_kept(stored.tag, edition);
                vec![listed]
            }
            (Keep::Theirs, Some(stored)) => {
                session.take_outside(stored);
                vec![Request::OpenChanged]
            }
            (Keep::Both, Some(copy)) => {
                // The edits made here continue in the copy; the file's own session has the file's content.
                match ended.theirs {
                    Some(theirs) => {
                        session.take_outside(theirs);
                    }
                    None => sessions.forget(number),
                }
                vec![Request::Look(path), Request::Open(Box::new(Opened::fresh(copy)))]
            }
            (Keep::Mine | Keep::Both, None) => Vec::new(),
            // The file is gone, and the edit is in the bin.
            (Keep::Theirs, None) => vec![Request::Gone(path, session.campaign().name.clone())],
        };
        requests.push(Request::ReadBin);
        requests
    }
}
