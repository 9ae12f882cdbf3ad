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
    /// Taking the campaign of this file down.
    TakeDown(PathBuf),
    /// Deleting campaigns, some of which are at the backend.
    Delete {
        /// Their files.
        paths: Vec<PathBuf>,
        /// How many are at the backend.
        published: usize,
    },
}

/// Asks for confirmation.
#[derive(Debug)]
pub struct ConfirmDialog {
    /// What is asked about.
    pub confirm: Confirm,
    /// The name of the campaign, or of the first of several.
    pub name: String,
    /// The connection where it is.
    pub place: String,
}

impl ConfirmDialog {
    pub(super) fn show(&self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let values = |count: usize| {
            [
                ("name", self.name.as_str().into()),
                ("place", self.place.as_str().into()),
                ("count", count.into()),
            ]
        };
        let (title, help, counts) = match &self.confirm {
            Confirm::TakeDown(_) => ("confirm-take-down", "confirm-take-down-help", [1, 1]),
            Confirm::Delete { paths, .. } if paths.len() == 1 => ("confirm-delete", "confirm-delete-help", [1, 1]),
            Confirm::Delete { paths, published } => (
                "confirm-delete-several",
                "confirm-delete-several-help",
                [paths.len(), *published],
            ),
        };
        let [title, help] = [(title, counts[0]), (help, counts[1])].map(|(key, count)| text.tv(key, &values(count)));
        let shell = Shell {
            id: "confirm",
            title: &title,
            width: 460.0,
        };
        let shown = shell.show(ctx, |ui| {
            sentence(ui, &help, palette(ui).text_muted);
            ui.add_space(space::L);
            let mut answer = None;
            let mut choice = |ui: &mut egui::Ui, button: Button, given: Answer| {
                if ui.add(button.fill_width()).clicked() {
                    answer = Some(given);
                }
            };
            match &self.confirm {
                Confirm::TakeDown(path) => {
                    let button = Button::danger(text.t("confirm-take-down-do")).icon(Icon::CircleX);
                    choice(ui, button, Answer::TakeDown(path.clone()));
                }
                Confirm::Delete { paths, .. } => {
                    let both = Button::danger(text.t("confirm-delete-both")).icon(Icon::CircleX);
                    choice(ui, both, Answer::Delete(paths.clone(), true));
                    let here = Button::secondary(text.t("confirm-delete-here")).icon(Icon::Trash2);
                    choice(ui, here, Answer::Delete(paths.clone(), false));
                }
            }
            choice(ui, Button::secondary(text.t("cancel")), Answer::Cancel);
            answer
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }
}
