//! The verdict: one sentence, and the reasons below it.

use egui::Ui;

use super::SimulatorContext;
use crate::desktop::{
    theme::{Icon, Type, palette},
    widgets::{self, Tone},
};

/// Shows the verdict.
pub(super) fn show(ui: &mut Ui, ctx: &SimulatorContext<'_>) {
    let Some(verdict) = ctx.verdict else {
        let waiting = ctx.text.t("simulator-no-verdict");
        widgets::notice(ui, Tone::Neutral, Icon::Hourglass, &waiting, |_| {});
        return;
    };
    let (tone, icon) = match (verdict.shown, verdict.waiting) {
        (true, _) => (Tone::Success, Icon::CircleCheck),
        (false, true) => (Tone::Warning, Icon::Clock),
        (false, false) => (Tone::Danger, Icon::CircleX),
    };
    widgets::notice(ui, tone, icon, &verdict.headline, |ui| {
        for line in &verdict.details {
            let color = palette(ui).text_muted;
            ui.add(egui::Label::new(Type::Small.text(line, color)).wrap());
        }
    });
}
