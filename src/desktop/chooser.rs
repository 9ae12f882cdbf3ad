//! File dialogs. The native ones may answer nothing at all, so every dialog that needs a file has a path field as well.

use std::path::{Path, PathBuf};

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

/// Asks the user for a file. Called beside the window; may take as long as the user does.
pub trait Chooser: Send + Sync {
    /// The chosen file; none when the user cancelled or no dialog could be shown.
    fn choose(&self, question: &Question) -> Option<PathBuf>;
}

/// The desktop's own dialogs.
#[derive(Debug, Default)]
pub struct NativeChooser;

impl Chooser for NativeChooser {
    fn choose(&self, question: &Question) -> Option<PathBuf> {
        let mut dialog = rfd::FileDialog::new()
            .set_title(&question.title)
            .add_filter(&question.kind.0, &question.kind.1);
        if let Some(folder) = &question.folder {
            dialog = dialog.set_directory(folder);
        }
        match &question.save_as {
            Some(name) => dialog.set_file_name(name).save_file(),
            None => dialog.pick_file(),
        }
    }
}

/// Always the same answer, for tests and pictures.
#[derive(Debug)]
pub struct FixedChooser(pub Option<PathBuf>);

impl Chooser for FixedChooser {
    fn choose(&self, _: &Question) -> Option<PathBuf> {
        self.0.clone()
    }
}

/// The folder that a path field begins with: the user's documents, else the home folder, else here.
pub fn usual_folder() -> PathBuf {
    let documents =
        directories::UserDirs::new().map(|dirs| dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_owned());
    documents.unwrap_or_else(|| Path::new(".").to_owned())
}
