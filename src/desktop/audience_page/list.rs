//! All saved audiences: what each is called, whom it describes, and how many campaigns use it.

use egui::{Align, Layout, Ui};

use super::{AudiencePage, AudienceView};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button, Card},
    },
    library::AudienceEntry,
    studio::{
        action::{Action, Actions},
        tone::Tone,
        trouble::InWords,
    },
    wording,
};

impl AudiencePage {
    pub(super) fn list(&mut self, ui: &mut Ui, view: &AudienceView<'_>, actions: &mut Actions) {
        let (p, text) = (palette(ui), view.text);
        let help = match view.desk.entries().is_empty() {
            true => "audiences-none",
            false => "audiences-help",
        };
        ui.add(egui::Label::new(Type::Body.text(text.t(help), p.text_muted)).wrap());
        ui.add_space(space::S);
        for entry in view.desk.entries() {
            Card::new("").show(ui, |ui| self.entry(ui, entry, view, actions));
            ui.add_space(space::XS);
        }
    }

    fn entry(&mut self, ui: &mut Ui, entry: &AudienceEntry, view: &AudienceView<'_>, actions: &mut Actions) {
        let (p, text) = (palette(ui), view.text);
        let title = entry.title();
        ui.horizontal(|ui| {
            ui.label(Type::Strong.text(title, p.text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if entry.content.is_ok() {
                    let spoken = text.tv("audience-delete-name", &[("name", title.into())]);
                    if widgets::icon_button(ui, Icon::Trash2, &spoken).clicked() {
                        self.want_deletion(&entry.name, view, actions);
                    }
                    let spoken = text.tv("audience-edit-name", &[("name", title.into())]);
                    let edit = Button::secondary(text.t("audience-edit")).icon(Icon::Pencil).small();
                    if ui.add(edit).accessible_name(spoken).clicked() {
                        actions.send(Action::OpenAudience(entry.name.clone()));
                    }
                }
                ui.label(Type::Small.text(view.used_words(&entry.name), p.text_muted));
            });
        });
        match &entry.content {
            Ok(stored) => {
                let audience = &stored.audience;
                if let Some(about) = &audience.description {
                    ui.add(egui::Label::new(Type::Small.text(about, p.text_muted)).wrap());
                }
                let says = wording::audience(&audience.audience, text.language()).to_string();
                ui.add(egui::Label::new(Type::Body.text(says, p.text)).wrap());
                if self.asked.as_ref() == Some(&entry.name) {
                    self.deletion(ui, &entry.name, view, actions);
                }
            }
            Err(error) => {
                let words = error.words(text).line(text);
                widgets::finding_line(ui, Tone::Danger, &words);
            }
        }
    }
}
