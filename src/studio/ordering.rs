//! The order in which campaigns go that can meet a visitor at the same time: shown as the engine takes it, moved by the user, and written as
//! priorities.

mod priorities;
#[cfg(test)]
mod tests;
mod work;

use std::path::PathBuf;

use serde_json::Number;

use super::{
    batch::{Change, FileChanges},
    shelf::Status,
};
use crate::engine::Rank;
use priorities::priorities;
pub use work::{Task, read_order};

/// A campaign in line.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its file.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// Its status; `None` where the list does not have it.
    pub status: Option<Status>,
    /// Its priority as its file has it.
    pub priority: Option<Number>,
    /// Its place in line as it is.
    pub rank: Rank,
    /// How many of the others can meet a visitor together with it.
    pub meets: usize,
}

/// Campaigns in line, the first one first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// The campaigns.
    pub entries: Vec<Entry>,
    /// How many campaigns meet none of the others, so that their order does not matter.
    pub alone: usize,
    /// How many campaigns cannot be launched as they are, so that they have no place yet.
    pub unready: usize,
    /// Whether there are too many campaigns to compare; all are in line then.
    pub too_many: bool,
}

/// A campaign whose priority changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPriority {
    /// Its place in line.
    pub place: usize,
    /// The priority before.
    pub before: i64,
    /// The priority after.
    pub after: i64,
}

/// The order as the user arranges it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ordering {
    line: Line,
    /// The entries in the order that is wanted.
    order: Vec<usize>,
    changes: Vec<NewPriority>,
}

impl Ordering {
    /// Begins with the order as it is.
    pub fn new(line: Line) -> Self {
        Self {
            order: (0..line.entries.len()).collect(),
            line,
            changes: Vec::new(),
        }
    }

    /// What was read.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// How many campaigns are in line.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nothing is in line.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The campaign at a place, with a number of its own that no move changes.
    pub fn at(&self, place: usize) -> Option<(usize, &Entry)> {
        let entry = *self.order.get(place)?;
        Some((entry, self.line.entries.get(entry)?))
    }

    /// Moves the campaign at `from` to the place `to`; says whether that changes anything.
    pub fn go(&mut self, from: usize, to: usize) -> bool {
        if from == to || from >= self.order.len() || to >= self.order.len() {
            return false;
        }
        let entry = self.order.remove(from);
        self.order.insert(to, entry);
        self.compare();
        true
    }

    /// The campaigns whose priorities change, in the order of the line.
    pub fn changes(&self) -> &[NewPriority] {
        &self.changes
    }

    /// What changes for the campaign at a place.
    pub fn change_at(&self, place: usize) -> Option<NewPriority> {
        let found = self.changes.binary_search_by_key(&place, |change| change.place).ok()?;
        self.changes.get(found).copied()
    }

    /// What is changed in which file.
    pub fn files(&self) -> Vec<FileChanges> {
        let change = |new: &NewPriority| {
            let (_, entry) = self.at(new.place)?;
            Some(FileChanges {
                path: entry.path.clone(),
                changes: vec![Change::Priority {
                    before: entry.priority.clone(),
                    after: Some(new.after.into()),
                }],
            })
        };
        self.changes.iter().filter_map(change).collect()
    }

    fn compare(&mut self) {
        let entries = self.order.iter().filter_map(|entry| self.line.entries.get(*entry));
        let ranks: Vec<Rank> = entries.map(|entry| entry.rank.clone()).collect();
        let wanted = priorities(&ranks).into_iter().enumerate();
        let change = |(place, after): (usize, i64)| {
            let before = ranks.get(place)?.priority;
            (before != after).then_some(NewPriority { place, before, after })
        };
        self.changes = wanted.filter_map(change).collect();
    }
}
