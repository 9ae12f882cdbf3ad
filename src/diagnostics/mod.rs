//! Information about failures on somebody else's computer: a log, crash reports, and a summary with everything
//! needed to investigate.
//!
//! The log is bounded, written by a thread of its own, and may fail: nothing waits for it and nothing stops because of it. It never contains
//! a campaign's content or name, a token, a query or a visitor's attributes. Two rules ensure that: records name
//! things by `redact`, and the log shows only the text of fields known to be safe ([`TEXT_FIELDS`]).
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

/// Returns the file in which a window leaves its information.
fn file_of_window(logs: &std::path::Path) -> std::path::PathBuf {
    logs.join("window.json")
}
