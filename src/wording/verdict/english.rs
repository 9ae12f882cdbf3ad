//! What a visitor has and what is wanted, in English clauses.

use serde_json::Value;

use crate::campaign::{Field, Operator};
use crate::wording::counts::Count;
use crate::wording::rule::Ask;
use crate::wording::summary::{address, attribute, word, words};
use crate::wording::{Language, Sentence, label, number};

const ENGLISH: Language = Language::English;

/// What the visitor has: `this is their 4th view of the page`.
pub(super) fn found(ask: &Ask<'_>, found: Option<&Value>) -> String {
    let text = found.and_then(Value::as_str).unwrap_or_default();
    let count = found.and_then(Value::as_u64).unwrap_or_default();
    match ask.field {
        Field::CurrentPageUrl => format!("they are on {}", address(text)),
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
        Field::BrowserLanguage => format!("their browser speaks {}", label::choice_label(ask.field, text, ENGLISH)),
        Field::Browser => format!("they use {}", label::choice_in_sentence(ask.field, text, ENGLISH)),
        Field::BrowserVersion => format!("their browser version is {}", number::tidy(text)),
        Field::DeviceType => format!("they are on {}", label::choice_in_sentence(ask.field, text, ENGLISH)),
        Field::FirstSeen => format!(
            "they first see this campaign on {}",
            number::written_date(text, ENGLISH)
        ),
        Field::LastSeen => format!("today is {}", number::written_date(text, ENGLISH)),
        Field::Custom => match found {
            None => format!("their {} is not known", attribute(ask)),
            Some(value) => format!("their {} is {}", attribute(ask), number::value(value, ENGLISH)),
        },
        Field::ScrollRatio => {
            let percent = found.and_then(Value::as_f64).unwrap_or_default();
            format!("they have scrolled to {}", number::percent(percent, ENGLISH))
        }
        Field::ExitScreen if found == Some(&Value::Bool(true)) => "they are about to leave the page".into(),
        Field::ExitScreen => "they are not about to leave the page".into(),
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

/// What is wanted: `more than 5 needed`; empty when what the visitor has already says it.
pub(super) fn wanted(ask: &Ask<'_>) -> String {
    let values = words(ask, ENGLISH);
    let either =
        |yes: &'static str, no: &'static str| Sentence::fill(if ask.yes { yes } else { no }, &[&values]).to_string();
    match ask.field {
        Field::PageViews | Field::Visits | Field::Views | Field::Clicks | Field::ConversationCount => {
            let count = Count::of(ask);
            format!("{} {}", count.bare(), if count.limits() { "allowed" } else { "needed" })
        }
        Field::CurrentPageUrl => page(ask, &values),
        Field::BrowserLanguage | Field::Browser | Field::DeviceType => either("{} needed", "anything but {} needed"),
        Field::BrowserVersion => match ask.operator {
            Operator::GreaterThan => either("newer than {} needed", "{} or older needed"),
            Operator::LessThan => either("older than {} needed", "{} or newer needed"),
            _ => either("{} needed", "any but {} needed"),
        },
        Field::FirstSeen | Field::LastSeen => {
            let template = match (ask.operator, ask.yes) {
                (Operator::OnOrLater, true) => "{} or later needed",
                (Operator::OnOrLater, false) => "a day before {} needed",
                (Operator::OnOrEarlier, true) => "{} or earlier needed",
                (Operator::OnOrEarlier, false) => "a day after {} needed",
                (_, true) => "{} needed",
                (_, false) => "any day but {} needed",
            };
            Sentence::fill(template, &[&word(ask, ask.value, ENGLISH)]).to_string()
        }
        Field::Custom => match ask.operator {
            Operator::Contains => either("a text with {} needed", "none with {} allowed"),
            Operator::GreaterThan => either("more than {} needed", "no more than {} allowed"),
            Operator::LessThan => either("less than {} needed", "no less than {} allowed"),
            Operator::IsSet => either("a value needed", "none allowed"),
            _ => either("{} needed", "anything but {} needed"),
        },
        Field::ScrollRatio => match ask.operator {
            Operator::AtLeast => either("at least {} needed", "less than {} needed"),
            _ => either("more than {} needed", "at most {} allowed"),
        },
        Field::ExitScreen => String::new(),
    }
}

fn page(ask: &Ask<'_>, values: &Sentence) -> String {
    let template = match (ask.operator, ask.yes) {
        (Operator::Contains, true) => "an address with {} needed",
        (Operator::Contains, false) => "an address without {} needed",
        (Operator::StartsWith, true) => "an address that starts with {} needed",
        (Operator::StartsWith, false) => "an address that does not start with {} needed",
        (Operator::Matches, true) => "an address that matches {} needed",
        (Operator::Matches, false) => "an address that does not match {} needed",
        (_, true) => {
            let wanted = address(ask.value.as_str().unwrap_or_default());
            return format!("{wanted} needed");
        }
        (_, false) => return "any other page needed".into(),
    };
    Sentence::fill(template, &[values]).to_string()
}
