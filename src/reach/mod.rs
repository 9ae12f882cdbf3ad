//! Logs of visitors: how many of them a campaign is for, and the same audience as a SQL `WHERE` clause for a warehouse
//! (`tests/specification/logs.md`).
//!
//! It reads files and runs an embedded SQLite, and writes nothing. It never decides anything the engine would decide otherwise: a clause is made
//! from what the engine asks, and both are held against each other row for row.
//!
//! # What is meant
//!
//! - **One row is one visitor at one instant**, with respect to the campaign: `views`, `clicks` and `first_seen` speak of it. Columns are called
//!   as the keys of a visitor file (`url`, `page_views`, …); an attribute's column is called `custom.KEY` or plainly `KEY`.
//! - **The audience** is counted. The activity counts with it when all columns that it asks about are mapped, else the audience alone does,
//!   and a [`Note`] says so. The repeat cycle is no part of it.
//! - **Today** is the instant asked about, or that of the column mapped to `at`.
//! - **What a row does not tell** is as in a visitor file: a field without a column, a null and an empty cell take the value of a first-time
//!   desktop visitor; a `first_seen` that is not there is today; an attribute that is not there is missing. A note names fields without a column.
//! - **Unreadable** is a row in which a value that the rule asks about cannot be read (a counter that is not a whole number, an instant that is not a date), or whose values do not fit the
//!   header. Such rows are counted apart and the first are named; the share is that among all others.
//! - **A clause expects its columns** as the widget knows them: addresses as `location.href` writes them, counters as whole numbers, languages,
//!   browsers, versions and devices as text without blanks around it, instants as timestamps with their zone, `exit_screen` as yes/no; attributes may be of
//!   any simple type. A local log may be sloppier: addresses are brought into their normal form, and instants may be written in several ways.
//! - **Dates** become instants: the clause holds the first and last instant of a day in the campaign's zone, so that an index can serve it.
//!
//! # How it counts
//!
//! One thread cuts the file into blocks of whole rows; each worker reads its blocks and asks an in-memory SQLite of its own, 32 rows at a time,
//! bound as a table of values in the form in which the engine compares them. Rows that the clause cannot tell apart are asked about once: of a
//! number its place among those that the clause names matters, of a text which conditions hold, and SQLite says so of each text. Memory does not
//! grow with the log.

// A new field kind, comparison or question must be considered wherever one is chosen from.
#![cfg_attr(not(test), warn(clippy::wildcard_enum_match_arm))]

mod audience;
mod count;
mod embedded;
mod error;
mod instants;
mod leaf;
mod log;
mod mapping;
mod note;
mod sql;
mod tree;

#[cfg(test)]
mod tests;

pub use count::{Outcome, Progress, Reach, Unreadable, count, outcomes};
pub use error::{HeaderFault, LogKind, ReachError, RowFault};
pub use log::Log;
pub use mapping::{Mapping, Slot};
pub use note::Note;
pub use sql::{Clause, Dialect, clause};
