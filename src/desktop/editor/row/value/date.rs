//! Calendar dates: typed as year, month and day, or chosen in a small calendar.

use egui::Ui;
use serde_json::Value;

use super::{Cell, Change, as_text, text};
use crate::desktop::{
    editor::{calendar, desk::Desk, input::cell, input::small_cell},
    theme::{height, space},
};

pub(super) fn show(ui: &mut Ui, value: Option<&Value>, place: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let width = ui.available_width() - height::SMALL - space::XS;
        let hint = desk.t("editor-date-placeholder");
        let change = cell(ui, width, |ui| text::typed(ui, value, place, &hint, desk)).inner;
        let chosen = as_text(value).parse().ok();
        let name = format!("{} {}", place.place.name, desk.t("editor-part-calendar"));
        let picked = small_cell(ui, height::SMALL, |ui| {
            calendar::button(ui, &name, chosen, desk.ctx.today, desk.ctx.text)
        });
        match picked.inner {
            Some(date) => Change::Chosen(Some(Value::String(date.to_string()))),
            None => change,
        }
    })
    .inner
}
