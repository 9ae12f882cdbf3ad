//! Says and shows what [`crate::studio::undoing`] undid and redid.

use super::App;
use crate::{
    desktop::header,
    studio::{
        action::Action,
        audiences, batch,
        navigation::{self, Page},
        site,
        tone::Tone,
        undoing::{self, Direction, Histories},
    },
};

impl App {
    /// Undoes the last change, or brings back what was deleted since.
    pub(super) fn undo(&mut self) {
        if self.in_campaigns()
            && let Some(binned) = self.deleted.take(&self.sessions)
        {
            self.toasts.retire(super::files::DELETED);
            return self.actions.send(Action::Restore(binned));
        }
        self.walk(Direction::Undo);
    }

    /// The key of the name of the step that is undone or redone in the library as a whole, if the last change was of that kind.
    pub(super) fn library_step(&self, direction: Direction) -> Option<&'static str> {
        if !self.in_campaigns() {
            return None;
        }
        if direction == Direction::Undo && self.deleted.is_last(&self.sessions) {
            return Some("command-delete");
        }
        let batch = self.batches.next(direction, &self.sessions);
        batch.map(|(_, what)| what.step_key())
    }

    /// Whether campaigns are what is being worked on.
    fn in_campaigns(&self) -> bool {
        !self.site_in_hand() && !self.audience_in_hand() && !self.journey.is_active()
    }

    /// Redoes the last undone change.
    pub(super) fn redo(&mut self) {
        self.walk(Direction::Redo);
    }

    /// Whether there is anything to undo or redo.
    pub(super) fn can_walk(&self, direction: Direction) -> bool {
        if self.library_step(direction).is_some() {
            return true;
        }
        let next = match self.site_in_hand() {
            _ if self.audience_in_hand() => self.audiences.step(direction),
            true => self.site.step(direction),
            false => undoing::next(direction, &self.sessions, &self.journey),
        };
        next.is_some()
    }

    /// Whether the page of the site is what is being worked on.
    fn site_in_hand(&self) -> bool {
        self.navigation.page() == Page::Site && !self.journey.is_active()
    }

    /// Whether a saved audience is what is being worked on.
    fn audience_in_hand(&self) -> bool {
        self.navigation.page() == Page::Audiences && !self.journey.is_active()
    }

    /// Says what was undone or redone.
    pub(super) fn say_walked(&mut self, direction: Direction, name: &str) {
        let key = match direction {
            Direction::Undo => "undone",
            Direction::Redo => "redone",
        };
        let name = header::step_name(name, &self.text);
        let text = self.text.tv(key, &[("name", name.into())]);
        self.toasts.replace("undo", Tone::Neutral, text);
    }

    fn walk(&mut self, direction: Direction) {
        if self.audience_in_hand() {
            return self.audience_on(audiences::Event::Walk(direction));
        }
        if self.site_in_hand() {
            return self.site_on(site::Event::Walk(direction));
        }
        if let Some((number, _)) = self
            .batches
            .next(direction, &self.sessions)
            .filter(|_| self.in_campaigns())
        {
            return self.batch_on(batch::Event::Walk(direction, number));
        }
        let histories = Histories {
            sessions: &mut self.sessions,
            journey: &mut self.journey,
            simulated: &mut self.simulated,
        };
        let Some(undone) = undoing::walk(direction, histories) else {
            return;
        };
        self.say_walked(direction, &undone.name);
        // What was repaired on the contact sheet is taken back there.
        if !self.is_sheet_shown() {
            self.navigate_on(navigation::Event::Changed(undone.place));
        }
        self.refresh_item();
    }
}
