//! What can go wrong with a log as a whole, and with one of its rows.

use std::io;
use std::path::PathBuf;

use crate::campaign::one_line;

/// Why a log cannot be read or counted.
#[derive(Debug, thiserror::Error)]
pub enum ReachError {
    /// The file cannot be opened, or becomes unreadable.
    #[error("`{}` cannot be read: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The system's error.
        error: io::Error,
    },
    /// The file is empty.
    #[error("`{}` is empty", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The file is not a log of a supported kind.
    #[error("`{}` is {kind}", path.display())]
    Kind {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        kind: LogKind,
    },
    /// The columns of the header are not distinct.
    #[error("line 1: {0}")]
    Header(HeaderFault),
    /// A row is longer than any row can be, usually because of an unclosed quote.
    #[error("line {line}: the row does not end within {limit} MB")]
    RowTooLong {
        /// The line where it begins, counted from 1.
        line: u64,
        /// How long a row may be.
        limit: usize,
    },
    /// A mapping names a column that the log does not have.
    #[error("the log has no column `{}` for {}", one_line(column), one_line(slot))]
    NoSuchColumn {
        /// The column.
        column: String,
        /// What the column was meant to hold.
        slot: String,
    },
    /// The embedded database failed.
    #[error("the clause cannot be run: {0}")]
    Database(#[from] rusqlite::Error),
    /// The caller no longer wants the result.
    #[error("the count was stopped")]
    Stopped,
}

impl ReachError {
    /// Returns what to do about it.
    pub fn hint(&self) -> &str {
        match self {
            ReachError::File { .. } => "check that the file is there and that you may read it",
            ReachError::Empty { .. } => "export the log again, with its header",
            ReachError::Kind { kind, .. } => kind.hint(),
            ReachError::Header(_) => "give each column of the first line a name of its own",
            ReachError::RowTooLong { .. } => "close the quote that stands open in this row",
            ReachError::NoSuchColumn { .. } => "map the field to one of the log's columns",
            ReachError::Database(_) => {
                "the audience may be larger than the embedded database takes: use --sql and ask a warehouse"
            }
            ReachError::Stopped => "count again",
        }
    }
}

/// What a file is that is not a readable log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogKind {
    /// A folder.
    #[error("a folder")]
    Folder,
    /// A pipe or a device.
    #[error("no file on a disk")]
    NoFile,
    /// One JSON list instead of one object per line.
    #[error("one JSON list")]
    List,
    /// A compressed file.
    #[error("compressed")]
    Compressed,
    /// A Parquet file.
    #[error("a Parquet file")]
    Parquet,
    /// Text in UTF-16.
    #[error("UTF-16 text")]
    Utf16,
    /// Not text at all.
    #[error("no text")]
    NotText,
}

impl LogKind {
    /// Returns what to do about it.
    pub fn hint(self) -> &'static str {
        match self {
            LogKind::Folder => "name the log's file",
            LogKind::NoFile => "write it to a file first: a log is read twice",
            LogKind::List => "write one JSON object a line, without a list around them",
            LogKind::Compressed => "unpack it first",
            LogKind::Parquet => "export it as CSV, or ask DuckDB with the clause of --sql duckdb",
            LogKind::Utf16 => "save it as UTF-8",
            LogKind::NotText => "name a CSV file, or JSON objects one a line",
        }
    }
}

/// What is wrong with a header.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// No column has a name.
    #[error("the header names no column")]
    NoNames,
    /// The header has more columns than are read.
    #[error("the header has {found} columns, more than {most}")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many are read.
        most: usize,
    },
    /// Two columns have this name.
    #[error("the column `{}` stands twice", one_line(.0))]
    Twice(String),
}

/// Why a row cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowFault {
    /// More or fewer values than columns.
    #[error("it has {found} values, the header names {wanted} columns")]
    Width {
        /// How many values there are.
        found: usize,
        /// How many columns there are.
        wanted: usize,
    },
    /// Not a JSON object.
    #[error("it is not a JSON object")]
    NotAnObject,
    /// A text that is not UTF-8.
    #[error("`{}` is not UTF-8 text", one_line(column))]
    NotText {
        /// The column.
        column: String,
    },
    /// A counter that is not a whole number, 0 or more.
    #[error("`{}` is not a whole number: {}", one_line(column), one_line(value))]
    NotACount {
        /// The column.
        column: String,
        /// The value.
        value: String,
    },
    /// Neither an instant nor a date.
    #[error("`{}` is not an instant: {}", one_line(column), one_line(value))]
    NotAnInstant {
        /// The column.
        column: String,
        /// The value.
        value: String,
    },
    /// Not a percentage.
    #[error("`{}` is not a number: {}", one_line(column), one_line(value))]
    NotANumber {
        /// The column.
        column: String,
        /// The value.
        value: String,
    },
    /// Neither yes nor no.
    #[error("`{}` is neither true nor false: {}", one_line(column), one_line(value))]
    NotAFlag {
        /// The column.
        column: String,
        /// The value.
        value: String,
    },
    /// A list or an object where a text belongs.
    #[error("`{}` is not text", one_line(column))]
    Nested {
        /// The column.
        column: String,
    },
}
