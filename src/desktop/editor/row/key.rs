//! The key of a value, such as the name of an attribute: typed, or chosen among those that are known.

use egui::Ui;

use super::{RowPlace, arrive, cell, take_text};
use crate::{
    campaign::{Condition, Field},
    desktop::{
        editor::{desk::Desk, input::framed, input::small_cell},
        theme::{Icon, height, space},
        widgets::{self, MenuItem},
    },
    studio::outline::RowPart,
};

/// Shows the name over the whole width, with a list of known names to choose from.
pub(super) fn show(
    ui: &mut Ui,
    condition: &mut Condition,
    field: Field,
    place: &RowPlace<'_>,
    desk: &mut Desk<'_, '_>,
) {
    let pointer = format!("{}/key", place.pointer);
    let name = format!("{} {}", place.name, desk.t("editor-part-key"));
    let keys = field.spec().keys;
    let hint = keys.map_or("", |keys| keys.sample);
    let known: Vec<&str> = keys.map_or(&[][..], |keys| keys.known).to_vec();
    let own = desk.ctx.keys.of(field).iter().map(String::as_str);
    let own: Vec<&str> = own.filter(|key| !known.contains(key)).collect();
    let offered = [own, known].concat();
    let id = place.id.with("key");
    let mut key = condition.key.clone().unwrap_or_default();
    let list = !offered.is_empty() && ui.available_width() > 110.0;
    let width = ui.available_width() - if list { height::SMALL + space::XS } else { 0.0 };
    let input = widgets::Field::new(&name, &mut key)
        .hide_label()
        .id(id)
        .placeholder(hint);
    let wrong = desk.is_wrong(&pointer) && !place.fresh;
    let (response, chosen) = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let typed = cell(ui, width, |ui| framed(ui, wrong, |ui| input.show(ui)).response).inner;
            let chosen = if list {
                known_names(ui, &offered, place, desk)
            } else {
                None
            };
            (typed, chosen)
        })
        .inner;
    arrive(ui, place.pointer, "key", id, desk);
    take_text(ui, place, RowPart::Key, id);
    if response.changed() {
        condition.key = (!key.is_empty()).then_some(key);
        desk.typing(&pointer, "editor-step-key");
    }
    if let Some(chosen) = chosen {
        condition.key = Some(chosen);
        desk.structural("editor-step-key");
    }
}

fn known_names(ui: &mut Ui, offered: &[&str], place: &RowPlace<'_>, desk: &Desk<'_, '_>) -> Option<String> {
    let name = format!("{} {}", place.name, desk.t("editor-part-known-keys"));
    let button = small_cell(ui, height::SMALL, |ui| {
        widgets::icon_button(ui, Icon::ChevronDown, &name)
    })
    .inner;
    let mut chosen = None;
    widgets::menu(&button, |ui| {
        for key in offered {
            if ui.add(MenuItem::new(Icon::Tag, key)).clicked() {
                chosen = Some((*key).to_owned());
            }
        }
    });
    chosen
}
