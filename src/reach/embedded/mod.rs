//! The embedded database: SQLite in memory, asked about 32 rows at a time, bound as a table of values.
//!
//! Its columns hold what the clause compares, made of a row by the engine's own functions: a page's address as it is compared, the parts of a
//! version. The tree above them is that of every other dialect.

mod address;
mod instant;
mod read;
mod speech;
mod value;

use rusqlite::{Connection, Statement};

use super::log::cells::Cell;
use super::mapping::Mapping;
use super::tree::Expr;
use super::{error::RowFault, mapping::Slot};

use read::Reader;
pub(super) use read::Source;
use speech::Columns;

/// How many rows are asked about at once, at most; a mask of their answers fits a number.
const ROWS: usize = 32;
/// How many values may be bound at once.
const VALUES: usize = 32_000;

/// An audience ready to be asked of many rows.
#[derive(Debug)]
pub(super) struct Question {
    sql: String,
    sources: Vec<Source>,
    width: usize,
    rows: usize,
}

impl Question {
    /// Prepares an audience over the columns of a mapping; dates without a time are taken in `zone`.
    pub(super) fn new(expr: &Expr, mapping: &Mapping, zone: chrono_tz::Tz) -> Question {
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
        Question {
            sql,
            sources: columns.sources(mapping, zone),
            width,
            rows,
        }
    }

    /// What has to be read of each row.
    pub(super) fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// A database of its own for one worker.
    pub(super) fn connect() -> rusqlite::Result<Connection> {
        Connection::open_in_memory()
    }

    /// Prepares the question in a worker's database.
    pub(super) fn prepare<'c>(&'c self, connection: &'c Connection) -> rusqlite::Result<Batch<'c>> {
        Ok(Batch {
            statement: connection.prepare(&self.sql)?,
            question: self,
            reader: Reader::default(),
            filled: 0,
        })
    }
}

fn row_of_values(row: usize, width: usize) -> String {
    let first = row * width + 2;
    let places: Vec<String> = (first..first + width).map(|place| format!(", ?{place}")).collect();
    format!("({row}{})", places.concat())
}

/// Some rows that wait to be asked about.
pub(super) struct Batch<'c> {
    statement: Statement<'c>,
    question: &'c Question,
    reader: Reader,
    filled: usize,
}

impl Batch<'_> {
    /// Adds a row: its values in the order of the sources. A row that cannot be read is not added.
    pub(super) fn add<'r>(&mut self, cells: impl Iterator<Item = Cell<'r>>) -> rusqlite::Result<Result<(), RowFault>> {
        let first = self.filled * self.question.width + 2;
        for (source, cell) in self.question.sources.iter().zip(cells) {
            if let Err(fault) = self.reader.bind(source, &cell, &mut self.statement, first)? {
                return Ok(Err(fault));
            }
        }
        self.filled += 1;
        Ok(Ok(()))
    }

    /// Whether no row more can be added.
    pub(super) fn is_full(&self) -> bool {
        self.filled == self.question.rows
    }

    /// Asks about the rows that were added: how many they are, and a mask of those for whom the campaign is.
    pub(super) fn ask(&mut self) -> rusqlite::Result<(usize, u64)> {
        let asked = std::mem::take(&mut self.filled);
        if asked == 0 {
            return Ok((0, 0));
        }
        self.statement.raw_bind_parameter(1, asked as i64)?;
        let mut rows = self.statement.raw_query();
        let mask: i64 = match rows.next()? {
            Some(row) => row.get(0)?,
            None => 0,
        };
        Ok((asked, mask.unsigned_abs()))
    }
}

/// In which form a slot's value is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// 1, or null when there is none.
    Present,
    /// A number, seconds since 1970, or a language tag.
    Plain,
    Address {
        whole: bool,
        query: bool,
    },
    /// Case aside.
    Folded,
    /// The number that a text is.
    Number,
    /// A part of a version.
    Part(usize),
}

impl Form {
    /// Whether it is null exactly where the row tells nothing.
    fn tells_presence(self) -> bool {
        matches!(self, Form::Plain | Form::Address { .. } | Form::Folded)
    }

    /// How many parts of a version it needs.
    fn parts(self) -> usize {
        match self {
            Form::Part(index) => index + 1,
            _ => 0,
        }
    }
}

/// A bound column: what of whom, in which form.
pub(super) type Bound = (Slot, Form);
