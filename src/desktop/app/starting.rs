//! The page on which a new campaign begins, and what follows from it.

use egui::{Context, Frame, Margin, Ui};

use super::App;
use crate::{
    campaign::Campaign,
    desktop::{
        dialogs::{Dialog, RenameDialog},
        gallery::{GalleryPage, GalleryView},
    },
    studio::{
        choosing::Purpose,
        filing,
        gallery::{Gallery, Request},
        navigation::{self, Page},
        shelf::Item,
    },
};

/// How many campaigns that were open lately are offered.
const RECENT: usize = 3;

impl App {
    /// Shows the page anew.
    pub(super) fn show_gallery(&mut self) {
        self.gallery = None;
        self.navigate_on(navigation::Event::Page(Page::Gallery));
    }

    /// What the page of starting points is about; `None` while it is not shown.
    pub fn gallery(&self) -> Option<&Gallery> {
        self.gallery.as_ref().map(GalleryPage::state)
    }

    /// Whether the page is shown: it was asked for, or the library is empty.
    pub(super) fn is_gallery_shown(&self) -> bool {
        let is_empty = self.shelf.items().is_empty() && !self.shelf.loading && self.opening.path().is_none();
        match self.navigation.page() {
            Page::Gallery => true,
            Page::Editor => is_empty && self.sessions.open().is_none(),
            Page::Checks | Page::Calendar | Page::Site | Page::Sheet | Page::Audiences => false,
        }
    }

    /// Lets the page go, with its renderer and pictures, once it is not shown.
    pub(super) fn end_gallery(&mut self) {
        self.gallery = None;
    }

    /// Begins the page if it is not there, or if a day has passed: the dates of starting points are counted from today.
    fn begin_gallery(&mut self, ctx: &Context) {
        let today = self.clock.now().with_timezone(&self.clock.zone()).date_naive();
        if self.gallery().is_some_and(|page| page.today() == today) {
            return;
        }
        let mut page = GalleryPage::new(ctx, self.tasks.is_at_once());
        page.open(self.text.language(), ctx.theme() == egui::Theme::Dark, today);
        self.gallery = Some(page);
    }

    pub(super) fn draw_gallery(&mut self, ui: &mut Ui) {
        self.begin_gallery(ui.ctx());
        let Some(page) = &mut self.gallery else { return };
        let recent = self.settings.recent();
        let recent: Vec<&Item> = recent
            .iter()
            .filter_map(|path| self.shelf.item(path))
            .take(RECENT)
            .collect();
        let view = GalleryView {
            brand: &self.preview.site.brand,
            recent: &recent,
            can_leave: self.sessions.open().is_some() || !self.shelf.items().is_empty(),
            window: ui.ctx().content_rect().width(),
            text: &self.text,
        };
        let side = if ui.available_width() < 720.0 { 16 } else { 24 };
        let margin = Margin {
            left: side,
            right: side,
            top: 14,
            bottom: 0,
        };
        Frame::new()
            .inner_margin(margin)
            .show(ui, |ui| page.show(ui, view, &mut self.actions));
    }

    /// Makes the campaign that the page asks for, or asks for a file.
    pub(super) fn begin_campaign(&mut self, request: Request) {
        let (id, zone) = (crate::clock::new_id(), self.clock.zone());
        let campaign = match request {
            Request::Import => return self.ask_file(Purpose::Import),
            Request::Blank => Campaign::new(id, &self.text.t("new-campaign-name"), zone.name()),
            Request::Start(point) => Campaign {
                id: id.to_string(),
                time_zone: Some(zone.name().to_owned()),
                ..point.campaign
            },
        };
        self.file_on(filing::Event::Create(Box::new(campaign)));
    }

    /// The question for the name of the campaign of a file.
    pub(super) fn name_dialog(&self, path: &std::path::Path) -> Dialog {
        let open = self.sessions.at(path).map(|session| session.campaign().name.clone());
        let name = open.or_else(|| self.shelf.item(path).map(|item| item.name.clone()));
        Dialog::Rename(RenameDialog::new(path.to_owned(), name.unwrap_or_default()))
    }
}
