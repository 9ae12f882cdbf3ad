//! The data folder: where it is, and its lock for a single backend.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use directories::ProjectDirs;

use super::options::StartError;
use super::private::{self, PrivateError};

/// The lock file of a running backend; contains its address.
const LOCK: &str = "running";

/// How often a lock held without an address is read again.
const ASKS: u32 = 20;
/// The time between two attempts.
const ASK: Duration = Duration::from_millis(50);

/// Returns the default data folder; `None` when the system has no home folder.
pub fn default_data_folder() -> Option<PathBuf> {
    ProjectDirs::from("", "", "Beckon").map(|dirs| dirs.data_dir().join("backend"))
}

/// The data folder, locked for a single backend: two would invalidate each other's memory of what visitors fetch.
pub(super) struct Lock(File);

impl Lock {
    pub(super) fn take(folder: &Path) -> Result<Self, StartError> {
        let unusable = |source| StartError::Folder {
            folder: folder.to_owned(),
            source,
        };
        make_private(folder).map_err(unusable)?;
        if let Some(reason) = private::exposure(folder) {
            let folder = folder.display();
            tracing::warn!("others can change the data folder `{folder}`: {reason}; `chmod 700 {folder}` closes it");
        }
        let mut asked = 0;
        loop {
            let file = made(folder, LOCK)?;
            match file.try_lock() {
                Ok(()) => {
                    // The address of an earlier backend is outdated, and would mislead readers before this one answers.
                    let _ = file.set_len(0);
                    return Ok(Lock(file));
                }
                Err(TryLockError::Error(source)) => return Err(unusable(source)),
                Err(TryLockError::WouldBlock) => {}
            }
            let url = address_in(file);
            asked += 1;
            if url.is_some() || asked == ASKS {
                let folder = folder.to_owned();
                return Err(StartError::InUse { folder, url });
            }
            // The other one is only starting, or just ending.
            std::thread::sleep(ASK);
        }
    }

    /// The path of a file in the folder, which only its owner reads; created empty if missing.
    pub(super) fn private_file(&self, folder: &Path, name: &'static str) -> Result<PathBuf, StartError> {
        made(folder, name)?;
        Ok(folder.join(name))
    }

    /// Writes the backend's address into the lock, for processes that find the folder taken.
    pub(super) fn announce(mut self, url: &str) -> Self {
        let written = self.0.set_len(0).and_then(|()| self.0.rewind());
        if let Err(error) = written.and_then(|()| writeln!(self.0, "{url}")) {
            tracing::warn!(%error, "the lock could not say where the backend answers");
        }
        self
    }
}

/// A file of the folder, opened for reading and writing; created empty if missing.
fn made(folder: &Path, name: &'static str) -> Result<File, StartError> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    private::open(&mut options, &folder.join(name)).map_err(|error| match error {
        PrivateError::Disk(source) => StartError::Folder {
            folder: folder.to_owned(),
            source,
        },
        reason => StartError::File {
            name,
            folder: folder.to_owned(),
            reason,
        },
    })
}

/// Returns the address of the backend that holds a lock, if written there. It only helps the user to find the other one.
fn address_in(lock: File) -> Option<String> {
    let mut url = String::new();
    let _ = lock.take(200).read_to_string(&mut url);
    Some(url.trim().to_owned()).filter(|url| url.starts_with("http://"))
}

/// Creates a folder that others cannot look into; an existing one is left unchanged.
fn make_private(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
