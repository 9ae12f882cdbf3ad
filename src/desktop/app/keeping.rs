//! Writes for [`crate::studio::keeping`], and recovers what an interrupted run left unsaved.

use std::{path::PathBuf, time::Duration};

use super::{App, Event};
use crate::{
    desktop::{
        dialogs::{Dialog, RecoveryDialog},
        widgets::Toast,
    },
    library::Unsaved,
    studio::{
        action::Action,
        conflicts::{self, Met},
        file_work, folder,
        keeping::{self, Request},
        opening,
        publishing::{self, Choose},
        settings::WindowStands,
        site,
        tasks::Key,
        tone::Tone,
    },
};

/// The subject of messages about unsaved work.
pub(super) const NOT_SAVED: &str = "not saved";

impl App {
    /// Saves unsaved work. `now` is the time since the app started.
    pub(super) fn keep(&mut self, ctx: &egui::Context, now: Duration) {
        if self.is_picture {
            if let Some(session) = self.sessions.open_mut() {
                session.note_saved(session.edition());
            }
            return;
        }
        // An edge that is being moved is written once, where it is let go.
        if !ctx.input(|input| input.pointer.any_down()) {
            self.write_settings();
        }
        if let Some(soon) = self.keep_on(keeping::Event::Tick(now)) {
            ctx.request_repaint_after(soon);
        }
    }

    /// Writes what there is to remember.
    pub(super) fn write_settings(&mut self) {
        self.settings.set_filter(&self.library_panel.filter);
        if let Some(settings) = self.settings.unwritten() {
            self.tasks.disk(Some(Key::Settings), "busy-settings", move || {
                settings.write();
                Event::Done
            });
        }
    }

    /// Notes how the window stands on the desktop.
    pub(super) fn note_window(&mut self, ctx: &egui::Context) {
        let zoom = ctx.zoom_factor();
        let stands = ctx.input(|input| {
            let window = input.viewport();
            let is_away = window.minimized.unwrap_or_default() || window.fullscreen.unwrap_or_default();
            match (is_away, window.maximized.unwrap_or_default()) {
                (true, _) => WindowStands::Away,
                (false, true) => WindowStands::Maximized,
                (false, false) => WindowStands::Free((input.content_rect().size() * zoom).into()),
            }
        });
        self.settings.note_window(stands);
    }

    /// Handles an event of keeping; returns the time after which it is to be looked at again.
    pub(super) fn keep_on(&mut self, event: keeping::Event<Choose>) -> Option<Duration> {
        if self.is_picture {
            return None;
        }
        let requests = self.keeping.on(event, &mut self.sessions, self.clock.now());
        requests
            .into_iter()
            .filter_map(|request| self.do_keeping(request))
            .min()
    }

    fn do_keeping(&mut self, request: Request<Choose>) -> Option<Duration> {
        match request {
            Request::Save {
                session,
                edition,
                delay,
            } => self.save(session, edition, delay),
            Request::Note => self.note(),
            Request::TickIn(soon) => return Some(soon),
            Request::EndEditing => self.open_on(opening::Event::EditingEnded),
            Request::Flush => self.tasks.flush(),
            Request::Ask {
                session,
                edition,
                conflict,
            } => self.conflict_on(conflicts::Event::Met(Met {
                session,
                edition,
                conflict: *conflict,
            })),
            Request::SayNotSaved(name) => self.say_not_saved(name),
            Request::FolderTookIt => self.folder_on(folder::Event::TookIt),
            Request::FolderRefused(kind) => self.folder_on(folder::Event::Refused(kind)),
            Request::OpenIsSaved => self.refresh_item(),
            Request::Do(choose) => self.publish_on(publishing::Event::ResolveConflict(choose)),
        }
        None
    }

    fn save(&mut self, number: u64, edition: u64, delay: Option<Duration>) {
        let Some(session) = self.sessions.of(number) else {
            return;
        };
        let (file, history) = (session.file(), session.history());
        let (library, now) = (self.library.clone(), self.clock.now());
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

    fn note(&mut self) {
        let Some(session) = self.sessions.open() else { return };
        let (library, file, campaign) = (self.library.clone(), session.file(), session.campaign().clone());
        self.tasks
            .disk(Some(Key::Note(session.number())), "busy-note", move || {
                file_work::note(&library, &file, &campaign);
                Event::Done
            });
    }

    /// Reports a failure to save once; the badge and the banner, which explain it, stay until it is resolved.
    fn say_not_saved(&mut self, name: String) {
        let text = self.text.tv("save-failed", &[("name", name.into())]);
        let again = self.text.t("save-again");
        let toast = Toast {
            text,
            tone: Tone::Danger,
            action: Some((again, Action::SaveAgain)),
        };
        self.toasts.push_about(NOT_SAVED, toast);
    }

    /// Tries again to save whatever is not saved.
    pub(super) fn save_again(&mut self) {
        self.keep_on(keeping::Event::Retry);
        self.site_on(site::Event::Retry);
        self.watching.look();
    }

    /// Reads what an interrupted run left unsaved.
    pub(super) fn look_for_unsaved(&mut self) {
        let library = self.library.clone();
        self.write(None, "busy-open", move || Event::Pending(library.recovery().pending()));
    }

    /// Offers what an interrupted run left unsaved.
    pub(super) fn ask_about_unsaved(&mut self, pending: Vec<Unsaved>) {
        if !pending.is_empty() {
            self.dialogs.add(Dialog::Recovery(RecoveryDialog { pending }));
        }
    }

    /// Finds the campaigns that unsaved drafts belong to.
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
}
