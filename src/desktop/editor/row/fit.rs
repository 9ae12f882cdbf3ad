//! Changing the field or comparison of a condition, keeping its value wherever the engine still accepts it.

use serde_json::Value;

use crate::{
    campaign::{Condition, Field, FieldType, Operator, Word},
    engine::finished,
};

/// Sets the condition's field; `held` are the row's earlier contents, oldest first.
pub(super) fn set_field(condition: &mut Condition, field: Field, held: &[Condition]) {
    let before = condition.field.known();
    if before == Some(field) {
        return;
    }
    if let Some(earlier) = held.iter().rev().find(|held| held.field.known() == Some(field)) {
        condition.field = Word::Known(field);
        condition.key.clone_from(&earlier.key);
        condition.operator = earlier.operator.clone();
        condition.value.clone_from(&earlier.value);
        return;
    }
    condition.field = Word::Known(field);
    // The name of a parameter is one in both addresses; that of an attribute is no event's.
    let same_kind = before.is_some_and(|before| before.spec().kind == field.spec().kind);
    if field.spec().keys.is_none() || before.is_some() && !same_kind {
        condition.key = None;
    }
    let related = before.is_none_or(|before| {
        let kinds = [before.spec().kind, field.spec().kind];
        kinds[0] == kinds[1] || kinds.contains(&FieldType::Custom) || kinds.iter().all(|kind| kind.is_counted())
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
        condition.operator = Word::Known(operator);
        condition.value = fitted(field, operator, condition.value.take(), |_| false);
    }
}

/// Sets the condition's comparison; `held` are the row's earlier contents, oldest first.
pub(super) fn set_operator(condition: &mut Condition, operator: Operator, held: &[Condition]) {
    let before = condition.operator.known();
    condition.operator = Word::Known(operator);
    let Some(field) = condition.field.known() else { return };
    // A change must not drop items that were already wrong: the row keeps showing what is wrong with them.
    let was_wrong = |item: &Value| before.is_none_or(|before| !takes(field, before, item));
    let now = fitted(field, operator, condition.value.take(), was_wrong);
    let same = |held: &&Condition| held.field.known() == Some(field) && held.key == condition.key;
    let earlier = held.iter().rev().filter(same).find_map(|held| {
        let value = fitted(field, operator, held.value.clone(), |_| false);
        value.filter(|value| !is_empty(value) && brings_back(value, now.as_ref()))
    });
    condition.value = earlier.or(now);
}

/// Returns the value, or what can be kept of it, in the form of the comparison; `spared` items stay though the engine rejects them.
fn fitted(field: Field, operator: Operator, value: Option<Value>, spared: impl Fn(&Value) -> bool) -> Option<Value> {
    let stays = |item: &Value| takes(field, operator, item) || spared(item);
    match value {
        _ if !operator.wants_value() => None,
        _ if field.spec().kind == FieldType::Flag => Some(true.into()),
        None => None,
        Some(Value::Array(items)) if operator.wants_list() => Some(items.into_iter().filter(stays).collect()),
        Some(Value::Array(items)) => items.into_iter().find(stays),
        Some(value) if !stays(&value) => None,
        Some(value) if operator.wants_list() => Some(Value::Array(vec![value])),
        Some(value) => Some(value),
    }
}

/// Whether the engine accepts a single value in a condition of this field and comparison.
fn takes(field: Field, operator: Operator, item: &Value) -> bool {
    let value = if operator.wants_list() {
        Value::Array(vec![item.clone()])
    } else {
        item.clone()
    };
    // The attribute's name is another part of the row: a missing one does not concern the value.
    let probe = Condition {
        key: Some("key".to_owned()),
        ..Condition::new(field, operator, value)
    };
    finished(&probe).is_ok()
}

/// Whether an earlier value is more complete than what is left of it: nothing is left, or only its first item.
fn brings_back(earlier: &Value, left: Option<&Value>) -> bool {
    let Some(left) = left.filter(|left| !is_empty(left)) else {
        return true;
    };
    let items = |value: &Value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    items(earlier).len() > 1 && items(left)[..] == items(earlier)[..1]
}

fn is_empty(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
}

/// Whether `text` has the form of a language tag such as `tr`, `zh-Hant-TW` or `tr_TR`.
pub(super) fn is_language(text: &str) -> bool {
    let mut parts = text.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    // The engine also accepts tags of up to eight letters, which are names such as "turkish" that no browser sends.
    (2..=3).contains(&first.len())
        && first.chars().all(|letter| letter.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|sign| sign.is_ascii_alphanumeric()))
}
