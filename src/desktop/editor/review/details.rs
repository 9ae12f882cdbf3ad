//! The campaign's name, and the zone in which its dates begin and end.

use egui::{Id, Ui};

use crate::{
    campaign::{Campaign, Platform, Word},
    desktop::{
        editor::{desk::Desk, zone},
        theme::space,
        widgets::{self, Card, Choice, Field, Select},
    },
};

/// Shows both.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    Card::new(&desk.t("editor-details")).show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::L, space::S);
        ui.columns_const(|[one, two]| {
            name(one, campaign, desk);
            zone(two, campaign, desk);
        });
        if campaign.platform.known().is_none() {
            platform(ui, campaign, desk);
        }
    });
}

fn name(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    let id = Id::unique("editor-name");
    let findings = desk.ctx.analysis.lines_at("/name");
    let label = desk.t("editor-name");
    ui.spacing_mut().item_spacing.y = 6.0;
    let above = widgets::field_label(ui, &label).id;
    let field = Field::new(&label, &mut campaign.name)
        .labelled_by(above)
        .id(id)
        .findings(&findings);
    let response = field.show(ui).response;
    desk.arrive(ui, "/name", id, response.rect);
    if response.changed() {
        desk.typing("/name", "editor-step-name");
    }
}

/// The choice of platform, for campaigns that came without one.
fn platform(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    let label = desk.t("editor-platform");
    let above = widgets::field_label(ui, &label).id;
    let shown = campaign
        .platform
        .id()
        .map_or_else(|| desk.t("editor-choose-value"), ToOwned::to_owned);
    let id = ui.next_auto_id();
    let picked = Select::new(&label, &shown).labelled_by(above).wrong(true).show(ui, || {
        vec![Choice {
            label: desk.t("editor-web-messenger"),
            ..Choice::default()
        }]
    });
    desk.arrive(ui, "/platform", id, ui.min_rect());
    for (tone, line) in desk.ctx.analysis.lines_at("/platform") {
        widgets::finding_line(ui, tone, &line);
    }
    if picked.is_some() {
        campaign.platform = Word::Known(Platform::WebMessenger);
        desk.structural("editor-step-platform");
    }
}

fn zone(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    ui.spacing_mut().item_spacing.y = 6.0;
    let label = desk.t("editor-zone");
    let above = widgets::field_label(ui, &label).id;
    zone::show(ui, &mut campaign.time_zone, (&label, above), "/time_zone", desk);
    let findings = desk.ctx.analysis.lines_at("/time_zone");
    for (tone, line) in &findings {
        widgets::finding_line(ui, *tone, line);
    }
    if findings.is_empty() {
        widgets::help_line(ui, &desk.t("editor-zone-help"));
    }
}
