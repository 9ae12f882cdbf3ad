//! `beckon diagnose`: what to send along when something went wrong, as the window copies it. It reads, and changes nothing.

use super::arguments::Diagnose;
use super::terminal::{Exit, Fault, Terminal};
use crate::clock;
use crate::diagnostics::{Sources, Summary, log_folder};
use crate::library::library_folder;
use crate::publish::data_dir_path;

pub(super) fn run(arguments: &Diagnose, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let there = |folder: &std::path::PathBuf| folder.is_dir();
    let sources = Sources {
        library: library_folder(arguments.library.clone()),
        publishing: data_dir_path(None).filter(there),
        logs: log_folder().filter(there),
        window: None,
    };
    let summary = Summary::gather(&sources, clock::now());
    if terminal.json {
        terminal.value(&summary)?;
    } else {
        // Line by line: text that a file smuggled into the log must not control the terminal.
        for line in summary.to_string().lines() {
            terminal.line(line)?;
        }
    }
    Ok(Exit::Yes)
}
