//! Says and shows what [`crate::studio::undoing`] undid and redid.

use super::App;
use crate::{
    desktop::header,
    studio::{
        navigation,
        tone::Tone,
        undoing::{self, Direction, Histories},
    },
};

impl App {
    /// Undoes the last change.
    pub(super) fn undo(&mut self) {
        self.walk(Direction::Undo, "undone");
    }

    /// Redoes the last undone change.
    pub(super) fn redo(&mut self) {
        self.walk(Direction::Redo, "redone");
    }

    /// Whether there is anything to undo or redo.
    pub(super) fn can_walk(&self, direction: Direction) -> bool {
        undoing::next(direction, &self.sessions, &self.journey).is_some()
    }

    fn walk(&mut self, direction: Direction, key: &str) {
        let histories = Histories {
            sessions: &mut self.sessions,
            journey: &mut self.journey,
            simulated: &mut self.simulated,
        };
        let Some(undone) = undoing::walk(direction, histories) else {
            return;
        };
        let name = header::step_name(&undone.name, &self.text);
        let text = self.text.tv(key, &[("name", name.into())]);
        self.toasts.replace("undo", Tone::Neutral, text);
        self.navigate_on(navigation::Event::Changed(undone.place));
        self.refresh_item();
    }
}
