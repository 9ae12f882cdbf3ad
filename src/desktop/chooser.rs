//! File dialogs. A desktop may have none, so every dialog that needs a file has a path field as well.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use crate::diagnostics;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The dialog's title.
    pub title: String,
    /// The name of the kind of files, and the endings they have.
    pub kind: (String, Vec<&'static str>),
    /// The file name to begin with, when a new file is asked for.
    pub save_as: Option<String>,
    /// The folder to begin in.
    pub folder: Option<PathBuf>,
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// The user chose this file.
    File(PathBuf),
    /// The user closed the dialog.
    Cancelled,
    /// No dialog could be shown.
    NoDialog,
}

/// Asks the user for a file. Called from a thread that may wait: it takes as long as the user does.
pub trait Chooser: Send + Sync {
    /// Shows a dialog, if there is one.
    fn choose(&self, question: &Question) -> Chosen;
}

/// The desktop's own dialogs.
#[derive(Debug)]
pub struct NativeChooser(());

impl NativeChooser {
    /// To be made once, when the program starts.
    pub fn new() -> Self {
        // Whoever else set a logger has it; dialogs that cannot be shown then look as if they were closed.
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
    fn choose(&self, question: &Question) -> Chosen {
        let mut dialog = rfd::FileDialog::new()
            .set_title(&question.title)
            .add_filter(&question.kind.0, &question.kind.1);
        if let Some(folder) = &question.folder {
            dialog = dialog.set_directory(folder);
        }
        FAILED.set(false);
        let file = match &question.save_as {
            Some(name) => dialog.set_file_name(name).save_file(),
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

/// What the crates that the window is made of say went wrong, for the log. rfd gives the same answer for a dialog that was closed and for
/// one that could not be shown; the difference is in what it says alone, in the thread that asked.
struct Failures;

impl log::Log for Failures {
    fn enabled(&self, facts: &log::Metadata<'_>) -> bool {
        facts.level() <= log::Level::Warn && diagnostics::is_of_window(facts.target())
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

/// Always the same answer, for tests and pictures.
#[derive(Debug)]
pub struct FixedChooser(pub Chosen);

impl Chooser for FixedChooser {
    fn choose(&self, _: &Question) -> Chosen {
        self.0.clone()
    }
}

/// The folder that a path field begins with: the user's documents, else the home folder, else here.
pub fn usual_folder() -> PathBuf {
    let documents =
        directories::UserDirs::new().map(|dirs| dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_owned());
    documents.unwrap_or_else(|| Path::new(".").to_owned())
}
