//! Undo and redo: of the journey while that is being worked on, else of the open campaign, with a word and a look at what changed.

use super::App;
use crate::{
    desktop::header,
    studio::{navigation, session::Undone, tone::Tone},
};

impl App {
    /// Undoes the last change.
    pub(super) fn undo(&mut self) {
        if self.journey.is_active() {
            return self.undo_journey();
        }
        let undone = self.sessions.open_mut().and_then(|session| session.undo());
        self.show_undone("undone", undone);
    }

    /// Redoes the last undone change.
    pub(super) fn redo(&mut self) {
        if self.journey.is_active() {
            self.journey.redo(&mut self.simulated);
            return;
        }
        let redone = self.sessions.open_mut().and_then(|session| session.redo());
        self.show_undone("redone", redone);
    }

    /// Whether there is anything to undo.
    pub(super) fn can_undo(&self) -> bool {
        match self.journey.is_active() {
            true => self.journey.undo_name().is_some(),
            false => self
                .sessions
                .open()
                .is_some_and(|session| session.undo_name().is_some()),
        }
    }

    /// Whether there is anything to redo.
    pub(super) fn can_redo(&self) -> bool {
        match self.journey.is_active() {
            true => self.journey.redo_name().is_some(),
            false => self
                .sessions
                .open()
                .is_some_and(|session| session.redo_name().is_some()),
        }
    }

    fn show_undone(&mut self, key: &str, undone: Option<Undone>) {
        let Some(undone) = undone else { return };
        let name = header::step_name(&undone.name, &self.text);
        let text = self.text.tv(key, &[("name", name.into())]);
        self.toasts.replace("undo", Tone::Neutral, text);
        self.navigate_on(navigation::Event::Changed(undone.place));
        self.refresh_item();
    }
}
