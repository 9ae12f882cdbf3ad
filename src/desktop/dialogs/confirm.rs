//! Asking for confirmation before something leaves the site.

use std::path::PathBuf;

use super::{
    Answer, DialogView,
    shell::{Shell, sentence},
};
use crate::desktop::{
    theme::{Icon, palette, space},
    widgets::Button,
};

/// The action to confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirm {
    /// Taking a campaign down.
    TakeDown,
    /// Deleting a campaign that is at the backend.
    DeleteLive,
}

/// Asks for confirmation.
#[derive(Debug)]
pub struct ConfirmDialog {
    confirm: Confirm,
    path: PathBuf,
    name: String,
    place: String,
}

impl ConfirmDialog {
    /// Asks about the campaign `name` of the file `path`, which is at the connection `place`.
    pub fn new(confirm: Confirm, path: PathBuf, name: String, place: String) -> Self {
        Self {
            confirm,
            path,
            name,
            place,
        }
    }

    pub(super) fn show(&self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let values = [
            ("name", self.name.as_str().into()),
            ("place", self.place.as_str().into()),
        ];
        let (title, help) = match self.confirm {
            Confirm::TakeDown => ("confirm-take-down", "confirm-take-down-help"),
            Confirm::DeleteLive => ("confirm-delete", "confirm-delete-help"),
        };
        let shell = Shell {
            id: "confirm",
            title: &text.tv(title, &values),
            width: 460.0,
        };
        let shown = shell.show(ctx, |ui| {
            sentence(ui, &text.tv(help, &values), palette(ui).text_muted);
            ui.add_space(space::L);
            let mut answer = None;
            let mut choice = |ui: &mut egui::Ui, button: Button, given: Answer| {
                if ui.add(button.fill_width()).clicked() {
                    answer = Some(given);
                }
            };
            let path = self.path.clone();
            match self.confirm {
                Confirm::TakeDown => {
                    let button = Button::danger(text.t("confirm-take-down-do")).icon(Icon::CircleX);
                    choice(ui, button, Answer::TakeDown(path));
                }
                Confirm::DeleteLive => {
                    let both = Button::danger(text.t("confirm-delete-both")).icon(Icon::CircleX);
                    choice(ui, both, Answer::Delete(path.clone(), true));
                    let here = Button::secondary(text.t("confirm-delete-here")).icon(Icon::Trash2);
                    choice(ui, here, Answer::Delete(path, false));
                }
            }
            choice(ui, Button::secondary(text.t("cancel")), Answer::Cancel);
            answer
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }
}
