//! Another name for a campaign.

use std::path::PathBuf;

use egui::{Id, Ui};

use super::{
    Answer, DialogView,
    name_form::{NameForm, NameWords, Named},
    shell::Shell,
};

/// Asks for a new name, which must not stay empty.
#[derive(Debug)]
pub struct RenameDialog {
    path: PathBuf,
    form: NameForm,
    /// What it was called before.
    before: String,
}

impl RenameDialog {
    /// For the campaign of the file `path`, which is called `name` now.
    pub fn new(path: PathBuf, name: String) -> Self {
        Self {
            path,
            before: name.clone(),
            form: NameForm::of(name),
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let shell = Shell {
            id: "rename campaign",
            title: &view.text.t("command-rename"),
            width: 440.0,
        };
        let shown = shell.show_holding(ctx, self.form.name != self.before, |ui| self.ask(ui, view));
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    /// Shows the field and the two buttons.
    fn ask(&mut self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let (label, hint) = (text.t("new-name"), text.t("new-name-hint"));
        let act = text.t("rename-do");
        let words = NameWords {
            id: Id::unique("campaign's other name"),
            label: &label,
            hint: &hint,
            help: "",
            act: &act,
        };
        match self.form.show(ui, &words, None, text) {
            Named::Typing => None,
            Named::Cancelled => Some(Answer::Cancel),
            Named::As(name) => Some(Answer::Rename(self.path.clone(), name)),
        }
    }
}
