//! Logs as files: CSV with a header, or JSON objects one a line.

pub(super) mod blocks;
pub(super) mod cells;
mod head;

use std::path::{Path, PathBuf};

use super::error::ReachError;
use super::mapping::{Mapping, Slot};
use crate::campaign::Campaign;

/// How a log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// A header, then rows; values are set apart by this character.
    Csv { delimiter: u8 },
    /// JSON objects, one a line.
    Json,
}

/// A log of visitors: its columns and first rows. The file itself is read anew by each count.
#[derive(Debug, Clone)]
pub struct Log {
    path: PathBuf,
    bytes: u64,
    pub(super) format: Format,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Where the first row begins, in bytes, and on which line, counted from 1.
    start: (u64, u64),
}

impl Log {
    /// Looks at a log: how it is written, its columns and its first rows.
    ///
    /// # Errors
    /// When the file does not open, is empty, compressed or of another kind, or its header names a column twice.
    pub fn open(path: &Path) -> Result<Log, ReachError> {
        head::read(path)
    }

    /// The names of its columns. Of JSON objects these are the keys of the first rows, those of nested objects as `outer.inner`.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Its first rows, in the order of the columns, for people to look at.
    pub fn first_rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// How large it is, in bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The columns that most likely tell what a campaign asks about.
    pub fn suggest(&self, campaign: &Campaign) -> Mapping {
        let mut mapping = Mapping::suggest(campaign, &self.columns);
        if self.holds_visitors() {
            // What the first rows lack, later ones may have.
            for slot in Mapping::slots(campaign) {
                if mapping.column(&slot).is_none() && slot != Slot::Instant && !slot.is_activity() {
                    let name = slot.name();
                    mapping.set(slot, Some(name));
                }
            }
        }
        mapping
    }

    /// Whether its rows are visitors as their files have them.
    fn holds_visitors(&self) -> bool {
        let known = |column: &&String| Slot::from_name(column).is_some();
        self.format == Format::Json && self.columns.iter().filter(known).count() >= 2
    }

    /// The columns of a mapping, as this log has them.
    ///
    /// # Errors
    /// When a CSV file has no such column.
    pub(super) fn check(&self, mapping: &Mapping) -> Result<(), ReachError> {
        let lacks = |column: &str| self.format != Format::Json && !self.columns.iter().any(|name| name == column);
        match mapping.iter().find(|(_, column)| lacks(column)) {
            None => Ok(()),
            Some((slot, column)) => Err(ReachError::NoSuchColumn {
                column: column.to_owned(),
                slot: slot.name(),
            }),
        }
    }
}
