//! The page on which a new campaign begins, in the middle of the window: *Blank*, a file, or a starting point, each as visitors will see it.
//!
//! What the page is, is decided in [`crate::studio::gallery`]; here it is drawn, and keys and clicks become its events.

mod card;
mod grid;
mod keys;
mod pictures;
mod recent;
mod toolbar;

use chrono::NaiveDate;
use egui::{Align, Id, Layout, Ui};

use self::pictures::Pictures;
use super::{
    theme::{Type, palette, space},
    widgets::Button,
};
use crate::{
    campaign::ContentType,
    desktop::theme::Icon,
    popup::Brand,
    studio::{
        action::{Action, Actions},
        gallery::{Card, Event, Gallery},
        shelf::Item,
    },
    wording::text::{Language, Text},
};

/// The page.
pub struct GalleryPage {
    state: Gallery,
    pictures: Pictures,
    /// Whether the chosen card gets the keyboard.
    focus_chosen: bool,
    /// How many cells a row had in the last frame.
    columns: usize,
}

/// What the page shows.
#[derive(Clone, Copy)]
pub struct GalleryView<'a> {
    /// The site's brand.
    pub brand: &'a Brand,
    /// Campaigns that were open lately, the last one first.
    pub recent: &'a [&'a Item],
    /// Whether there is something to go back to.
    pub can_leave: bool,
    /// Width of the window, in points.
    pub window: f32,
    /// The words.
    pub text: &'a Text,
}

impl GalleryPage {
    /// A page that was not shown yet; with `at_once`, pictures are drawn when they are asked for.
    pub fn new(ctx: &egui::Context, at_once: bool) -> Self {
        Self {
            state: Gallery::default(),
            pictures: Pictures::new(ctx, at_once),
            focus_chosen: false,
            columns: 1,
        }
    }

    /// What the page is about.
    pub fn state(&self) -> &Gallery {
        &self.state
    }

    /// Begins anew, on the day `today`.
    pub fn open(&mut self, language: Language, dark: bool, today: NaiveDate) {
        self.state.on(Event::Opened(language, dark, today));
        self.focus_chosen = true;
    }

    /// Shows the page over the whole of `ui`.
    pub fn show(&mut self, ui: &mut Ui, view: GalleryView<'_>, actions: &mut Actions) {
        self.keys(ui, view, actions);
        ui.spacing_mut().item_spacing.y = space::M;
        self.head(ui, view, actions);
        self.toolbar(ui, view);
        self.grid(ui, view, actions);
        drop_files(ui, actions);
    }

    fn head(&mut self, ui: &mut Ui, view: GalleryView<'_>, actions: &mut Actions) {
        let (p, text) = (palette(ui), view.text);
        ui.horizontal(|ui| {
            ui.set_height(44.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let (words, icon) = match (self.state.chosen(), self.state.chosen_point()) {
                    (Card::Import, _) => (text.t("gallery-import"), Icon::FileUp),
                    (_, Some(point)) => {
                        let name = point.label.as_str();
                        (text.tv("gallery-start", &[("name", name.into())]), Icon::Plus)
                    }
                    (Card::Blank | Card::Point(_), None) => (text.t("gallery-start-blank"), Icon::Plus),
                };
                let enabled = !self.state.cells().is_empty();
                let start = Button::primary(words).icon(icon);
                if ui.add_enabled(enabled, start).clicked() {
                    self.begin(actions);
                }
                if view.can_leave && ui.add(Button::ghost(text.t("cancel"))).on_hover_text("Esc").clicked() {
                    actions.send(Action::ShowEditor);
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let title = Type::Title.text(text.t("gallery-title"), p.text);
                    ui.add(egui::Label::new(title).truncate());
                    let help = Type::Small.text(text.t("gallery-help"), p.text_muted);
                    ui.add(egui::Label::new(help).truncate());
                });
            });
        });
    }

    /// Begins with what is chosen.
    fn begin(&mut self, actions: &mut Actions) {
        if let Some(request) = self.state.on(Event::Begin) {
            actions.send(Action::Begin(Box::new(request)));
        }
    }
}

/// Whether no dialog lies over the page.
fn is_in_front(ui: &Ui) -> bool {
    ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
}

/// Files that are dropped anywhere on the page are brought in.
fn drop_files(ui: &Ui, actions: &mut Actions) {
    if !is_in_front(ui) {
        return;
    }
    let dropped = ui.input(|input| {
        let files = input.raw.dropped_files.iter();
        files.map(|file| file.path().to_owned()).collect::<Vec<_>>()
    });
    for path in dropped {
        actions.send(Action::ImportFile(path));
    }
}

/// The identity of a card, for the keyboard.
fn card_id(card: Card) -> Id {
    Id::unique(("gallery card", card))
}

/// The identity of the search field.
fn search_id() -> Id {
    Id::unique("gallery search")
}

/// The icon and the key of the name of a type.
fn kind_face(kind: ContentType) -> (Icon, &'static str) {
    match kind {
        ContentType::Rich => (Icon::PictureInPicture2, "content-rich"),
        ContentType::Text => (Icon::MessageCircle, "content-text"),
        ContentType::OpenWindow => (Icon::AppWindow, "content-open-window"),
    }
}
