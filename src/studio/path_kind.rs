//! What exists at a path that is being typed, looked up on another thread: a disk that does not answer must not hold up typing.

use std::path::Path;

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
    /// What a path counts as that could not be looked up: what may be there is not overwritten without a question, and what is to be read
    /// is tried.
    pub const UNKNOWN: Self = Self::File;

    /// Looks it up. Waits for the disk: a job of [`super::tasks`].
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test makes what is looked up")]
    fn each_path_is_what_the_disk_has_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("sale.json");
        std::fs::write(&file, "{}").expect("written");
        assert_eq!(PathKind::of(&file), PathKind::File);
        assert_eq!(PathKind::of(folder.path()), PathKind::Folder);
        assert_eq!(PathKind::of(&folder.path().join("new.json")), PathKind::Free);
        assert_eq!(PathKind::of(&folder.path().join("none/new.json")), PathKind::NoFolder);
        assert_eq!(PathKind::of(Path::new("surely-not-there.json")), PathKind::Free);
    }
}
