//! Whose unsaved work a record is. Several windows may have one library open: each writes records of its own, and none takes up those of
//! another that is running.
//!
//! A window shows that it is running by a lock on a file, which the operating system lets go of however the window ends. Where a disk
//! has no locks, every other window counts as ended.

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
    /// Somebody new.
    pub fn new() -> Self {
        Owner {
            name: format!("{:016x}", fastrand::u64(..)),
            held: Mutex::default(),
        }
    }

    /// The name that records bear.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Shows in a folder that this one is running, as long as it lives. A folder that takes no file holds no records either.
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
            // One that stays is removed by whoever finds it unlocked.
            let _ = remove_file(&lock_file(&folder, &self.name));
        }
    }
}

/// Whether the one of this name, who is somebody else, is still running. What one that has ended left behind is removed.
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
