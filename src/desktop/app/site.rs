//! Carries out what [`crate::studio::site`] asks for: reading and writing the library's site document, and showing its look.

use super::App;
use crate::studio::{
    site::{Event, Request},
    tasks::Key,
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
            Request::Complain(error) => self.complain(&error),
        }
    }
}
