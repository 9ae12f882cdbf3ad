//! Keeping work: drafts are saved by themselves when typing pauses, unsaved keystrokes are written down, and another program's changes are
//! never overwritten.

use std::{sync::PoisonError, time::Duration};

use super::{App, Event};
use crate::{
    campaign::Campaign,
    desktop::{
        action::Action,
        dialogs::{ConflictDialog, Dialog, RecoveryDialog},
        session::FileState,
        widgets::Tone,
    },
    library::{Library, SaveError, Saved},
};

/// How soon unsaved keystrokes are written down, and typing that paused is looked at again.
const SOON: Duration = Duration::from_millis(400);

/// What is being saved, and what could not be.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    saving: bool,
    /// The revision that was written down last.
    noted: u64,
    /// Why the newest revision is not saved: error and remedy. Stays until a save succeeds.
    pub(super) failed: Option<(String, String)>,
}

/// Saves one after the other: each takes over what the one before it left in the file.
pub(super) fn save(library: &Library, file: &FileState, campaign: &Campaign) -> Result<Saved, SaveError> {
    let mut stamp = file.lock().unwrap_or_else(PoisonError::into_inner);
    let saved = library.save(&stamp, campaign)?;
    *stamp = saved.stamp().clone();
    Ok(saved)
}

impl App {
    /// Saves what is idle and unsaved; writes down what is still being typed. `now` is the time since the app started.
    pub(super) fn keep(&mut self, ctx: &egui::Context, now: Duration) {
        let Some(session) = &mut self.session else { return };
        if !session.is_unsaved() || self.keeping.saving || self.keeping.failed.is_some() || self.dialog_holds_conflict()
        {
            return;
        }
        let Some(session) = &mut self.session else { return };
        let idle = session.is_idle(now);
        let (revision, file, campaign) = (session.revision(), session.file(), session.campaign().clone());
        let (library, path) = (self.library.clone(), session.path().to_owned());
        if idle {
            self.keeping.saving = true;
            self.tasks.start(move || {
                let result = save(&library, &file, &campaign);
                Event::Saved {
                    path,
                    revision,
                    result: Box::new(result),
                }
            });
            return;
        }
        if self.keeping.noted != revision {
            self.keeping.noted = revision;
            self.tasks.start(move || {
                let base = file.lock().map(|stamp| stamp.hash).ok();
                // A failure here is told by the save that follows.
                let _ = library.recovery().note(&path, base, &campaign);
                Event::Noted
            });
        }
        ctx.request_repaint_after(SOON);
    }

    /// Saves the open campaign now, before it is left. False when it could not be, and the user has to choose.
    pub(super) fn flush(&mut self) -> bool {
        let Some(session) = &self.session else { return true };
        if !session.is_unsaved() {
            return true;
        }
        let revision = session.revision();
        let result = save(&self.library, &session.file(), session.campaign());
        let path = session.path().to_owned();
        let good = result.is_ok();
        self.saved(&path, revision, result);
        good
    }

    /// Takes over what became of a save.
    pub(super) fn saved(&mut self, path: &std::path::Path, revision: u64, result: Result<Saved, SaveError>) {
        self.keeping.saving = false;
        match result {
            Ok(_) => {
                self.keeping.failed = None;
                if let Some(session) = self.session.as_mut().filter(|session| session.path() == path) {
                    session.note_saved(revision);
                }
                self.refresh_item();
            }
            Err(SaveError::Conflict(conflict)) => self.dialog = Some(Dialog::Conflict(ConflictDialog::new(*conflict))),
            Err(error) => {
                let hint = error.hint().to_owned();
                self.keeping.failed = Some((error.to_string(), hint.clone()));
                let text = self.text.tv(
                    "save-failed",
                    &[("error", error.to_string().into()), ("hint", hint.into())],
                );
                let again = self.text.t("save-again");
                self.say_with(Tone::Danger, text, again, Action::SaveAgain);
            }
        }
    }

    /// Whether the user still has to choose between two versions of the open campaign.
    fn dialog_holds_conflict(&self) -> bool {
        matches!(self.dialog, Some(Dialog::Conflict(_)))
    }

    /// Offers what an interrupted run left unsaved.
    pub(super) fn ask_about_unsaved(&mut self) {
        let pending = self.library.recovery().pending();
        if !pending.is_empty() {
            self.dialog = Some(Dialog::Recovery(RecoveryDialog { pending }));
        }
    }
}
