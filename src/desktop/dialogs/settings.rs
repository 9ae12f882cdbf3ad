//! What the app remembers about how it looks and where things are: one page.

use std::path::{Path, PathBuf};

use egui::{Layout, Ui, vec2};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons_one},
};
use crate::{
    desktop::{
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Button, Choice, Select},
    },
    studio::{
        settings::{Appearance, Preferences, Renderer},
        shell::ZOOMS,
    },
    wording::text::{Language, Text},
};

/// Width of the column of names, in points.
const NAMES: f32 = 132.0;
const WIDTH: f32 = 600.0;

/// The page of settings.
#[derive(Debug)]
pub struct SettingsDialog {
    /// How the app is set, as shown.
    pub preferences: Preferences,
    /// The folder of the open library.
    pub library: PathBuf,
    /// Other libraries that were open, the newest first.
    pub others: Vec<PathBuf>,
    /// The folder of the log, where one is kept.
    pub logs: Option<PathBuf>,
    /// What draws the window now; empty when that is not known.
    pub drawn_by: String,
}

impl SettingsDialog {
    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "settings",
            title: &text.t("command-settings"),
            width: WIDTH.min(ctx.content_rect().width() - 96.0),
        };
        let shown = shell.show(ctx, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            let looks = self.looks(ui, text);
            widgets::hairline(ui);
            let library = self.libraries(ui, text);
            widgets::hairline(ui);
            let log = self.log(ui, text);
            let close = buttons_one(ui, &text.t("close")).then_some(Answer::Cancel);
            looks.or(library).or(log).or(close)
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    /// Language, theme, motion, and what draws.
    fn looks(&mut self, ui: &mut Ui, text: &Text) -> Option<Answer> {
        let before = self.preferences;
        let now = &mut self.preferences;
        let languages: Vec<(Language, &str)> = Language::ALL.map(|one| (one, one.own_name())).into_iter().collect();
        let name = text.t("settings-language");
        row(ui, &name, |ui| {
            widgets::segmented(ui, &name, &mut now.language, &languages)
        });
        let name = text.t("settings-theme");
        let themes = [
            (Appearance::Light, text.t("settings-theme-light")),
            (Appearance::Dark, text.t("settings-theme-dark")),
            (Appearance::System, text.t("settings-theme-system")),
        ];
        let themes = themes.each_ref().map(|(theme, word)| (*theme, word.as_str()));
        row(ui, &name, |ui| widgets::segmented(ui, &name, &mut now.theme, &themes));
        let name = text.t("settings-zoom");
        row(ui, &name, |ui| sizes(ui, &name, &mut now.zoom, text));
        row(ui, &text.t("settings-motion"), |ui| {
            widgets::toggle(ui, &mut now.reduces_motion, &text.t("command-reduce-motion"))
        });
        let name = text.t("settings-renderer");
        let renderers = [
            (Renderer::Automatic, text.t("settings-renderer-automatic")),
            (Renderer::Processor, text.t("settings-renderer-processor")),
        ];
        let renderers = renderers.each_ref().map(|(one, word)| (*one, word.as_str()));
        row(ui, &name, |ui| {
            widgets::segmented(ui, &name, &mut now.renderer, &renderers)
        });
        below(ui, |ui| {
            let help = match self.drawn_by.as_str() {
                "" => text.t("settings-renderer-help"),
                now => text.tv("settings-renderer-now", &[("now", now.into())]),
            };
            widgets::help_line(ui, &help);
        });
        (before != self.preferences).then_some(Answer::Prefer(self.preferences))
    }

    fn libraries(&self, ui: &mut Ui, text: &Text) -> Option<Answer> {
        let mut answer = None;
        row(ui, &text.t("settings-library"), |ui| place(ui, &self.library));
        below(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let open = Button::secondary(text.t("command-open-library")).icon(Icon::FolderOpen);
                if ui.add(open.small()).clicked() {
                    answer = Some(Answer::ChooseLibrary);
                }
                if ui.add(Button::ghost(text.t("show-in-folder")).small()).clicked() {
                    answer = Some(Answer::ShowFolder(self.library.clone()));
                }
            });
        });
        if !self.others.is_empty() {
            row(ui, &text.t("settings-recent"), |ui| {
                ui.vertical(|ui| {
                    for folder in &self.others {
                        let words = shortened(ui, folder, ui.available_width() - 32.0);
                        let button = Button::ghost(words).icon(Icon::FolderOpen).small();
                        if ui.add(button).on_hover_text(folder.display().to_string()).clicked() {
                            answer = Some(Answer::OpenLibrary(folder.clone()));
                        }
                    }
                });
            });
        }
        answer
    }

    fn log(&self, ui: &mut Ui, text: &Text) -> Option<Answer> {
        let mut answer = None;
        row(ui, &text.t("settings-log"), |ui| match &self.logs {
            Some(folder) => place(ui, folder),
            None => {
                ui.label(Type::Body.text(text.t("settings-no-log"), palette(ui).text_muted));
            }
        });
        if let Some(folder) = &self.logs {
            below(ui, |ui| {
                if ui.add(Button::secondary(text.t("show-in-folder")).small()).clicked() {
                    answer = Some(Answer::ShowFolder(folder.clone()));
                }
            });
        }
        answer
    }
}

/// How large the interface is: each size to choose.
fn sizes(ui: &mut Ui, name: &str, zoom: &mut u16, text: &Text) {
    let percent = |zoom: u16| text.tv("percent", &[("value", f64::from(zoom).into())]);
    let choices = || {
        let choice = |step: &u16| Choice {
            label: percent(*step),
            chosen: *step == *zoom,
            ..Choice::default()
        };
        ZOOMS.iter().map(choice).collect()
    };
    let picked = Select::new(name, &percent(*zoom)).width(110.0).show(ui, choices);
    if let Some(picked) = picked.and_then(|index| ZOOMS.get(index)) {
        *zoom = *picked;
    }
}

/// A setting: its name at the left, its control beside it.
fn row<R>(ui: &mut Ui, name: &str, control: impl FnOnce(&mut Ui) -> R) {
    ui.horizontal_top(|ui| {
        let size = vec2(NAMES, height::SMALL);
        let left = Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(size, left, |ui| {
            ui.set_min_size(size);
            ui.label(Type::Label.text(name, palette(ui).text));
        });
        control(ui);
    });
}

/// What belongs to the setting above, in the column of controls.
fn below(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.add_space(NAMES + ui.spacing().item_spacing.x);
        ui.vertical(content);
    });
}

/// A folder, as text that can be selected.
fn place(ui: &mut Ui, folder: &Path) {
    let words = Type::Body.text(folder.display().to_string(), palette(ui).text);
    ui.horizontal(|ui| {
        ui.set_min_height(height::SMALL);
        ui.add(egui::Label::new(words).wrap().selectable(true));
    });
}

/// A folder's path, cut in its middle where it is wider than the room.
fn shortened(ui: &Ui, folder: &Path, room: f32) -> String {
    let whole = folder.display().to_string();
    let wide = |words: &str| {
        let galley = ui
            .painter()
            .layout_no_wrap(words.to_owned(), Type::Label.font(), egui::Color32::PLACEHOLDER);
        galley.size().x
    };
    if wide(&whole) <= room {
        return whole;
    }
    let letters: Vec<char> = whole.chars().collect();
    let cut = |kept: usize| {
        let head: String = letters[..kept / 3].iter().collect();
        let tail: String = letters[letters.len() - (kept - kept / 3)..].iter().collect();
        format!("{head}…{tail}")
    };
    // The widest that fits.
    let (mut fits, mut too_wide) = (0, letters.len());
    while fits + 1 < too_wide {
        let middle = fits.midpoint(too_wide);
        match wide(&cut(middle)) <= room {
            true => fits = middle,
            false => too_wide = middle,
        }
    }
    cut(fits)
}
