//! Changing what a condition is about, keeping its comparison and value where they still fit.

use chrono::NaiveDate;
use serde_json::Value;

use crate::campaign::{Condition, Field, FieldType, Operator, Word, choices};

/// Makes the condition be about `field`.
pub(super) fn set_field(condition: &mut Condition, field: Field) {
    let before = condition.field.known();
    if before == Some(field) {
        return;
    }
    condition.field = Word::Known(field);
    if field != Field::Custom {
        condition.key = None;
    }
    let related = before.is_none_or(|before| {
        let kinds = [before.spec().kind, field.spec().kind];
        kinds[0] == kinds[1] || kinds.contains(&FieldType::Custom)
    });
    if !related {
        condition.value = None;
    }
    let operators = field.spec().operators;
    let kept = condition
        .operator
        .known()
        .filter(|operator| operators.contains(operator));
    if let Some(operator) = kept.or(operators.first().copied()) {
        set_operator(condition, operator);
    }
}

/// Makes the condition compare by `operator`.
pub(super) fn set_operator(condition: &mut Condition, operator: Operator) {
    condition.operator = Word::Known(operator);
    let Some(field) = condition.field.known() else { return };
    condition.value = match condition.value.take() {
        _ if !operator.wants_value() => None,
        _ if field.spec().kind == FieldType::Flag => Some(true.into()),
        None => None,
        Some(Value::Array(items)) if operator.wants_list() => {
            Some(items.into_iter().filter(|item| fits(field, item)).collect())
        }
        Some(Value::Array(items)) => items.into_iter().find(|item| fits(field, item)),
        Some(value) if !fits(field, &value) => None,
        Some(value) if operator.wants_list() => Some(Value::Array(vec![value])),
        Some(value) => Some(value),
    };
}

/// Whether a single value can be one of the field's.
fn fits(field: Field, value: &Value) -> bool {
    let text = value.as_str();
    match field.spec().kind {
        FieldType::Url => text.is_some(),
        FieldType::WholeNumber => value.as_u64().is_some(),
        FieldType::Language => text.is_some_and(is_language),
        FieldType::Choice => text.is_some_and(|text| choices(field).iter().any(|choice| choice.id == text)),
        FieldType::Version => text.is_some_and(|text| text.split('.').all(|part| part.parse::<u64>().is_ok())),
        FieldType::Date => text.is_some_and(|text| text.parse::<NaiveDate>().is_ok()),
        FieldType::Custom => !value.is_array() && !value.is_object() && !value.is_null(),
        FieldType::Percent => value.as_f64().is_some_and(|value| (0.0..=100.0).contains(&value)),
        FieldType::Flag => *value == Value::Bool(true),
    }
}

/// Whether `text` has the form of a language tag such as `tr` or `zh-Hant-TW`.
pub(super) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|letter| letter.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|sign| sign.is_ascii_alphanumeric()))
}
