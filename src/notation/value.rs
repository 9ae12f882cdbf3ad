//! Values of other notations, as a field takes them.

use serde_json::{Number, Value};

use crate::campaign::{Field, FieldType};

/// Returns a value as a field takes it: other programs write numbers and yes or no as texts.
pub(super) fn fitting(field: Field, value: &Value) -> Value {
    match (field.spec().kind, value) {
        (
            FieldType::WholeNumber | FieldType::KeyedCount | FieldType::Percent | FieldType::Seconds,
            Value::String(text),
        ) => number(text).map_or_else(|| value.clone(), Value::Number),
        (FieldType::Flag, Value::String(text)) => match text.trim() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => value.clone(),
        },
        (FieldType::Version, Value::Number(number)) => Value::String(number.to_string()),
        (_, Value::Array(items)) => items.iter().map(|item| fitting(field, item)).collect(),
        _ => value.clone(),
    }
}

/// Reads a number as people write it: whole where it is whole.
pub(super) fn number(text: &str) -> Option<Number> {
    let text = text.trim();
    match text.parse::<i64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => Number::from_f64(text.parse::<f64>().ok()?),
    }
}

/// Returns the parts of a list: one in brackets, or one in a text with commas.
pub(super) fn listed(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(items) => Some(items.clone()),
        Value::String(text) => Some(text.split(',').map(|item| item.trim().into()).collect()),
        Value::Number(_) | Value::Bool(_) => Some(vec![value.clone()]),
        Value::Null | Value::Object(_) => None,
    }
}
