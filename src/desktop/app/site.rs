//! Carries out what [`crate::studio::site`] asks for: reading and writing the library's site document, and showing its look.

use std::sync::Arc;

use egui::{Frame, Margin, ScrollArea, Ui};

use super::{
    App,
    panes::{beside, column},
};
use crate::{
    campaign::SiteDocument,
    desktop::{
        dialogs::{Dialog, SiteChangesDialog, SiteConflictDialog, connection_name},
        editor::Exceptable,
        site_page::SiteView,
        widgets::Follow,
    },
    popup::Theme,
    publish::{Choice, Conflict, Connection, Document},
    studio::{
        navigation::{self, Page},
        publishing::{self, SiteAct, SiteLaunch},
        session::Edit,
        shell::COLUMN,
        site::{self, Event, Request},
        tasks::Key,
        tone::Tone,
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
            Request::Visit if self.simulated.preset.is_some() => self.visit(),
            // Whoever was made by the user stays where they put them.
            Request::Visit => {}
            Request::ShowSettingsLook => self.preview.site.brand.look = self.settings.brand().look,
            Request::KeepInSettings => self.settings.set_brand(&self.preview.site.brand),
            Request::Save(save) => {
                let library = self.library.clone();
                self.tasks.disk(Some(Key::Site), "busy-site-save", move || {
                    let saved = library.change_site(&save.change, &save.otherwise);
                    Event::Saved(save.number, saved).into()
                });
            }
            Request::SayWalked(direction, name) => self.say_walked(direction, name),
            // Its page says why the file cannot be read.
            Request::Complain(error) if self.navigation.page() == Page::Site && self.site.trouble() == Some(&error) => {
            }
            Request::Complain(error) => self.complain(&error),
        }
    }

    /// Shows the page of the site, with what is on the disk now.
    pub(super) fn show_site(&mut self) {
        if self.navigation.page() != Page::Site {
            self.turn_site();
        }
    }

    /// Publishes the site document, as it is now.
    pub(super) fn publish_site(&mut self) {
        if let Some(document) = self.site.document() {
            let wanted = publishing::Event::SiteWanted(Box::new(document.clone()));
            self.publish_on(wanted);
        }
    }

    /// Whether there is anything of the site document to publish, or to decide.
    pub(super) fn can_publish_site(&self) -> bool {
        let document = self.site.document().filter(|_| self.site.trouble().is_none());
        let acts = |document: &SiteDocument| {
            let act = self.publishing.site_act(document);
            act.is_some_and(SiteAct::can_be_pressed) && !site::is_blocked(document)
        };
        document.is_some_and(acts)
    }

    /// Does what the button on the site's page does, and shows the page.
    pub(super) fn publish_site_from_anywhere(&mut self) {
        self.show_site();
        let act = self
            .site
            .document()
            .and_then(|document| self.publishing.site_act(document));
        match act {
            Some(SiteAct::Choose) => self.publish_on(publishing::Event::ShowSiteConflict),
            Some(SiteAct::Publish | SiteAct::Done | SiteAct::OnItsWay) => self.publish_site(),
            None => {}
        }
    }

    /// What is shown of publishing the site document; `None` where there is none, or nothing can be published.
    fn site_launch(&mut self) -> Option<Arc<SiteLaunch>> {
        let (revision, language) = (self.site.revision(), self.text.language());
        let document = self.site.document().filter(|_| self.site.trouble().is_none())?;
        self.publishing.look_at_site(document, revision, language)
    }

    /// Shows what publishing the site document changes, and where.
    pub(super) fn show_site_changes(&mut self) {
        let (Some(launch), Some(document)) = (self.site_launch(), self.site.document()) else {
            return;
        };
        let dialog = SiteChangesDialog::new(launch, site::is_blocked(document));
        self.dialogs.put(Dialog::SiteChanges(dialog));
    }

    /// Shows both versions of the site document, which somebody else changed at the backend.
    pub(super) fn show_site_conflict(&mut self, place: &Connection, conflict: Conflict) {
        let (Some(mine), Some(Document::Site(theirs))) = (self.site.document(), conflict.theirs) else {
            return;
        };
        let (id, name) = (place.id.clone(), connection_name(place, &self.text));
        let dialog = SiteConflictDialog::new(mine, theirs, id, name, self.text.language());
        self.dialogs.put(Dialog::SiteConflict(dialog));
    }

    /// Ends a conflict about the site document. The ledger knows theirs from then on, so that nothing is lost if it ends here.
    pub(super) fn resolve_site(&mut self, connection: String, theirs: SiteDocument, choice: Choice) {
        if choice == Choice::TakeTheirs {
            let mine = self.site.draft(&self.preview.site.brand.look);
            let step = Edit::Step("site-step-theirs");
            self.site_on(Event::Changed(Box::new([mine, theirs]), step));
            let text = self.text.t("site-clash-taken");
            self.say(Tone::Success, text);
        }
        self.publish_on(publishing::Event::ResolveSiteConflict(connection, choice));
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
        let launch = self.site_launch();
        let before = self.site.draft(&self.preview.site.brand.look);
        let mut document = before.clone();
        let history = [Direction::Undo, Direction::Redo].map(|direction| self.site.step(direction).is_some());
        let items = self.shelf.items().iter().filter(|item| !item.id.is_empty());
        let campaigns: Vec<Exceptable> = items
            .map(|item| Exceptable {
                id: item.id.clone(),
                name: item.name.clone(),
            })
            .collect();
        let view = SiteView {
            is_new: self.site.document().is_none(),
            trouble: self.site.trouble(),
            saving: self.site.saving(),
            revision: self.site.revision(),
            open: self.sessions.open().map(|session| session.campaign().name.as_str()),
            dark: self.preview.theme(ui.ctx()) == Theme::Dark,
            history,
            launch: launch.as_deref(),
            pictures: &self.pictures,
            campaigns: &campaigns,
            zone: self.clock.zone(),
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
            .show(ui, |ui| page.head(ui, &document, &view, actions));
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
