//! Values that are typed as text: addresses and versions.

use egui::Ui;
use serde_json::Value;

use super::{Cell, Change, as_text};
use crate::desktop::{
    editor::{desk::Desk, input::framed},
    widgets::Field,
};

pub(super) fn show(ui: &mut Ui, value: Option<&Value>, cell: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    let sample = as_text(Some(&cell.field.spec().sample_value()));
    typed(ui, value, cell, &sample, desk)
}

/// A text field; `sample` stands in it while it is empty.
pub(super) fn typed(
    ui: &mut Ui,
    value: Option<&Value>,
    cell: &Cell<'_, '_>,
    sample: &str,
    desk: &Desk<'_, '_>,
) -> Change {
    let id = cell.place.id.with("value");
    let mut text = as_text(value);
    let field = Field::new(&cell.name, &mut text)
        .hide_label()
        .id(id)
        .placeholder(sample);
    let response = framed(ui, cell.wrong, |ui| field.show(ui)).response;
    desk.arrive(ui, &cell.pointer, id, response.rect);
    // A row has little room for a long address.
    let changed = response.changed();
    if text.len() > 18 && !response.has_focus() {
        response.on_hover_text(&text);
    }
    if changed {
        Change::Typed((!text.is_empty()).then_some(Value::String(text)))
    } else {
        Change::None
    }
}
