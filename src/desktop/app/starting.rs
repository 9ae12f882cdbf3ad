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
    pub(super) fn show_gallery(&mut self, ctx: &Context) {
        self.gallery_page(ctx, true);
        self.navigate_on(navigation::Event::Page(Page::Gallery));
    }

    /// What the page of starting points is about; `None` before it was shown.
    pub fn gallery(&self) -> Option<&Gallery> {
        self.gallery.as_ref().map(GalleryPage::state)
    }

    /// Whether the page is shown: it was asked for, or the library is empty.
    pub(super) fn is_gallery_shown(&self) -> bool {
        let is_empty = self.shelf.items().is_empty() && !self.shelf.loading && self.opening.path().is_none();
        match self.navigation.page() {
            Page::Gallery => true,
            Page::Editor => is_empty && self.sessions.open().is_none(),
            Page::Checks => false,
        }
    }

    /// The page; begun anew if that is wanted, or if it was not shown yet.
    fn gallery_page(&mut self, ctx: &Context, anew: bool) -> &mut GalleryPage {
        let (language, at_once) = (self.text.language(), self.tasks.is_at_once());
        let dark = ctx.theme() == egui::Theme::Dark;
        let today = self.clock.now().with_timezone(&self.clock.zone()).date_naive();
        let is_new = self.gallery.is_none();
        let page = self.gallery.get_or_insert_with(|| GalleryPage::new(ctx, at_once));
        if anew || is_new {
            page.open(language, dark, today);
        }
        page
    }

    pub(super) fn draw_gallery(&mut self, ui: &mut Ui) {
        self.gallery_page(ui.ctx(), false);
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
        let name = self.free_name(&campaign.name);
        self.file_on(filing::Event::Create(Box::new(Campaign { name, ..campaign })));
    }

    /// A name that no campaign of the library has: this one, or this one with a number.
    fn free_name(&self, name: &str) -> String {
        let is_taken = |name: &str| self.shelf.items().iter().any(|item| item.name == name);
        let numbered = self.numbered_name();
        let mut names = std::iter::once(name.to_owned()).chain((2..).map(|number| numbered(name, number)));
        names.find(|name| !is_taken(name)).unwrap_or_default()
    }

    /// Asks for the name of the campaign of a file.
    pub(super) fn ask_name(&mut self, path: &std::path::Path) {
        let open = self.sessions.at(path).map(|session| session.campaign().name.clone());
        let name = open.or_else(|| self.shelf.item(path).map(|item| item.name.clone()));
        let dialog = RenameDialog::new(path.to_owned(), name.unwrap_or_default());
        self.dialogs.put(Dialog::Rename(dialog));
    }
}
