//! Another program changed the open campaign's file: both versions are kept, and the user says which one goes on.

use super::{
    Answer, DialogView, Keep,
    shell::{Shell, sentence},
};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::Button,
    },
    library::{Conflict, Theirs},
};

/// Asks which version is kept.
pub struct ConflictDialog {
    /// Both versions. Taken when the answer is carried out.
    pub conflict: Option<Box<Conflict>>,
    name: String,
    deleted: bool,
    readable: bool,
}

impl ConflictDialog {
    /// For these two versions.
    pub fn new(conflict: Conflict) -> Self {
        Self {
            name: conflict.mine.name.clone(),
            deleted: matches!(conflict.theirs, Theirs::Deleted),
            readable: matches!(conflict.theirs, Theirs::Campaign(_)),
            conflict: Some(Box::new(conflict)),
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "conflict",
            title: &text.t("conflict-title"),
            width: 500.0,
        };
        let shown = shell.show(ctx, |ui| {
            let p = palette(ui);
            let key = match (self.deleted, self.readable) {
                (true, _) => "conflict-deleted",
                (false, true) => "conflict-changed",
                (false, false) => "conflict-unreadable",
            };
            sentence(ui, &text.tv(key, &[("name", self.name.as_str().into())]), p.text_muted);
            ui.add_space(space::L);
            let mut answer = None;
            let mut choice = |ui: &mut egui::Ui, button: Button, detail: &str, keep: Keep| {
                if ui.add(button.fill_width()).clicked() {
                    answer = Some(Answer::Resolve(keep));
                }
                ui.label(Type::Caption.text(text.t(detail), p.text_faint));
                ui.add_space(space::XS);
            };
            if !self.deleted && self.readable {
                choice(
                    ui,
                    Button::primary(text.t("conflict-both")).icon(Icon::Copy),
                    "conflict-both-detail",
                    Keep::Both,
                );
            }
            choice(
                ui,
                Button::secondary(text.t("conflict-mine")).icon(Icon::Pencil),
                "conflict-mine-detail",
                Keep::Mine,
            );
            choice(
                ui,
                Button::secondary(text.t("conflict-theirs")).icon(Icon::Download),
                "conflict-theirs-detail",
                Keep::Theirs,
            );
            answer
        });
        // Nothing is saved until the user has chosen, so there is no way to put it off.
        shown.inner
    }
}
