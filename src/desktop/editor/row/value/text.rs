//! Values that are typed as text: addresses and versions.

use egui::Ui;
use serde_json::Value;

use super::{super::take_text, Cell, Change, as_text};
use crate::{
    desktop::{
        editor::{desk::Desk, input::framed},
        widgets::Field,
    },
    studio::outline::RowPart,
};

pub(super) fn show(ui: &mut Ui, value: Option<&Value>, cell: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    let sample = as_text(Some(&cell.field.spec().sample_value()));
    typed(ui, value, cell, &sample, desk)
}

/// Shows a text field; `sample` is shown in it while it is empty.
pub(super) fn typed(
    ui: &mut Ui,
    value: Option<&Value>,
    cell: &Cell<'_, '_>,
    sample: &str,
    desk: &Desk<'_, '_>,
) -> Change {
    typed_and_read(ui, value, cell, sample, desk, |_| None)
}

/// Shows a text field whose text is normalised by `read` once it loses the focus; text that cannot be read stays as typed.
pub(super) fn typed_and_read(
    ui: &mut Ui,
    value: Option<&Value>,
    cell: &Cell<'_, '_>,
    sample: &str,
    desk: &Desk<'_, '_>,
    read: impl FnOnce(&str) -> Option<String>,
) -> Change {
    let id = cell.place.id.with("value");
    let mut text = as_text(value);
    let field = Field::new(&cell.name, &mut text)
        .hide_label()
        .id(id)
        .placeholder(sample);
    let response = framed(ui, cell.wrong, |ui| field.show(ui)).response;
    desk.arrive(ui, &cell.pointer, id, response.rect);
    take_text(ui, cell.place, RowPart::Value, id);
    // A row has little room for a long address.
    let changed = response.changed();
    let left = response.lost_focus();
    if text.len() > 18 && !response.has_focus() {
        response.on_hover_text(&text);
    }
    if left && let Some(meant) = read(&text).filter(|meant| *meant != text) {
        return Change::Typed(Some(Value::String(meant)));
    }
    if changed {
        Change::Typed((!text.is_empty()).then_some(Value::String(text)))
    } else {
        Change::None
    }
}
