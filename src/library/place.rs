//! The default location of a user's library.

use std::path::PathBuf;

use directories::{ProjectDirs, UserDirs};

/// The environment variable that names a library folder.
pub const LIBRARY_VARIABLE: &str = "BECKON_LIBRARY";

/// Returns the library folder to open: the given one, else that of [`LIBRARY_VARIABLE`], else `Beckon` among the user's documents, else one among the
/// application's data. `None` when the system knows no home folder.
pub fn library_folder(given: Option<PathBuf>) -> Option<PathBuf> {
    let named = || {
        std::env::var_os(LIBRARY_VARIABLE)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let documents = || {
        UserDirs::new()?
            .document_dir()
            .map(|documents| documents.join("Beckon"))
    };
    let data = || ProjectDirs::from("", "", "Beckon").map(|dirs| dirs.data_dir().join("library"));
    given.or_else(named).or_else(documents).or_else(data)
}

/// Returns the folder for unsaved work that the library's own folder cannot take.
pub(super) fn rescue_folder() -> Option<PathBuf> {
    ProjectDirs::from("", "", "Beckon").map(|dirs| dirs.data_dir().join("recovery"))
}
