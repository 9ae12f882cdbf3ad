//! The verdict: one sentence, the reasons below it, and what would have to change where it is no.

use egui::Ui;

use super::{SimulatorContext, actions};
use crate::{
    desktop::{
        theme::{Icon, Type, palette},
        widgets,
    },
    studio::{action::Actions, tone::Tone},
};

/// Shows the verdict.
pub(super) fn show(ui: &mut Ui, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
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
        if !verdict.live.is_empty() {
            ui.add(egui::Label::new(Type::Small.text(&verdict.live, palette(ui).text)).wrap());
        }
        for line in &verdict.details {
            let color = palette(ui).text_muted;
            ui.add(egui::Label::new(Type::Small.text(line, color)).wrap());
        }
        if !verdict.shown {
            actions::change(ui, ctx, actions);
        }
    });
}
