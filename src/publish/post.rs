//! Everything that publishing keeps on the disk, in one folder: connections, tokens of last resort, outbox, ledger, and a lock.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use directories::ProjectDirs;

use super::connection::{Connections, lock_file, open_lock};
use super::{Keyring, Ledger, Outbox, Tokens};
use crate::library::{LibraryError, sweep};

/// From this age on, a file that was never finished is what a crash left, and no other process's work.
const LEFT_OVER: Duration = Duration::from_secs(24 * 60 * 60);

/// The environment variable that names the folder.
pub const POST_VARIABLE: &str = "BECKON_PUBLISHING";

/// The folder that publishing keeps things in: the given one, else that of [`POST_VARIABLE`], else one among the application's data.
/// `None` when the system knows no home folder.
pub fn post_folder(given: Option<PathBuf>) -> Option<PathBuf> {
    let named = || {
        std::env::var_os(POST_VARIABLE)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let data = || ProjectDirs::from("", "", "Beckon").map(|dirs| dirs.data_dir().join("publishing"));
    given.or_else(named).or_else(data)
}

/// The folder, opened. Cheap to clone, safe to use from any thread; several processes may have it open.
#[derive(Debug, Clone)]
pub struct Post {
    /// Where campaigns are published to.
    pub connections: Connections,
    /// Their tokens.
    pub tokens: Tokens,
    /// What waits.
    pub outbox: Outbox,
    /// What became of it.
    pub ledger: Ledger,
    dir: PathBuf,
}

/// The right to send, held by one process at a time, so that none sends what another is sending. Dropping it gives it back.
#[derive(Debug)]
pub struct Turn {
    _lock: File,
}

impl Post {
    /// Opens the folder; makes it when it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(dir: impl Into<PathBuf>, keyring: Keyring) -> Result<Post, LibraryError> {
        let dir = dir.into();
        let post = Post {
            connections: Connections::new(&dir),
            tokens: Tokens::new(dir.join("tokens"), keyring),
            outbox: Outbox::open(dir.join("outbox"))?,
            ledger: Ledger::open(dir.join("ledger"))?,
            dir,
        };
        post.sweep(SystemTime::from(crate::clock::now()) - LEFT_OVER);
        Ok(post)
    }

    /// Removes what crashes left half written before an instant.
    fn sweep(&self, before: SystemTime) {
        let ledger = self.dir.join("ledger");
        let pages = fs::read_dir(&ledger).into_iter().flatten().flatten();
        let folders = pages.map(|folder| folder.path());
        for folder in folders.chain([ledger, self.dir.join("outbox"), self.dir.clone()]) {
            sweep(&folder, before);
        }
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Takes the right to send; `None` while another process or thread has it.
    ///
    /// # Errors
    /// When the disk knows no locks or does not let this user write.
    pub fn try_turn(&self) -> Result<Option<Turn>, LibraryError> {
        let path = self.lock_path();
        let lock = open_lock(&path)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Turn { _lock: lock })),
            Err(std::fs::TryLockError::WouldBlock) => Ok(None),
            Err(std::fs::TryLockError::Error(error)) => Err(LibraryError::new("lock", &path, error)),
        }
    }

    /// Waits for the right to send.
    ///
    /// # Errors
    /// As [`Post::try_turn`].
    pub fn turn(&self) -> Result<Turn, LibraryError> {
        lock_file(&self.lock_path()).map(|lock| Turn { _lock: lock })
    }

    fn lock_path(&self) -> PathBuf {
        self.dir.join("sending.lock")
    }
}
