//! One finished condition in the form in which it is asked: typed, normalised, free of allocation when asked.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use super::attribute::Attribute;
use super::finished::Unfinished;
use super::page_view::{Day, Prepared};
use super::version::{Version, covers, language_tag};
use super::wanted::Wanted;
use super::{fold, trim};
use crate::campaign::{Condition, Field, FieldType, Operator, Word, choices};

/// A finished condition. `not` turns the answer round.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    ask: Ask,
    not: bool,
}

/// What is asked, before it is turned round.
#[derive(Debug, Clone)]
pub(crate) enum Ask {
    /// A counter lies within these bounds, both included.
    Count(Counter, u64, u64),
    /// The page has this address.
    Address(Wanted),
    /// The language is covered by one of these tags.
    Language(Box<[Box<str>]>),
    /// The browser is one of these.
    Browser(Box<[Box<str>]>),
    /// The device is one of these.
    Device(Box<[Box<str>]>),
    /// The version lies on this side of the wanted one.
    Version(Version, Ordering),
    /// The day of the first showing lies within these bounds, both included.
    FirstSeen(Day, Day),
    /// The same of today.
    LastSeen(Day, Day),
    /// The attribute is there.
    IsSet(Box<str>),
    /// The attribute equals this.
    AttributeEquals(Box<str>, Attribute),
    /// The attribute's text contains this one's.
    AttributeContains(Box<str>, Attribute),
    /// The attribute is a number on this side of the wanted one. A missing one never is.
    AttributeCompares(Box<str>, f64, Ordering),
    /// Scrolled further than this.
    ScrollOver(f64),
    /// Scrolled as far as this.
    ScrollAtLeast(f64),
    /// The pointer has left.
    ExitScreen,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counter {
    PageViews,
    Visits,
    Views,
    Clicks,
    Conversations,
}

impl Question {
    /// The question that a condition asks, or what it lacks.
    pub(crate) fn of(condition: &Condition) -> Result<Question, Unfinished> {
        let field = word(&condition.field, Unfinished::NoField, Unfinished::UnknownField)?;
        let operator = word(&condition.operator, Unfinished::NoOperator, Unfinished::UnknownOperator)?;
        if !field.spec().operators.contains(&operator) {
            return Err(Unfinished::OperatorDoesNotFit);
        }
        let key = condition.key.as_deref().unwrap_or_default();
        if field == Field::Custom && trim(key).is_empty() {
            return Err(Unfinished::NoKey);
        }
        let value = if operator.wants_value() {
            given(condition.value.as_ref())?
        } else {
            &Value::Null
        };
        let ask = match field.spec().kind {
            FieldType::Url => Ask::Address(address(operator, text(value)?)),
            FieldType::WholeNumber => count(counter(field), operator, whole_number(value)?),
            FieldType::Language => Ask::Language(list(operator, value, language)?),
            FieldType::Choice if field == Field::Browser => {
                Ask::Browser(list(operator, value, |item| choice(field, item))?)
            }
            FieldType::Choice => Ask::Device(list(operator, value, |item| choice(field, item))?),
            FieldType::Version => version(operator, value)?,
            FieldType::Date => date(field, operator, value)?,
            FieldType::Custom => attribute(key, operator, value)?,
            FieldType::Percent if operator == Operator::AtLeast => Ask::ScrollAtLeast(percent(value)?),
            FieldType::Percent => Ask::ScrollOver(percent(value)?),
            FieldType::Flag if *value == Value::Bool(true) => Ask::ExitScreen,
            FieldType::Flag => return Err(Unfinished::WrongType),
        };
        let not = matches!(
            operator,
            Operator::NotContains | Operator::NotEquals | Operator::NoneOf | Operator::IsNotSet
        );
        Ok(Question { ask, not })
    }

    /// What is asked.
    pub(crate) fn ask(&self) -> &Ask {
        &self.ask
    }

    /// Whether the answer is turned round.
    pub(crate) fn is_turned(&self) -> bool {
        self.not
    }

    /// Whether it holds for a visitor.
    #[inline]
    pub(super) fn holds(&self, visitor: &Prepared<'_>) -> bool {
        let page = visitor.page;
        let answer = match &self.ask {
            Ask::Count(counter, from, to) => (*from..=*to).contains(&counter.read(visitor)),
            Ask::Address(wanted) => wanted.holds(&page.address),
            Ask::Language(tags) => tags.iter().any(|tag| covers(tag, &page.language)),
            Ask::Browser(ids) => ids.iter().any(|id| **id == *page.browser),
            Ask::Device(ids) => ids.iter().any(|id| **id == *page.device),
            Ask::Version(wanted, side) => page
                .version
                .as_ref()
                .is_some_and(|found| found.compare(wanted) == *side),
            Ask::FirstSeen(from, to) => (*from..=*to).contains(&visitor.first_seen),
            Ask::LastSeen(from, to) => (*from..=*to).contains(&visitor.today),
            Ask::IsSet(key) => page.attribute(key).is_some(),
            Ask::AttributeEquals(key, wanted) => page.attribute(key).is_some_and(|found| found.equals(wanted)),
            Ask::AttributeContains(key, part) => page.attribute(key).is_some_and(|found| found.contains(part)),
            Ask::AttributeCompares(key, wanted, side) => {
                let found = page.attribute(key).and_then(Attribute::number);
                found.is_some_and(|found| found.partial_cmp(wanted) == Some(*side))
            }
            Ask::ScrollOver(wanted) => page.scroll_ratio > *wanted,
            Ask::ScrollAtLeast(wanted) => page.scroll_ratio >= *wanted,
            Ask::ExitScreen => page.exit_screen,
        };
        answer != self.not
    }

    /// The days on which the answer may change from that of the day before.
    pub(super) fn turning_days(&self) -> impl Iterator<Item = Day> {
        let days = match self.ask {
            Ask::FirstSeen(from, to) | Ask::LastSeen(from, to) => [Some(from), to.checked_add(1)],
            _ => [None, None],
        };
        days.into_iter().flatten()
    }

    /// Whether the date of an instant matters.
    pub(super) fn asks_for_dates(&self) -> bool {
        matches!(self.ask, Ask::FirstSeen(..) | Ask::LastSeen(..))
    }
}

impl Counter {
    #[inline]
    fn read(self, visitor: &Prepared<'_>) -> u64 {
        match self {
            Counter::PageViews => visitor.page.page_views,
            Counter::Visits => visitor.page.visits,
            Counter::Views => visitor.views,
            Counter::Clicks => visitor.clicks,
            Counter::Conversations => visitor.page.conversation_count,
        }
    }
}

fn word<T: crate::campaign::Named>(word: &Word<T>, missing: Unfinished, unknown: Unfinished) -> Result<T, Unfinished> {
    match word {
        Word::Known(known) => Ok(*known),
        Word::Missing => Err(missing),
        Word::Unknown(_) => Err(unknown),
    }
}

/// A value that was given: neither null nor a blank text.
fn given(value: Option<&Value>) -> Result<&Value, Unfinished> {
    match value {
        None | Some(Value::Null) => Err(Unfinished::NoValue),
        Some(Value::String(text)) if trim(text).is_empty() => Err(Unfinished::NoValue),
        Some(value) => Ok(value),
    }
}

fn text(value: &Value) -> Result<&str, Unfinished> {
    value.as_str().ok_or(Unfinished::WrongType)
}

fn address(operator: Operator, value: &str) -> Wanted {
    match operator {
        Operator::Equals | Operator::NotEquals => Wanted::equals(value),
        Operator::StartsWith => Wanted::starts_with(value),
        Operator::Matches => Wanted::matches(value),
        _ => Wanted::contains(value),
    }
}

fn counter(field: Field) -> Counter {
    match field {
        Field::PageViews => Counter::PageViews,
        Field::Visits => Counter::Visits,
        Field::Views => Counter::Views,
        Field::Clicks => Counter::Clicks,
        _ => Counter::Conversations,
    }
}

/// Bounds from 1 down to 0 hold for nothing.
fn count(counter: Counter, operator: Operator, wanted: u64) -> Ask {
    let nothing = Ask::Count(counter, 1, 0);
    match operator {
        Operator::GreaterThan => wanted
            .checked_add(1)
            .map_or(nothing, |from| Ask::Count(counter, from, u64::MAX)),
        Operator::LessThan => wanted.checked_sub(1).map_or(nothing, |to| Ask::Count(counter, 0, to)),
        Operator::AtLeast => Ask::Count(counter, wanted, u64::MAX),
        Operator::AtMost => Ask::Count(counter, 0, wanted),
        _ => Ask::Count(counter, wanted, wanted),
    }
}

fn whole_number(value: &Value) -> Result<u64, Unfinished> {
    let Value::Number(number) = value else {
        return Err(Unfinished::WrongType);
    };
    let whole = number.as_f64().filter(|number| *number >= 0.0 && number.fract() == 0.0);
    number
        .as_u64()
        .or(whole.map(|number| number as u64))
        .ok_or(Unfinished::NotAWholeNumber)
}

fn percent(value: &Value) -> Result<f64, Unfinished> {
    let Value::Number(number) = value else {
        return Err(Unfinished::WrongType);
    };
    number
        .as_f64()
        .filter(|number| (0.0..=100.0).contains(number))
        .ok_or(Unfinished::NotAPercentage)
}

fn language(value: &str) -> Result<Box<str>, Unfinished> {
    language_tag(value).map(String::into).ok_or(Unfinished::NotALanguage)
}

fn choice(field: Field, value: &str) -> Result<Box<str>, Unfinished> {
    let id = fold(trim(value));
    choices(field)
        .iter()
        .any(|choice| choice.id == id)
        .then(|| id.into())
        .ok_or(Unfinished::NotAChoice)
}

/// One value, or a list where the operator wants one.
fn list(
    operator: Operator,
    value: &Value,
    read: impl Fn(&str) -> Result<Box<str>, Unfinished>,
) -> Result<Box<[Box<str>]>, Unfinished> {
    if !operator.wants_list() {
        return Ok(Box::new([read(text(value)?)?]));
    }
    let items = value.as_array().ok_or(Unfinished::WrongType)?;
    if items.is_empty() {
        return Err(Unfinished::EmptyList);
    }
    let item = |(index, item): (usize, &Value)| text(item).and_then(&read).map_err(|_| Unfinished::BadItem(index));
    items.iter().enumerate().map(item).collect()
}

fn version(operator: Operator, value: &Value) -> Result<Ask, Unfinished> {
    let wanted = Version::wanted(trim(text(value)?)).ok_or(Unfinished::NotAVersion)?;
    Ok(Ask::Version(wanted, side(operator)))
}

fn side(operator: Operator) -> Ordering {
    match operator {
        Operator::GreaterThan => Ordering::Greater,
        Operator::LessThan => Ordering::Less,
        _ => Ordering::Equal,
    }
}

fn date(field: Field, operator: Operator, value: &Value) -> Result<Ask, Unfinished> {
    let day = day(trim(text(value)?)).ok_or(Unfinished::NotADate)?;
    let (from, to) = match operator {
        Operator::OnOrLater => (day, Day::MAX),
        Operator::OnOrEarlier => (Day::MIN, day),
        _ => (day, day),
    };
    Ok(if field == Field::FirstSeen {
        Ask::FirstSeen(from, to)
    } else {
        Ask::LastSeen(from, to)
    })
}

/// `YYYY-MM-DD` and nothing else, of a day that exists.
fn day(text: &str) -> Option<Day> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(number(0..4).filter(|_| shape)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?).map(|date| date.num_days_from_ce())
}

fn attribute(key: &str, operator: Operator, value: &Value) -> Result<Ask, Unfinished> {
    let key = key.into();
    if !operator.wants_value() {
        return Ok(Ask::IsSet(key));
    }
    let wanted = Attribute::of(value).ok_or(Unfinished::WrongType)?;
    match operator {
        Operator::GreaterThan | Operator::LessThan => {
            let number = wanted.number().ok_or(Unfinished::NotANumber)?;
            Ok(Ask::AttributeCompares(key, number, side(operator)))
        }
        Operator::Contains | Operator::NotContains => Ok(Ask::AttributeContains(key, wanted)),
        _ => Ok(Ask::AttributeEquals(key, wanted)),
    }
}
