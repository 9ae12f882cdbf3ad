//! File dialogs. A desktop may have none, so every dialog that needs a file has a path field as well.

use std::path::{Path, PathBuf};

/// The kind of file that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRequest {
    /// The dialog's title.
    pub title: String,
    /// The name of the kind of files, and their extensions.
    pub kind: (String, Vec<&'static str>),
    /// The file name to begin with, when a new file is asked for.
    pub save_as: Option<String>,
    /// Whether a folder is asked for instead of a file.
    pub wants_folder: bool,
    /// The folder to begin in.
    pub folder: Option<PathBuf>,
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// The user chose this file or folder.
    File(PathBuf),
    /// The user closed the dialog.
    Cancelled,
    /// No dialog could be shown.
    NoDialog,
}

/// Asks the user for a file. Called from a thread that may wait: it takes as long as the user does.
pub trait Chooser: Send + Sync {
    /// Shows a dialog, if there is one.
    fn choose(&self, question: &FileRequest) -> Chosen;
}

/// Always the same answer, for tests and pictures.
#[derive(Debug)]
pub struct FixedChooser(pub Chosen);

impl Chooser for FixedChooser {
    fn choose(&self, _: &FileRequest) -> Chosen {
        self.0.clone()
    }
}

/// The folder that a path field begins with: the user's documents, else the home folder, else here.
pub fn usual_folder() -> PathBuf {
    let documents =
        directories::UserDirs::new().map(|dirs| dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_owned());
    documents.unwrap_or_else(|| Path::new(".").to_owned())
}
