//! The user's decisions about a waiting operation: a conflict's outcome, a refusal that was read, a connection that is given up.

use super::event::{Choice, Event};
use super::rounds::{Rounds, about};
use crate::library::LibraryError;
use crate::publish::ledger::Progress;
use crate::publish::{Entry, EntryKey, Outcome, Queued, Subject};

impl Rounds {
    /// Ends a conflict as the user chose. Without a conflict, nothing happens.
    ///
    /// # Errors
    /// When the disk fails; the conflict then remains.
    pub fn resolve(
        &mut self,
        key: &EntryKey,
        choice: Choice,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<(), LibraryError> {
        let Some(mut entry) = self.data_dir.ledger.get(key)? else {
            return Ok(());
        };
        let Some(conflict) = entry.conflict.take() else {
            return Ok(());
        };
        let waiting = self.waiting(|queued| queued.key == *key)?;
        let waits = waiting.iter().any(|queued| queued.id == conflict.intention);
        match choice {
            Choice::KeepMine if !waits => {
                // Its operation has ended; later operations find out for themselves what the backend has.
                let about_it = |progress: &Progress| progress.intention == conflict.intention;
                entry.progress = entry.progress.filter(|progress| !about_it(progress));
                // A power cut may restore its file.
                if entry.last.is_none_or(|(last, _)| last != conflict.intention) {
                    entry.last = Some((conflict.intention, Outcome::GivenUp));
                }
                self.data_dir.ledger.put(&entry)?;
            }
            Choice::KeepMine => {
                let round = entry.progress.as_ref().map_or(0, |progress| progress.round);
                entry.progress = Some(Progress {
                    intention: conflict.intention,
                    // A different request from the refused one: a key is bound to the request that first used it.
                    round: round + 1,
                    expected: conflict.etag.clone(),
                    stored: None,
                });
                entry.etag = conflict.etag;
                match key.subject {
                    Subject::Campaign(_) => {}
                    // What only theirs says is kept there.
                    Subject::Site => entry.live = conflict.theirs,
                }
                self.data_dir.ledger.put(&entry)?;
            }
            Choice::TakeTheirs => {
                // First the operations, last first: a crash in between leaves a conflict, and nothing that could overwrite theirs.
                self.give_up(&waiting, on_event)?;
                entry.progress = None;
                entry.last = Some((conflict.intention, Outcome::GivenUp));
                if conflict.etag.is_none() {
                    entry.status = None;
                }
                entry.etag = conflict.etag;
                entry.live = match key.subject {
                    // What of their version is on the site is found by asking.
                    Subject::Campaign(_) => None,
                    // All of it is.
                    Subject::Site => conflict.theirs,
                };
                entry.renamed.clear();
                entry.changed_there = false;
                self.data_dir.ledger.put(&entry)?;
            }
        }
        Ok(())
    }

    /// Forgets that the last operation was refused.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn dismiss(&mut self, key: &EntryKey) -> Result<(), LibraryError> {
        match self.data_dir.ledger.get(key)? {
            Some(entry) if entry.refusal.is_some() => self.data_dir.ledger.put(&Entry { refusal: None, ..entry }),
            _ => Ok(()),
        }
    }

    /// Gives up everything that waits for a connection. An operation already begun may still have been carried out.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn abandon(&mut self, connection: &str, on_event: &mut dyn FnMut(Event)) -> Result<(), LibraryError> {
        let waiting = self.waiting(|queued| queued.key.connection == connection)?;
        self.give_up(&waiting, on_event)?;
        for queued in &waiting {
            if let Some(entry) = self.data_dir.ledger.get(&queued.key)? {
                self.data_dir.ledger.put(&Entry {
                    progress: None,
                    conflict: None,
                    last: Some((queued.id, Outcome::GivenUp)),
                    ..entry
                })?;
            }
        }
        Ok(())
    }

    /// Gives up what waits for connections that no longer exist. Nothing is given up where no list of connections was ever kept; what
    /// another process is sending just now is left alone.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn drop_orphans(&mut self, on_event: &mut dyn FnMut(Event)) -> Result<(), LibraryError> {
        if !self.data_dir.connections.are_kept() {
            return Ok(());
        }
        // A list that cannot be read does not show what is missing from it.
        let Ok(known) = self.data_dir.connections.list() else {
            return Ok(());
        };
        let mut orphans = self.connections_waited_for(on_event)?;
        orphans.retain(|id| !known.iter().any(|one| one.id == *id));
        for connection in orphans {
            if let Some(_lock) = self.data_dir.try_lock(&connection)? {
                self.abandon(&connection, on_event)?;
            }
        }
        Ok(())
    }

    fn waiting(&self, wanted: impl Fn(&Queued) -> bool) -> Result<Vec<Queued>, LibraryError> {
        let mut waiting = self.data_dir.outbox.queue()?.waiting;
        waiting.retain(wanted);
        Ok(waiting)
    }

    fn give_up(&self, waiting: &[Queued], on_event: &mut dyn FnMut(Event)) -> Result<(), LibraryError> {
        for queued in waiting.iter().rev() {
            self.data_dir.outbox.remove(&queued.path)?;
            on_event(Event::Ended {
                about: about(queued),
                outcome: Outcome::GivenUp,
            });
        }
        Ok(())
    }
}
