//! Keeping work: drafts are saved by themselves when typing pauses, unsaved keystrokes are written down, and what the disk does not take is
//! tried again until it does.

use std::{path::PathBuf, time::Duration};

use super::{App, Event};
use crate::{
    desktop::{
        dialogs::{Dialog, RecoveryDialog},
        widgets::Toast,
    },
    library::{SaveError, Saved, Unsaved},
    studio::{
        action::Action,
        file_work,
        session::{NotSaved, SaveFailure, Saving, Session},
        tasks::Key,
        tone::Tone,
    },
};

/// How soon unsaved keystrokes are written down, and typing that paused is looked at again.
const SOON: Duration = Duration::from_millis(400);
/// How long an editing session may rest before it counts as ended.
const RESTS: chrono::TimeDelta = chrono::TimeDelta::minutes(30);
/// How long to wait before a save is tried again, at first and at most.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LAST_RETRY: Duration = Duration::from_secs(30);

/// The subject of messages about what is not saved.
pub(super) const NOT_SAVED: &str = "not saved";

/// What the disk worker is doing for the open campaigns.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// The revision whose keystrokes were written down last.
    noted: u64,
    /// When the open campaign was last edited.
    edited_at: Option<(u64, chrono::DateTime<chrono::Utc>)>,
    /// What is done once an edition is saved.
    after: Vec<AfterSave>,
}

/// Something that has to wait until an edition of a session is in its file.
#[derive(Debug)]
struct AfterSave {
    session: u64,
    edition: u64,
    resolve: super::connecting::Choose,
}

impl App {
    /// Saves what is idle and unsaved; writes down what is still being typed. `now` is the time since the app started.
    pub(super) fn keep(&mut self, ctx: &egui::Context, now: Duration) {
        if self.is_picture {
            if let Some(session) = &mut self.session {
                session.note_saved(session.edition());
            }
            return;
        }
        if let Some(settings) = self.settings.unwritten() {
            self.tasks.disk(Some(Key::Settings), "busy-settings", move || {
                settings.write();
                Event::Done
            });
        }
        self.keep_open(ctx, now);
        self.mind_rest();
    }

    fn keep_open(&mut self, ctx: &egui::Context, now: Duration) {
        let Some(session) = &mut self.session else { return };
        if !session.is_unsaved() {
            return;
        }
        let (number, edition, revision) = (session.number(), session.edition(), session.revision());
        let idle = session.is_idle(now);
        let asked = match session.saving() {
            Saving::Fine => false,
            Saving::Running(running) => *running == edition,
            Saving::Failed(failed) => failed.edition == edition,
            // The user has to choose first; until then keystrokes are written down.
            Saving::Undecided => true,
        };
        let undecided = *session.saving() == Saving::Undecided;
        if idle && !asked {
            return self.save_session(number);
        }
        if (!idle || undecided) && self.keeping.noted != revision {
            self.keeping.noted = revision;
            let (library, file, campaign) = (self.library.clone(), session.file(), session.campaign().clone());
            self.tasks.disk(Some(Key::Note(number)), "busy-note", move || {
                file_work::note(&library, &file, &campaign);
                Event::Done
            });
        }
        if !idle {
            ctx.request_repaint_after(SOON);
        }
    }

    /// Ends an editing session that has rested for long.
    fn mind_rest(&mut self) {
        let now = self.clock.now();
        let Some(session) = self.session.as_ref().filter(|session| session.is_edited()) else {
            return;
        };
        let revision = session.revision();
        match self.keeping.edited_at {
            Some((known, at)) if known == revision => {
                if now - at > RESTS {
                    self.end_editing();
                }
            }
            _ => self.keeping.edited_at = Some((revision, now)),
        }
    }

    /// Saves a session that is not shown; one that is shown is saved when typing pauses.
    pub(super) fn save_if_left(&mut self, number: u64) {
        let is_open = self.session.as_ref().is_some_and(|session| session.number() == number);
        if !is_open {
            self.save_session(number);
        }
    }

    /// Hands the newest edition of a session to the disk worker.
    pub(super) fn save_session(&mut self, number: u64) {
        self.save_later(number, None);
    }

    fn save_later(&mut self, number: u64, delay: Option<Duration>) {
        if self.is_picture {
            return;
        }
        let now = self.clock.now();
        let Some(session) = self.session_of(number) else { return };
        if !session.is_unsaved() {
            return;
        }
        let edition = session.edition();
        let (file, history) = (session.file(), session.history());
        // What could not be saved is said until it is.
        let saving = match session.saving().clone() {
            Saving::Failed(failed) => Saving::Failed(NotSaved { edition, ..failed }),
            Saving::Fine | Saving::Running(_) | Saving::Undecided => Saving::Running(edition),
        };
        session.set_saving(saving);
        let library = self.library.clone();
        let job = move || Event::Saved {
            session: number,
            edition,
            result: Box::new(file_work::save(&library, &file, &history, now)),
        };
        let key = Some(Key::Save(number));
        match delay {
            Some(delay) => self.tasks.disk_later(key, "busy-save", delay, job),
            None => self.tasks.disk(key, "busy-save", job),
        }
    }

    /// Does something once the newest edition of a session is in its file; at once if it is.
    pub(super) fn after_save(&mut self, number: u64, resolve: super::connecting::Choose) {
        let Some(session) = self.session_of(number) else { return };
        if !session.is_unsaved() {
            return self.choose(resolve);
        }
        let edition = session.edition();
        self.keeping.after.push(AfterSave {
            session: number,
            edition,
            resolve,
        });
        self.save_session(number);
    }

    /// Takes over what became of a save.
    pub(super) fn saved(&mut self, number: u64, edition: u64, result: Result<Saved, SaveError>) {
        let Some(session) = self.session_of(number) else { return };
        match result {
            Ok(_) => {
                session.note_saved(edition);
                let is_open = self.session.as_ref().is_some_and(|session| session.number() == number);
                if is_open {
                    self.refresh_item();
                }
                self.folder_took_it();
                let (due, later) = std::mem::take(&mut self.keeping.after)
                    .into_iter()
                    .partition(|after| after.session == number && after.edition <= edition);
                self.keeping.after = later;
                due.into_iter().for_each(|after: AfterSave| self.choose(after.resolve));
            }
            Err(SaveError::Conflict(conflict)) => {
                session.set_saving(Saving::Undecided);
                self.ask_about_conflict(number, edition, *conflict);
            }
            Err(SaveError::Failed { error, rescued }) => {
                let trouble = NotSaved {
                    why: SaveFailure::Disk(error),
                    rescued,
                    attempts: 0,
                    edition,
                };
                self.not_saved(number, trouble);
            }
        }
    }

    /// The disk worker broke off while it saved.
    pub(super) fn save_crashed(&mut self, number: u64) {
        let Some(session) = self.session_of(number) else { return };
        let edition = session.edition();
        let trouble = NotSaved {
            why: SaveFailure::BrokeOff,
            rescued: None,
            attempts: 0,
            edition,
        };
        self.not_saved(number, trouble);
    }

    fn not_saved(&mut self, number: u64, trouble: NotSaved) {
        let kind = trouble.why.kind();
        let Some(session) = self.session_of(number) else { return };
        let attempts = match session.saving() {
            Saving::Failed(failed) => failed.attempts + 1,
            Saving::Fine | Saving::Running(_) | Saving::Undecided => 1,
        };
        let name = session.campaign().name.clone();
        session.set_saving(Saving::Failed(NotSaved { attempts, ..trouble }));
        self.folder_refused(kind);
        if attempts == 1 {
            // Said once; the badge and the banner, which say why, stay until it is saved.
            let text = self.text.tv("save-failed", &[("name", name.into())]);
            let again = self.text.t("save-again");
            let toast = Toast {
                text,
                tone: Tone::Danger,
                action: Some((again, Action::SaveAgain)),
            };
            self.toasts.push_about(NOT_SAVED, toast);
        }
        let doubled = FIRST_RETRY.saturating_mul(1 << (attempts - 1).min(5));
        self.save_later(number, Some(doubled.min(LAST_RETRY)));
    }

    /// Tries again to save whatever is not saved.
    pub(super) fn save_again(&mut self) {
        self.save_all(|_| true);
        self.watching.look();
    }

    /// Saves whatever is not saved and need not be asked about.
    pub(super) fn save_decided(&mut self) {
        self.save_all(|session| *session.saving() != Saving::Undecided);
    }

    fn save_all(&mut self, which: impl Fn(&Session) -> bool) {
        let unsaved = self
            .all_sessions()
            .filter(|session| session.is_unsaved() && which(session));
        let unsaved: Vec<u64> = unsaved.map(Session::number).collect();
        unsaved.into_iter().for_each(|number| self.save_session(number));
        self.tasks.hurry();
    }

    /// Reads what an interrupted run left unsaved.
    pub(super) fn look_for_unsaved(&mut self) {
        let library = self.library.clone();
        self.write(None, "busy-open", move || Event::Pending(library.recovery().pending()));
    }

    /// Offers what an interrupted run left unsaved.
    pub(super) fn ask_about_unsaved(&mut self, pending: Vec<Unsaved>) {
        if !pending.is_empty() {
            self.show_when_free(Dialog::Recovery(RecoveryDialog { pending }));
        }
    }

    /// Finds what unsaved drafts belong to.
    pub(super) fn recover(&mut self, drafts: Vec<Unsaved>) {
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks.disk(None, "busy-open", move || {
            Event::Recovered(file_work::recover(&library, drafts, now))
        });
    }

    /// Forgets what an interrupted run left unsaved.
    pub(super) fn forget_unsaved(&mut self, paths: Vec<PathBuf>) {
        let library = self.library.clone();
        self.tasks.disk(None, "busy-save", move || {
            paths.iter().for_each(|path| library.recovery().clear(path));
            Event::Done
        });
    }

    /// Brings unsaved drafts back as edits of their campaigns: they are saved, or met by what changed meanwhile, like every other edit.
    pub(super) fn recovered(&mut self, drafts: Vec<file_work::Recovered>) {
        for file_work::Recovered { opened, draft } in drafts {
            let path = opened.stored.stamp.path.clone();
            self.parked.take(&path);
            if self.is_open(&path) {
                self.session = None;
            }
            self.show_opened(opened);
            let Some(session) = &mut self.session else { continue };
            session.recover("edit-recover", draft);
            let number = session.number();
            self.save_session(number);
        }
    }
}
