//! Asks and writes for [`crate::studio::conflicts`].

use super::{App, Event};
use crate::{
    desktop::dialogs::{ConflictDialog, Dialog},
    library::Resolution,
    studio::{
        conflicts::{self, Keep, Met, Request},
        file_work, keeping, opening,
        tasks::Key,
        tone::Tone,
    },
};

impl App {
    /// Passes an event to the conflicts, carries out their requests, and asks about the next one.
    pub(super) fn conflict_on(&mut self, event: conflicts::Event) {
        for request in self.conflicts.on(event, &mut self.sessions) {
            self.do_conflict(request);
        }
        self.ask_next_conflict();
    }

    /// Shows the next conflict that waits, if nothing else is asked.
    pub(super) fn ask_next_conflict(&mut self) {
        if self.dialogs.is_free() {
            for request in self.conflicts.on(conflicts::Event::Free, &mut self.sessions) {
                self.do_conflict(request);
            }
        }
    }

    fn do_conflict(&mut self, request: Request) {
        match request {
            Request::Ask(met) => {
                let dialog = ConflictDialog::new(met, self.text.language());
                self.dialogs.put(Dialog::Conflict(Box::new(dialog)));
            }
            Request::End { met, keep, resolution } => self.end_conflict(met, keep, resolution),
            Request::Save(number) => {
                self.keep_on(keeping::Event::Wanted(number));
            }
            Request::Complain(error) => self.complain(&error),
            Request::Listed(path, campaign) => self.note_item(&path, &campaign),
            Request::OpenChanged => self.refresh_item(),
            Request::Look(path) => self.look_at_files(vec![path], Vec::new()),
            Request::Open(opened) => self.open_on(opening::Event::Made(opened)),
            Request::Gone(path, name) => {
                self.forget_file(&path);
                let text = self.text.tv("deleted-too", &[("name", name.into())]);
                self.say(Tone::Neutral, text);
            }
            Request::ReadBin => self.read_bin(),
        }
    }

    /// The user chose which version continues.
    pub(super) fn resolve(&mut self, dialog: ConflictDialog, keep: Keep) {
        let met = dialog.into_met();
        let copy = (crate::clock::new_id(), self.copy_name()(&met.conflict.mine.name));
        self.conflict_on(conflicts::Event::Chosen { met, keep, copy });
    }

    fn end_conflict(&self, met: Met, keep: Keep, resolution: Resolution) {
        let Met {
            session,
            edition,
            conflict,
        } = met;
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks.disk(Some(Key::Conflict(session)), "busy-save", move || {
            Event::Conflict(Box::new(conflicts::Event::Ended {
                session,
                edition,
                keep,
                result: file_work::resolve(&library, conflict, resolution, now).map(Box::new),
            }))
        });
    }
}
