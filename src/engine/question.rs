//! One finished condition in the form in which it is asked: typed, normalised, and free of allocations when asked.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use super::attribute::Attribute;
use super::finished::Unfinished;
use super::page_view::{Day, Prepared, Ready, choice_bit};
use super::version::{Version, covers, language_tag};
use super::wanted::Wanted;
use super::{fold, trim};
use crate::campaign::{Condition, DayTest, Field, FieldType, Operator, Order, UrlTest, Word};

/// A finished condition. `not` reverses the answer.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    ask: Ask,
    not: bool,
}

/// What is asked, before the answer is reversed.
#[derive(Debug, Clone)]
pub(crate) enum Ask {
    /// A count lies within these bounds, both included.
    Count(Field, u64, u64),
    /// The page has this address.
    Address(Field, Wanted),
    /// The language is covered by one of these tags.
    Language(Field, Box<[Box<str>]>),
    /// The value is one of these choices; their bits follow, which are quicker to ask.
    Choice(Field, Box<[Box<str>]>, u64),
    /// The version lies on this side of the wanted one.
    Version(Field, Version, Ordering),
    /// The day lies within these bounds, both included.
    Day(Field, Day, Day),
    /// The attribute is set.
    IsSet(Box<str>),
    /// The attribute equals this.
    AttributeEquals(Box<str>, Attribute),
    /// The attribute's text contains this one's.
    AttributeContains(Box<str>, Attribute),
    /// The attribute is a number on this side of the wanted one. A missing one never is.
    AttributeCompares(Box<str>, f64, Ordering),
    /// The value is more than this.
    Over(Field, f64),
    /// The value is at least this.
    AtLeast(Field, f64),
    /// The answer is yes.
    Flag(Field),
}

impl Ask {
    /// Returns the field that is asked about.
    pub(crate) fn field(&self) -> Field {
        match self {
            Ask::Count(field, ..)
            | Ask::Address(field, _)
            | Ask::Language(field, _)
            | Ask::Choice(field, ..)
            | Ask::Version(field, ..)
            | Ask::Day(field, ..)
            | Ask::Over(field, _)
            | Ask::AtLeast(field, _)
            | Ask::Flag(field) => *field,
            Ask::IsSet(_) | Ask::AttributeEquals(..) | Ask::AttributeContains(..) | Ask::AttributeCompares(..) => {
                Field::Custom
            }
        }
    }

    /// Returns the key of the attribute that is asked about.
    pub(crate) fn key(&self) -> Option<&str> {
        match self {
            Ask::IsSet(key)
            | Ask::AttributeEquals(key, _)
            | Ask::AttributeContains(key, _)
            | Ask::AttributeCompares(key, ..) => Some(key),
            Ask::Count(..)
            | Ask::Address(..)
            | Ask::Language(..)
            | Ask::Choice(..)
            | Ask::Version(..)
            | Ask::Day(..)
            | Ask::Over(..)
            | Ask::AtLeast(..)
            | Ask::Flag(_) => None,
        }
    }
}

impl Question {
    /// Returns the question that a condition asks, or what it lacks.
    pub(crate) fn of(condition: &Condition) -> Result<Question, Unfinished> {
        let field = word(&condition.field, Unfinished::NoField, Unfinished::UnknownField)?;
        let operator = word(&condition.operator, Unfinished::NoOperator, Unfinished::UnknownOperator)?;
        if !field.spec().operators.contains(&operator) {
            return Err(Unfinished::OperatorDoesNotFit);
        }
        let key = condition.key.as_deref().unwrap_or_default();
        if field.spec().kind == FieldType::Custom && trim(key).is_empty() {
            return Err(Unfinished::NoKey);
        }
        let value = if operator.wants_value() {
            given(condition.value.as_ref())?
        } else {
            &Value::Null
        };
        let ask = match field.spec().kind {
            FieldType::Url => Ask::Address(field, address(operator, text(value)?)?),
            FieldType::WholeNumber => count(field, operator, whole_number(value)?)?,
            FieldType::Language => Ask::Language(field, list(operator, value, language)?),
            FieldType::Choice => {
                let ids = list(operator, value, |item| choice(field, item))?;
                let bits = ids.iter().fold(0, |bits, id| bits | choice_bit(field.spec(), id));
                Ask::Choice(field, ids, bits)
            }
            FieldType::Version => version(field, operator, value)?,
            FieldType::Date => date(field, operator, value)?,
            FieldType::Custom => attribute(key, operator, value)?,
            FieldType::Percent if operator == Operator::AtLeast => Ask::AtLeast(field, percent(value)?),
            FieldType::Percent => Ask::Over(field, percent(value)?),
            FieldType::Flag if *value == Value::Bool(true) => Ask::Flag(field),
            FieldType::Flag => return Err(Unfinished::WrongType),
        };
        let not = operator.is_negative();
        Ok(Question { ask, not })
    }

    /// Returns what is asked.
    pub(crate) fn ask(&self) -> &Ask {
        &self.ask
    }

    /// Returns whether the answer is reversed.
    pub(crate) fn is_turned(&self) -> bool {
        self.not
    }

    /// Returns whether it holds for a visitor.
    #[inline]
    pub(super) fn holds(&self, visitor: &Prepared<'_>) -> bool {
        let page = visitor.page;
        let answer = match &self.ask {
            Ask::Count(field, from, to) => (*from..=*to).contains(&visitor.count(*field)),
            Ask::Address(field, wanted) => {
                matches!(page.value(*field), Ready::Address(address) if wanted.holds(address))
            }
            Ask::Language(field, tags) => {
                matches!(page.value(*field), Ready::Language(language) if tags.iter().any(|tag| covers(tag, language)))
            }
            Ask::Choice(field, _, bits) => matches!(page.value(*field), Ready::Choice(bit) if bits & bit != 0),
            Ask::Version(field, wanted, side) => {
                matches!(page.value(*field), Ready::Version(Some(found)) if found.compare(wanted) == *side)
            }
            Ask::Day(field, from, to) => (*from..=*to).contains(&visitor.day(*field)),
            Ask::IsSet(key) => page.attribute(key).is_some(),
            Ask::AttributeEquals(key, wanted) => page.attribute(key).is_some_and(|found| found.equals(wanted)),
            Ask::AttributeContains(key, part) => page.attribute(key).is_some_and(|found| found.contains(part)),
            Ask::AttributeCompares(key, wanted, side) => {
                let found = page.attribute(key).and_then(Attribute::number);
                found.is_some_and(|found| found.partial_cmp(wanted) == Some(*side))
            }
            Ask::Over(field, wanted) => matches!(page.value(*field), Ready::Number(found) if found > wanted),
            Ask::AtLeast(field, wanted) => matches!(page.value(*field), Ready::Number(found) if found >= wanted),
            Ask::Flag(field) => matches!(page.value(*field), Ready::Flag(true)),
        };
        answer != self.not
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
        match self.ask {
            Ask::Day(_, from, to) => Some((from, to)),
            Ask::Count(..)
            | Ask::Address(..)
            | Ask::Language(..)
            | Ask::Choice(..)
            | Ask::Version(..)
            | Ask::IsSet(_)
            | Ask::AttributeEquals(..)
            | Ask::AttributeContains(..)
            | Ask::AttributeCompares(..)
            | Ask::Over(..)
            | Ask::AtLeast(..)
            | Ask::Flag(_) => None,
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

fn address(operator: Operator, value: &str) -> Result<Wanted, Unfinished> {
    Ok(match operator.url_test().ok_or(Unfinished::OperatorDoesNotFit)? {
        UrlTest::Contains => Wanted::contains(value),
        UrlTest::Equals => Wanted::equals(value),
        UrlTest::StartsWith => Wanted::starts_with(value),
        UrlTest::Matches => Wanted::matches(value),
    })
}

/// Bounds from 1 to 0 never hold.
fn count(field: Field, operator: Operator, wanted: u64) -> Result<Ask, Unfinished> {
    const NOTHING: (u64, u64) = (1, 0);
    let (from, to) = match operator.order().ok_or(Unfinished::OperatorDoesNotFit)? {
        Order::Equal => (wanted, wanted),
        Order::Greater => wanted.checked_add(1).map_or(NOTHING, |from| (from, u64::MAX)),
        Order::Less => wanted.checked_sub(1).map_or(NOTHING, |to| (0, to)),
        Order::AtLeast => (wanted, u64::MAX),
        Order::AtMost => (0, wanted),
    };
    Ok(Ask::Count(field, from, to))
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
    field
        .spec()
        .choices
        .iter()
        .any(|choice| choice.id == id)
        .then(|| id.into())
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

fn version(field: Field, operator: Operator, value: &Value) -> Result<Ask, Unfinished> {
    let wanted = Version::wanted(trim(text(value)?)).ok_or(Unfinished::NotAVersion)?;
    let side = match operator.order() {
        Some(Order::Equal) => Ordering::Equal,
        Some(Order::Greater) => Ordering::Greater,
        Some(Order::Less) => Ordering::Less,
        Some(Order::AtLeast | Order::AtMost) | None => return Err(Unfinished::OperatorDoesNotFit),
    };
    Ok(Ask::Version(field, wanted, side))
}

fn date(field: Field, operator: Operator, value: &Value) -> Result<Ask, Unfinished> {
    let day = day(trim(text(value)?)).ok_or(Unfinished::NotADate)?;
    let (from, to) = match operator.day_test().ok_or(Unfinished::OperatorDoesNotFit)? {
        DayTest::On => (day, day),
        DayTest::OnOrLater => (day, Day::MAX),
        DayTest::OnOrEarlier => (Day::MIN, day),
    };
    Ok(Ask::Day(field, from, to))
}

/// Reads exactly `YYYY-MM-DD`, for a day that exists.
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
    if matches!(operator, Operator::Contains | Operator::NotContains) {
        return Ok(Ask::AttributeContains(key, wanted));
    }
    let side = match operator.order() {
        Some(Order::Equal) => return Ok(Ask::AttributeEquals(key, wanted)),
        Some(Order::Greater) => Ordering::Greater,
        Some(Order::Less) => Ordering::Less,
        Some(Order::AtLeast | Order::AtMost) | None => return Err(Unfinished::OperatorDoesNotFit),
    };
    let number = wanted.number().ok_or(Unfinished::NotANumber)?;
    Ok(Ask::AttributeCompares(key, number, side))
}
