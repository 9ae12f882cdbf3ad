//! Numbers, dates, instants and values as each language writes them.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};
use serde_json::{Number, Value};
use unicode_segmentation::UnicodeSegmentation;

use super::text::{Text, say, word};
use super::{Language, Reader};
use crate::campaign::{Element, steers};

/// Longest value within a sentence, in characters as a person counts them.
const LONGEST_VALUE: usize = 80;

/// Writes a count, with separated thousands.
pub(super) fn count(count: u64, language: Language) -> String {
    grouped(&count.to_string(), language)
}

/// Writes a number with its decimals as they are.
pub fn decimal(number: f64, language: Language) -> String {
    if number.abs() >= 1e15 || !number.is_finite() {
        return number.to_string();
    }
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let point = word(language, "number-point");
    let whole = grouped(whole, language);
    if fraction.is_empty() {
        whole
    } else {
        format!("{whole}{point}{fraction}")
    }
}

/// Writes a JSON number.
pub(super) fn number(number: &Number, language: Language) -> String {
    match number.as_u64() {
        Some(whole) => count(whole, language),
        None => decimal(number.as_f64().unwrap_or(0.0), language),
    }
}

fn grouped(digits: &str, language: Language) -> String {
    let separator = word(language, "number-group");
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut text = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// Writes a percentage.
pub(super) fn percent(percent: f64, language: Language) -> String {
    say(language, "number-percent", &[("number", &decimal(percent, language))])
}

/// Writes a number of seconds.
pub(super) fn seconds(seconds: f64, language: Language) -> String {
    counted("number-seconds", seconds, language)
}

/// Returns the text of `key` for a count: `$count` chooses the form, `$number` is written.
pub(super) fn counted(key: &str, count: f64, language: Language) -> String {
    let values = [("count", count.into()), ("number", decimal(count, language).into())];
    Text::of(language).tv(key, &values)
}

/// The keys of the months' names.
pub(super) const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

/// Writes a calendar date, such as 1 December 2026.
pub(super) fn date(date: NaiveDate, language: Language) -> String {
    let month = word(language, MONTHS[date.month0() as usize]);
    format!("{} {month} {}", date.day(), date.year())
}

/// Writes the calendar date of a file; any other text stays as it is.
pub(super) fn written_date(text: &str, language: Language) -> String {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_or_else(|_| text.to_owned(), |day| date(day, language))
}

/// Writes an ordinal: 4th, 4.
pub(super) fn ordinal(place: u64, language: Language) -> String {
    count(place, language) + language.grammar().ordinal_ending(place)
}

/// Writes an instant in a zone, such as 23 November 2026, 10:00; with the zone's name where it is not the reader's.
pub(super) fn instant(instant: DateTime<Utc>, zone: chrono_tz::Tz, reader: impl Into<Reader>) -> String {
    let reader = reader.into();
    local_time(instant, zone, reader.language) + &zone_of(instant, zone, reader)
}

fn local_time(instant: DateTime<Utc>, zone: chrono_tz::Tz, language: Language) -> String {
    let local = instant.with_timezone(&zone);
    format!(
        "{}, {:02}:{:02}",
        date(local.date_naive(), language),
        local.hour(),
        local.minute()
    )
}

/// Returns what follows a time: the name of its zone, where that is not the reader's.
fn zone_of(instant: DateTime<Utc>, zone: chrono_tz::Tz, reader: Reader) -> String {
    match reader.is_elsewhere(zone, instant) {
        true => format!(" ({})", zone.name()),
        false => String::new(),
    }
}

/// Writes an instant at which something ends: rounded up to the minute, so that it is over by then.
pub(super) fn minute(moment: DateTime<Utc>, zone: chrono_tz::Tz, reader: impl Into<Reader>) -> String {
    let up = TimeDelta::nanoseconds(59_999_999_999);
    instant(moment.checked_add_signed(up).unwrap_or(moment), zone, reader)
}

/// Writes an instant to the second, rounded up, so that what waits for it is over by then.
pub(super) fn second(moment: DateTime<Utc>, zone: chrono_tz::Tz, reader: impl Into<Reader>) -> String {
    let reader = reader.into();
    let up = TimeDelta::nanoseconds(999_999_999);
    let local = moment.checked_add_signed(up).unwrap_or(moment).with_timezone(&zone);
    let minute = local_time(local.to_utc(), zone, reader.language);
    format!(
        "{minute}:{:02}{}",
        local.second(),
        zone_of(local.to_utc(), zone, reader)
    )
}

/// Writes a value as a person reads it: yes and no in words, long texts cut, line ends and invisible characters left out.
pub(super) fn value(value: &Value, language: Language) -> String {
    match value {
        Value::String(text) => tidy(text),
        Value::Number(value) => number(value, language),
        Value::Bool(yes) => yes_no(*yes, language).to_owned(),
        Value::Object(_) => match Element::of(value) {
            Some(it) => element(&it),
            None => tidy(&value.to_string()),
        },
        Value::Null | Value::Array(_) => tidy(&value.to_string()),
    }
}

/// Writes an element of a page: its text in quotes, or its selector.
pub fn element(element: &Element) -> String {
    match element {
        Element::Text(text) => format!("“{}”", tidy(text)),
        Element::Selector(selector) => tidy(selector),
    }
}

/// Writes yes or no.
pub(super) fn yes_no(yes: bool, language: Language) -> &'static str {
    word(language, if yes { "word-yes" } else { "word-no" })
}

/// Writes a text so that it fits into a sentence and cannot disturb it.
pub(super) fn tidy(text: &str) -> String {
    tidy_to(text, LONGEST_VALUE)
}

/// Names the characters of a text that shows nothing, the first three at most.
fn code_points(text: &str) -> String {
    let names = text
        .chars()
        .take(3)
        .map(|letter| format!("U+{:04X}", u32::from(letter)));
    names.collect::<Vec<_>>().join(" ")
}

/// Does the same, with up to `longest` characters as a person counts them.
pub(super) fn tidy_to(text: &str, longest: usize) -> String {
    // Cutting first keeps a text of a hundred thousand characters cheap.
    let shown: String = text.trim().graphemes(true).take(longest + 1).collect();
    let clean: String = shown
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !steers(*c))
        .collect();
    if clean.trim().is_empty() {
        return code_points(&shown);
    }
    if clean.graphemes(true).count() <= longest {
        return clean;
    }
    clean.graphemes(true).take(longest - 1).chain(["…"]).collect()
}
