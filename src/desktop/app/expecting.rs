//! Keeping the simulated visitor as a test, taking that back, and meeting visitors again.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::{App, opening::Then};
use crate::{
    campaign::Expectation,
    insight::Sighting,
    studio::{action::Action, expecting, inquiring, tone::Tone},
    visitor::Visitor,
};

impl App {
    /// Keeps the simulated visitor as a test of the open campaign: the current outcome is the expected one.
    pub(super) fn keep_test(&mut self) {
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        let test = expecting::expectation_of(&self.simulated, session.inlined(), &self.text);
        expecting::keep(session, test.clone());
        let path = session.path().to_owned();
        let text = self.text.tv("tests-kept-said", &[("name", test.name.as_str().into())]);
        let undo = self.text.t("command-undo");
        self.say_with(Tone::Success, text, undo, Action::ForgetTest(path, Box::new(test)));
    }

    /// Removes a test again, wherever the user has gone since.
    pub(super) fn forget_test(&mut self, path: &Path, test: Expectation) {
        self.open_then(path, Then::ForgetTest(Box::new(test)));
    }

    /// Removes a test again from the open campaign.
    pub(super) fn forget_test_here(&mut self, test: &Expectation) {
        if let Some(session) = self.sessions.open_mut() {
            expecting::forget(session, test);
        }
    }

    /// Simulates a visitor at an instant, for the campaign of `path` if one is named.
    pub(super) fn meet(&mut self, path: Option<&Path>, visitor: Visitor, at: DateTime<Utc>) {
        match path {
            Some(path) => self.open_then(path, Then::Meet(Box::new(visitor), at)),
            None => self.meet_here(visitor, at),
        }
    }

    /// Simulates a visitor at an instant, for the open campaign.
    pub(super) fn meet_here(&mut self, visitor: Visitor, at: DateTime<Utc>) {
        self.inquire_on(inquiring::Event::Meet(Box::new(Sighting { visitor, at })));
    }
}
