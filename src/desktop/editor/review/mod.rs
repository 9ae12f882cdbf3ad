//! The step "Review & launch": what is left to do, the rule in words, name and time zone, and the ways out.

mod details;
mod export;
mod findings;

use egui::Ui;

use super::{desk::Desk, rule};
use crate::{
    campaign::Campaign,
    desktop::{
        theme::{Type, palette, space},
        widgets::Card,
    },
};

/// Shows the step.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    findings::show(ui, desk);
    Card::new(&desk.t("editor-in-words")).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        if desk.ctx.analysis.sentence.is_empty() {
            ui.label(Type::Body.text(desk.t("editor-no-rule"), palette(ui).text_muted));
        }
        rule::sentence(ui, &desk.ctx.analysis.sentence);
    });
    details::show(ui, campaign, desk);
    export::show(ui, desk);
}
