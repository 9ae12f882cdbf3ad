//! Reads for [`crate::studio::opening`], and lets the rest of the window follow what is open.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::{App, Event};
use crate::{
    campaign::{Campaign, Expectation},
    library::Why,
    studio::{
        editor_step::EditorStep,
        file_work, inquiring, journey, keeping, navigation,
        opening::{self, Request, Ticket},
        publishing::Theirs,
        session::FileState,
        shell::Region,
        simulated::SimulatedVisitor,
        tasks::Key,
    },
    visitor::Visitor,
};

/// What to do once a campaign is open.
#[derive(Debug)]
pub(super) enum Then {
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
    /// Put the keyboard into the editor.
    Edit,
}

impl App {
    /// Opens a campaign.
    pub(super) fn open(&mut self, path: &Path) {
        self.open_on(opening::Event::Wanted(path.to_owned(), None));
    }

    /// Opens a campaign and does something there.
    pub(super) fn open_then(&mut self, path: &Path, then: Then) {
        self.open_on(opening::Event::Wanted(path.to_owned(), Some(then)));
    }

    /// Passes an event to opening, and carries out its requests.
    pub(super) fn open_on(&mut self, event: opening::Event<Then>) {
        for request in self.opening.on(event, &mut self.sessions, self.clock.now()) {
            self.do_opening(request);
        }
    }

    fn do_opening(&mut self, request: Request<Then>) {
        match request {
            Request::Read(ticket) => self.read_campaign(ticket),
            Request::KeepVersions(file, versions) => self.keep_versions(file, versions),
            Request::Left(number) => {
                self.keep_on(keeping::Event::Left(number));
            }
            Request::Shown => self.follow_open(),
            Request::Look(number) => self.look_at_session(number),
            Request::Save(number) => {
                self.keep_on(keeping::Event::Wanted(number));
            }
            Request::Do(then) => self.do_then(then),
            Request::Missing(path) => self.shelf.remove(&path),
            Request::Complain(error) => self.complain(&error),
        }
    }

    fn read_campaign(&self, ticket: Ticket) {
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks.disk(Some(Key::Open), "busy-open", move || {
            let result = file_work::open(&library, &ticket.path, now).map(Box::new);
            Event::Opened(ticket, result)
        });
    }

    /// Keeps versions of a campaign in the background.
    pub(super) fn keep_versions(&self, file: FileState, versions: Vec<(Campaign, Why, DateTime<Utc>)>) {
        let library = self.library.clone();
        self.write(None, "busy-version", move || {
            file_work::keep_versions(&library, &file, versions);
            Event::Done
        });
    }

    /// Lets the rest of the window follow the campaign that is open now.
    fn follow_open(&mut self) {
        if let Some(path) = self.sessions.open_path() {
            self.settings.set_last_open(path);
        }
        self.journey_on(journey::Event::OtherCampaign);
        self.inquire_on(inquiring::Event::OtherCampaign);
        self.library_panel.reveal_open = true;
        self.preview.end_entrance();
        self.visit();
        self.refresh_item();
    }

    fn do_then(&mut self, then: Then) {
        match then {
            Then::GoTo(step, place) => self.navigate_on(navigation::Event::Place(step, place)),
            Then::Meet(visitor, at) => self.meet_here(*visitor, at),
            Then::ForgetTest(test) => self.forget_test_here(&test),
            Then::TakeTheirs(theirs) => self.take_theirs_here(*theirs),
            Then::ShowVersions => self.read_versions(),
            Then::Edit => self.regions.go_to(Region::Editor),
        }
    }

    /// Brings the simulated visitor onto the page of the campaign that was opened.
    pub(super) fn visit(&mut self) {
        let Some(session) = self.sessions.open() else { return };
        let page = self.site.rules().page_of(session.inlined());
        match self.simulated.preset {
            Some(preset) => self.simulated = SimulatedVisitor::of(preset, &page, self.clock.now()),
            None => self.simulated.visitor.url.clone_from(&page),
        }
        self.journey.follow(&page, &self.simulated);
    }
}
