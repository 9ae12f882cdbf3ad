//! What can go wrong with a disk, in plain words.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::campaign::{ReadError, TooLong};

/// The kind of trouble with a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TroubleKind {
    /// It does not exist.
    Missing,
    /// A file where a folder is needed, or a folder, a pipe or a device where a file is needed.
    WrongKind,
    /// A picture that is not in the library's own folder `images`, or a link that leads out of it.
    OutsideImages,
    /// A file that does not decode as a picture.
    NotAPicture,
    /// This user lacks permission.
    NotAllowed,
    /// The whole disk is mounted for reading.
    ReadOnly,
    /// No space, or over a quota.
    Full,
    /// It exceeds the size that is read.
    TooLarge,
    /// What is to be written would exceed the size that is read.
    TooLong,
    /// The name is already taken.
    NameTaken,
    /// Anything else that the operating system reports.
    Other,
}

impl TroubleKind {
    /// Returns the kind of an error of the operating system.
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => TroubleKind::Missing,
            io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => TroubleKind::WrongKind,
            io::ErrorKind::PermissionDenied => TroubleKind::NotAllowed,
            io::ErrorKind::ReadOnlyFilesystem => TroubleKind::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => TroubleKind::Full,
            io::ErrorKind::FileTooLarge if error.get_ref().is_some_and(|inner| inner.is::<TooLong>()) => {
                TroubleKind::TooLong
            }
            io::ErrorKind::FileTooLarge => TroubleKind::TooLarge,
            io::ErrorKind::AlreadyExists => TroubleKind::NameTaken,
            _ => TroubleKind::Other,
        }
    }

    /// Returns the word for it in the log and in machine-readable output.
    pub fn id(self) -> &'static str {
        match self {
            TroubleKind::Missing => "missing",
            TroubleKind::WrongKind => "wrong-kind",
            TroubleKind::OutsideImages => "outside-images",
            TroubleKind::NotAPicture => "not-a-picture",
            TroubleKind::NotAllowed => "not-allowed",
            TroubleKind::ReadOnly => "read-only",
            TroubleKind::Full => "full",
            TroubleKind::TooLarge => "too-large",
            TroubleKind::TooLong => "too-long",
            TroubleKind::NameTaken => "name-taken",
            TroubleKind::Other => "other",
        }
    }

    fn words(self) -> &'static str {
        match self {
            TroubleKind::Missing => "it is not there",
            TroubleKind::WrongKind => {
                "it is not of the right kind: a file is needed, and this is a folder, a pipe or a device; or the reverse"
            }
            TroubleKind::OutsideImages => "it is not a file in the library's own folder images",
            TroubleKind::NotAPicture => "it is not a picture that can be read, or it is damaged",
            TroubleKind::NotAllowed => "this user has no permission",
            TroubleKind::ReadOnly => "the disk can only be read",
            TroubleKind::Full => "the disk is full",
            TroubleKind::TooLarge => "it is too large",
            TroubleKind::TooLong => "its file would be longer than what can be read again",
            TroubleKind::NameTaken => "something of that name is there already",
            TroubleKind::Other => "the system refused",
        }
    }

    /// Returns what to do about it.
    pub fn hint(self) -> &'static str {
        match self {
            TroubleKind::Missing => "check the path; it may have been moved, renamed or unplugged",
            TroubleKind::WrongKind => "choose another path, or move what stands there out of the way",
            TroubleKind::OutsideImages => {
                "copy the picture itself into the folder images, or choose it again in the app"
            }
            TroubleKind::NotAPicture => "choose the picture again, or save it as a new PNG in a picture editor",
            TroubleKind::NotAllowed => "choose a folder of your own, or ask its owner for permission to write",
            TroubleKind::ReadOnly => "choose a folder on another disk",
            TroubleKind::Full => "free some space, or choose a folder on another disk",
            TroubleKind::TooLarge => "choose a smaller file",
            TroubleKind::TooLong => "make its texts shorter, or remove keys that Beckon does not know from the file",
            TroubleKind::NameTaken => "choose another name",
            TroubleKind::Other => "try again; if it stays, choose a folder on another disk",
        }
    }
}

/// Why an operation on a file or folder failed.
#[derive(Debug, Clone, thiserror::Error)]
#[error("cannot {action} `{}`: {}{}", .path.display(), .kind.words(), detail(.kind, .source))]
pub struct LibraryError {
    /// The kind of trouble.
    pub kind: TroubleKind,
    /// What was attempted: a verb, such as `save`.
    pub action: &'static str,
    /// The file or folder.
    pub path: PathBuf,
    /// The operating system's error.
    #[source]
    pub source: Arc<io::Error>,
}

/// The operating system's error is left out: it cannot be compared.
impl PartialEq for LibraryError {
    fn eq(&self, other: &Self) -> bool {
        (self.kind, self.action, &self.path) == (other.kind, other.action, &other.path)
    }
}

impl Eq for LibraryError {}

/// Returns the system's own words, where this program has none.
fn detail(kind: &TroubleKind, source: &io::Error) -> String {
    if *kind == TroubleKind::Other {
        format!(" ({source})")
    } else {
        String::new()
    }
}

impl From<TooLong> for io::Error {
    fn from(error: TooLong) -> Self {
        io::Error::new(io::ErrorKind::FileTooLarge, error)
    }
}

impl LibraryError {
    pub(crate) fn new(action: &'static str, path: &Path, source: io::Error) -> Self {
        LibraryError {
            kind: TroubleKind::of(&source),
            action,
            path: path.to_owned(),
            source: Arc::new(source),
        }
    }

    /// Creates an error that this program finds, rather than the operating system.
    pub(super) fn of_kind(kind: TroubleKind, action: &'static str, path: &Path) -> Self {
        LibraryError {
            kind,
            action,
            path: path.to_owned(),
            source: Arc::new(io::Error::other(kind.words())),
        }
    }

    /// Returns what to do about it.
    pub fn hint(&self) -> &'static str {
        self.kind.hint()
    }
}

/// Adds what was attempted, and on which path, to an error of the operating system.
pub(super) trait Context<T> {
    fn context(self, action: &'static str, path: &Path) -> Result<T, LibraryError>;
}

impl<T> Context<T> for io::Result<T> {
    fn context(self, action: &'static str, path: &Path) -> Result<T, LibraryError> {
        self.map_err(|source| LibraryError::new(action, path, source))
    }
}

/// Why a campaign file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// The disk could not deliver it.
    #[error(transparent)]
    Disk(#[from] LibraryError),
    /// It was read, but is not a campaign.
    #[error("{error}")]
    Text {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, every problem at once.
        error: ReadError,
    },
}

impl LoadError {
    /// Returns what to do about it.
    pub fn hint(&self) -> Cow<'static, str> {
        match self {
            LoadError::Disk(error) => error.hint().into(),
            LoadError::Text { error, .. } => error.hint(),
        }
    }
}
