//! Another program changed a campaign that is edited here: both versions are kept, and the user chooses which one continues.

use super::{App, Event};
use crate::{
    desktop::dialogs::{ConflictDialog, Dialog, Keep},
    library::{Conflict, Resolution, SaveError},
    studio::{
        file_work::{self, Ended, Opened},
        session::Saving,
        tone::Tone,
    },
};

/// A conflict that is to be asked about.
pub(super) struct Unasked {
    session: u64,
    edition: u64,
    conflict: Conflict,
}

impl App {
    /// Asks which version continues, once the open dialog is closed.
    pub(super) fn ask_about_conflict(&mut self, session: u64, edition: u64, conflict: Conflict) {
        // Only the newest conflict of a campaign matters.
        self.unasked.retain(|unasked| unasked.session != session);
        self.unasked.push(Unasked {
            session,
            edition,
            conflict,
        });
        self.ask_next_conflict();
    }

    /// Shows the next conflict that waits, if nothing else is asked.
    pub(super) fn ask_next_conflict(&mut self) {
        if self.dialog.is_some() || self.unasked.is_empty() {
            return;
        }
        let Unasked {
            session,
            edition,
            conflict,
        } = self.unasked.remove(0);
        let undecided = |app: &mut Self| {
            let found = app.sessions.of(session);
            found.is_some_and(|session| *session.saving() == Saving::Undecided)
        };
        if undecided(self) {
            let language = self.text.language();
            let dialog = ConflictDialog::new(session, edition, conflict, language);
            self.dialog = Some(Dialog::Conflict(Box::new(dialog)));
        }
    }

    /// Ends a conflict as the user chose.
    pub(super) fn resolve(&mut self, dialog: ConflictDialog, keep: Keep) {
        let (session, edition, conflict) = dialog.into_parts();
        let name = self.copy_name()(&conflict.mine.name);
        let choice = match keep {
            Keep::Mine => Resolution::KeepMine,
            Keep::Theirs => Resolution::TakeTheirs,
            Keep::Both => Resolution::KeepBoth {
                id: crate::clock::new_id(),
                name,
            },
        };
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks.disk(None, "busy-save", move || Event::Resolved {
            session,
            edition,
            keep,
            result: Box::new(file_work::resolve(&library, conflict, choice, now)),
        });
    }

    /// A conflict was ended, or not.
    pub(super) fn resolved(&mut self, number: u64, edition: u64, keep: Keep, result: Result<Ended, SaveError>) {
        let ended = match result {
            Ok(ended) => ended,
            // It changed again: the same question, with the current version.
            Err(SaveError::Conflict(conflict)) => return self.ask_about_conflict(number, edition, *conflict),
            Err(error @ SaveError::Failed { .. }) => return self.complain(&error),
        };
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        let path = session.path().to_owned();
        match (keep, ended.resolved.open) {
            (Keep::Mine, Some(stored)) => {
                let moved = stored.tag.path.clone();
                session.note_kept(stored.tag, edition);
                self.note_item(&moved, &stored.campaign);
            }
            (Keep::Theirs, Some(stored)) => {
                session.take_outside(stored);
                self.refresh_item();
            }
            (Keep::Both, Some(copy)) => {
                // The edits made here continue in the copy; the file's own session has the file's content.
                match ended.theirs {
                    Some(theirs) => {
                        session.take_outside(theirs);
                    }
                    None => self.sessions.forget(number),
                }
                self.look_at_files(vec![path], Vec::new());
                self.show_opened(Opened::fresh(copy));
            }
            (Keep::Mine | Keep::Both, None) => {}
            // The file is gone, and the edit is in the bin.
            (Keep::Theirs, None) => {
                let name = session.campaign().name.clone();
                self.forget_file(&path);
                let text = self.text.tv("deleted-too", &[("name", name.into())]);
                self.say(Tone::Neutral, text);
            }
        }
        self.read_bin();
        self.ask_next_conflict();
    }
}
