//! The step "Review & launch": the state on the site, what is left to do, what launching would change, the makers' tests, the rule in
//! words, name and time zone, and exports.

mod details;
mod difference;
mod expectations;
mod export;
mod findings;
mod launch;

#[cfg(test)]
mod tests;

use egui::Ui;

use super::{desk::Desk, gap, rule};
use crate::{
    campaign::Campaign,
    desktop::{
        theme::{Type, palette, space},
        widgets::Card,
    },
    wording::timing,
};

/// Shows the step.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    launch::show(ui, desk);
    gap(ui);
    if findings::show(ui, desk) {
        gap(ui);
    }
    if difference::show(ui, desk) {
        gap(ui);
    }
    expectations::show(ui, campaign, desk);
    gap(ui);
    Card::new(&desk.t("editor-in-words")).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        if desk.ctx.analysis.sentence.is_empty() {
            ui.label(Type::Body.text(desk.t("editor-no-rule"), palette(ui).text_muted));
        }
        rule::sentence(ui, &desk.ctx.analysis.sentence);
        if let Some(timing) = timing(campaign, desk.ctx.text.language()) {
            rule::sentence(ui, &timing);
        }
    });
    gap(ui);
    details::show(ui, campaign, desk);
    gap(ui);
    export::show(ui, desk);
}
