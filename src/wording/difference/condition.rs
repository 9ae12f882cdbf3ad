//! A condition as its row shows it, and a group as its card does: `Pages opened is at least 3`.

use serde_json::Value;

use super::{Language, Sentence, joined, label, number, word};
use crate::campaign::{Condition, Field, FieldType, Group, Node, Operator};

/// Groups with more parts than this are described by their number of parts.
const MOST_TOLD: usize = 4;

pub(super) fn node(node: &Node, language: Language) -> Sentence {
    match node {
        Node::Condition(only) => condition(only, language),
        Node::Group(inner) => group(inner, language),
        Node::Saved(saved) => Sentence::of_text(
            language,
            "change-saved-audience",
            &[("name", &Sentence::literal(&number::tidy(&saved.name)))],
        ),
    }
}

/// Writes `any of (A; B)`.
fn group(group: &Group, language: Language) -> Sentence {
    let counted: Vec<&Node> = group.children.iter().filter(|child| !child.muted()).collect();
    let joiner = Sentence::plain(joined(group.joiner, language));
    if counted.is_empty() {
        return Sentence::plain(word(language, "change-empty-group"));
    }
    let named: Vec<Sentence> = counted
        .iter()
        .take(MOST_TOLD)
        .map(|child| node(child, language))
        .collect();
    let mut inside = Sentence::list(&named, "; ", "; ");
    if counted.len() > MOST_TOLD {
        inside.say("; …");
    }
    Sentence::of_text(language, "change-group-of", &[("joiner", &joiner), ("parts", &inside)])
}

/// Writes one condition: field, comparison and value, as far as they are chosen.
pub(super) fn condition(condition: &Condition, language: Language) -> Sentence {
    let Some(field) = condition.field.known() else {
        let written = condition.field.id().unwrap_or(word(language, "change-no-field"));
        return Sentence::plain(&number::tidy(written));
    };
    let mut name = Sentence::plain(label::field_label(field, language));
    if field.spec().kind.has_keys() {
        let key = condition.key.as_deref().map(str::trim).filter(|key| !key.is_empty());
        name.say(" · ");
        name.add(&Sentence::literal(&number::tidy(
            key.unwrap_or(word(language, "change-unfinished")),
        )));
    }
    let Some(operator) = condition.operator.known() else {
        let written = condition.operator.id().unwrap_or(word(language, "change-unfinished"));
        let written = Sentence::literal(&number::tidy(written));
        return Sentence::fill("{} {}", &[&name, &written]);
    };
    let wanted = match condition.value.as_ref().filter(|value| !value.is_null()) {
        Some(value) => values(field, value, language),
        None => Sentence::plain(word(language, "change-unfinished")),
    };
    Sentence::of_text(language, key(operator), &[("field", &name), ("value", &wanted)])
}

fn values(field: Field, value: &Value, language: Language) -> Sentence {
    let items: Vec<Sentence> = match value {
        Value::Array(items) => items.iter().map(|item| one(field, item, language)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
            vec![one(field, value, language)]
        }
    };
    if items.is_empty() {
        return Sentence::plain(word(language, "change-unfinished"));
    }
    Sentence::list(&items, ", ", ", ")
}

fn one(field: Field, value: &Value, language: Language) -> Sentence {
    let text = value.as_str();
    match (field.spec().kind, text) {
        (FieldType::Language | FieldType::Choice, Some(text)) => {
            Sentence::strong(&label::choice_label(field, text, language))
        }
        (FieldType::Date, Some(text)) => Sentence::strong(&number::written_date(text, language)),
        (FieldType::Seconds, None) => Sentence::strong(&number::seconds(value.as_f64().unwrap_or(0.0), language)),
        (FieldType::Percent, None) => Sentence::strong(&number::percent(value.as_f64().unwrap_or(0.0), language)),
        (_, Some(text)) => Sentence::value(&number::tidy_to(text, super::LONGEST_TEXT)),
        (_, None) => Sentence::value(&number::value(value, language)),
    }
}

/// Returns the key of a condition's text.
fn key(operator: Operator) -> &'static str {
    match operator {
        Operator::Contains => "condition-contains",
        Operator::NotContains => "condition-not-contains",
        Operator::Equals => "condition-equals",
        Operator::NotEquals => "condition-not-equals",
        Operator::StartsWith => "condition-starts-with",
        Operator::Matches => "condition-matches",
        Operator::GreaterThan => "condition-greater-than",
        Operator::LessThan => "condition-less-than",
        Operator::AtLeast => "condition-at-least",
        Operator::AtMost => "condition-at-most",
        Operator::OneOf => "condition-one-of",
        Operator::NoneOf => "condition-none-of",
        Operator::On => "condition-on",
        Operator::OnOrLater => "condition-on-or-later",
        Operator::OnOrEarlier => "condition-on-or-earlier",
        Operator::IsSet => "condition-is-set",
        Operator::IsNotSet => "condition-is-not-set",
    }
}
