//! Requesting what runs when, and showing it.

use egui::{Context, Rect, Ui, UiBuilder, vec2};

use super::{App, Event};
use crate::{
    desktop::calendar_page::CalendarView,
    studio::{
        calendar::{Key, Read, Start, Task, read_calendar},
        navigation::Page,
        trouble::Trouble,
    },
};

impl App {
    /// Asks again once something has changed while the page is shown.
    pub(super) fn ask_calendar(&mut self, ctx: &Context) {
        if self.shelf.loading || self.navigation.page() != Page::Calendar {
            return;
        }
        let today = self.today();
        let key = Key {
            shown: self.calendar_page.shown(today),
            listing: self.shelf.revision(),
            revision: self.sessions.open_revision(),
            site: self.site.revision(),
            today,
            language: self.text.language(),
        };
        let start = self.planner.begin(key);
        if start.is_some() && self.tasks.is_at_once() {
            ctx.request_repaint();
        }
        self.start_calendar(start);
    }

    /// The present day on the user's clock.
    fn today(&self) -> chrono::NaiveDate {
        self.clock.now().with_timezone(&self.clock.zone()).date_naive()
    }

    fn start_calendar(&self, start: Option<Start>) {
        let Some(start) = start else { return };
        let broke_off = Event::CalendarBrokeOff(start.key);
        let items = self.shelf.items().iter();
        let task = Task {
            library: self.library.clone(),
            open: self.open_campaigns(),
            statuses: items.map(|item| (item.path.clone(), item.status)).collect(),
            site: (self.preview.site.brand.look.clone(), self.site.document().cloned()),
            zone: self.clock.zone(),
            now: self.clock.now(),
            start,
        };
        self.tasks
            .start(broke_off, move || Event::CalendarRead(Box::new(read_calendar(task))));
    }

    pub(super) fn calendar_read(&mut self, read: Read) {
        let next = self.planner.take(read);
        self.start_calendar(next);
    }

    /// The job that reads the library for the calendar panicked.
    pub(super) fn calendar_broke_off(&mut self, key: &Key) {
        let next = self.planner.give_up(key);
        self.start_calendar(next);
        self.complain(&Trouble::BrokeOff);
    }

    pub(super) fn draw_calendar(&mut self, ui: &mut Ui) {
        let side = if ui.available_width() < 640.0 { 20.0 } else { 28.0 };
        let whole = ui.max_rect();
        let column = Rect::from_min_max(whole.min + vec2(side, 18.0), whole.max - vec2(side, 12.0));
        let today = self.today();
        let open = self.sessions.open().map(|session| session.campaign().name.as_str());
        let view = CalendarView {
            plan: self.planner.plan(),
            working: self.planner.is_working(),
            today,
            open,
            text: &self.text,
        };
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            self.calendar_page.show(ui, view, &mut self.actions);
        });
    }
}
