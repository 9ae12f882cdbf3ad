//! Checks of counts, percentages, versions, attributes and parameters.

use serde_json::{Number, Value};

use super::{Compared, Findings, Problem, plain};
use crate::campaign::{Bond, Field, Operator, Order};
use crate::engine::{number_like, trim};

/// The largest whole number that a browser counts exactly (2^53 - 1).
const LARGEST_EXACT: f64 = 9_007_199_254_740_991.0;

pub(super) fn check_count(compared: &Compared<'_>, number: &Number, findings: &mut Findings) {
    let field = compared.field;
    let value = number.as_f64().unwrap_or(f64::INFINITY);
    if value < 0.0 {
        findings.add(compared.path, Problem::NegativeNumber { field });
    } else if value > LARGEST_EXACT {
        findings.add(compared.path, Problem::NumberTooLarge { field });
    } else if value.fract() != 0.0 {
        findings.add(compared.path, Problem::NotWhole { field });
    } else {
        check_reachable(compared, number, value, (least(field), None), findings);
    }
}

pub(super) fn check_percent(compared: &Compared<'_>, number: &Number, findings: &mut Findings) {
    let value = number.as_f64().unwrap_or(f64::INFINITY);
    if (0.0..=100.0).contains(&value) {
        check_reachable(compared, number, value, (0, Some(100)), findings);
    } else {
        findings.add(compared.path, Problem::PercentOutOfRange { field: compared.field });
    }
}

pub(super) fn check_duration(compared: &Compared<'_>, number: &Number, findings: &mut Findings) {
    if number.as_f64().is_none_or(|seconds| seconds < 0.0) {
        findings.add(compared.path, Problem::NegativeDuration { field: compared.field });
    }
}

/// Returns the smallest possible count: the present page view counts itself.
fn least(field: Field) -> u32 {
    match field.spec().bond {
        Bond::PageViews | Bond::PagesOpened | Bond::Sessions | Bond::SessionPages => 1,
        Bond::Free
        | Bond::Within(_)
        | Bond::Elapsed
        | Bond::Shown
        | Bond::WithinShown
        | Bond::FirstShown
        | Bond::Present => 0,
    }
}

/// Reports a comparison that nothing within the bounds satisfies.
fn check_reachable(
    compared: &Compared<'_>,
    number: &Number,
    value: f64,
    bounds: (u32, Option<u32>),
    findings: &mut Findings,
) {
    let Some(operator) = compared.operator else { return };
    let (least, most) = bounds;
    let reachable = match operator.order() {
        Some(Order::Equal | Order::AtMost) => value >= f64::from(least),
        Some(Order::Less) => value > f64::from(least),
        Some(Order::Greater) => most.is_none_or(|most| value < f64::from(most)),
        Some(Order::AtLeast) | None => true,
    };
    if !reachable && !operator.is_negative() {
        let (field, value) = (compared.field, number.to_string());
        findings.add(
            compared.path,
            Problem::NeverHolds {
                field,
                operator,
                value,
                least,
                most,
            },
        );
    }
}

pub(super) fn check_version(compared: &Compared<'_>, text: &str, findings: &mut Findings) {
    let trimmed = trim(text);
    let is_part = |part: &str| !part.is_empty() && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !trimmed.split('.').all(is_part) {
        findings.add(compared.path, Problem::MalformedVersion { text: text.to_owned() });
    } else if compared.operator == Some(Operator::LessThan) && trimmed.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        let (field, operator, value) = (compared.field, Operator::LessThan, trimmed.to_owned());
        findings.add(
            compared.path,
            Problem::NeverHolds {
                field,
                operator,
                value,
                least: 0,
                most: None,
            },
        );
    }
}

pub(super) fn check_custom(compared: &Compared<'_>, value: &Value, findings: &mut Findings) {
    let Some(operator @ (Operator::GreaterThan | Operator::LessThan)) = compared.operator else {
        return;
    };
    let is_number = match value {
        Value::Number(_) => true,
        Value::String(text) => number_like(text).is_some(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => false,
    };
    if !is_number {
        findings.add(
            compared.path,
            Problem::NumberWanted {
                operator,
                value: plain(value),
            },
        );
    }
}
