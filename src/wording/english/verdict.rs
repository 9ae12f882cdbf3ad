//! What a visitor has and what is wanted, in English clauses.

use serde_json::Value;

use super::fields::{self, Counting, Phrases};
use crate::campaign::{DayTest, FieldType, Operator, Order, Scope, UrlTest};
use crate::wording::counts::Count;
use crate::wording::fields::filled;
use crate::wording::rule::{AttributeTest, WordedCondition};
use crate::wording::summary::attribute;
use crate::wording::verdict::{
    Checked, Joined, Others, Said, Want, Wants, asks_for_scheme, is_long_choice, page, phrases, values,
};
use crate::wording::{Language, label, number};

const ENGLISH: Language = Language::ENGLISH;

/// Writes `this is their 4th view of the page`, `more than 5 needed`, and both.
pub(super) fn said(checked: &Checked<'_>, wants: &Wants<'_>) -> Said {
    let found = found(&checked.ask, checked.found);
    if let Phrases::Attribute(_) = fields::phrases(checked.ask.field)
        && checked.found.is_none()
    {
        return missing(found, wants);
    }
    let wanted = all_wanted(wants);
    let linked = match wanted.is_empty() {
        true => found.clone(),
        false => format!("{found}, {wanted}"),
    };
    Said { found, wanted, linked }
}

/// Writes what the visitor has: `this is their 4th view of the page`.
pub(super) fn found(ask: &WordedCondition<'_>, found: Option<&Value>) -> String {
    let text = found.and_then(Value::as_str).map(str::trim).unwrap_or_default();
    let count = found.and_then(Value::as_u64).unwrap_or_default();
    match fields::phrases(ask.field) {
        Phrases::Address(phrases) if text.is_empty() => phrases.none.into(),
        Phrases::Address(phrases) => filled(phrases.found, &on_page(ask, text)),
        Phrases::Count(counting) => match counting {
            Counting::Ordinal { present, .. } => {
                format!("this is their {} {present}", number::ordinal(count, ENGLISH))
            }
            Counting::Times { done, .. } if count == 0 => format!("they have never {done}"),
            Counting::Times { done, .. } => format!("they have {done} {}", times(count)),
            Counting::Things { done, one, many, of } => format!("they have {done} {} {of}", things(count, one, many)),
        },
        Phrases::Choice(phrases) if text.is_empty() => phrases.unknown.into(),
        Phrases::Choice(phrases) => filled(phrases.found, &label::choice_in_sentence(ask.field, text, ENGLISH)),
        Phrases::Version(version) if text.is_empty() => format!("their {} is not known", version.of),
        Phrases::Version(version) => format!("their {} is {}", version.of, number::tidy(text)),
        Phrases::Day(phrases) => filled(phrases.found, &number::written_date(text, ENGLISH)),
        Phrases::Attribute(naming) => {
            let name = filled(naming.their, &attribute(ask).to_string());
            match found {
                None => format!("their {name} is not set"),
                Some(Value::String(text)) if text.trim().is_empty() => format!("their {name} is empty"),
                Some(value) => format!("their {name} is {}", number::value(value, ENGLISH)),
            }
        }
        Phrases::Event if count == 0 => format!("they have not done {} in this session", attribute(ask)),
        Phrases::Event => format!("they have done {} {} in this session", attribute(ask), times(count)),
        Phrases::Percent(phrases) => {
            let percent = found.and_then(Value::as_f64).unwrap_or_default();
            filled(phrases.found, &number::percent(percent, ENGLISH))
        }
        Phrases::Lasting(lasting) => {
            let lasted = found.and_then(Value::as_f64).unwrap_or_default();
            filled(lasting.found, &number::seconds(lasted, ENGLISH))
        }
        Phrases::Click => {
            let clicked = match found == Some(&Value::Bool(true)) {
                true => "they have clicked {}",
                false => "they have not clicked {}",
            };
            filled(clicked, &number::value(ask.value, ENGLISH))
        }
        Phrases::Flag(flag) => flag.found[usize::from(found != Some(&Value::Bool(true)))].into(),
    }
}

/// Writes the visitor's page, with its scheme where the condition may ask for that.
fn on_page(ask: &WordedCondition<'_>, text: &str) -> String {
    match asks_for_scheme(ask) {
        true => number::tidy(text),
        false => page(text),
    }
}

fn times(count: u64) -> String {
    match count {
        1 => "once".into(),
        2 => "twice".into(),
        count => format!("{} times", number::count(count, ENGLISH)),
    }
}

fn things(count: u64, one: &str, many: &str) -> String {
    match count {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        count => format!("{} {many}", number::count(count, ENGLISH)),
    }
}

fn joint(joined: Joined) -> &'static str {
    match joined {
        Joined::And => " and ",
        Joined::Or => " or ",
    }
}

/// Writes `2 others`, as at the end of a list.
fn others(wants: &Wants<'_>, one_is_enough: bool) -> Option<String> {
    match wants.others(one_is_enough, ENGLISH) {
        Others::None => None,
        Others::One => Some("one other".into()),
        Others::OneOf(count) => Some(format!("one of {count} others")),
        Others::All(count) => Some(format!("{count} others")),
    }
}

/// Writes what is wanted: `more than 5 needed`; empty when what the visitor has already shows it.
fn all_wanted(wants: &Wants<'_>) -> String {
    let mut parts: Vec<(String, &str)> = match &wants.wants[..] {
        [only] => vec![wanted(only, others(wants, only.ask.yes && !is_long_choice(only)))],
        several => {
            let mut parts: Vec<(String, &str)> = several.iter().map(|want| wanted(want, None)).collect();
            parts.extend(others(wants, wants.joined == Joined::Or).map(|others| (others, "needed")));
            parts
        }
    };
    parts.retain(|(phrase, _)| !phrase.is_empty());
    phrases(&parts, joint(wants.joined))
}

/// Returns a phrase, and the verb that follows it.
fn wanted(want: &Want<'_>, others: Option<String>) -> (String, &'static str) {
    let ask = &want.ask;
    let values = values(want, others, ENGLISH);
    // After a comma, three values would read as if the visitor had the first ones: "they speak French, Turkish, German or Arabic".
    let values = match is_long_choice(want) && ask.yes {
        true => format!("one of {values}"),
        false => values,
    };
    let either = |yes: &str, no: &str| (if ask.yes { yes } else { no }).replacen("{}", &values, 1);
    let needed = |phrase: String| (phrase, "needed");
    match ask.field.spec().kind {
        FieldType::WholeNumber | FieldType::KeyedCount => {
            let count = Count::of(ask);
            let spec = ask.field.spec();
            let never = count == Count::Zero && (spec.scope == Scope::Campaign || spec.kind.has_keys());
            let phrase = if never {
                "not even once".to_owned()
            } else {
                count.bare()
            };
            (phrase, if count.limits() { "allowed" } else { "needed" })
        }
        FieldType::Url if ask.operator == Operator::IsSet => match ask.yes {
            true => needed("another site".into()),
            false => ("no other site".into(), "allowed"),
        },
        FieldType::Url => needed(match ask.operator.url_test() {
            Some(UrlTest::Contains) => either("an address with {}", "an address without {}"),
            Some(UrlTest::StartsWith) => either(
                "an address that starts with {}",
                "an address that does not start with {}",
            ),
            Some(UrlTest::Matches) => either("an address that matches {}", "an address that does not match {}"),
            Some(UrlTest::Equals) | None if is_long_choice(want) => either("{}", "a page other than {}"),
            Some(UrlTest::Equals) | None => either("the page {}", "a page other than {}"),
        }),
        FieldType::Language | FieldType::Choice => needed(either("{}", "anything but {}")),
        FieldType::Version => needed(match ask.operator.order() {
            Some(Order::Greater) => either("a version newer than {}", "version {} or older"),
            Some(Order::Less) => either("a version older than {}", "version {} or newer"),
            Some(Order::Equal | Order::AtLeast | Order::AtMost) | None => either("version {}", "any version but {}"),
        }),
        FieldType::Date => needed(match ask.operator.day_test() {
            Some(DayTest::OnOrLater) => either("a day on or after {}", "a day before {}"),
            Some(DayTest::OnOrEarlier) => either("a day on or before {}", "a day after {}"),
            Some(DayTest::On) | None => either("{}", "any day but {}"),
        }),
        FieldType::Custom | FieldType::Parameter => match (ask.test(), ask.yes) {
            (AttributeTest::Contains, _) => needed(either("a text with {}", "a text without {}")),
            (AttributeTest::Greater, true) => needed(format!("more than {values}")),
            (AttributeTest::Greater, false) => (format!("at most {values}"), "allowed"),
            (AttributeTest::Less, true) => (format!("less than {values}"), "allowed"),
            (AttributeTest::Less, false) => needed(format!("at least {values}")),
            (AttributeTest::IsSet, true) => needed("any value".into()),
            (AttributeTest::IsSet, false) => ("no value".into(), "allowed"),
            (AttributeTest::Equals, _) => needed(either("{}", "anything but {}")),
        },
        FieldType::Percent => match (ask.operator == Operator::AtLeast, ask.yes) {
            (true, true) => needed(format!("at least {values}")),
            (true, false) => (format!("less than {values}"), "allowed"),
            (false, true) => needed(format!("more than {values}")),
            (false, false) => (format!("at most {values}"), "allowed"),
        },
        FieldType::Seconds if ask.yes => needed(format!("at least {values}")),
        FieldType::Seconds => (format!("less than {values}"), "allowed"),
        FieldType::Flag | FieldType::Element => (String::new(), ""),
    }
}

/// Writes what is wanted of an unset attribute: `but it must be more than 0`.
fn missing(found: String, wants: &Wants<'_>) -> Said {
    let must = |want: &Want<'_>, others: Option<String>| {
        let values = values(want, others, ENGLISH);
        let phrase = match want.ask.test() {
            AttributeTest::Contains => format!("contain {values}"),
            AttributeTest::Greater => format!("be more than {values}"),
            AttributeTest::Less => format!("be less than {values}"),
            AttributeTest::IsSet => "be set".to_owned(),
            AttributeTest::Equals => format!("be {values}"),
        };
        (if want.ask.yes { phrase } else { format!("not {phrase}") }, "")
    };
    let parts: Vec<(String, &str)> = match &wants.wants[..] {
        [only] => vec![must(only, others(wants, only.ask.yes))],
        several => {
            let parts = several.iter().map(|want| must(want, None));
            let rest = others(wants, wants.joined == Joined::Or).map(|others| (format!("fit {others}"), ""));
            parts.chain(rest).collect()
        }
    };
    let link = if wants.wants.iter().any(|want| want.ask.yes) {
        "but"
    } else {
        "and"
    };
    let wanted = format!("it must {}", phrases(&parts, joint(wants.joined)));
    Said {
        linked: format!("{found}, {link} {wanted}"),
        found,
        wanted,
    }
}
