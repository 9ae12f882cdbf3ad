//! Changes of a visitor, and what is true of every visitor, in English clauses.

use serde_json::Value;

use super::fields::{self, Counting, Phrases};
use crate::campaign::{Campaign, Element, Field};
use crate::insight::{Alteration, Altered, NearestChange};
use crate::wording::answer::{Count, counted, lasted, same_instant, share};
use crate::wording::fields::filled;
use crate::wording::verdict::page;
use crate::wording::{Language, label, number, summary};

const ENGLISH: Language = Language::ENGLISH;

/// States what would have to be different: `if they used a phone`.
pub(super) fn change(campaign: &Campaign, way: &NearestChange, alteration: &Alteration) -> String {
    match &alteration.what {
        Altered::Field(field) => format!("if {}", field_change(*field, way, alteration)),
        Altered::Keyed(field, key) => format!("if {}", keyed(*field, &number::tidy(key), alteration)),
        Altered::LastShown => last_shown(campaign, way, alteration),
        Altered::Rest if alteration.from.is_null() => match alteration.to.as_u64() {
            Some(sessions) => format!("if they came back {} sessions later", number::count(sessions, ENGLISH)),
            None => "if they came back in another session".into(),
        },
        Altered::Opening | Altered::Rest => format!(
            "if they came on {}",
            number::instant(way.goal.at, campaign.zone(), ENGLISH)
        ),
        Altered::Quiet => format!(
            "if they stayed until {}",
            number::second(way.goal.at, campaign.zone(), ENGLISH)
        ),
    }
}

fn field_change(field: Field, way: &NearestChange, alteration: &Alteration) -> String {
    let text = alteration.to.as_str().unwrap_or_default();
    match fields::phrases(field) {
        Phrases::Address(phrases) if text.is_empty() => phrases.change_to_none.into(),
        Phrases::Address(phrases) => filled(phrases.change, &page(text)),
        Phrases::Count(counting) => count_change(&counting, alteration),
        Phrases::Choice(phrases) => filled(phrases.change, &label::choice_in_sentence(field, text, ENGLISH)),
        Phrases::Version(version) => format!("their {} were {}", version.of, number::tidy(text)),
        Phrases::Day(phrases) => {
            let phrase = phrases.change[usize::from(way.goal.visitor.views > 0)];
            filled(phrase, &number::written_date(text, ENGLISH))
        }
        Phrases::Attribute(_) | Phrases::Event | Phrases::Click => String::new(),
        Phrases::Percent(phrases) => {
            let (phrase, share) = share(phrases.change, alteration);
            filled(phrase, &number::percent(share, ENGLISH))
        }
        Phrases::Lasting(lasting) => {
            let (longer, lasted) = lasted(alteration);
            filled(lasting.change[usize::from(!longer)], &number::seconds(lasted, ENGLISH))
        }
        Phrases::Flag(flag) => flag.change[usize::from(alteration.to != Value::Bool(true))].into(),
    }
}

fn count_change(counting: &Counting, alteration: &Alteration) -> String {
    match (counting, counted(alteration)) {
        (Counting::Ordinal { done, .. }, Count::More(more, _)) => format!("they had {done} {}", more_times(more)),
        (Counting::Ordinal { present, .. }, Count::Only(to)) => {
            format!("this were only their {} {present}", number::ordinal(to, ENGLISH))
        }
        (Counting::Times { changed, .. }, Count::More(more, 0)) => format!("they had {changed} {} before", times(more)),
        (Counting::Times { changed, .. }, Count::More(more, _)) => format!("they had {changed} {}", more_times(more)),
        (Counting::Times { changed, .. }, Count::Only(0)) => format!("they had never {changed}"),
        (Counting::Times { changed, .. }, Count::Only(to)) => format!("they had {changed} only {}", times(to)),
        (Counting::Things { done, one, many, of }, count) => {
            let so_many = match count {
                Count::More(more, 0) => things(more, one, many),
                Count::More(more, _) => more_things(more, one, many),
                Count::Only(0) => format!("no {many}"),
                Count::Only(to) => format!("only {}", things(to, one, many)),
            };
            format!("they had {done} {so_many} {of}")
        }
    }
}

fn times(count: u64) -> String {
    match count {
        1 => "once".into(),
        2 => "twice".into(),
        count => format!("{} times", number::count(count, ENGLISH)),
    }
}

fn more_times(more: u64) -> String {
    match more {
        1 => "once more".into(),
        more => format!("{} more times", number::count(more, ENGLISH)),
    }
}

fn things(count: u64, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        number::count(count, ENGLISH),
        if count == 1 { one } else { many }
    )
}

fn more_things(more: u64, one: &str, many: &str) -> String {
    format!(
        "{} more {}",
        number::count(more, ENGLISH),
        if more == 1 { one } else { many }
    )
}

/// Writes what would be different under a key.
fn keyed(field: Field, key: &str, alteration: &Alteration) -> String {
    let name = match fields::phrases(field) {
        Phrases::Attribute(naming) => filled(naming.their, key),
        Phrases::Event => return happened(key, alteration),
        Phrases::Click => {
            let element = Element::of(&alteration.to);
            let clicked = match element {
                Some(_) => "they had clicked {}",
                None => "they had not clicked {}",
            };
            return filled(
                clicked,
                &number::element(&element.unwrap_or_else(|| Element::of_identity(key))),
            );
        }
        Phrases::Address(_)
        | Phrases::Count(_)
        | Phrases::Choice(_)
        | Phrases::Version(_)
        | Phrases::Day(_)
        | Phrases::Percent(_)
        | Phrases::Lasting(_)
        | Phrases::Flag(_) => return String::new(),
    };
    match &alteration.to {
        Value::Null => format!("their {name} were not set"),
        Value::String(text) if text.trim().is_empty() => format!("their {name} were empty"),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => {
            format!("their {name} were {}", number::value(&alteration.to, ENGLISH))
        }
    }
}

fn happened(event: &str, alteration: &Alteration) -> String {
    let often = match counted(alteration) {
        Count::More(more, 0) => times(more),
        Count::More(more, _) => more_times(more),
        Count::Only(0) => return format!("they had not done {event} in this session"),
        Count::Only(to) => format!("only {}", times(to)),
    };
    format!("they had done {event} {often} in this session")
}

/// States that time has to pass, or that the last showing has to differ.
fn last_shown(campaign: &Campaign, way: &NearestChange, alteration: &Alteration) -> String {
    let visitor = &way.goal.visitor;
    if visitor.last_shown.is_none() {
        return "if they had never been shown this campaign".into();
    }
    if same_instant(&alteration.from, visitor.last_shown) {
        let from = number::minute(way.goal.at, campaign.zone(), ENGLISH);
        return format!("if they came back on {from}, or later");
    }
    let cycle = campaign
        .schedule
        .repeat_cycle
        .as_ref()
        .and_then(|cycle| summary::cycle_words(cycle, ENGLISH));
    match (cycle, visitor.last_shown) {
        (Some(cycle), _) => format!("if they had last been shown this campaign {cycle} ago or longer"),
        (None, Some(at)) => format!(
            "if they had last been shown this campaign on {}",
            number::instant(at, campaign.zone(), ENGLISH)
        ),
        (None, None) => String::new(),
    }
}

/// States that nobody has done what this counts more often than they were shown the campaign.
pub(super) fn within_views(field: Field) -> String {
    let done = fields::times(field).unwrap_or_default();
    format!("nobody has {done} more often than they were shown it")
}
