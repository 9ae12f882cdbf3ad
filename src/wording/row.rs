//! A condition as a row of the outline: what it asks about, how, and with which values, in the order in which the language says them.

use serde_json::Value;

use super::label::{choice_label, field_label, operator_label};
use super::text::{Text, word};
use super::{Language, number};
use crate::campaign::{Condition, Field, FieldType, Operator};
use crate::engine::trim;

/// Stands for the value until the text is split there; no text of the languages has it.
const STAND_IN: char = '\u{E000}';

/// Longer values are cut, in letters. A row shows both ends of what is wider than its place, so they may be long.
const LONGEST: usize = 400;

/// A condition in the words of a row. Whatever is not chosen yet is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowWords {
    /// What it asks about, such as `page address`; what is stored under a key by that, as its site writes it.
    pub field: String,
    /// How it is compared, as far as that stands before the values.
    pub before: String,
    /// The values, such as `/plants`, `Chrome`, `1 December 2026`.
    pub values: Vec<String>,
    /// What stands behind the values: the rest of the comparison in some languages, `or later`, `of the page`.
    pub after: String,
    /// Whether a value is wanted, so that its lack is to be shown.
    pub wants_value: bool,
}

impl RowWords {
    /// Returns the row in one line.
    pub fn line(&self) -> String {
        let values = self.values.join(", ");
        let parts = [&self.field, &self.before, &values, &self.after].map(String::as_str);
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Writes a condition as a row, finished or not.
///
/// ```
/// use beckon::{campaign::{Condition, Field, Operator}, wording::{Language, row}};
///
/// let condition = Condition::new(Field::Browser, Operator::OneOf, vec!["chrome", "safari"]);
/// assert_eq!(row(&condition, Language::ENGLISH).line(), "browser is one of Chrome, Safari");
/// ```
pub fn row(condition: &Condition, language: Language) -> RowWords {
    let field = condition.field.known();
    let operator = condition.operator.known();
    let [before, after] = match (field, operator) {
        (Some(field), Some(operator)) => comparison(field, operator, language),
        (None, Some(operator)) => [operator_label(operator, language).to_owned(), String::new()],
        (_, None) => [condition.operator.id().unwrap_or_default().to_owned(), String::new()],
    };
    RowWords {
        field: asked(condition, language),
        before,
        values: values(condition, language),
        after,
        wants_value: operator.is_some_and(Operator::wants_value),
    }
}

/// Returns what a condition asks about.
fn asked(condition: &Condition, language: Language) -> String {
    let Some(field) = condition.field.known() else {
        return condition.field.id().unwrap_or_default().to_owned();
    };
    let key = condition.key.as_deref().map(trim).filter(|key| !key.is_empty());
    let label = || small_first(field_label(field, language), language);
    match key.filter(|_| field.spec().kind.has_keys()) {
        // What a site knows by this name is said by it alone.
        Some(key) if field.spec().kind == FieldType::Custom => number::tidy(key),
        Some(key) => format!("{} {}", label(), number::tidy(key)),
        None => label(),
    }
}

/// Returns a label as it stands within a sentence.
fn small_first(label: &str, language: Language) -> String {
    let mut letters = label.chars();
    match letters.next() {
        Some(first) => language.grammar().lower(&first.to_string()) + letters.as_str(),
        None => String::new(),
    }
}

fn comparison(field: Field, operator: Operator, language: Language) -> [String; 2] {
    let text = Text::of(language).tv(
        template(field.spec().kind, operator),
        &[("value", STAND_IN.to_string().into())],
    );
    let (before, after) = text.split_once(STAND_IN).unwrap_or((&text, ""));
    [before.trim().to_owned(), after.trim().to_owned()]
}

/// Returns the key of the text around the values.
fn template(kind: FieldType, operator: Operator) -> &'static str {
    match (kind, operator) {
        (FieldType::Element, _) => "row-element",
        (FieldType::Seconds, Operator::AtLeast) => "row-seconds-at-least",
        (FieldType::Percent, Operator::AtLeast) => "row-percent-at-least",
        (FieldType::Percent, _) => "row-percent-greater-than",
        (FieldType::Version, Operator::GreaterThan) => "row-version-greater-than",
        (FieldType::Version, Operator::LessThan) => "row-version-less-than",
        (_, Operator::Contains) => "row-contains",
        (_, Operator::NotContains) => "row-not-contains",
        (_, Operator::Equals) => "row-equals",
        (_, Operator::NotEquals) => "row-not-equals",
        (_, Operator::StartsWith) => "row-starts-with",
        (_, Operator::Matches) => "row-matches",
        (_, Operator::GreaterThan) => "row-greater-than",
        (_, Operator::LessThan) => "row-less-than",
        (_, Operator::AtLeast) => "row-at-least",
        (_, Operator::AtMost) => "row-at-most",
        (_, Operator::OneOf) => "row-one-of",
        (_, Operator::NoneOf) => "row-none-of",
        (_, Operator::On) => "row-on",
        (_, Operator::OnOrLater) => "row-on-or-later",
        (_, Operator::OnOrEarlier) => "row-on-or-earlier",
        (_, Operator::IsSet) => "row-is-set",
        (_, Operator::IsNotSet) => "row-is-not-set",
    }
}

fn values(condition: &Condition, language: Language) -> Vec<String> {
    if condition
        .operator
        .known()
        .is_some_and(|operator| !operator.wants_value())
    {
        return Vec::new();
    }
    let field = condition.field.known();
    let one = |value: &Value| written(field, value, language);
    match &condition.value {
        None => Vec::new(),
        Some(Value::Array(items)) => items.iter().filter_map(one).collect(),
        Some(value) => one(value).into_iter().collect(),
    }
}

/// Writes one value; `None` when there is nothing to write.
fn written(field: Option<Field>, value: &Value, language: Language) -> Option<String> {
    let written = match (field.map(|field| (field, field.spec().kind)), value) {
        (_, Value::Null) => return None,
        (_, Value::Bool(yes)) => word(language, if *yes { "row-yes" } else { "row-no" }).to_owned(),
        (Some((field, FieldType::Choice | FieldType::Language)), Value::String(id)) => {
            choice_label(field, id, language)
        }
        (Some((_, FieldType::Date)), Value::String(day)) => number::written_date(day, language),
        (Some((_, FieldType::Percent)), Value::Number(percent)) => {
            number::percent(percent.as_f64().unwrap_or_default(), language)
        }
        (Some((_, FieldType::Seconds)), Value::Number(seconds)) => {
            number::seconds(seconds.as_f64().unwrap_or_default(), language)
        }
        (_, Value::String(text)) => number::tidy_to(text, LONGEST),
        (_, Value::Number(_) | Value::Array(_) | Value::Object(_)) => number::value(value, language),
    };
    Some(written).filter(|written| !trim(written).is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::campaign::{CATALOGUE, Word};

    fn said(condition: &Condition) -> [String; 2] {
        [Language::ENGLISH, Language::TURKISH].map(|language| row(condition, language).line())
    }

    /// Returns what stands after the name of the field.
    fn compared(field: Field, operator: Operator, value: Value) -> [String; 2] {
        let condition = Condition::new(field, operator, value);
        [Language::ENGLISH, Language::TURKISH].map(|language| {
            let mut words = row(&condition, language);
            words.field.clear();
            words.line()
        })
    }

    #[test]
    fn each_kind_of_value_is_said_as_people_say_it() {
        let cases = [
            (
                Field::CurrentPageUrl,
                Operator::StartsWith,
                json!("/plants"),
                ["starts with /plants", "/plants ile başlar"],
            ),
            (
                Field::PageViews,
                Operator::AtLeast,
                json!(2),
                ["is at least 2", "en az 2"],
            ),
            (
                Field::DeviceType,
                Operator::Equals,
                json!("mobile"),
                ["is Mobile", "şu: Telefon"],
            ),
            (
                Field::BrowserVersion,
                Operator::LessThan,
                json!("120"),
                ["is lower than 120", "şundan eski: 120"],
            ),
            (
                Field::LastSeen,
                Operator::OnOrLater,
                json!("2026-12-01"),
                ["is 1 December 2026 or later", "1 Aralık 2026 veya sonrası"],
            ),
            (
                Field::ScrollRatio,
                Operator::AtLeast,
                json!(30),
                ["at least 30% of the page", "en az %30"],
            ),
            (Field::ExitScreen, Operator::Equals, json!(true), ["is yes", "şu: evet"]),
            (
                Field::LastSeen,
                Operator::On,
                json!("soon"),
                ["is soon", "şu gün: soon"],
            ),
        ];
        for (field, operator, value, wanted) in cases {
            assert_eq!(compared(field, operator, value), wanted, "{field:?} {operator:?}");
        }
    }

    #[test]
    fn an_attribute_is_called_as_its_site_calls_it() {
        let condition = Condition::custom("İlgi Alanı", Operator::IsSet, None);
        assert_eq!(said(&condition), ["İlgi Alanı is set", "İlgi Alanı belirtilmiş"]);
    }

    #[test]
    fn whatever_is_missing_is_left_out() {
        assert_eq!(said(&Condition::default()), ["", ""]);
        let unknown = Condition {
            field: Word::Unknown("weather".to_owned()),
            ..Condition::default()
        };
        assert_eq!(said(&unknown), ["weather", "weather"]);
        let empty = Condition::new(Field::Browser, Operator::OneOf, json!([]));
        assert!(row(&empty, Language::ENGLISH).values.is_empty());
    }

    #[test]
    fn every_comparison_of_every_field_has_words() {
        for language in Language::ALL {
            for spec in &CATALOGUE {
                for operator in spec.operators {
                    let condition = Condition::new(spec.field, *operator, spec.sample_value());
                    let words = row(&condition, language);
                    assert!(!words.field.is_empty(), "{}", spec.id);
                    // "Clicked on" needs no further verb.
                    let compared =
                        spec.kind == FieldType::Element || !words.before.is_empty() || !words.after.is_empty();
                    assert!(compared, "{} {operator:?}", spec.id);
                    assert_eq!(
                        words.values.is_empty(),
                        !operator.wants_value(),
                        "{} {operator:?}",
                        spec.id
                    );
                }
            }
        }
    }
}
