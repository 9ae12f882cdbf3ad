//! The desktop's own file dialogs.

use std::cell::Cell;

use crate::{
    diagnostics,
    studio::{
        choosing::{Chooser, Chosen, FileRequest},
        export::last_part,
    },
};

/// The window's crates, whose reported failures go to the log.
pub const WINDOW_CRATES: [&str; 7] = ["winit", "glutin", "eframe", "egui", "accesskit", "arboard", "rfd"];

/// The desktop's own dialogs.
#[derive(Debug)]
pub struct NativeChooser(());

impl NativeChooser {
    /// To be made once, when the program starts.
    pub fn new() -> Self {
        // If another logger is set, it stays; dialogs that cannot be shown then look as if they were closed.
        if log::set_logger(&Failures).is_ok() {
            log::set_max_level(log::LevelFilter::Warn);
        }
        Self(())
    }
}

impl Default for NativeChooser {
    fn default() -> Self {
        Self::new()
    }
}

impl Chooser for NativeChooser {
    fn choose(&self, question: &FileRequest) -> Chosen {
        let mut dialog = rfd::FileDialog::new().set_title(&question.title);
        if !question.wants_folder {
            // Not every desktop's dialog knows extensions in two parts.
            let endings: Vec<&str> = question.kind.1.iter().map(|ending| last_part(ending)).collect();
            dialog = dialog.add_filter(&question.kind.0, &endings);
        }
        if let Some(folder) = &question.folder {
            dialog = dialog.set_directory(folder);
        }
        FAILED.set(false);
        let file = match &question.save_as {
            Some(name) => dialog.set_file_name(name).save_file(),
            None if question.wants_folder => dialog.pick_folder(),
            None => dialog.pick_file(),
        };
        if file.is_none() && FAILED.get() {
            tracing::warn!("no file dialog could be shown");
        }
        match file {
            Some(file) => Chosen::File(file),
            None if FAILED.get() => Chosen::NoDialog,
            None => Chosen::Cancelled,
        }
    }
}

thread_local! {
    /// Whether the dialog that this thread asked for could not be shown.
    static FAILED: Cell<bool> = const { Cell::new(false) };
}

/// Failures reported by the window's crates, for the log. rfd returns the same answer for a dialog that was closed and for
/// one that could not be shown; only its log message, in the asking thread, differs.
struct Failures;

impl log::Log for Failures {
    fn enabled(&self, facts: &log::Metadata<'_>) -> bool {
        facts.level() <= log::Level::Warn && diagnostics::is_of_crates(facts.target(), &WINDOW_CRATES)
    }

    fn log(&self, record: &log::Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        if record.level() == log::Level::Error && record.target().starts_with("rfd") {
            FAILED.set(true);
        }
        tracing::warn!(from = record.target(), error = %record.args(), "said by a crate of the window");
    }

    fn flush(&self) {}
}
