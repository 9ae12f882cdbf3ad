//! The owner of a record of unsaved work. Several windows may have one library open: each writes its own records, and none takes over those of
//! another running window.
//!
//! A window shows that it is running with a lock on a file, which the operating system releases however the window ends. Where a disk has no locks,
//! every other window counts as ended.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::disk::{open_regular, remove_file};

/// One run of the program that has a library open.
#[derive(Debug)]
pub(super) struct Owner {
    name: String,
    /// The locks that are held, by their folders.
    held: Mutex<Vec<(PathBuf, File)>>,
}

impl Owner {
    /// Creates a new owner.
    pub fn new() -> Self {
        Owner {
            name: format!("{:016x}", fastrand::u64(..)),
            held: Mutex::default(),
        }
    }

    /// Returns the name that its records carry.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Shows in a folder that this window is running, as long as it lives. A folder that takes no file holds no records either.
    pub fn show_in(&self, folder: &Path) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let file = lock_file(folder, &self.name);
        let lost = |file: &Path| !file.exists();
        held.retain(|(of, _)| of != folder || !lost(&file));
        if held.iter().any(|(of, _)| of == folder) {
            return;
        }
        let opened = open_regular(&file, OpenOptions::new().create(true).truncate(false).write(true), true);
        if let Ok(file) = opened
            && file.try_lock().is_ok()
        {
            held.push((folder.to_owned(), file));
        }
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        let held = self.held.get_mut().unwrap_or_else(PoisonError::into_inner);
        for (folder, _) in held.drain(..) {
            // A file that stays is removed by the next window that finds it unlocked.
            let _ = remove_file(&lock_file(&folder, &self.name));
        }
    }
}

/// Returns whether the other window of this name is still running. Leftovers of one that has ended are removed.
pub(super) fn is_running(folder: &Path, name: &str) -> bool {
    let well_formed = name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    let path = lock_file(folder, name);
    let opened = well_formed.then(|| open_regular(&path, OpenOptions::new().write(true), true));
    let Some(Ok(file)) = opened else { return false };
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => true,
        Ok(()) | Err(TryLockError::Error(_)) => {
            let _ = remove_file(&path);
            false
        }
    }
}

fn lock_file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.lock"))
}
