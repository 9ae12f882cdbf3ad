//! Logs of visitors: how many of them a campaign is for, and the same audience as a SQL `WHERE` clause for a warehouse
//! (`tests/specification/logs.md`).
//!
//! It reads files and runs an embedded SQLite, and writes nothing. It never decides differently from the engine: a clause is made from what the
//! engine asks, and tests compare both row by row.
//!
//! # Definitions
//!
//! - **One row is one visitor at one instant**, with respect to the campaign: `views`, `clicks` and `first_seen` refer to it. Columns are named like
//!   the keys of a visitor file (`url`, `page_views`, …); an attribute's column is named `custom.KEY` or just `KEY`.
//! - **Who qualifies** is counted. What happens on the page counts when all columns that are asked for it are mapped; otherwise none of it does, and a
//!   [`Note`] says so. The repeat cycle, the run and the hours are not included.
//! - **Today** is the instant asked about, or that of the column mapped to `at`.
//! - **What a row lacks** is filled in as in a visitor file: a field without a column, a null and an empty cell take the value of a first-time
//!   desktop visitor; a missing `first_seen` is today; a missing attribute stays missing. A note names fields without a column.
//! - **Unreadable** is a row in which a value that the rule asks about cannot be read (a counter that is not a whole number, an instant that is not a
//!   date), or whose values do not fit the header. Such rows are counted separately and the first are listed; the share is that among all others.
//! - **A clause expects its columns** as the widget has them: addresses as `location.href` writes them, counters as whole numbers, languages,
//!   browsers, versions and devices as text without blanks around it, instants as timestamps with their zone, `exit_screen` as yes/no; attributes may
//!   have any simple type. A local log may be less tidy: addresses are normalised, and instants may be written in several ways.
//! - **Dates** become instants: the clause holds the first and last instant of a day in the campaign's zone, so that an index can serve it.
//!
//! # How it counts
//!
//! One thread cuts the file into blocks of whole rows; each worker reads its blocks and asks its own in-memory SQLite about 32 rows at a time, bound
//! as a table of values in the form in which the engine compares them. Rows that the clause cannot distinguish are asked about once: what matters is
//! a number's position among those of the clause and which conditions hold for a text, which SQLite decides for each text. Memory does not grow with
//! the log.

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
