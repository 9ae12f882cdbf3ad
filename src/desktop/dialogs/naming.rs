//! Another name for a campaign.

use std::path::PathBuf;

use egui::{
    Id, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, entered},
};
use crate::{desktop::widgets::Field, studio::tone::Tone};

/// Asks for a new name, which must not stay empty.
#[derive(Debug)]
pub struct RenameDialog {
    path: PathBuf,
    name: String,
    /// What it was called before.
    before: String,
    seen: bool,
    /// Whether Enter or the button was pressed without a name.
    missing: bool,
}

impl RenameDialog {
    /// For the campaign of the file `path`, which is called `name` now.
    pub fn new(path: PathBuf, name: String) -> Self {
        Self {
            path,
            before: name.clone(),
            name,
            seen: false,
            missing: false,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let shell = Shell {
            id: "rename campaign",
            title: &view.text.t("command-rename"),
            width: 440.0,
        };
        let shown = shell.show_holding(ctx, self.name != self.before, |ui| self.form(ui, view));
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    /// Shows the field and the two buttons.
    fn form(&mut self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let missing = [(Tone::Danger, text.t("name-missing"))];
        let (label, hint) = (text.t("new-name"), text.t("new-name-hint"));
        let id = Id::unique("campaign's other name");
        let field = Field::new(&label, &mut self.name).id(id).placeholder(&hint);
        let field = if self.missing { field.findings(&missing) } else { field };
        let field = field.show(ui).response;
        if !std::mem::replace(&mut self.seen, true) {
            field.request_focus();
            select_all(ui, id, &self.name);
        }
        if field.changed() {
            self.missing = false;
        }
        let entered = field.lost_focus() && entered(ui);
        let (acted, cancel) = buttons(ui, &text.t("rename-do"), true, &text.t("cancel"));
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
        Some(Answer::Rename(self.path.clone(), name.to_owned()))
    }
}

/// Selects what is in a field, so that typing replaces it.
fn select_all(ui: &Ui, field: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field);
}
