//! A look at a library that changes nothing, takes no lock and keeps no file open, for investigations.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder::INNER_FOLDER;
use super::names::{FILE_SUFFIX, is_campaign_file};
use super::trouble::Context;
use super::{Library, LibraryError};

/// How many of each kind a library holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Overview {
    /// Campaign files.
    pub campaigns: usize,
    /// Those that cannot be read.
    pub unreadable: usize,
    /// Notes of unsaved work, including those of running windows.
    pub unsaved: usize,
    /// Earlier versions of campaigns.
    pub versions: usize,
    /// Campaign files in the bin.
    pub deleted: usize,
}

impl Library {
    /// Counts what the library in a folder holds. Every campaign file is read.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn overview(folder: &Path) -> Result<Overview, LibraryError> {
        fs::read_dir(folder).context("list", folder)?;
        let inner = folder.join(INNER_FOLDER);
        let campaigns = files(folder, is_campaign_file);
        let unreadable = campaigns.iter().filter(|path| Library::load(path).is_err()).count();
        let below = |name: &str| {
            let outer = inner.join(name);
            let folders = paths(&outer).into_iter().filter(|path| path.is_dir()).chain([outer]);
            folders
                .map(|folder| files(&folder, |name| name.ends_with(FILE_SUFFIX)).len())
                .sum()
        };
        Ok(Overview {
            campaigns: campaigns.len(),
            unreadable,
            unsaved: files(&inner.join("recovery"), |name| name.ends_with(".json")).len(),
            versions: below("versions"),
            deleted: below("trash"),
        })
    }
}

fn paths(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

fn files(folder: &Path, takes: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let mut found = paths(folder);
    found.retain(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(&takes));
    found
}
