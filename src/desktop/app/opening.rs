//! Which campaign is open: reading it in the background, showing it, and leaving the previous one with all its state.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::{App, Event, Page, connecting::Theirs};
use crate::{
    campaign::Expectation,
    engine::page_of,
    library::{LoadError, TroubleKind, Why},
    studio::{
        editor_step::EditorStep,
        file_work::{self, Opened},
        inquiring, journey, keeping,
        session::Session,
        simulated::SimulatedVisitor,
        tasks::Key,
    },
    visitor::Visitor,
};

/// What to do once a campaign is open.
#[derive(Debug)]
pub(super) enum Then {
    /// Nothing more.
    Nothing,
    /// Show a step of the editor, and there the place that a JSON Pointer names.
    GoTo(EditorStep, Option<String>),
    /// Simulate this visitor at this instant.
    Meet(Box<Visitor>, DateTime<Utc>),
    /// Remove a test again.
    ForgetTest(Box<Expectation>),
    /// Take over the version of a conflict at a backend.
    TakeTheirs(Box<Theirs>),
    /// Show its earlier versions.
    ShowVersions,
}

/// A campaign that is being read. A newer request replaces it.
#[derive(Debug)]
pub(super) struct Opening {
    ticket: u64,
    pub(super) path: PathBuf,
    then: Then,
}

impl App {
    /// Opens a campaign. What was open stays on the screen until it is there.
    pub(super) fn open(&mut self, path: &Path) {
        self.open_then(path, Then::Nothing);
    }

    /// Opens a campaign and does something there.
    pub(super) fn open_then(&mut self, path: &Path, then: Then) {
        if self.sessions.open().is_some_and(|session| session.path() == path) {
            self.opening = None;
            return self.do_then(then);
        }
        if let Some(session) = self.sessions.take_parked(path) {
            let number = session.number();
            self.show(session);
            // It is shown as it was left; changes of other programs follow.
            self.look_at_session(number);
            return self.do_then(then);
        }
        self.ticket += 1;
        let (ticket, path, now) = (self.ticket, path.to_owned(), self.clock.now());
        let (library, file) = (self.library.clone(), path.clone());
        self.opening = Some(Opening { ticket, path, then });
        self.tasks.disk(Some(Key::Open), "busy-open", move || {
            let result = file_work::open(&library, &file, now).map(Box::new);
            Event::Opened { ticket, result }
        });
    }

    /// A campaign was read to be opened.
    pub(super) fn opened(&mut self, ticket: u64, result: Result<Box<Opened>, LoadError>) {
        let Some(opening) = self.opening.take_if(|opening| opening.ticket == ticket) else {
            return;
        };
        match result {
            Ok(opened) => {
                self.show_opened(*opened);
                self.do_then(opening.then);
            }
            Err(error) => {
                if matches!(&error, LoadError::Disk(error) if error.kind == TroubleKind::Missing) {
                    self.shelf.remove(&opening.path);
                }
                self.complain(&error);
            }
        }
    }

    /// Shows a campaign that was read or made.
    pub(super) fn show_opened(&mut self, opened: Opened) {
        let session = self.sessions.begin(opened, self.clock.now());
        self.show(session);
    }

    /// Shows a session; the previous one is left with all its state.
    pub(super) fn show(&mut self, session: Session) {
        self.opening = None;
        self.leave();
        self.settings.set_last_open(session.path());
        self.sessions.show(session, self.clock.now());
        self.journey_on(journey::Event::OtherCampaign);
        self.inquire_on(inquiring::Event::OtherCampaign);
        self.library_panel.reveal_open = true;
        self.visit();
        self.refresh_item();
    }

    /// Leaves the open campaign: ends its editing session and saves unsaved changes.
    pub(super) fn leave(&mut self) {
        self.end_editing();
        if let Some(number) = self.sessions.leave() {
            self.keep_on(keeping::Event::Left(number));
        }
    }

    /// Ends the editing session of the open campaign: its states before and after become versions.
    pub(super) fn end_editing(&mut self) {
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        let opened_at = session.opened_at();
        let Some(begun_with) = session.end_editing() else {
            return;
        };
        let versions = vec![
            (begun_with, Why::Opened, opened_at),
            (session.campaign().clone(), Why::Edited, self.clock.now()),
        ];
        let (library, file) = (self.library.clone(), session.file());
        self.write(None, "busy-version", move || {
            file_work::keep_versions(&library, &file, versions);
            Event::Done
        });
    }

    fn do_then(&mut self, then: Then) {
        match then {
            Then::Nothing => {}
            Then::GoTo(step, place) => {
                self.page = Page::Editor;
                self.step = step;
                self.arriving = place;
            }
            Then::Meet(visitor, at) => self.meet_here(*visitor, at),
            Then::ForgetTest(test) => self.forget_test_here(&test),
            Then::TakeTheirs(theirs) => self.take_theirs_here(*theirs),
            Then::ShowVersions => self.read_versions(),
        }
    }

    /// Brings the simulated visitor onto the page of the campaign that was opened.
    fn visit(&mut self) {
        let Some(session) = self.sessions.open() else { return };
        let page = page_of(session.campaign());
        match self.simulated.preset {
            Some(preset) => self.simulated = SimulatedVisitor::of(preset, &page, self.clock.now()),
            None => self.simulated.visitor.url.clone_from(&page),
        }
        self.journey.follow(&page, &self.simulated);
    }
}
