//! Everything that publishing keeps on the disk, in one folder private to its owner: connections, tokens of last resort, outbox, ledger,
//! the libraries that they belong to, and a lock for each connection.

use std::collections::HashSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use directories::ProjectDirs;

use super::connection::{Connections, lock_file, open_lock};
use super::ledger::file_name;
use super::{EntryKey, Keyring, Ledger, Libraries, Outbox, Tokens};
use crate::library::{LibraryError, make_private, make_private_folder, sweep};

/// From this age on, an unfinished file is the remains of a crash, not another process's work.
const LEFT_OVER: Duration = Duration::from_secs(24 * 60 * 60);

/// The environment variable that names the folder.
pub const DATA_DIR_VARIABLE: &str = "BECKON_PUBLISHING";

/// The folder that publishing keeps things in: the given one, else that of [`DATA_DIR_VARIABLE`], else one among the application's data.
/// `None` when the system has no home folder.
pub fn data_dir_path(given: Option<PathBuf>) -> Option<PathBuf> {
    let named = || {
        std::env::var_os(DATA_DIR_VARIABLE)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let data = || ProjectDirs::from("", "", "Beckon").map(|dirs| dirs.data_dir().join("publishing"));
    given.or_else(named).or_else(data)
}

/// The folder, opened. Cheap to clone, safe to use from any thread; several processes may have it open.
#[derive(Debug, Clone)]
pub struct DataDir {
    /// Where campaigns are published to.
    pub connections: Connections,
    /// Their tokens.
    pub tokens: Tokens,
    /// What waits.
    pub outbox: Outbox,
    /// The outcomes.
    pub ledger: Ledger,
    /// Which libraries it belongs to.
    pub libraries: Libraries,
    dir: PathBuf,
}

/// The right to send to a connection, held by one process or thread at a time, so that nothing is sent twice. Dropping it releases it.
#[derive(Debug)]
pub struct ConnectionLock {
    _lock: File,
}

/// Everything that publishing keeps in its folder.
const OURS: [&str; 9] = [
    "connections.json",
    "connections.lock",
    "ledger",
    "libraries.json",
    "libraries.lock",
    "outbox",
    "sending",
    // Of an earlier version.
    "sending.lock",
    "tokens",
];

/// Restricts access to what an earlier version, or a user by hand, left open. A folder with other content stays as it is: the user may have
/// named a shared one.
fn close(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let (ours, others): (Vec<_>, Vec<_>) = entries.map(|entry| entry.path()).partition(|path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| OURS.contains(&name))
    });
    if others.is_empty() && !ours.is_empty() {
        make_private(folder);
    } else {
        ours.iter().for_each(|path| make_private(path));
    }
}

impl DataDir {
    /// Opens the folder; makes it when it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(dir: impl Into<PathBuf>, keyring: Keyring) -> Result<DataDir, LibraryError> {
        let dir = dir.into();
        make_private_folder(&dir).map_err(|error| LibraryError::new("make the folder", &dir, error))?;
        close(&dir);
        let data_dir = DataDir {
            connections: Connections::new(&dir),
            tokens: Tokens::new(dir.join("tokens"), keyring),
            outbox: Outbox::open(dir.join("outbox"))?,
            ledger: Ledger::open(dir.join("ledger"))?,
            libraries: Libraries::new(&dir),
            dir,
        };
        data_dir.sweep(SystemTime::from(crate::clock::now()) - LEFT_OVER);
        Ok(data_dir)
    }

    /// Removes unfinished files left by crashes before an instant.
    fn sweep(&self, before: SystemTime) {
        let pages = self.ledger.folders();
        for folder in pages.iter().chain([&self.dir.join("outbox"), &self.dir]) {
            sweep(folder, before);
        }
    }

    /// Whether there is data of an earlier version that no library has taken over yet.
    pub fn is_behind(&self) -> bool {
        self.ledger.is_behind()
    }

    /// Takes over a library's data of an earlier version, which did not distinguish libraries. `campaigns` is asked for the campaigns'
    /// identities only if there is such data. What still waits is left unchanged until it is done.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn adopt(&self, library: &str, campaigns: impl FnOnce() -> HashSet<String>) -> Result<(), LibraryError> {
        if !self.ledger.is_behind() {
            return Ok(());
        }
        let campaigns = campaigns();
        let waiting: HashSet<EntryKey> = self
            .outbox
            .queue()?
            .waiting
            .into_iter()
            .map(|queued| queued.key)
            .collect();
        self.ledger.adopt(library, |entry| {
            entry.subject.campaign_id().is_some_and(|id| campaigns.contains(id)) && !waiting.contains(&entry.key())
        })
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Takes the right to send to a connection; `None` while another process or thread holds it.
    ///
    /// # Errors
    /// When the disk does not support locks or does not let this user write.
    pub fn try_lock(&self, connection: &str) -> Result<Option<ConnectionLock>, LibraryError> {
        let path = self.lock_path(connection)?;
        let lock = open_lock(&path)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(ConnectionLock { _lock: lock })),
            Err(std::fs::TryLockError::WouldBlock) => Ok(None),
            Err(std::fs::TryLockError::Error(error)) => Err(LibraryError::new("lock", &path, error)),
        }
    }

    /// Waits for the right to send to a connection.
    ///
    /// # Errors
    /// As [`DataDir::try_lock`].
    pub fn lock(&self, connection: &str) -> Result<ConnectionLock, LibraryError> {
        lock_file(&self.lock_path(connection)?).map(|lock| ConnectionLock { _lock: lock })
    }

    fn lock_path(&self, connection: &str) -> Result<PathBuf, LibraryError> {
        let folder = self.dir.join("sending");
        make_private_folder(&folder).map_err(|error| LibraryError::new("make the folder", &folder, error))?;
        Ok(folder.join(format!("{}.lock", file_name(connection))))
    }
}
