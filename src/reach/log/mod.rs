//! Logs as files: CSV with a header, or one JSON object per line.

pub(super) mod blocks;
pub(super) mod cells;
mod head;

use std::path::{Path, PathBuf};

use super::error::ReachError;
use super::mapping::{Mapping, Slot};
use crate::campaign::Campaign;

/// The format of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// A header, then rows; this character separates values.
    Csv { delimiter: u8 },
    /// One JSON object per line.
    Json,
}

/// A log of visitors: its columns and first rows. Each count reads the file itself again.
#[derive(Debug, Clone)]
pub struct Log {
    path: PathBuf,
    bytes: u64,
    pub(super) format: Format,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Where the first row begins: the byte offset, and the line, counted from 1.
    start: (u64, u64),
}

impl Log {
    /// Examines a log: its format, its columns and its first rows.
    ///
    /// # Errors
    /// When the file cannot be opened, is empty, compressed or of another kind, or its header names a column twice.
    pub fn open(path: &Path) -> Result<Log, ReachError> {
        head::read(path)
    }

    /// Returns the names of its columns. For JSON objects these are the keys of the first rows, with those of nested objects as `outer.inner`.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Returns its first rows, in the order of the columns, for people to look at.
    pub fn first_rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Returns its size in bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Returns the columns that most likely hold what a campaign asks about.
    pub fn suggest(&self, campaign: &Campaign) -> Mapping {
        let mut mapping = Mapping::suggest(campaign, &self.columns);
        if self.holds_visitors() {
            // Later rows may have what the first ones lack.
            for slot in Mapping::slots(campaign) {
                if mapping.column(&slot).is_none() && slot != Slot::Instant && !slot.is_activity() {
                    let name = slot.name();
                    mapping.set(slot, Some(name));
                }
            }
        }
        mapping
    }

    /// Returns whether its rows have the form of visitor files.
    fn holds_visitors(&self) -> bool {
        let known = |column: &&String| Slot::from_name(column).is_some();
        self.format == Format::Json && self.columns.iter().filter(known).count() >= 2
    }

    /// Returns the columns of a mapping, as this log has them.
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
