//! What a visitor has and what is wanted, in English clauses.

use serde_json::Value;

use super::clause::{Joined, Others, Said, Told, Want, Wants, is_long_choice, page, phrases, values};
use crate::campaign::{Field, Operator};
use crate::wording::counts::Count;
use crate::wording::rule::Ask;
use crate::wording::summary::attribute;
use crate::wording::{Language, label, number};

const ENGLISH: Language = Language::English;

/// `this is their 4th view of the page`, `more than 5 needed`, and both.
pub(super) fn said(told: &Told<'_>, wants: &Wants<'_>) -> Said {
    let found = found(&told.ask, told.found);
    if told.ask.field == Field::Custom && told.found.is_none() {
        return missing(found, wants);
    }
    let wanted = all_wanted(wants);
    let linked = match wanted.is_empty() {
        true => found.clone(),
        false => format!("{found}, {wanted}"),
    };
    Said { found, wanted, linked }
}

/// What the visitor has: `this is their 4th view of the page`.
pub(super) fn found(ask: &Ask<'_>, found: Option<&Value>) -> String {
    let text = found.and_then(Value::as_str).map(str::trim).unwrap_or_default();
    let count = found.and_then(Value::as_u64).unwrap_or_default();
    match ask.field {
        Field::CurrentPageUrl if text.is_empty() => "they are on a page without an address".into(),
        Field::CurrentPageUrl => format!("they are on {}", on_page(ask, text)),
        Field::PageViews => format!("this is their {} view of the page", number::ordinal(count, ENGLISH)),
        Field::Visits => format!("they have opened {} of the site", things(count, "page", "pages")),
        Field::Views if count == 0 => "they have never seen this campaign".into(),
        Field::Views => format!("they have seen this campaign {}", times(count)),
        Field::Clicks if count == 0 => "they have never clicked this campaign".into(),
        Field::Clicks => format!("they have clicked this campaign {}", times(count)),
        Field::ConversationCount => {
            format!(
                "they have had {} with the chatbot",
                things(count, "conversation", "conversations")
            )
        }
        Field::BrowserLanguage if text.is_empty() => "the language of their browser is not known".into(),
        Field::BrowserLanguage => format!("their browser speaks {}", label::choice_label(ask.field, text, ENGLISH)),
        Field::Browser if text.is_empty() => "their browser is not known".into(),
        Field::Browser => format!("they use {}", label::choice_in_sentence(ask.field, text, ENGLISH)),
        Field::BrowserVersion if text.is_empty() => "their browser version is not known".into(),
        Field::BrowserVersion => format!("their browser version is {}", number::tidy(text)),
        Field::DeviceType if text.is_empty() => "their device is not known".into(),
        Field::DeviceType => format!("they are on {}", label::choice_in_sentence(ask.field, text, ENGLISH)),
        Field::FirstSeen => format!(
            "they first see this campaign on {}",
            number::written_date(text, ENGLISH)
        ),
        Field::LastSeen => format!("today is {}", number::written_date(text, ENGLISH)),
        Field::Custom => match found {
            None => format!("their {} attribute is not set", attribute(ask)),
            Some(Value::String(text)) if text.trim().is_empty() => {
                format!("their {} attribute is empty", attribute(ask))
            }
            Some(value) => format!(
                "their {} attribute is {}",
                attribute(ask),
                number::value(value, ENGLISH)
            ),
        },
        Field::ScrollRatio => {
            let percent = found.and_then(Value::as_f64).unwrap_or_default();
            format!("they have scrolled to {}", number::percent(percent, ENGLISH))
        }
        Field::ExitScreen if found == Some(&Value::Bool(true)) => "they are about to leave the page".into(),
        Field::ExitScreen => "they are not about to leave the page".into(),
    }
}

/// The visitor's page, with its scheme where the condition may ask for that.
fn on_page(ask: &Ask<'_>, text: &str) -> String {
    match super::asks_for_scheme(ask) {
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

/// `2 others`, as they stand at the end of a list.
fn others(wants: &Wants<'_>, one_is_enough: bool) -> Option<String> {
    match wants.others(one_is_enough, ENGLISH) {
        Others::None => None,
        Others::One => Some("one other".into()),
        Others::OneOf(count) => Some(format!("one of {count} others")),
        Others::All(count) => Some(format!("{count} others")),
    }
}

/// What is wanted: `more than 5 needed`; empty when what the visitor has already says it.
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

/// A phrase, and the verb that follows it.
fn wanted(want: &Want<'_>, others: Option<String>) -> (String, &'static str) {
    let ask = &want.ask;
    let values = values(want, others, ENGLISH);
    // Behind a comma, three values would read as if the visitor had the first ones: "they speak French, Turkish, German or Arabic".
    let values = match is_long_choice(want) && ask.yes {
        true => format!("one of {values}"),
        false => values,
    };
    let either = |yes: &str, no: &str| (if ask.yes { yes } else { no }).replacen("{}", &values, 1);
    let needed = |phrase: String| (phrase, "needed");
    match ask.field {
        Field::PageViews | Field::Visits | Field::ConversationCount => {
            let count = Count::of(ask);
            (count.bare(), if count.limits() { "allowed" } else { "needed" })
        }
        Field::Views | Field::Clicks => match Count::of(ask) {
            Count::Zero => ("not even once".to_owned(), "allowed"),
            count => (count.bare(), if count.limits() { "allowed" } else { "needed" }),
        },
        Field::CurrentPageUrl => needed(match ask.operator {
            Operator::Contains => either("an address with {}", "an address without {}"),
            Operator::StartsWith => either(
                "an address that starts with {}",
                "an address that does not start with {}",
            ),
            Operator::Matches => either("an address that matches {}", "an address that does not match {}"),
            _ if is_long_choice(want) => either("{}", "a page other than {}"),
            _ => either("the page {}", "a page other than {}"),
        }),
        Field::BrowserLanguage | Field::Browser | Field::DeviceType => needed(either("{}", "anything but {}")),
        Field::BrowserVersion => needed(match ask.operator {
            Operator::GreaterThan => either("a version newer than {}", "version {} or older"),
            Operator::LessThan => either("a version older than {}", "version {} or newer"),
            _ => either("version {}", "any version but {}"),
        }),
        Field::FirstSeen | Field::LastSeen => needed(match ask.operator {
            Operator::OnOrLater => either("a day on or after {}", "a day before {}"),
            Operator::OnOrEarlier => either("a day on or before {}", "a day after {}"),
            _ => either("{}", "any day but {}"),
        }),
        Field::Custom => match (ask.operator, ask.yes) {
            (Operator::Contains, _) => needed(either("a text with {}", "a text without {}")),
            (Operator::GreaterThan, true) => needed(format!("more than {values}")),
            (Operator::GreaterThan, false) => (format!("at most {values}"), "allowed"),
            (Operator::LessThan, true) => (format!("less than {values}"), "allowed"),
            (Operator::LessThan, false) => needed(format!("at least {values}")),
            (Operator::IsSet, true) => needed("any value".into()),
            (Operator::IsSet, false) => ("no value".into(), "allowed"),
            _ => needed(either("{}", "anything but {}")),
        },
        Field::ScrollRatio => match (ask.operator, ask.yes) {
            (Operator::AtLeast, true) => needed(format!("at least {values}")),
            (Operator::AtLeast, false) => (format!("less than {values}"), "allowed"),
            (_, true) => needed(format!("more than {values}")),
            (_, false) => (format!("at most {values}"), "allowed"),
        },
        Field::ExitScreen => (String::new(), ""),
    }
}

/// Of an attribute that is not set: `but it must be more than 0`.
fn missing(found: String, wants: &Wants<'_>) -> Said {
    let must = |want: &Want<'_>, others: Option<String>| {
        let values = values(want, others, ENGLISH);
        let phrase = match want.ask.operator {
            Operator::Contains => format!("contain {values}"),
            Operator::GreaterThan => format!("be more than {values}"),
            Operator::LessThan => format!("be less than {values}"),
            Operator::IsSet => "be set".to_owned(),
            _ => format!("be {values}"),
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
