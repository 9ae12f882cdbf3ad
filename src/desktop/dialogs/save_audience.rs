//! A name for a part of an audience that is saved for other campaigns.

use egui::{Id, Ui};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, entered, sentence},
};
use crate::{
    campaign::NodePath,
    desktop::{
        theme::{palette, space},
        widgets::Field,
    },
    studio::tone::Tone,
};

/// Asks for the name of an audience, which must not stay empty and should be its own.
#[derive(Debug)]
pub struct SaveAudienceDialog {
    path: NodePath,
    name: String,
    /// What is saved, in a sentence.
    says: String,
    /// The names of those that are there.
    taken: Vec<String>,
    seen: bool,
    /// Whether Enter or the button was pressed without a name.
    missing: bool,
}

impl SaveAudienceDialog {
    /// For the part at a path, which says this; audiences of the names `taken` are there.
    pub fn new(path: NodePath, says: String, taken: Vec<String>) -> Self {
        Self {
            path,
            name: String::new(),
            says,
            taken,
            seen: false,
            missing: false,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let shell = Shell {
            id: "save audience",
            title: &view.text.t("audience-save-title"),
            width: 480.0_f32.min(ctx.content_rect().width() - 96.0),
        };
        let shown = shell.show_holding(ctx, !self.name.trim().is_empty(), |ui| self.form(ui, view));
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    /// Shows what is saved, the field and the two buttons.
    fn form(&mut self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        sentence(ui, &self.says, palette(ui).text_muted);
        ui.add_space(space::M);
        let said = self.said();
        let said: Vec<(Tone, String)> = said.into_iter().map(|(tone, key)| (tone, text.t(key))).collect();
        let (label, hint, help) = (
            text.t("audience-name"),
            text.t("audience-name-hint"),
            text.t("audience-save-help"),
        );
        let field = Field::new(&label, &mut self.name)
            .id(Id::unique("name of a saved audience"))
            .placeholder(&hint)
            .help(&help)
            .findings(&said)
            .show(ui)
            .response;
        if !std::mem::replace(&mut self.seen, true) {
            field.request_focus();
        }
        if field.changed() {
            self.missing = false;
        }
        let entered = field.lost_focus() && entered(ui);
        let (acted, cancel) = buttons(ui, &text.t("audience-save-do"), true, &text.t("cancel"));
        if cancel {
            return Some(Answer::Cancel);
        }
        if !(acted || entered) {
            return None;
        }
        let name = self.name.trim();
        if name.is_empty() {
            // The next input is the name.
            self.missing = true;
            field.request_focus();
            return None;
        }
        Some(Answer::SaveAudience(self.path.clone(), name.to_owned()))
    }

    /// What deserves a word about the name.
    fn said(&self) -> Option<(Tone, &'static str)> {
        let name = self.name.trim().to_lowercase();
        let is_taken = self.taken.iter().any(|taken| taken.to_lowercase() == name);
        match self.missing {
            true => Some((Tone::Danger, "name-missing")),
            false => is_taken.then_some((Tone::Warning, "audience-name-taken")),
        }
    }
}
