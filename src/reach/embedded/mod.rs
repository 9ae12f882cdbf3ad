//! The embedded database: SQLite in memory, asked about 32 rows at a time, which are bound as a table of values.
//!
//! Its columns hold what the clause compares, derived from a row by the engine's own functions: a page's address as it is compared, the parts of a
//! version. The tree above them is the same as for every other dialect. Rows that the clause cannot distinguish are asked about once: see [`alike`].

mod address;
mod alike;
mod instant;
mod read;
mod speech;
mod value;

use rusqlite::{Connection, Statement};

use super::log::cells::Cell;
use super::mapping::Mapping;
use super::tree::{AddressPart, Expr};
use super::{error::RowFault, mapping::Slot};

use alike::{Kinds, Known};
use read::Reader;
pub(super) use read::Source;
use speech::Columns;

/// How many rows are asked about at most at once; a mask of their answers fits a number.
const ROWS: usize = 32;
/// How many values may be bound at once.
const VALUES: usize = 32_000;

/// An audience prepared for questions about many rows.
#[derive(Debug)]
pub(super) struct AudienceQuery {
    sql: String,
    sources: Vec<Source>,
    width: usize,
    rows: usize,
    /// What distinguishes rows; `None` when it is too much.
    kinds: Option<Kinds>,
}

impl AudienceQuery {
    /// Prepares an audience over the columns of a mapping; dates without a time are taken in `zone`.
    pub(super) fn new(expr: &Expr, mapping: &Mapping, zone: chrono_tz::Tz) -> AudienceQuery {
        let columns = Columns::of(expr);
        let condition = super::sql::condition(expr, &columns);
        let width = columns.len();
        let rows = (VALUES / width.max(1)).clamp(1, ROWS);
        let names: Vec<String> = (0..width).map(|index| format!(", c{index}")).collect();
        let values: Vec<String> = (0..rows).map(|row| row_of_values(row, width)).collect();
        let sql = format!(
            "WITH visitor(n{}) AS (VALUES {}) SELECT coalesce(sum(1 << n), 0) FROM visitor WHERE n < ?1 AND ({condition})",
            names.concat(),
            values.join(", "),
        );
        AudienceQuery {
            sql,
            sources: columns.sources(mapping, zone),
            width,
            rows,
            kinds: columns.tellings(expr).and_then(Kinds::of),
        }
    }

    /// Returns what has to be read from each row.
    pub(super) fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Opens a database for one worker.
    pub(super) fn connect() -> rusqlite::Result<Connection> {
        Connection::open_in_memory()
    }

    /// Prepares the question in a worker's database.
    pub(super) fn prepare<'c>(&'c self, connection: &'c Connection) -> rusqlite::Result<Batch<'c>> {
        let known = self.kinds.as_ref();
        Ok(Batch {
            statement: connection.prepare(&self.sql)?,
            question: self,
            reader: Reader::default(),
            known: known
                .map(|kinds| Known::new(kinds, &self.sources, connection))
                .transpose()?,
            filled: Vec::with_capacity(self.rows),
        })
    }
}

fn row_of_values(row: usize, width: usize) -> String {
    let first = row * width + 2;
    let places: Vec<String> = (first..first + width).map(|place| format!(", ?{place}")).collect();
    format!("({row}{})", places.concat())
}

/// The state of a row after it was added.
pub(super) enum Added {
    /// A row like it was asked about before.
    Known(bool),
    /// It waits to be asked about.
    Waits,
}

/// Some rows that wait to be asked about.
pub(super) struct Batch<'c> {
    statement: Statement<'c>,
    question: &'c AudienceQuery,
    reader: Reader,
    known: Option<Known<'c>>,
    /// The kinds of the rows that wait.
    filled: Vec<Option<u128>>,
}

impl Batch<'_> {
    /// Adds a row: its values by the places of their sources. A row that cannot be read is not added.
    pub(super) fn add<'r>(&mut self, cell: impl Fn(usize) -> Cell<'r>) -> rusqlite::Result<Result<Added, RowFault>> {
        let sources = &self.question.sources;
        let mut kind = None;
        if let Some(known) = &mut self.known {
            kind = match known.kind(sources, &mut self.reader, &cell)? {
                Ok(kind) => kind,
                Err(fault) => return Ok(Err(fault)),
            };
            if let Some(answer) = kind.and_then(|kind| known.answer(kind)) {
                return Ok(Ok(Added::Known(answer)));
            }
        }
        let first = self.filled.len() * self.question.width + 2;
        for (index, source) in sources.iter().enumerate() {
            if let Err(fault) = self.reader.bind(source, &cell(index), &mut self.statement, first)? {
                return Ok(Err(fault));
            }
        }
        self.filled.push(kind);
        Ok(Ok(Added::Waits))
    }

    /// Returns whether no more rows can be added.
    pub(super) fn is_full(&self) -> bool {
        self.filled.len() == self.question.rows
    }

    /// Asks about the rows that were added; returns how many they are, and a mask of those that the campaign is for.
    pub(super) fn ask(&mut self) -> rusqlite::Result<(usize, u64)> {
        let asked = self.filled.len();
        if asked == 0 {
            return Ok((0, 0));
        }
        self.statement.raw_bind_parameter(1, asked as i64)?;
        let mut rows = self.statement.raw_query();
        let mask = match rows.next()? {
            Some(row) => row.get::<_, i64>(0)?.unsigned_abs(),
            None => 0,
        };
        let kinds = self.filled.drain(..).enumerate();
        if let Some(known) = &mut self.known {
            for (index, kind) in kinds {
                if let Some(kind) = kind {
                    known.learn(kind, mask & (1 << index) != 0);
                }
            }
        }
        Ok((asked, mask))
    }
}

/// The form in which a slot's value is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// 1, or null for a missing value.
    Present,
    /// A number, seconds since 1970, or a language tag.
    Plain,
    Address(AddressPart),
    /// The text without regard to case.
    Folded,
    /// The text as a number.
    Number,
    /// A part of a version.
    Part(usize),
}

impl Form {
    /// Returns whether it is null exactly where the row has no value.
    fn tells_presence(self) -> bool {
        matches!(self, Form::Plain | Form::Address(_) | Form::Folded)
    }

    /// Returns how many parts of a version it needs.
    fn parts(self) -> usize {
        match self {
            Form::Part(index) => index + 1,
            Form::Present | Form::Plain | Form::Address(_) | Form::Folded | Form::Number => 0,
        }
    }
}

/// A bound column: the value of a slot in a form.
pub(super) type Bound = (Slot, Form);
