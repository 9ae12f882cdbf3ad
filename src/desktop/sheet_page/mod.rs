//! The contact sheet in the middle of the window: the open campaign's pop-up in every way in which visitors may meet it.
//!
//! What the page is, is decided in [`crate::studio::sheet`]; here it is drawn, and keys and clicks become its events.

mod chips;
mod findings;
mod grid;
mod head;
mod keys;
mod pictures;
mod tile;

use egui::{Id, Ui};

use self::pictures::Pictures;
use super::{
    theme::{Icon, Type, palette, space},
    widgets::{self, Button},
};
use crate::{
    popup::{Scale, Scene, Theme},
    studio::{
        action::{Action, Actions},
        editor_step::EditorStep,
        sheet::{Event, Repair, Request, Screen, Sheet, Subject, Variation},
    },
    wording::text::Text,
};

/// The page.
#[derive(Default)]
pub struct SheetPage {
    state: Sheet,
    /// The pictures, and what draws them, while the page is shown.
    pictures: Option<Pictures>,
    /// Whether the chosen picture gets the keyboard.
    focus_chosen: bool,
    /// Whether the list of findings is to be scrolled to.
    show_findings: bool,
    /// The filter of each group that the keyboard stops at.
    stops: [usize; chips::GROUPS],
    /// Whether a picture is enlarged.
    enlarged: Enlarged,
    /// How many pictures a row had in the last frame.
    columns: usize,
}

/// Whether a picture is enlarged, in a dialog in front of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Enlarged {
    /// None is.
    #[default]
    No,
    /// One was asked for.
    Asked,
    /// One lies over the page.
    Shown,
}

/// A language of the message.
#[derive(Debug, Clone)]
pub struct SheetLanguage {
    /// Its name.
    pub name: String,
    /// The tag of the translation; `None` for the campaign's own.
    pub tag: Option<String>,
    /// Whether the pictures are in it.
    pub chosen: bool,
}

/// What the page shows.
#[derive(Clone, Copy)]
pub struct SheetView<'a> {
    /// The campaign's name.
    pub name: &'a str,
    /// The languages of the message, its own first; empty where there is only one.
    pub languages: &'a [SheetLanguage],
    /// Width of the window, in points.
    pub window: f32,
    /// The words.
    pub text: &'a Text,
}

impl SheetPage {
    /// What the page is about.
    pub fn state(&self) -> &Sheet {
        &self.state
    }

    /// Gives the keyboard to the chosen picture, as when the page is turned to.
    pub fn arrive(&mut self) {
        self.focus_chosen = true;
    }

    /// Lets the pictures and their renderer go.
    pub fn leave(&mut self) {
        self.pictures = None;
    }

    /// Takes over what the sheet is about.
    pub fn about(&mut self, subject: Subject) {
        self.state.on(Event::About(Box::new(subject)));
    }

    /// Shows the page over the whole of `ui`; with `at_once`, pictures are drawn when they are asked for.
    pub fn show(&mut self, ui: &mut Ui, view: SheetView<'_>, at_once: bool, actions: &mut Actions) {
        self.pictures.get_or_insert_with(|| Pictures::new(ui.ctx(), at_once));
        self.mind_enlarged(ui);
        self.keys(ui, view, actions);
        let judged = self.judged();
        self.head(ui, view, &judged, actions);
        let side = if ui.available_width() < 720.0 { 16.0 } else { space::XL };
        let margin = egui::Margin {
            left: side as i8,
            right: side as i8,
            top: 12,
            bottom: 0,
        };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            if self.state.subject().is_some() && self.state.all().is_empty() {
                return nothing_written(ui, view, actions);
            }
            languages(ui, view.languages, actions);
            self.chips(ui, view);
            self.grid(ui, view, &judged, actions);
        });
    }

    /// The keyboard comes back from an enlarged picture to where it was.
    fn mind_enlarged(&mut self, ui: &Ui) {
        match (self.enlarged, is_in_front(ui)) {
            (Enlarged::Asked, false) => self.enlarged = Enlarged::Shown,
            (Enlarged::Shown, true) => {
                self.enlarged = Enlarged::No;
                self.focus_chosen = true;
            }
            (Enlarged::No, _) | (Enlarged::Asked, true) | (Enlarged::Shown, false) => {}
        }
    }

    fn open(&mut self, actions: &mut Actions) {
        match self.state.on(Event::Open) {
            Some(Request::Open(screen, theme)) => actions.send(Action::ShowMessageIn(screen, theme)),
            None => {}
        }
    }

    fn enlarge(&mut self, view: SheetView<'_>, actions: &mut Actions) {
        if let Some(tile) = self.state.chosen_tile() {
            let name = tile.variation.name(view.text);
            self.enlarged = Enlarged::Asked;
            actions.send(Action::Enlarge(Box::new(tile.scene.clone()), name));
        }
    }
}

/// Shows the languages, to choose the one that the pictures are in.
fn languages(ui: &mut Ui, languages: &[SheetLanguage], actions: &mut Actions) {
    if languages.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for language in languages {
            if widgets::language_chip(ui, &language.name, "", language.chosen).clicked() {
                actions.send(Action::Speak(language.tag.clone()));
            }
        }
    });
}

/// Applies the repair of a finding.
fn apply(repair: Repair, actions: &mut Actions) {
    actions.send(match repair {
        Repair::Color(key, color) => Action::UseColor(key, color),
        Repair::Shorten(part) => Action::GoTo(EditorStep::Message, Some(part.pointer().to_owned())),
    });
}

fn nothing_written(ui: &mut Ui, view: SheetView<'_>, actions: &mut Actions) {
    ui.vertical_centered(|ui| {
        ui.add_space(72.0);
        ui.label(Type::Heading.text(view.text.t("sheet-empty"), palette(ui).text));
        ui.add_space(space::S);
        if ui.add(Button::secondary(view.text.t("sheet-write"))).clicked() {
            actions.send(Action::GoTo(EditorStep::Message, None));
        }
    });
}

/// Whether no dialog lies over the page.
fn is_in_front(ui: &Ui) -> bool {
    ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
}

/// The identity of a picture, for the keyboard.
fn tile_id(variation: Variation) -> Id {
    Id::unique((
        "sheet picture",
        variation.texts,
        variation.screen,
        variation.theme as u8,
    ))
}

/// What a picture shows, at the scale in which it is drawn.
fn at_scale(scene: &Scene, scale: Scale) -> Scene {
    Scene { scale, ..scene.clone() }
}

/// The icon of a device.
fn screen_icon(screen: Screen) -> Icon {
    match screen {
        Screen::Desktop => Icon::Monitor,
        Screen::Tablet => Icon::Tablet,
        Screen::Phone | Screen::SmallPhone => Icon::Smartphone,
    }
}

/// The icon of a theme.
fn theme_icon(theme: Theme) -> Icon {
    match theme {
        Theme::Light => Icon::Sun,
        Theme::Dark => Icon::Moon,
    }
}
