//! Checks of the value that a condition compares with.

mod choice;
mod element;
mod number;
mod url;

use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::Value;

use super::{Findings, Problem};
use crate::campaign::{Bond, Element, Field, FieldType, Operator, limits};
use crate::engine::parts::is_date_shaped;
use crate::engine::trim;

/// Checks a value for a field; the operator may not be chosen yet.
pub(super) fn check(
    field: Field,
    operator: Option<Operator>,
    value: Option<&Value>,
    path: &str,
    findings: &mut Findings,
) {
    let Some(value) = value.filter(|value| !is_blank(value)) else {
        findings.add(path, Problem::MissingValue { field });
        return;
    };
    match (operator, value) {
        (Some(operator), Value::Array(_)) if !operator.wants_list() => {
            findings.add(path, Problem::ListUnwanted { field, operator });
        }
        (_, Value::Array(items)) if items.is_empty() => findings.add(path, Problem::EmptyList { field }),
        (_, Value::Array(items)) => check_list(field, operator, items, path, findings),
        (Some(operator), _) if operator.wants_list() => findings.add(path, Problem::ListWanted { field, operator }),
        (_, value) => check_single(&Compared { field, operator, path }, value, findings),
    }
}

/// What a single value is compared with, and where it stands.
struct Compared<'a> {
    field: Field,
    operator: Option<Operator>,
    path: &'a str,
}

impl Compared<'_> {
    fn wrong_type(&self, findings: &mut Findings) {
        let (field, wanted) = (self.field, self.field.spec().kind);
        findings.add(self.path, Problem::WrongType { field, wanted });
    }
}

/// Returns whether nothing has been written: null, or a text of blanks.
fn is_blank(value: &Value) -> bool {
    value.is_null()
        || value.as_str().is_some_and(|text| trim(text).is_empty())
        || Element::of(value).is_some_and(|element| element.is_blank())
}

fn check_list(field: Field, operator: Option<Operator>, items: &[Value], path: &str, findings: &mut Findings) {
    let mut seen = HashSet::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let path = format!("{path}/{index}");
        if is_blank(item) {
            findings.add(path, Problem::MissingValue { field });
            continue;
        }
        let same = item
            .as_str()
            .map_or_else(|| item.to_string(), |text| trim(text).to_lowercase());
        if !seen.insert(same) {
            findings.add(
                path.as_str(),
                Problem::DuplicateItem {
                    field,
                    item: plain(item),
                },
            );
        }
        check_single(
            &Compared {
                field,
                operator,
                path: &path,
            },
            item,
            findings,
        );
    }
}

fn check_single(compared: &Compared<'_>, value: &Value, findings: &mut Findings) {
    let kind = compared.field.spec().kind;
    if let Some(problem) = too_long(compared.field, kind, value) {
        findings.add(compared.path, problem);
        return;
    }
    match (kind, value) {
        (FieldType::WholeNumber | FieldType::KeyedCount, Value::Number(number)) => {
            number::check_count(compared, number, findings)
        }
        (FieldType::Percent, Value::Number(number)) => number::check_percent(compared, number, findings),
        (FieldType::Seconds, Value::Number(number)) => number::check_duration(compared, number, findings),
        (FieldType::Element, Value::Object(_)) => element::check(compared, value, findings),
        (FieldType::Flag, Value::Bool(true)) => {}
        (FieldType::Flag, Value::Bool(false)) => findings.add(compared.path, Problem::ExitScreenNotYes),
        (FieldType::Date, Value::String(text)) => check_date(compared, text, findings),
        (FieldType::Version, Value::String(text)) => number::check_version(compared, text, findings),
        (FieldType::Language, Value::String(text)) => choice::check_language(compared, text, findings),
        (FieldType::Choice, Value::String(text)) => choice::check_choice(compared, text, findings),
        (FieldType::Url, Value::String(text)) => url::check_url(compared, text, findings),
        (FieldType::Custom | FieldType::Parameter, Value::String(_) | Value::Number(_) | Value::Bool(_)) => {
            number::check_custom(compared, value, findings);
        }
        _ => compared.wrong_type(findings),
    }
}

/// Returns what is wrong with a text that is longer than any visitor's; nothing else is reported about it.
fn too_long(field: Field, kind: FieldType, value: &Value) -> Option<Problem> {
    let length = value.as_str()?.chars().count();
    let limit = match kind {
        FieldType::Url => limits::CONDITION_ADDRESS,
        FieldType::WholeNumber
        | FieldType::Percent
        | FieldType::Seconds
        | FieldType::Flag
        | FieldType::Date
        | FieldType::Version
        | FieldType::Language
        | FieldType::Choice
        | FieldType::Custom
        | FieldType::Parameter
        | FieldType::KeyedCount
        | FieldType::Element => limits::CONDITION_TEXT,
    };
    (length > limit).then_some(Problem::ValueTooLong { field, length, limit })
}

fn check_date(compared: &Compared<'_>, text: &str, findings: &mut Findings) {
    let field = compared.field;
    if !is_date_shaped(text) {
        let text = text.to_owned();
        let problem = match either_month(&text) {
            Some([day_first, month_first]) => Problem::AmbiguousDate {
                field,
                text,
                day_first,
                month_first,
            },
            None => Problem::MalformedDate { field, text },
        };
        findings.add(compared.path, problem);
        return;
    }
    let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") else {
        findings.add(
            compared.path,
            Problem::NonexistentDate {
                field,
                text: text.to_owned(),
            },
        );
        return;
    };
    // `last_seen` is the day of the showing itself, so a passed day never comes back.
    let ends = matches!(compared.operator, Some(Operator::On | Operator::OnOrEarlier));
    if field.spec().bond == Bond::Present && ends && findings.today.is_some_and(|today| date < today) {
        findings.add(compared.path, Problem::DatePassed { date });
    }
}

/// Reads `1/12/2026` both ways: with the day first, and with the month first. `None` unless both are dates, and different ones.
fn either_month(text: &str) -> Option<[NaiveDate; 2]> {
    let parts: Vec<&str> = text.split(['/', '-']).map(str::trim).collect();
    let [first, second, year] = *parts.as_slice() else {
        return None;
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    let (first, second) = (number(first)?, number(second)?);
    let day_first = NaiveDate::from_ymd_opt(year, second, first)?;
    let month_first = NaiveDate::from_ymd_opt(year, first, second)?;
    (day_first != month_first).then_some([day_first, month_first])
}

/// Writes the value as a person wrote it.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
