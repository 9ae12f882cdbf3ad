//! What is left to look at when something went wrong on somebody else's computer: a log, reports of crashes, and one text with everything
//! that whoever investigates asks for.
//!
//! The log is bounded, written by a thread of its own, and may fail: nothing waits for it and nothing stops because of it. It never holds
//! what a campaign says, the name of one, a token, a query or a visitor's attributes. Two things see to that: who writes a record names
//! things by `redact`, and the log shows the text of those fields only that are known to be safe ([`TEXT_FIELDS`]).
//!
//! It must never change the library or what publishing keeps: gathering a [`Summary`] takes no lock and writes nothing.

mod crash;
mod file;
mod folder;
mod level;
mod line;
mod log;
mod summary;
mod system;
mod tail;

#[cfg(test)]
mod tests;

pub use crash::{contained, install_hook, unseen_report};
pub use folder::log_folder;
pub use level::{LEVEL_VARIABLE, is_of_crates};
pub use line::TEXT_FIELDS;
pub use log::{Log, flush, start};
pub use summary::{Sources, Summary, WindowFacts};

/// How many lines of the log go into a summary or a report.
const LAST_LINES: usize = 50;

/// Where a window leaves what is known of it.
fn file_of_window(logs: &std::path::Path) -> std::path::PathBuf {
    logs.join("window.json")
}
