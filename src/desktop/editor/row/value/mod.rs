//! The editor of a condition's value, by the type of its field.

mod choice;
mod custom;
mod date;
mod element;
mod list;
mod number;
mod text;

pub(in crate::desktop::editor) use number::{LARGEST_WHOLE, as_json};

use egui::Ui;
use serde_json::Value;

use super::{RowPlace, is_chosen};
use crate::{
    campaign::{Condition, Field, FieldType, Operator},
    desktop::editor::desk::Desk,
};

/// What a value editor needs to know, and where its changes go.
struct Cell<'a, 'p> {
    place: &'a RowPlace<'p>,
    field: Field,
    /// Accessible name, such as "Condition 2 value".
    name: String,
    /// JSON Pointer of the value.
    pointer: String,
    wrong: bool,
}

/// The change of the value in this frame.
enum Change {
    /// Nothing.
    None,
    /// A newly typed value.
    Typed(Option<Value>),
    /// A newly chosen value.
    Chosen(Option<Value>),
}

/// Shows the editor over the whole width and applies what was entered.
pub(super) fn show(
    ui: &mut Ui,
    condition: &mut Condition,
    field: Field,
    place: &RowPlace<'_>,
    desk: &mut Desk<'_, '_>,
) {
    let pointer = format!("{}/value", place.pointer);
    let cell = Cell {
        place,
        field,
        name: format!("{} {}", place.name, desk.t("editor-part-value")),
        wrong: desk.is_wrong(&pointer) && !place.fresh,
        pointer,
    };
    let value = condition.value.as_ref();
    let list = condition.operator.known().is_some_and(Operator::wants_list);
    let change = match field.spec().kind {
        kind if list && is_chosen(kind) => list::show(ui, value, &cell, desk),
        FieldType::Url | FieldType::Version | FieldType::Parameter => text::show(ui, value, &cell, desk),
        FieldType::WholeNumber | FieldType::KeyedCount | FieldType::Percent | FieldType::Seconds => {
            number::show(ui, value, &cell, desk)
        }
        FieldType::Choice | FieldType::Language | FieldType::Flag => choice::show(ui, value, &cell, desk),
        FieldType::Date => date::show(ui, value, &cell, desk),
        FieldType::Custom => custom::show(ui, value, &cell, desk),
        FieldType::Element => element::show(ui, value, &cell, desk),
    };
    match change {
        Change::None => {}
        Change::Typed(value) => {
            condition.value = value;
            desk.typing(&cell.pointer, "editor-step-value");
        }
        Change::Chosen(value) => {
            condition.value = value;
            desk.structural("editor-step-value");
        }
    }
}

/// A value as people read and type it.
fn as_text(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
