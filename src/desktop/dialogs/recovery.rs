//! Work that an interrupted run left unsaved.

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, sentence},
};
use crate::{
    desktop::{
        theme::{Type, palette, space},
        widgets,
    },
    library::Unsaved,
};

/// Offers drafts whose last edits were not saved.
#[derive(Debug)]
pub struct RecoveryDialog {
    /// The drafts.
    pub pending: Vec<Unsaved>,
}

impl RecoveryDialog {
    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "recovery",
            title: &text.t("recovery-title"),
            width: 460.0,
        };
        let shown = shell.show(ctx, |ui| {
            let p = palette(ui);
            sentence(ui, &text.t("recovery-help"), p.text_muted);
            ui.add_space(space::S);
            for unsaved in &self.pending {
                ui.horizontal(|ui| {
                    widgets::dot(ui, crate::studio::tone::Tone::Warning, &text.t("recovery-unsaved"));
                    ui.label(Type::BodyStrong.text(&unsaved.campaign.name, p.text));
                });
            }
            let (recover, forget) = buttons(ui, &text.t("recovery-do"), true, &text.t("recovery-forget"));
            if recover {
                Some(Answer::Recover(self.pending.clone()))
            } else {
                forget.then(|| Answer::Forget(self.pending.iter().map(|unsaved| unsaved.path.clone()).collect()))
            }
        });
        // Put off: it is offered again at the next start.
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }
}
