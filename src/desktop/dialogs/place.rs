//! What exists at a path that is being typed, looked up on another thread: a disk that does not answer must not hold up typing.

use std::path::{Path, PathBuf};

use crate::studio::inquiry::Inquiry;

/// What exists at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// Nothing, in a folder that exists.
    Free,
    /// Nothing, and no folder that it could be in.
    NoFolder,
}

impl PathKind {
    /// Looks it up. Waits for the disk: a job of `studio::tasks`.
    #[expect(clippy::disallowed_methods, reason = "the pool calls it")]
    pub fn of(path: &Path) -> Self {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if path.is_dir() {
            Self::Folder
        } else if path.exists() {
            Self::File
        } else if folder.is_none_or(Path::is_dir) {
            Self::Free
        } else {
            Self::NoFolder
        }
    }
}

/// The newest path that was looked up, and what exists there.
pub(super) type AskedPath = Inquiry<PathBuf, PathKind>;
