//! The name of a custom attribute: typed, or chosen among those that are known.

use egui::Ui;

use super::{RowPlace, arrive, take_text};
use crate::{
    campaign::Condition,
    desktop::{
        editor::{desk::Desk, input::framed, input::small_cell},
        theme::{Icon, height, space},
        widgets::{self, Field, MenuItem},
    },
    studio::outline::RowPart,
};

/// Shows the name over the whole width, with a list of known names to choose from.
pub(super) fn show(ui: &mut Ui, condition: &mut Condition, place: &RowPlace<'_>, desk: &mut Desk<'_, '_>) {
    let pointer = format!("{}/key", place.pointer);
    let name = format!("{} {}", place.name, desk.t("editor-part-key"));
    let hint = desk.t("editor-key-placeholder");
    let id = place.id.with("key");
    let mut key = condition.key.clone().unwrap_or_default();
    let list = !desk.ctx.attributes.is_empty() && ui.available_width() > 110.0;
    let width = ui.available_width() - if list { height::SMALL + space::XS } else { 0.0 };
    ui.spacing_mut().item_spacing.x = space::XS;
    let field = Field::new(&name, &mut key).hide_label().id(id).placeholder(&hint);
    let wrong = desk.is_wrong(&pointer) && !place.fresh;
    let response = super::cell(ui, width, |ui| framed(ui, wrong, |ui| field.show(ui)).response).inner;
    arrive(ui, place.pointer, "key", id, desk);
    take_text(ui, place, RowPart::Key, id);
    if response.changed() {
        condition.key = (!key.is_empty()).then_some(key);
        desk.typing(&pointer, "editor-step-key");
    }
    if list && let Some(chosen) = known_names(ui, place, desk) {
        condition.key = Some(chosen);
        desk.structural("editor-step-key");
    }
}

fn known_names(ui: &mut Ui, place: &RowPlace<'_>, desk: &Desk<'_, '_>) -> Option<String> {
    let name = format!("{} {}", place.name, desk.t("editor-part-known-keys"));
    let button = small_cell(ui, height::SMALL, |ui| {
        widgets::icon_button(ui, Icon::ChevronDown, &name)
    })
    .inner;
    let mut chosen = None;
    widgets::menu(&button, |ui| {
        for key in desk.ctx.attributes {
            if ui.add(MenuItem::new(Icon::Tag, key)).clicked() {
                chosen = Some(key.clone());
            }
        }
    });
    chosen
}
