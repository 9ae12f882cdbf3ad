//! The page of the site, in the middle of the window: its name, the addresses on which campaigns are shown, and how their pop-ups look.
//!
//! It changes a draft of the site document and names each change; where that is kept is decided in [`crate::studio::site`].

mod addresses;
mod publishing;

use std::collections::HashMap;

use chrono::NaiveDate;
use egui::{Align, Id, Layout, Ui};

use super::{
    editor::{self, EditorContext, Exceptable, Pictures},
    page_head::{self, PageHead},
    theme::{Icon, Type, height, palette, space},
    widgets::{self, Button, Card, Field},
};
use crate::{
    campaign::{Look, SavedAudiences, SiteDocument},
    library::LoadError,
    studio::{
        action::{Action, Actions},
        analysis::Analysis,
        command::Command,
        inspector::Folds,
        publishing::{LaunchView, SiteLaunch},
        session::Edit,
        shelf::KnownKeys,
        shell::INSPECTOR,
        site::{AddressRows, Saving, findings},
        tone::Tone,
        trouble::{InWords, Words},
    },
    wording::text::{Language, Text},
};

/// From this width on, the head has room for words on the way back.
const ROOMY: f32 = 840.0;

/// The place of the site's name in its document.
pub const NAME: &str = "/name";

/// The state of the page.
#[derive(Default)]
pub struct SitePage {
    rows: AddressRows,
    /// The address that gets the keyboard when it is drawn.
    focus: Option<usize>,
    /// The place to move the keyboard to, as a JSON Pointer; for one frame.
    wanted: Option<&'static str>,
    /// Which sections of the look are folded.
    folds: Folds,
    /// What was found in the document, by its revision and the language of the words.
    found: Option<(u64, Language, Analysis)>,
}

/// What the page shows besides the document.
pub struct SiteView<'a> {
    /// Whether the library has no document yet.
    pub is_new: bool,
    /// Why the file cannot be read.
    pub trouble: Option<&'a LoadError>,
    /// Whether everything is on the disk.
    pub saving: Saving,
    /// The document's revision.
    pub revision: u64,
    /// The name of the open campaign; `None` when none is open.
    pub open: Option<&'a str>,
    /// Whether the preview shows pop-ups as visitors with a dark system see them.
    pub dark: bool,
    /// Whether there is something to undo, and to redo.
    pub history: [bool; 2],
    /// What is known of publishing it; `None` where nothing can be published.
    pub launch: Option<&'a SiteLaunch>,
    /// The library's pictures.
    pub pictures: &'a dyn Pictures,
    /// The campaigns of the library, which a limit may except.
    pub campaigns: &'a [Exceptable],
    /// The zone of the person's clock.
    pub zone: chrono_tz::Tz,
    /// The words.
    pub text: &'a Text,
}

impl SitePage {
    /// Moves the keyboard to a place of the document, once it is drawn.
    pub fn lead_to(&mut self, place: &'static str) {
        self.wanted = Some(place);
    }

    /// Shows the line above the page, which does not scroll.
    pub fn head(&mut self, ui: &mut Ui, document: &SiteDocument, view: &SiteView<'_>, actions: &mut Actions) {
        let blockers = self.blockers(document, view);
        let (p, text) = (palette(ui), view.text);
        ui.horizontal(|ui| {
            ui.set_height(height::CONTROL);
            let head = PageHead {
                command: Command::Site,
                title: "command-site",
                open: view.open,
                narrow: ui.available_width() < ROOMY,
            };
            page_head::show(ui, head, text, actions);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(launch) = view.launch {
                    publishing::buttons(ui, launch, blockers, text, actions);
                    ui.add_space(space::XS);
                }
                for (command, icon, can) in [
                    (Command::Redo, Icon::Redo2, view.history[1]),
                    (Command::Undo, Icon::Undo2, view.history[0]),
                ] {
                    let name = text.t(&command.label_key());
                    let tip = format!("{name} ({})", command.keys_text(ui.ctx()));
                    let button = ui.add_enabled_ui(can, |ui| widgets::icon_button(ui, icon, &tip)).inner;
                    if button.accessible_name(name).clicked() {
                        actions.command(command);
                    }
                }
                let pill = view.launch.map(|launch| publishing::pill(launch, blockers, text));
                let room = ui.available_width() - 2.0 * space::S;
                let width = pill.as_ref().map_or(0.0, |(words, _)| widgets::badge_width(ui, words));
                if !view.is_new && view.trouble.is_none() {
                    let (key, tone) = match view.saving {
                        Saving::Done => ("save-done", Tone::Neutral),
                        Saving::Running => ("save-running", Tone::Neutral),
                        Saving::Failed => ("save-not", Tone::Danger),
                    };
                    let words = text.t(key);
                    // What went well need not be said where there is no room.
                    if view.saving == Saving::Failed || widgets::line_width(ui, &words, Type::Small) + width <= room {
                        ui.add_space(space::S);
                        ui.label(Type::Small.text(words, tone.color(p)));
                    }
                }
                if let Some((words, tone)) = pill {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add_space(space::XS);
                        widgets::badge(ui, &words, tone);
                    });
                }
            });
        });
    }

    /// Shows the page; the caller scrolls. Returns the name of the change in this frame.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        document: &mut SiteDocument,
        view: &SiteView<'_>,
        actions: &mut Actions,
    ) -> Option<Edit> {
        let text = view.text;
        ui.spacing_mut().item_spacing.y = space::S;
        if let Some(trouble) = view.trouble {
            let Words { what, hint, .. } = trouble.words(text);
            widgets::notice(ui, Tone::Danger, Icon::CircleAlert, &text.t("site-unreadable"), |ui| {
                let words = Type::Body.text(format!("{what}. {hint}"), palette(ui).text);
                ui.add(egui::Label::new(words).wrap());
                ui.add_space(space::XS);
                if ui.add(Button::secondary(text.t("save-again")).small()).clicked() {
                    actions.send(Action::ReadSite);
                }
            });
            return None;
        }
        if view.is_new {
            let words = Type::Small.text(text.t("site-new"), palette(ui).text_muted);
            ui.add(egui::Label::new(words).wrap());
        }
        if let Some(launch) = view.launch {
            publishing::notice(ui, launch, text, actions);
        }
        self.rows.follow(&document.addresses);
        let analysis = self.analysis(document, view);
        let named = name(ui, document, self.wanted == Some(NAME), text);
        gap(ui);
        let moved = self.addresses(ui, document, &analysis, text);
        gap(ui);
        let usual = Look::default();
        let context = EditorContext {
            text,
            analysis: &analysis,
            site: &usual,
            site_name: &document.name,
            usual_language: None,
            speaks: None,
            dark: view.dark,
            can_crop: false,
            pictures: view.pictures,
            launch: &LaunchView::default(),
            today: NaiveDate::default(),
            keys: KnownKeys::NONE,
            audiences: &SavedAudiences::default(),
            uses: &|_| 0,
            refers: false,
            left: &HashMap::new(),
            in_log: None,
            focus: self.wanted.take(),
            reveal: None,
        };
        let mut hours = document.hours.clone();
        let title = text.t("site-hours");
        let answering = Card::new(&title).show(ui, |ui| {
            editor::show_site_hours(ui, &mut hours, view.zone.name(), &context, actions)
        });
        document.hours = hours;
        gap(ui);
        let mut rests = document.rests.clone();
        let title = text.t("site-rests");
        let limited = Card::new(&title).show(ui, |ui| {
            editor::show_site_rests(ui, &mut rests, view.campaigns, &context, actions)
        });
        document.rests = rests;
        gap(ui);
        let mut look = document.look.clone();
        let folds = &mut self.folds;
        let looked = Card::new("").show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(INSPECTOR));
            editor::show_site_look(ui, &mut look, &context, folds, actions)
        });
        document.look = look;
        gap(ui);
        let mut languages = document.languages.clone();
        let title = text.t("site-languages");
        let spoken = Card::new(&title).show(ui, |ui| {
            editor::show_site_languages(ui, &mut languages, &context, actions)
        });
        document.languages = languages;
        self.found = Some((view.revision, text.language(), analysis));
        let edit = named
            .or(moved)
            .or(spoken.inner)
            .or(answering.inner)
            .or(limited.inner)
            .or(looked.inner);
        if edit.is_some() {
            // What was drawn before the change in this frame shows the old state.
            ui.request_repaint();
        }
        edit
    }

    /// How many findings keep it from being published.
    fn blockers(&mut self, document: &SiteDocument, view: &SiteView<'_>) -> usize {
        let analysis = self.analysis(document, view);
        let blockers = analysis.tally().blockers;
        self.found = Some((view.revision, view.text.language(), analysis));
        blockers
    }

    /// What is found in the document: known, unless it has changed.
    fn analysis(&mut self, document: &SiteDocument, view: &SiteView<'_>) -> Analysis {
        let language = view.text.language();
        match self.found.take() {
            Some((revision, words, known)) if (revision, words) == (view.revision, language) => known,
            _ => Analysis {
                findings: findings(document, language),
                ..Analysis::default()
            },
        }
    }
}

fn name(ui: &mut Ui, document: &mut SiteDocument, takes_focus: bool, text: &Text) -> Option<Edit> {
    let label = text.t("site-name");
    let help = text.t("site-name-help");
    let field = Card::new("").show(ui, |ui| {
        Field::new(&label, &mut document.name)
            .id(Id::unique("site name"))
            .help(&help)
            .show(ui)
    });
    let response = field.inner.response;
    if takes_focus {
        response.request_focus();
    }
    response
        .changed()
        .then(|| Edit::Typed("site-step-name", NAME.to_owned()))
}

/// Between two cards, together with the space that follows every part.
fn gap(ui: &mut Ui) {
    ui.add_space(space::L - space::S);
}
