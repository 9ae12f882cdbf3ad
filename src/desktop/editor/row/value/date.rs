//! Calendar dates: typed in any usual spelling, or chosen in a small calendar. The file always holds year, month and day.

use egui::Ui;
use serde_json::Value;

use super::{Cell, Change, as_text, text};
use crate::{
    desktop::{
        editor::{desk::Desk, input::cell, input::small_cell},
        theme::{height, space},
        widgets,
    },
    wording::typed_date,
};

pub(super) fn show(ui: &mut Ui, value: Option<&Value>, place: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let width = ui.available_width() - height::SMALL - space::XS;
        let hint = desk.t("editor-date-placeholder");
        let language = desk.ctx.text.language();
        // Not while it is typed: `2026-12-1` may become `2026-12-15`.
        let read = |typed: &str| typed_date(typed, language).map(|date| date.to_string());
        let change = cell(ui, width, |ui| {
            text::typed_and_read(ui, value, place, &hint, desk, read)
        })
        .inner;
        let chosen = typed_date(&as_text(value), language);
        let name = format!("{} {}", place.place.name, desk.t("editor-part-calendar"));
        let picked = small_cell(ui, height::SMALL, |ui| {
            widgets::calendar_button(ui, &name, chosen, desk.ctx.today, desk.ctx.text)
        });
        match picked.inner {
            Some(date) => Change::Chosen(Some(Value::String(date.to_string()))),
            None => change,
        }
    })
    .inner
}
