//! A name for a part of an audience that is saved for other campaigns.

use egui::{Id, Ui};

use super::{
    Answer, DialogView,
    name_form::{NameForm, NameWords, Named},
    shell::{Shell, sentence},
};
use crate::{
    campaign::NodePath,
    desktop::theme::{palette, space},
};

/// Asks for the name of an audience, which must not stay empty and should be its own.
#[derive(Debug)]
pub struct SaveAudienceDialog {
    path: NodePath,
    form: NameForm,
    /// What is saved, in a sentence.
    says: String,
    /// The names of those that are there.
    taken: Vec<String>,
}

impl SaveAudienceDialog {
    /// For the part at a path, which says this; audiences of the names `taken` are there.
    pub fn new(path: NodePath, says: String, taken: Vec<String>) -> Self {
        Self {
            path,
            form: NameForm::default(),
            says,
            taken,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let shell = Shell {
            id: "save audience",
            title: &view.text.t("audience-save-title"),
            width: 480.0_f32.min(ctx.content_rect().width() - 96.0),
        };
        let shown = shell.show_holding(ctx, !self.form.name.trim().is_empty(), |ui| self.ask(ui, view));
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    /// Shows what is saved, the field and the two buttons.
    fn ask(&mut self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        sentence(ui, &self.says, palette(ui).text_muted);
        ui.add_space(space::M);
        let (label, hint, help) = (
            text.t("audience-name"),
            text.t("audience-name-hint"),
            text.t("audience-save-help"),
        );
        let act = text.t("audience-save-do");
        let warned = self.is_taken().then(|| text.t("audience-name-taken"));
        let words = NameWords {
            id: Id::unique("name of a saved audience"),
            label: &label,
            hint: &hint,
            help: &help,
            act: &act,
        };
        match self.form.show(ui, &words, warned, text) {
            Named::Typing => None,
            Named::Cancelled => Some(Answer::Cancel),
            Named::As(name) => Some(Answer::SaveAudience(self.path.clone(), name)),
        }
    }

    /// Whether another audience has this name.
    fn is_taken(&self) -> bool {
        let name = self.form.name.trim().to_lowercase();
        self.taken.iter().any(|taken| taken.to_lowercase() == name)
    }
}
