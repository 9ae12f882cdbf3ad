//! The button that keeps the simulated visitor, with the verdict on them, as a test.

use egui::Ui;

use super::SimulatorContext;
use crate::{
    desktop::{theme::Icon, widgets::Button},
    studio::action::{Action, Actions},
};

/// Shows the button, once there is a verdict.
pub(super) fn show(ui: &mut Ui, ctx: &SimulatorContext<'_>, actions: &mut Actions) {
    if ctx.verdict.is_none() {
        return;
    }
    let (word, icon) = if ctx.kept {
        ("tests-kept", Icon::Check)
    } else {
        ("tests-keep", Icon::BadgeCheck)
    };
    let button = Button::secondary(ctx.text.t(word)).icon(icon).small();
    let tip = ctx.text.t("tests-keep-tip");
    let response = ui.add_enabled(!ctx.kept, button);
    if response.on_hover_text(tip).clicked() {
        actions.send(Action::KeepTest);
    }
}
