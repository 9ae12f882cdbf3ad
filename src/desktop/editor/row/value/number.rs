//! Counts, percents and seconds.

use egui::Ui;
use serde_json::{Number, Value};

use super::{super::take_text, Cell, Change};
use crate::{
    campaign::FieldType,
    desktop::{
        editor::{desk::Desk, input::framed},
        widgets::NumberField,
    },
    studio::outline::RowPart,
    wording::text::Text,
};

pub(super) fn show(ui: &mut Ui, value: Option<&Value>, cell: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    let kind = cell.field.spec().kind;
    let suffix = Text::of(desk.ctx.text.language()).word("editor-seconds-unit");
    if kind == FieldType::Percent {
        return typed(ui, value, cell, "editor-percent-wanted", desk, |field| {
            field.range(0.0..=100.0).fractions().suffix("%")
        });
    }
    if kind == FieldType::Seconds {
        return typed(ui, value, cell, "editor-seconds-wanted", desk, |field| {
            field.range(0.0..=LARGEST_WHOLE).fractions().suffix(suffix)
        });
    }
    typed(ui, value, cell, "editor-count-wanted", desk, |field| {
        field.range(0.0..=LARGEST_WHOLE)
    })
}

/// The largest whole number that every browser counts exactly, and the largest that the checks let through.
pub(in crate::desktop::editor) const LARGEST_WHOLE: f64 = 9_007_199_254_740_991.0;

/// Shows a number field, arranged by `prepare`; `wanted` is the key of the text below it while the input is not used.
pub(super) fn typed(
    ui: &mut Ui,
    value: Option<&Value>,
    cell: &Cell<'_, '_>,
    wanted: &str,
    desk: &Desk<'_, '_>,
    prepare: impl FnOnce(NumberField<'_>) -> NumberField<'_>,
) -> Change {
    let id = cell.place.id.with("number");
    let mut number = value.and_then(Value::as_f64);
    let wanted = desk.t(wanted);
    let response = framed(ui, cell.wrong, |ui| {
        prepare(NumberField::new(id, &cell.name, &mut number).wanted(&wanted)).show(ui)
    });
    desk.arrive(ui, &cell.pointer, id, response.rect);
    take_text(ui, cell.place, RowPart::Value, id);
    if response.changed() {
        Change::Typed(number.and_then(as_json))
    } else {
        Change::None
    }
}

/// The number as JSON, without a needless fraction.
pub(in crate::desktop::editor) fn as_json(number: f64) -> Option<Value> {
    if number.fract() == 0.0 && number.abs() <= LARGEST_WHOLE {
        return Some(Value::Number((number as i64).into()));
    }
    Number::from_f64(number).map(Value::Number)
}
