//! A finished condition, compiled: typed, normalised, and evaluated without allocations.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use super::attribute::Attribute;
use super::delivery::{Micros, micros};
use super::finished::Unfinished;
use super::page_view::{Choices, Day, Prepared, Ready, choice_place};
use super::version::{Version, covers};
use super::wanted::Wanted;
use super::{fold, trim};
use crate::campaign::language_tag;
use crate::campaign::{Condition, DayTest, Element, Field, FieldType, Operator, Order, UrlTest, Word};
use crate::visitor::parameter_name;

/// A finished condition, compiled for evaluation.
#[derive(Debug, Clone)]
pub(crate) struct CompiledCondition {
    test: ConditionTest,
    negated: bool,
}

/// The place of a value that is stored under a key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub field: Field,
    /// In the form in which it is compared.
    pub name: Box<str>,
}

/// What is tested, before a negation.
#[derive(Debug, Clone)]
pub(crate) enum ConditionTest {
    /// A count lies within these bounds, both included.
    Count(Field, u64, u64),
    /// The page has this address.
    Address(Field, Wanted),
    /// The visitor has a value.
    Given(Field),
    /// The language is covered by one of these tags.
    Language(Field, Box<[Box<str>]>),
    /// The value is one of these choices, with their case folded; their places follow, which are quicker to test.
    Choice(Field, Box<[Box<str>]>, Choices),
    /// The version lies on this side of the wanted one.
    Version(Field, Version, Ordering),
    /// The day lies within these bounds, both included.
    Day(Field, Day, Day),
    /// The attribute, or the parameter, is set.
    IsSet(Key),
    /// It equals this.
    AttributeEquals(Key, Attribute),
    /// Its text contains this one's.
    AttributeContains(Key, Attribute),
    /// It is a number on this side of the wanted one. A missing one never is.
    AttributeCompares(Key, f64, Ordering),
    /// The count under a key lies within these bounds, both included.
    CountOf(Key, u64, u64),
    /// The value is more than this.
    Over(Field, f64),
    /// The value is at least this.
    AtLeast(Field, f64),
    /// The answer is yes.
    Flag(Field),
    /// The answer under a key is yes.
    FlagOf(Key),
    /// At least this time has passed.
    Lasts(Field, Micros),
}

impl ConditionTest {
    /// Returns the field that is tested.
    pub(crate) fn field(&self) -> Field {
        match self {
            ConditionTest::Count(field, ..)
            | ConditionTest::Address(field, _)
            | ConditionTest::Given(field)
            | ConditionTest::Language(field, _)
            | ConditionTest::Choice(field, ..)
            | ConditionTest::Version(field, ..)
            | ConditionTest::Day(field, ..)
            | ConditionTest::Over(field, _)
            | ConditionTest::AtLeast(field, _)
            | ConditionTest::Flag(field)
            | ConditionTest::Lasts(field, _) => *field,
            ConditionTest::IsSet(key)
            | ConditionTest::AttributeEquals(key, _)
            | ConditionTest::AttributeContains(key, _)
            | ConditionTest::AttributeCompares(key, ..)
            | ConditionTest::CountOf(key, ..)
            | ConditionTest::FlagOf(key) => key.field,
        }
    }

    /// Returns the key of the value that is tested, where it is stored under one.
    pub(crate) fn key(&self) -> Option<&str> {
        match self {
            ConditionTest::IsSet(key)
            | ConditionTest::AttributeEquals(key, _)
            | ConditionTest::AttributeContains(key, _)
            | ConditionTest::AttributeCompares(key, ..)
            | ConditionTest::CountOf(key, ..)
            | ConditionTest::FlagOf(key) => Some(&key.name),
            ConditionTest::Count(..)
            | ConditionTest::Address(..)
            | ConditionTest::Given(_)
            | ConditionTest::Language(..)
            | ConditionTest::Choice(..)
            | ConditionTest::Version(..)
            | ConditionTest::Day(..)
            | ConditionTest::Over(..)
            | ConditionTest::AtLeast(..)
            | ConditionTest::Flag(_)
            | ConditionTest::Lasts(..) => None,
        }
    }
}

impl CompiledCondition {
    /// Compiles a condition, or returns what it lacks.
    pub(crate) fn of(condition: &Condition) -> Result<CompiledCondition, Unfinished> {
        let field = word(&condition.field, Unfinished::NoField, Unfinished::UnknownField)?;
        let operator = word(&condition.operator, Unfinished::NoOperator, Unfinished::UnknownOperator)?;
        if !field.spec().operators.contains(&operator) {
            return Err(Unfinished::OperatorDoesNotFit);
        }
        let written = condition.key.as_deref().unwrap_or_default();
        if field.spec().kind.has_keys() && trim(written).is_empty() {
            return Err(Unfinished::NoKey);
        }
        let key = || Key {
            field,
            name: match field.spec().kind == FieldType::Parameter {
                true => parameter_name(written).into(),
                false => written.into(),
            },
        };
        let value = if operator.wants_value() {
            given(condition.value.as_ref())?
        } else {
            &Value::Null
        };
        let test = match field.spec().kind {
            FieldType::Url if !operator.wants_value() => ConditionTest::Given(field),
            FieldType::Url => ConditionTest::Address(field, address(operator, text(value)?)?),
            FieldType::WholeNumber => {
                let (from, to) = bounds(operator, whole_number(value)?)?;
                ConditionTest::Count(field, from, to)
            }
            FieldType::KeyedCount => {
                let (from, to) = bounds(operator, whole_number(value)?)?;
                ConditionTest::CountOf(key(), from, to)
            }
            FieldType::Language => ConditionTest::Language(field, list(operator, value, language)?),
            FieldType::Choice => {
                let ids = list(operator, value, |item| choice(field, item))?;
                let mut places = Choices::default();
                for id in &ids {
                    choice_place(field.spec(), id)
                        .into_iter()
                        .for_each(|place| places.insert(place));
                }
                ConditionTest::Choice(field, ids, places)
            }
            FieldType::Version => version(field, operator, value)?,
            FieldType::Date => date(field, operator, value)?,
            FieldType::Custom | FieldType::Parameter => attribute(key(), operator, value)?,
            FieldType::Percent if operator == Operator::AtLeast => ConditionTest::AtLeast(field, percent(value)?),
            FieldType::Percent => ConditionTest::Over(field, percent(value)?),
            FieldType::Seconds => ConditionTest::Lasts(field, duration(value)?),
            FieldType::Flag if *value == Value::Bool(true) => ConditionTest::Flag(field),
            FieldType::Flag => return Err(Unfinished::WrongType),
            FieldType::Element => ConditionTest::FlagOf(Key {
                field,
                name: element(value)?.identity().into(),
            }),
        };
        let negated = operator.is_negative();
        Ok(CompiledCondition { test, negated })
    }

    /// Returns what is tested.
    pub(crate) fn test(&self) -> &ConditionTest {
        &self.test
    }

    /// Returns whether the result of the test is negated.
    pub(crate) fn is_negated(&self) -> bool {
        self.negated
    }

    /// Returns whether it holds for a visitor.
    #[inline]
    pub(super) fn holds(&self, visitor: &Prepared<'_>) -> bool {
        let page = visitor.page;
        let answer = match &self.test {
            ConditionTest::Count(field, from, to) => (*from..=*to).contains(&visitor.count(*field)),
            ConditionTest::Address(field, wanted) => {
                matches!(page.value(*field), Ready::Address(address) if wanted.holds(address))
            }
            ConditionTest::Given(field) => !matches!(page.value(*field), Ready::Absent),
            ConditionTest::Language(field, tags) => {
                matches!(page.value(*field), Ready::Language(language) if tags.iter().any(|tag| covers(tag, language)))
            }
            ConditionTest::Choice(field, _, places) => {
                matches!(page.value(*field), Ready::Choice(Some(place)) if places.contains(*place))
            }
            ConditionTest::Version(field, wanted, side) => {
                matches!(page.value(*field), Ready::Version(Some(found)) if found.compare(wanted) == *side)
            }
            ConditionTest::Day(field, from, to) => (*from..=*to).contains(&visitor.day(*field)),
            ConditionTest::IsSet(key) => page.attribute(key).is_some(),
            ConditionTest::AttributeEquals(key, wanted) => {
                page.attribute(key).is_some_and(|found| found.equals(wanted))
            }
            ConditionTest::AttributeContains(key, part) => {
                page.attribute(key).is_some_and(|found| found.contains(part))
            }
            ConditionTest::CountOf(key, from, to) => (*from..=*to).contains(&page.count_of(key)),
            ConditionTest::AttributeCompares(key, wanted, side) => {
                let found = page.attribute(key).and_then(Attribute::number);
                found.is_some_and(|found| found.partial_cmp(wanted) == Some(*side))
            }
            ConditionTest::Over(field, wanted) => matches!(page.value(*field), Ready::Number(found) if found > wanted),
            ConditionTest::AtLeast(field, wanted) => {
                matches!(page.value(*field), Ready::Number(found) if found >= wanted)
            }
            ConditionTest::Flag(field) => matches!(page.value(*field), Ready::Flag(true)),
            ConditionTest::FlagOf(key) => page.flag_of(key),
            ConditionTest::Lasts(field, wanted) => {
                matches!(page.value(*field), Ready::Elapsed(elapsed) if elapsed >= wanted)
            }
        };
        answer != self.negated
    }

    /// Returns how long something has to last for the answer to become another.
    pub(super) fn wait(&self) -> Option<(Field, Micros)> {
        let ConditionTest::Lasts(field, wait) = self.test else {
            return None;
        };
        Some((field, wait))
    }

    /// Returns the days on which the answer may differ from that of the day before.
    pub(super) fn turning_days(&self) -> impl Iterator<Item = Day> {
        let days = match self.days() {
            Some((from, to)) => [Some(from), to.checked_add(1)],
            None => [None, None],
        };
        days.into_iter().flatten()
    }

    /// Returns whether the date of an instant matters.
    pub(super) fn asks_for_dates(&self) -> bool {
        self.days().is_some()
    }

    fn days(&self) -> Option<(Day, Day)> {
        match self.test {
            ConditionTest::Day(_, from, to) => Some((from, to)),
            ConditionTest::Count(..)
            | ConditionTest::Address(..)
            | ConditionTest::Given(_)
            | ConditionTest::Language(..)
            | ConditionTest::Choice(..)
            | ConditionTest::Version(..)
            | ConditionTest::IsSet(_)
            | ConditionTest::AttributeEquals(..)
            | ConditionTest::AttributeContains(..)
            | ConditionTest::AttributeCompares(..)
            | ConditionTest::CountOf(..)
            | ConditionTest::Over(..)
            | ConditionTest::AtLeast(..)
            | ConditionTest::Flag(_)
            | ConditionTest::FlagOf(_)
            | ConditionTest::Lasts(..) => None,
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

/// Returns a value that is neither null nor a blank text.
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

fn element(value: &Value) -> Result<Element, Unfinished> {
    let element = Element::of(value).ok_or(Unfinished::WrongType)?;
    match element.is_blank() {
        true => Err(Unfinished::NoValue),
        false => Ok(element),
    }
}

fn address(operator: Operator, value: &str) -> Result<Wanted, Unfinished> {
    Ok(match operator.url_test().ok_or(Unfinished::OperatorDoesNotFit)? {
        UrlTest::Contains => Wanted::contains(value),
        UrlTest::Equals => Wanted::equals(value),
        UrlTest::StartsWith => Wanted::starts_with(value),
        UrlTest::Matches => Wanted::matches(value),
    })
}

/// Returns the bounds of a count. Those from 1 to 0 never hold.
fn bounds(operator: Operator, wanted: u64) -> Result<(u64, u64), Unfinished> {
    const NOTHING: (u64, u64) = (1, 0);
    Ok(match operator.order().ok_or(Unfinished::OperatorDoesNotFit)? {
        Order::Equal => (wanted, wanted),
        Order::Greater => wanted.checked_add(1).map_or(NOTHING, |from| (from, u64::MAX)),
        Order::Less => wanted.checked_sub(1).map_or(NOTHING, |to| (0, to)),
        Order::AtLeast => (wanted, u64::MAX),
        Order::AtMost => (0, wanted),
    })
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

/// Reads seconds.
fn duration(value: &Value) -> Result<Micros, Unfinished> {
    let Value::Number(number) = value else {
        return Err(Unfinished::WrongType);
    };
    let seconds = number.as_f64().filter(|seconds| *seconds >= 0.0);
    seconds.map(micros).ok_or(Unfinished::NotADuration)
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
    choice_place(field.spec(), &id)
        .map(|_| id.into())
        .ok_or(Unfinished::NotAChoice)
}

/// Reads one value, or a list where the operator takes one.
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

fn version(field: Field, operator: Operator, value: &Value) -> Result<ConditionTest, Unfinished> {
    let wanted = Version::wanted(trim(text(value)?)).ok_or(Unfinished::NotAVersion)?;
    let side = match operator.order() {
        Some(Order::Equal) => Ordering::Equal,
        Some(Order::Greater) => Ordering::Greater,
        Some(Order::Less) => Ordering::Less,
        Some(Order::AtLeast | Order::AtMost) | None => return Err(Unfinished::OperatorDoesNotFit),
    };
    Ok(ConditionTest::Version(field, wanted, side))
}

fn date(field: Field, operator: Operator, value: &Value) -> Result<ConditionTest, Unfinished> {
    let day = day(trim(text(value)?)).ok_or(Unfinished::NotADate)?;
    let (from, to) = match operator.day_test().ok_or(Unfinished::OperatorDoesNotFit)? {
        DayTest::On => (day, day),
        DayTest::OnOrLater => (day, Day::MAX),
        DayTest::OnOrEarlier => (Day::MIN, day),
    };
    Ok(ConditionTest::Day(field, from, to))
}

/// Returns whether a text is written `YYYY-MM-DD`, whether or not there is such a day.
pub(crate) fn is_date_shaped(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Reads exactly `YYYY-MM-DD`, for a day that exists.
fn day(text: &str) -> Option<Day> {
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(number(0..4).filter(|_| is_date_shaped(text))?).ok()?;
    NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?).map(|date| date.num_days_from_ce())
}

fn attribute(key: Key, operator: Operator, value: &Value) -> Result<ConditionTest, Unfinished> {
    if !operator.wants_value() {
        return Ok(ConditionTest::IsSet(key));
    }
    let wanted = Attribute::of(value).ok_or(Unfinished::WrongType)?;
    if matches!(operator, Operator::Contains | Operator::NotContains) {
        return Ok(ConditionTest::AttributeContains(key, wanted));
    }
    let side = match operator.order() {
        Some(Order::Equal) => return Ok(ConditionTest::AttributeEquals(key, wanted)),
        Some(Order::Greater) => Ordering::Greater,
        Some(Order::Less) => Ordering::Less,
        Some(Order::AtLeast | Order::AtMost) | None => return Err(Unfinished::OperatorDoesNotFit),
    };
    let number = wanted.number().ok_or(Unfinished::NotANumber)?;
    Ok(ConditionTest::AttributeCompares(key, number, side))
}
