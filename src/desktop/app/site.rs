//! Carries out what [`crate::studio::site`] asks for: reading and writing the library's site document, and showing its look.

use egui::{Frame, Margin, ScrollArea, Ui};

use super::{
    App,
    panes::{beside, column},
};
use crate::{
    desktop::{site_page::SiteView, widgets::Follow},
    studio::{
        navigation::{self, Page},
        shell::COLUMN,
        site::{Event, Request},
        tasks::Key,
        undoing::Direction,
    },
};

impl From<Event> for super::Event {
    fn from(event: Event) -> Self {
        Self::Site(Box::new(event))
    }
}

impl App {
    /// Requests the site document of the library.
    pub(super) fn read_site(&self) {
        let library = self.library.clone();
        self.tasks
            .disk(None, "busy-site-read", move || Event::Read(library.site()).into());
    }

    /// Keeps the site's look where it has been changed in the preview.
    pub(super) fn keep_site(&mut self) {
        self.site_on(Event::LookShown(self.preview.site.brand.look.clone()));
    }

    /// Passes an event to the site document, and carries out its requests.
    pub(super) fn site_on(&mut self, event: Event) {
        for request in self.site.on(event) {
            self.do_site(request);
        }
    }

    fn do_site(&mut self, request: Request) {
        match request {
            Request::ShowLook(look) => self.preview.site.brand.look = look,
            Request::KeepInSettings => self.settings.set_brand(&self.preview.site.brand),
            Request::Save(save) => {
                let library = self.library.clone();
                self.tasks.disk(Some(Key::Site), "busy-site-save", move || {
                    let saved = library.change_site(&save.change, &save.otherwise);
                    Event::Saved(save.number, saved).into()
                });
            }
            Request::SayWalked(direction, name) => self.say_walked(direction, name),
            Request::Complain(error) => self.complain(&error),
        }
    }

    /// Shows the page of the site, with what is on the disk now; or goes back to the editor.
    pub(super) fn turn_site(&mut self) {
        self.navigate_on(navigation::Event::Turn(Page::Site));
        self.site.close_step();
        if self.navigation.page() == Page::Site {
            self.read_site();
        }
    }

    pub(super) fn draw_site(&mut self, ui: &mut Ui) {
        let before = self.site.draft(&self.preview.site.brand.look);
        let mut document = before.clone();
        let history = [Direction::Undo, Direction::Redo].map(|direction| self.site.step(direction).is_some());
        let view = SiteView {
            is_new: self.site.document().is_none(),
            trouble: self.site.trouble(),
            saving: self.site.saving(),
            revision: self.site.revision(),
            open: self.sessions.open().map(|session| session.campaign().name.as_str()),
            history,
            pictures: &self.pictures,
            text: &self.text,
        };
        let (page, actions) = (&mut self.site_page, &mut self.actions);
        let side = beside(ui.available_width(), COLUMN) as i8;
        let margin = Margin {
            left: side,
            right: side,
            top: 12,
            bottom: 4,
        };
        Frame::new()
            .inner_margin(margin)
            .show(ui, |ui| page.head(ui, &view, actions));
        let mut edit = None;
        let area = ScrollArea::vertical().id_salt("site").auto_shrink([false, false]);
        area.follow(ui, |ui| {
            column(ui, COLUMN, |ui| edit = page.show(ui, &mut document, &view, actions));
        });
        if let Some(edit) = edit {
            self.site_on(Event::Changed(Box::new([before, document]), edit));
        }
    }
}
