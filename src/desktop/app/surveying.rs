//! Requesting the findings about the whole library, and showing them.

use egui::{Context, Rect, Ui, UiBuilder, vec2};

use super::{App, Event, opening::Then};
use crate::{
    desktop::checks_page::ChecksView,
    studio::{
        editor_step::EditorStep,
        navigation::{self, Page},
        survey::{Key, Report, Start, Surveyed, Task, survey},
        trouble::Trouble,
    },
};

impl App {
    /// Shows a page in the middle of the window.
    pub fn show_page(&mut self, page: Page) {
        self.navigate_on(navigation::Event::Page(page));
    }

    /// What was found in the whole library last.
    pub fn report(&self) -> &Report {
        self.survey.report()
    }

    /// Asks again once something has changed; for the open campaign, when typing has paused, unless the user is looking at the answer.
    pub(super) fn ask_survey(&mut self, ctx: &Context) {
        let unsaved = self.sessions.open().is_some_and(|session| session.is_unsaved());
        if self.shelf.loading || (unsaved && self.navigation.page() != Page::Checks) {
            return;
        }
        let now = self.clock.now();
        let key = Key {
            listing: self.shelf.revision(),
            revision: self.sessions.open_revision(),
            touched: self.sessions.open().map_or(0, |session| session.touched().generation()),
            site: self.site.revision(),
            shown: self.navigation.page() == Page::Checks,
            day: now.date_naive(),
            language: self.text.language(),
        };
        let start = self.survey.begin(key);
        if start.is_some() && self.tasks.is_at_once() {
            ctx.request_repaint();
        }
        self.start_survey(start);
    }

    fn start_survey(&self, start: Option<Start>) {
        let Some(start) = start else { return };
        let open = self.sessions.open();
        let broke_off = Event::SurveyBrokeOff(start.key);
        let task = Task {
            library: self.library.clone(),
            open: open.map(|session| {
                let touched = session.touched().clone();
                (session.path().to_owned(), session.campaign().clone(), touched)
            }),
            site: (self.preview.site.brand.look.clone(), self.site.document().cloned()),
            now: self.clock.now(),
            start,
        };
        self.tasks
            .start(broke_off, move || Event::Surveyed(Box::new(survey(task))));
    }

    pub(super) fn surveyed(&mut self, surveyed: Surveyed) {
        let next = self.survey.take(surveyed);
        self.start_survey(next);
    }

    /// The job that examines the whole library panicked.
    pub(super) fn survey_broke_off(&mut self, key: &Key) {
        let next = self.survey.give_up(key);
        self.start_survey(next);
        self.complain(&Trouble::BrokeOff);
    }

    /// Opens the campaign of a file at a place.
    pub(super) fn open_at(&mut self, path: &std::path::Path, place: String) {
        self.open_then(path, Then::GoTo(EditorStep::of_pointer(&place), Some(place)));
    }

    pub(super) fn draw_checks(&mut self, ui: &mut Ui) {
        let room = ui.available_width();
        let side = if room < 640.0 {
            20.0
        } else {
            28.0_f32.max((room - 960.0) / 2.0)
        };
        let whole = ui.max_rect();
        let column = Rect::from_min_max(whole.min + vec2(side, 18.0), whole.max - vec2(side, 0.0));
        let open = self.sessions.open().map(|session| session.campaign().name.as_str());
        let view = ChecksView {
            report: self.survey.report(),
            is_there: self.survey.is_there(),
            working: self.survey.is_working(),
            open,
            text: &self.text,
        };
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            self.checks_page.show(ui, view, &mut self.actions);
        });
    }
}
