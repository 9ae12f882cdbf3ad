//! Rows that a clause cannot distinguish, so that the database is asked once about each kind of row rather than about every row.
//!
//! For a number, only its position among the numbers of the clause matters; for a text, which of the clause's conditions on it hold, as the database
//! decides for each text. All of that is a few bits per row. It never decides what a whole clause comes to: that is up to the database.

use std::collections::HashMap;

use rusqlite::{Connection, Statement};

use super::Form;
use super::read::{Reader, Source};
use super::value::Value;
use crate::reach::error::RowFault;
use crate::reach::log::cells::Cell;
use crate::reach::tree::Number;

/// How many texts of a column are remembered; most columns of logs have few.
const TEXTS: usize = 4096;
/// How long a remembered text may be, in bytes, so that memory stays bounded.
const LONGEST_TEXT: usize = 512;
/// How many kinds of rows are remembered.
const KINDS: usize = 1 << 16;
/// How many conditions on a text are distinguished: their answers fit a number of the database.
const MOST_CONDITIONS: usize = 60;

/// What matters to a clause about a bound column.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Telling {
    /// Whether there is a value.
    Presence,
    /// Its position among these numbers, which ascend.
    Among(Vec<i64>),
    /// Its position among these fractions, which ascend.
    AmongReal(Vec<f64>),
    /// Which of these conditions on a text hold.
    Conditions(Vec<String>),
}

impl Telling {
    /// Returns what matters about a column that is compared with these numbers, or is a text with these conditions; `None` when there are too many,
    /// or of several kinds.
    pub(super) fn of(numbers: &[Number], mut conditions: Vec<String>) -> Option<Telling> {
        conditions.sort();
        conditions.dedup();
        let whole = |number: &Number| match number {
            Number::Whole(number) | Number::Instant(number) => Some(*number),
            Number::Real(_) => None,
        };
        let real = |number: &Number| match number {
            Number::Real(number) => Some(*number),
            Number::Whole(_) | Number::Instant(_) => None,
        };
        if numbers.is_empty() {
            return match conditions.len() {
                0 => Some(Telling::Presence),
                1..=MOST_CONDITIONS => Some(Telling::Conditions(conditions)),
                _ => None,
            };
        }
        if !conditions.is_empty() {
            return None;
        }
        if let Some(mut among) = numbers.iter().map(whole).collect::<Option<Vec<i64>>>() {
            among.sort_unstable();
            among.dedup();
            return Some(Telling::Among(among));
        }
        let mut among = numbers.iter().map(real).collect::<Option<Vec<f64>>>()?;
        among.sort_by(f64::total_cmp);
        among.dedup();
        Some(Telling::AmongReal(among))
    }

    /// Returns how many bits it takes.
    fn bits(&self) -> u32 {
        let last = match self {
            Telling::Presence => 1,
            Telling::Among(among) => 2 * among.len() + 1,
            Telling::AmongReal(among) => 2 * among.len() + 1,
            Telling::Conditions(conditions) => return conditions.len() as u32 + 1,
        };
        usize::BITS - last.leading_zeros()
    }

    /// Returns the bits of a value that does not have to be asked about as a text; 0 is null. `None` for a value of an unexpected kind.
    fn number(&self, value: &Value<'_>) -> Option<u128> {
        let place = |before: usize, equal: bool| Some(1 + 2 * before as u128 + u128::from(equal));
        match (self, value) {
            (_, Value::Null) => Some(0),
            (Telling::Presence, _) => Some(1),
            (Telling::Among(among), Value::Whole(number)) => {
                let before = among.partition_point(|one| one < number);
                place(before, among.get(before) == Some(number))
            }
            (Telling::AmongReal(among), Value::Real(number)) if !number.is_nan() => {
                let before = among.partition_point(|one| one < number);
                place(before, among.get(before) == Some(number))
            }
            _ => None,
        }
    }
}

/// What matters about each bound column, and where its bits are.
#[derive(Debug)]
pub(super) struct Kinds {
    columns: Vec<(Telling, u32)>,
}

impl Kinds {
    /// Assigns bits to each column; `None` when they exceed a number.
    pub(super) fn of(tellings: Vec<Telling>) -> Option<Kinds> {
        let mut shift = 0_u32;
        let mut columns = Vec::with_capacity(tellings.len());
        for telling in tellings {
            let bits = telling.bits();
            columns.push((telling, shift));
            shift = shift.checked_add(bits).filter(|end| *end <= u128::BITS)?;
        }
        Some(Kinds { columns })
    }

    /// Returns whether reading a value of a source takes longer than looking it up.
    fn worth_remembering(&self, source: &Source) -> bool {
        source.forms.iter().any(|(form, place)| {
            matches!(self.columns.get(*place), Some((Telling::Conditions(_), _)))
                || matches!(form, Form::Address(_) | Form::Folded | Form::Number | Form::Part(_))
        })
    }
}

/// What one worker knows about texts and about kinds of rows.
pub(super) struct Known<'c> {
    kinds: &'c Kinds,
    /// For each column: asks which conditions hold for a text.
    statements: Vec<Option<Statement<'c>>>,
    /// For each source: the bits of its texts, where they are worth remembering.
    texts: Vec<Option<HashMap<Box<[u8]>, u128>>>,
    answers: HashMap<u128, bool>,
}

impl<'c> Known<'c> {
    pub(super) fn new(kinds: &'c Kinds, sources: &[Source], connection: &'c Connection) -> rusqlite::Result<Self> {
        let statement = |(place, (telling, _)): (usize, &(Telling, u32))| match telling {
            Telling::Conditions(conditions) => connection.prepare(&asking(place, conditions)).map(Some),
            Telling::Presence | Telling::Among(_) | Telling::AmongReal(_) => Ok(None),
        };
        let remembered = |source: &Source| kinds.worth_remembering(source).then(HashMap::new);
        Ok(Known {
            kinds,
            statements: kinds
                .columns
                .iter()
                .enumerate()
                .map(statement)
                .collect::<rusqlite::Result<_>>()?,
            texts: sources.iter().map(remembered).collect(),
            answers: HashMap::new(),
        })
    }

    /// Returns the kind of a row, whose cells come in the order of the sources; `None` when it has none and has to be asked about individually.
    pub(super) fn kind<'r>(
        &mut self,
        sources: &[Source],
        reader: &mut Reader,
        cell: impl Fn(usize) -> Cell<'r>,
    ) -> rusqlite::Result<Result<Option<u128>, RowFault>> {
        let mut kind = Some(0);
        for (index, source) in sources.iter().enumerate() {
            let cell = cell(index);
            let bits = match self.remembered(index, &cell) {
                Some(bits) => Some(bits),
                None => match self.read(index, source, reader, &cell)? {
                    Ok(bits) => bits,
                    Err(fault) => return Ok(Err(fault)),
                },
            };
            kind = kind.zip(bits).map(|(kind, bits)| kind | bits);
        }
        Ok(Ok(kind))
    }

    /// Returns the earlier outcome of a kind of rows.
    pub(super) fn answer(&self, kind: u128) -> Option<bool> {
        self.answers.get(&kind).copied()
    }

    /// Remembers the outcome of a kind of rows.
    pub(super) fn learn(&mut self, kind: u128, answer: bool) {
        if self.answers.len() >= KINDS {
            self.answers.clear();
        }
        self.answers.insert(kind, answer);
    }

    fn remembered(&self, index: usize, cell: &Cell<'_>) -> Option<u128> {
        match cell {
            Cell::Missing => Some(0),
            Cell::Text(bytes) => self.texts[index].as_ref()?.get(bytes.as_ref()).copied(),
            Cell::Whole(_) | Cell::Number(_) | Cell::Flag(_) | Cell::Nested => None,
        }
    }

    fn read(
        &mut self,
        index: usize,
        source: &Source,
        reader: &mut Reader,
        cell: &Cell<'_>,
    ) -> rusqlite::Result<Result<Option<u128>, RowFault>> {
        let reading = match reader.read(source, cell) {
            Ok(reading) => reading,
            Err(fault) => return Ok(Err(fault)),
        };
        let mut all = 0;
        for (form, place) in &source.forms {
            let value = reading.value(*form);
            let (telling, shift) = &self.kinds.columns[*place];
            let bits = match (&mut self.statements[*place], &value) {
                (Some(statement), Value::Text(_)) => Some(ask(statement, &value)?),
                _ => telling.number(&value),
            };
            let Some(bits) = bits else {
                return Ok(Ok(None));
            };
            all |= bits << shift;
        }
        if let (Cell::Text(bytes), Some(texts)) = (cell, &mut self.texts[index])
            && bytes.len() <= LONGEST_TEXT
        {
            if texts.len() >= TEXTS {
                texts.clear();
            }
            texts.insert(bytes.as_ref().into(), all);
        }
        Ok(Ok(Some(all)))
    }
}

/// Returns which conditions hold for a text, the first in the lowest bit.
fn asking(place: usize, conditions: &[String]) -> String {
    let bits: Vec<String> = conditions
        .iter()
        .enumerate()
        .map(|(bit, condition)| format!("(({condition}) << {bit})"))
        .collect();
    format!(
        "WITH visitor(c{place}) AS (VALUES (?1)) SELECT {} FROM visitor",
        bits.join(" | ")
    )
}

fn ask(statement: &mut Statement<'_>, text: &Value<'_>) -> rusqlite::Result<u128> {
    statement.raw_bind_parameter(1, text)?;
    let mut rows = statement.raw_query();
    let mask: i64 = match rows.next()? {
        Some(row) => row.get(0)?,
        None => 0,
    };
    Ok(1 | u128::from(mask.unsigned_abs()) << 1)
}
