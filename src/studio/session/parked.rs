//! Campaigns that were open earlier in this window: with their undo histories, and with any unsaved work.

use std::path::Path;

use super::Session;

/// Most bytes, roughly, kept for fully saved campaigns: dropped ones are read from the disk again.
const MOST_WEIGHT: usize = 64 << 20;

/// Sessions that are not shown, the one that was left last at the end.
#[derive(Debug, Default)]
pub struct Parked(Vec<Session>);

impl Parked {
    /// Keeps a session. The oldest ones that are saved make room.
    pub fn put(&mut self, session: Session) {
        self.0.push(session);
        let mut weight: usize = self.0.iter().map(Session::weight).sum();
        while weight > MOST_WEIGHT {
            let last = self.0.len() - 1;
            let Some(place) = self.0[..last].iter().position(|session| !session.is_unsaved()) else {
                return;
            };
            weight -= self.0.remove(place).weight();
        }
    }

    /// Hands out the session of a file, to be shown again.
    pub fn take(&mut self, path: &Path) -> Option<Session> {
        let place = self.0.iter().position(|session| session.path() == path)?;
        Some(self.0.remove(place))
    }

    /// All sessions.
    pub fn iter(&self) -> impl Iterator<Item = &Session> {
        self.0.iter()
    }

    /// All sessions, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Session> {
        self.0.iter_mut()
    }

    /// Forgets a session.
    pub fn forget(&mut self, number: u64) {
        self.0.retain(|session| session.number() != number);
    }
}
