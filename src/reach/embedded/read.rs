//! A row's values in the forms in which they are bound. The engine defines what a value means; this module defines what a log may hold.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono_tz::Tz;
use rusqlite::Statement;

use super::Form;
use super::address::Page;
use super::instant::{since_1970, written_instant};
use super::value::Value;
use crate::campaign::{FieldType, number_text};
use crate::engine::parts::{Version, language_tag};
use crate::engine::{fold, number_like, trim};
use crate::reach::error::RowFault;
use crate::reach::log::cells::Cell;
use crate::reach::mapping::Slot;

/// What is read from each row: a slot's column, and the forms and places in which it is bound.
#[derive(Debug)]
pub(in crate::reach) struct Source {
    pub slot: Slot,
    pub column: String,
    pub(super) forms: Vec<(Form, usize)>,
    pub(super) zone: Tz,
}

/// How many languages and versions are remembered; logs have few.
const REMEMBERED: usize = 4096;
/// How long a remembered text may be, in bytes: of longer ones only the last is kept, so that memory stays bounded.
const LONGEST_REMEMBERED: usize = 256;

/// Buffers that rows are read into, and the results of texts that recur.
#[derive(Debug, Default)]
pub(super) struct Reader {
    text: String,
    page: Page,
    languages: HashMap<Box<str>, Box<str>>,
    versions: HashMap<Box<str>, Box<[f64]>>,
}

/// The value of a cell, ready to be bound in any form.
pub(super) enum Reading<'t> {
    Nothing,
    Whole(i64),
    Real(f64),
    Text(&'t str),
    /// A folded attribute, and its value as a number.
    Attribute(&'t str, Option<f64>),
    /// An address as it is compared.
    Address(&'t Page),
    /// A version's first parts; none when the text is not a version.
    Version(&'t [f64]),
}

impl Reader {
    /// Binds a cell in all forms that are wanted, counting places from `first`.
    pub(super) fn bind(
        &mut self,
        source: &Source,
        cell: &Cell<'_>,
        statement: &mut Statement<'_>,
        first: usize,
    ) -> rusqlite::Result<Result<(), RowFault>> {
        let reading = match self.read(source, cell) {
            Ok(reading) => reading,
            Err(fault) => return Ok(Err(fault)),
        };
        for (form, place) in &source.forms {
            statement.raw_bind_parameter(first + place, reading.value(*form))?;
        }
        Ok(Ok(()))
    }

    /// Reads a cell.
    pub(super) fn read<'t>(&'t mut self, source: &Source, cell: &'t Cell<'_>) -> Result<Reading<'t>, RowFault> {
        if *cell == Cell::Missing {
            return Ok(Reading::Nothing);
        }
        let field = match &source.slot {
            Slot::Field(field) => field,
            Slot::Instant => return instant(source, cell),
            Slot::Keyed(field, _) if field.spec().kind.is_counted() => return count(source, cell),
            Slot::Keyed(field, _) if field.spec().kind == FieldType::Element => return flag(source, cell),
            Slot::Keyed(..) => return self.attribute(source, cell),
        };
        match field.spec().kind {
            FieldType::Url => {
                self.page.read(text(source, cell)?);
                Ok(Reading::Address(&self.page))
            }
            FieldType::Language => {
                let tag = |text: &str| language_tag(text).unwrap_or_default().into();
                Ok(Reading::Text(remembered(
                    &mut self.languages,
                    &written(source, cell)?,
                    tag,
                )))
            }
            FieldType::Version => {
                let parts = |text: &str| source.version(text);
                Ok(Reading::Version(remembered(
                    &mut self.versions,
                    &written(source, cell)?,
                    parts,
                )))
            }
            FieldType::Choice => {
                fold_into(&mut self.text, text(source, cell)?);
                Ok(Reading::Text(&self.text))
            }
            FieldType::Date => instant(source, cell),
            FieldType::Percent | FieldType::Seconds => real(source, cell),
            FieldType::Flag => flag(source, cell),
            FieldType::WholeNumber => count(source, cell),
            FieldType::Custom | FieldType::Parameter | FieldType::KeyedCount | FieldType::Element => {
                Ok(Reading::Nothing)
            }
        }
    }

    fn attribute<'t>(&'t mut self, source: &Source, cell: &Cell<'_>) -> Result<Reading<'t>, RowFault> {
        let number = match cell {
            Cell::Text(bytes) => {
                let text = utf8(source, bytes)?;
                fold_into(&mut self.text, text);
                number_like(text)
            }
            Cell::Whole(number) => self.number(*number as f64),
            Cell::Number(number) => self.number(*number),
            Cell::Flag(yes) => {
                self.text = yes.to_string();
                None
            }
            // Anything that is not an attribute counts as missing.
            Cell::Missing | Cell::Nested => return Ok(Reading::Nothing),
        };
        Ok(Reading::Attribute(&self.text, number))
    }

    fn number(&mut self, number: f64) -> Option<f64> {
        self.text = number_text(number);
        Some(number)
    }
}

impl Source {
    /// Reads as many parts of a version as are wanted; none from a text that is not a version.
    fn version(&self, text: &str) -> Box<[f64]> {
        let Some(found) = Version::found(text) else {
            return Box::default();
        };
        let wanted = self.forms.iter().map(|(form, _)| form.parts()).max().unwrap_or(0);
        // Missing parts are 0.
        let mut parts = found.parts().to_vec();
        parts.resize(wanted.max(1), 0.0);
        parts.into()
    }
}

/// Returns what a text was read as, or reads it now.
fn remembered<'m, T: ?Sized>(
    known: &'m mut HashMap<Box<str>, Box<T>>,
    text: &str,
    read: impl Fn(&str) -> Box<T>,
) -> &'m T {
    if !known.contains_key(text) {
        if known.len() >= REMEMBERED || text.len() > LONGEST_REMEMBERED {
            known.clear();
        }
        known.insert(text.into(), read(text));
    }
    &known[text]
}

impl Reading<'_> {
    /// Returns the value in a form.
    pub(super) fn value(&self, form: Form) -> Value<'_> {
        match (self, form) {
            (Reading::Nothing, _) => Value::Null,
            (_, Form::Present) => Value::Whole(1),
            (Reading::Whole(number), _) => Value::Whole(*number),
            (Reading::Real(number), _) => Value::Real(*number),
            (Reading::Attribute(_, number), Form::Number) => (*number).into(),
            (Reading::Text(text) | Reading::Attribute(text, _), _) => Value::Text(text),
            (Reading::Address(page), Form::Address(part)) => Value::Text(page.part(part)),
            (Reading::Version(parts), Form::Part(index)) => parts.get(index).copied().into(),
            (Reading::Address(..) | Reading::Version(_), _) => Value::Null,
        }
    }
}

fn utf8<'t>(source: &Source, bytes: &'t [u8]) -> Result<&'t str, RowFault> {
    std::str::from_utf8(bytes).map_err(|_| RowFault::NotText {
        column: source.column.clone(),
    })
}

/// Reads a text; anything else is unreadable.
fn text<'t>(source: &Source, cell: &'t Cell<'_>) -> Result<&'t str, RowFault> {
    let Cell::Text(bytes) = cell else {
        return Err(RowFault::Nested {
            column: source.column.clone(),
        });
    };
    utf8(source, bytes)
}

/// Reads a text, or a number as people write it: versions may be numbers in JSON.
fn written<'t>(source: &Source, cell: &'t Cell<'_>) -> Result<Cow<'t, str>, RowFault> {
    match cell {
        Cell::Whole(number) => Ok(number.to_string().into()),
        Cell::Number(number) => Ok(number.to_string().into()),
        Cell::Missing | Cell::Text(_) | Cell::Flag(_) | Cell::Nested => text(source, cell).map(Into::into),
    }
}

/// Returns whether exporters write this for null where texts are not allowed.
fn is_null(text: &str) -> bool {
    ["", "null", "none", "nan", "na"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
}

fn count<'t>(source: &Source, cell: &Cell<'_>) -> Result<Reading<'t>, RowFault> {
    let whole = |number: f64| (number >= 0.0 && number.fract() == 0.0 && number < 9.2e18).then_some(number as i64);
    let found = match cell {
        Cell::Whole(number) => i64::try_from(*number).ok(),
        Cell::Number(number) => whole(*number),
        Cell::Text(bytes) => {
            let text = trim(utf8(source, bytes)?);
            if is_null(text) {
                return Ok(Reading::Nothing);
            }
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            // Columns with gaps are exported with fractions: 5.0.
            if digits {
                text.parse().ok()
            } else {
                number_like(text).and_then(whole)
            }
        }
        Cell::Missing => return Ok(Reading::Nothing),
        Cell::Flag(_) | Cell::Nested => None,
    };
    found.map(Reading::Whole).ok_or_else(|| RowFault::NotACount {
        column: source.column.clone(),
        value: cell.shown(),
    })
}

fn real<'t>(source: &Source, cell: &Cell<'_>) -> Result<Reading<'t>, RowFault> {
    let found = match cell {
        Cell::Whole(number) => Some(*number as f64),
        Cell::Number(number) => Some(*number),
        Cell::Text(bytes) => {
            let text = trim(utf8(source, bytes)?);
            if is_null(text) {
                return Ok(Reading::Nothing);
            }
            text.parse().ok().filter(|number: &f64| number.is_finite())
        }
        Cell::Missing => return Ok(Reading::Nothing),
        Cell::Flag(_) | Cell::Nested => None,
    };
    found.map(Reading::Real).ok_or_else(|| RowFault::NotANumber {
        column: source.column.clone(),
        value: cell.shown(),
    })
}

fn flag<'t>(source: &Source, cell: &Cell<'_>) -> Result<Reading<'t>, RowFault> {
    let found = match cell {
        Cell::Flag(yes) => Some(*yes),
        Cell::Whole(number) => [false, true].get(usize::try_from(*number).unwrap_or(2)).copied(),
        Cell::Text(bytes) => {
            let text = trim(utf8(source, bytes)?);
            let is = |words: [&str; 4]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
            if is_null(text) {
                return Ok(Reading::Nothing);
            }
            is(["true", "t", "yes", "1"])
                .then_some(true)
                .or(is(["false", "f", "no", "0"]).then_some(false))
        }
        Cell::Missing => return Ok(Reading::Nothing),
        Cell::Number(_) | Cell::Nested => None,
    };
    found
        .map(|yes| Reading::Whole(yes.into()))
        .ok_or_else(|| RowFault::NotAFlag {
            column: source.column.clone(),
            value: cell.shown(),
        })
}

fn instant<'t>(source: &Source, cell: &Cell<'_>) -> Result<Reading<'t>, RowFault> {
    let found = match cell {
        Cell::Whole(number) => since_1970(*number),
        Cell::Number(number) if *number >= 0.0 => since_1970(*number as u64),
        Cell::Text(bytes) => {
            let text = trim(utf8(source, bytes)?);
            if is_null(text) {
                return Ok(Reading::Nothing);
            }
            written_instant(text, source.zone)
        }
        Cell::Missing => return Ok(Reading::Nothing),
        Cell::Number(_) | Cell::Flag(_) | Cell::Nested => None,
    };
    found.map(Reading::Whole).ok_or_else(|| RowFault::NotAnInstant {
        column: source.column.clone(),
        value: cell.shown(),
    })
}

/// Applies [`fold`] into a buffer.
fn fold_into(buffer: &mut String, text: &str) {
    buffer.clear();
    if text.is_ascii() {
        buffer.push_str(text);
        buffer.make_ascii_lowercase();
    } else {
        buffer.push_str(&fold(text));
    }
}
