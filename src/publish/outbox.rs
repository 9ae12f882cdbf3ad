//! The outbox: requested operations that are not done yet, one file each, in the order of request.
//!
//! A file survives a power cut once [`Outbox::add`] returns; it is never changed, and only removed after its outcome
//! is in the ledger. A damaged one is put aside and never holds up the others.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::EntryKey;
use super::intention::{Intention, Unfit, What};
use crate::library::{
    LibraryError, TroubleKind, make_private_folder, read_bounded, remove_file, rename, write_private,
};
use crate::redact;

/// Largest file that is read, in bytes: a campaign with two pictures of the largest size that a library allows.
const MAX_BYTES: usize = 96 << 20;

/// The outbox of a user: a folder, read again each time.
#[derive(Debug, Clone)]
pub struct Outbox {
    dir: PathBuf,
}

/// An operation that waits: everything but the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// The operation's identity.
    pub id: Uuid,
    /// What of which library it is about, at which connection.
    pub key: EntryKey,
    /// Its name at the click.
    pub name: String,
    /// When it was requested.
    pub at: DateTime<Utc>,
    /// The request.
    pub what: What,
    pub(super) path: PathBuf,
}

/// Why a waiting operation cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Its file was damaged and put aside here.
    #[error("something that waited to be published was damaged, and was put aside as `{}`", .0.display())]
    PutAside(PathBuf),
    /// A newer version of Beckon wrote this file; it waits for that version.
    #[error("`{}` was written by a newer Beckon, and waits for it", .0.display())]
    Newer(PathBuf),
    /// The disk fails.
    #[error(transparent)]
    Disk(#[from] LibraryError),
    /// The system cannot start a thread, with its message.
    #[error("nothing can be sent just now: {0}")]
    NoThread(String),
}

impl SendError {
    /// The word for it in the log.
    pub fn id(&self) -> &'static str {
        match self {
            SendError::PutAside(_) => "damaged",
            SendError::Newer(_) => "newer",
            SendError::Disk(error) => error.kind.id(),
            SendError::NoThread(_) => "no-thread",
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            SendError::PutAside(_) => "publish it again",
            SendError::Newer(_) => "update Beckon",
            SendError::Disk(error) => error.hint(),
            SendError::NoThread(_) => "close other programs; it is tried again by itself",
        }
    }
}

/// The content of the outbox.
#[derive(Debug, Default)]
pub struct Queue {
    /// What waits, in the order of request.
    pub waiting: Vec<Queued>,
    /// Files that cannot be sent.
    pub troubles: Vec<SendError>,
}

impl Outbox {
    pub(super) fn open(dir: PathBuf) -> Result<Outbox, LibraryError> {
        make_private_folder(&dir).map_err(|error| LibraryError::new("make the folder", &dir, error))?;
        Ok(Outbox { dir })
    }

    /// Opens the outbox in an existing folder for reading: nothing is created.
    pub(super) fn at(dir: PathBuf) -> Outbox {
        Outbox { dir }
    }

    /// How many operations wait, and when the oldest of them was requested, as far as the names of their files show. Nothing is read.
    pub(super) fn waiting_since(&self) -> (usize, Option<DateTime<Utc>>) {
        let files = self.files().unwrap_or_default();
        let requested = |path: &PathBuf| {
            let name = path.file_stem()?.to_str()?;
            let (seconds, nanoseconds) = Uuid::try_parse(name.split_once('-')?.1)
                .ok()?
                .get_timestamp()?
                .to_unix();
            DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanoseconds)
        };
        let oldest = files.iter().filter_map(|(_, path)| requested(path)).min();
        (files.len(), oldest)
    }

    /// Appends an operation. Once this returns, no crash can lose it.
    ///
    /// # Errors
    /// When the disk refuses the write; then nothing was requested.
    pub fn add(&self, intention: &Intention) -> Result<(), LibraryError> {
        let failed = |error| LibraryError::new("put into the outbox", &self.dir, error);
        let last = self.files().map_err(failed)?.last().map_or(0, |(number, _)| *number);
        let path = self.dir.join(format!("{:012}-{}.json", last + 1, intention.id));
        let added = write_private(&path, intention.to_json().as_bytes()).map_err(failed);
        let (what, campaign) = (intention.what().id(), intention.subject.redacted());
        let (id, connection) = (intention.id, redact::id(&intention.connection));
        match &added {
            Ok(()) => tracing::info!(what, campaign, connection, intention = %id, "queued"),
            Err(error) => tracing::error!(
                what,
                campaign,
                kind = error.kind.id(),
                cause = redact::cause(error),
                "not queued"
            ),
        }
        added
    }

    /// What waits, in the order of request.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn queue(&self) -> Result<Queue, LibraryError> {
        let mut queue = Queue::default();
        for path in self.paths()? {
            match self.load(&path) {
                Ok(Some(intention)) => queue.waiting.push(Queued::new(&intention, path)),
                Ok(None) => {}
                Err(trouble) => queue.troubles.push(trouble),
            }
        }
        Ok(queue)
    }

    /// Returns the damaged files that were put aside.
    pub fn put_aside(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.dir.join(ASIDE)).into_iter().flatten().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    }

    /// The files in the order of request.
    pub(super) fn paths(&self) -> Result<Vec<PathBuf>, LibraryError> {
        let files = self
            .files()
            .map_err(|error| LibraryError::new("list", &self.dir, error))?;
        Ok(files.into_iter().map(|(_, path)| path).collect())
    }

    /// Reads an operation; `None` when it was removed meanwhile.
    pub(super) fn load(&self, path: &Path) -> Result<Option<Intention>, SendError> {
        let bytes = match read_bounded(path, MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                let error = LibraryError::new("read", path, error);
                return Err(match error.kind {
                    // A pipe or a folder never holds an intention.
                    TroubleKind::WrongKind => self.set_aside(path),
                    _ => SendError::Disk(error),
                });
            }
        };
        match Intention::from_json(&bytes) {
            Ok(intention) => Ok(Some(intention)),
            Err(Unfit::Newer) => Err(SendError::Newer(path.to_owned())),
            Err(Unfit::Damaged) => Err(self.set_aside(path)),
        }
    }

    /// Removes a finished operation. One already removed is fine.
    pub(super) fn remove(&self, path: &Path) -> Result<(), LibraryError> {
        match remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(LibraryError::new("remove", path, error)),
            _ => Ok(()),
        }
    }

    fn set_aside(&self, path: &Path) -> SendError {
        let folder = self.dir.join(ASIDE);
        let target = folder.join(path.file_name().unwrap_or_default());
        match make_private_folder(&folder).and_then(|()| rename(path, &target)) {
            Ok(()) => {
                tracing::error!("an operation in the outbox was damaged and put aside");
                SendError::PutAside(target)
            }
            Err(error) => SendError::Disk(LibraryError::new("put aside", path, error)),
        }
    }

    /// Numbers and paths, in order; operations of one instant in the order of their identities.
    fn files(&self) -> io::Result<Vec<(u64, PathBuf)>> {
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.dir)? {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let number = name
                .strip_suffix(".json")
                .and_then(|name| name.split_once('-'))
                .and_then(|(number, _)| number.parse().ok());
            if let Some(number) = number {
                files.push((number, path));
            }
        }
        files.sort();
        Ok(files)
    }
}

/// The folder within the outbox for damaged files.
const ASIDE: &str = "damaged";

impl Queued {
    /// One of no file, for tests of what is shown of it.
    #[cfg(test)]
    pub(crate) fn waiting(key: EntryKey, id: Uuid) -> Self {
        Queued {
            id,
            key,
            name: String::new(),
            at: DateTime::UNIX_EPOCH,
            what: What::Launch,
            path: PathBuf::new(),
        }
    }

    pub(super) fn new(intention: &Intention, path: PathBuf) -> Self {
        Queued {
            id: intention.id,
            key: intention.key(),
            name: intention.name.clone(),
            at: intention.at,
            what: intention.what(),
            path,
        }
    }
}
