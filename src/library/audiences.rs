//! The saved audiences of a library: the folder `audiences` next to its campaigns, one file `NAME.audience.json` each.
//!
//! Campaigns name an audience by its file's name without the ending. No path is ever made from such a name: the folder is listed, and what is not in
//! the list does not exist. As with campaigns, no file that another program changed is replaced, and what is deleted goes into the bin.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::disk::{ContentHash, make_folders, read_bounded, read_input, write_atomically, write_new};
use super::folder::MOST_NAMES;
use super::names::stem_or;
use super::trouble::Context;
use super::{Binned, Library, LibraryError, LoadError, VersionTag};
use crate::campaign::{MAX_FILE_BYTES, SavedAudience, SavedAudiences};
use crate::redact;

/// The folder within a library.
pub const AUDIENCE_FOLDER: &str = "audiences";
/// The ending of every saved audience's file.
pub const AUDIENCE_SUFFIX: &str = ".audience.json";
/// What the file of an audience is called whose name has neither letters nor digits.
const UNNAMED: &str = "audience";

/// A saved audience as its file holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredAudience {
    /// The file, and its content's hash, which [`Library::save_audience`] compares with.
    pub tag: VersionTag,
    /// What it says.
    pub audience: SavedAudience,
}

/// One file of the folder: a saved audience, or why it cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub struct AudienceEntry {
    /// The name that campaigns use: that of the file without its ending.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// What it holds.
    pub content: Result<StoredAudience, LoadError>,
}

impl AudienceEntry {
    /// Returns what people call it: its own name, else that of its file.
    pub fn title(&self) -> &str {
        let named = self.content.as_ref().ok().map(|stored| stored.audience.name.trim());
        named.filter(|name| !name.is_empty()).unwrap_or(&self.name)
    }
}

/// Why an audience was not saved. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum AudienceSaveError {
    /// Another program has changed the file, or removed it.
    #[error("`{}` was changed by another program while it was edited here", .path.display())]
    Conflict {
        /// The file.
        path: PathBuf,
        /// What it says now; `None` when it is gone, or cannot be read.
        theirs: Option<Box<StoredAudience>>,
    },
    /// The disk did not take it.
    #[error(transparent)]
    Disk(#[from] LibraryError),
}

/// Returns the name that campaigns use for the audience in a file; `None` for other files.
pub fn audience_name(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?.strip_suffix(AUDIENCE_SUFFIX)?;
    (!name.is_empty() && !name.starts_with('.')).then_some(name)
}

/// Reads a saved audience.
///
/// # Errors
/// When the file cannot be read, or is no saved audience.
pub fn read_audience(file: &Path) -> Result<SavedAudience, LoadError> {
    let bytes = read_input(file, MAX_FILE_BYTES).context("read", file)?;
    parse(file, &bytes).map(|stored| stored.audience)
}

/// Lists the saved audiences next to the campaigns of a folder, in the order of their files' names; none where there is no such folder.
///
/// # Errors
/// When the folder is there and cannot be listed.
pub fn audiences_in(folder: &Path) -> Result<Vec<AudienceEntry>, LibraryError> {
    let folder = folder.join(AUDIENCE_FOLDER);
    let listed = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listed => listed.context("list", &folder)?,
    };
    let mut entries = Vec::new();
    for entry in listed {
        let path = entry.context("list", &folder)?.path();
        if let Some(name) = audience_name(&path) {
            entries.push(AudienceEntry {
                name: name.to_owned(),
                content: load(&path),
                path: path.clone(),
            });
        }
    }
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(entries)
}

/// Returns those that can be read, by the names that campaigns use.
pub fn readable(entries: &[AudienceEntry]) -> SavedAudiences {
    let known = entries.iter().filter_map(|entry| {
        let stored = entry.content.as_ref().ok()?;
        Some((entry.name.clone(), stored.audience.clone()))
    });
    known.collect()
}

impl Library {
    /// Lists its saved audiences.
    ///
    /// # Errors
    /// As for [`audiences_in`].
    pub fn audiences(&self) -> Result<Vec<AudienceEntry>, LibraryError> {
        audiences_in(self.dir())
    }

    /// Returns those of its saved audiences that can be read.
    pub fn known_audiences(&self) -> SavedAudiences {
        readable(&self.audiences().unwrap_or_default())
    }

    /// Writes an audience into a new file, named after it.
    ///
    /// # Errors
    /// When the folder cannot take it.
    pub fn create_audience(&self, audience: &SavedAudience) -> Result<StoredAudience, LibraryError> {
        let stem = stem_or(&audience.name, UNNAMED);
        let taken: Vec<String> = self
            .audiences()?
            .iter()
            .map(|entry| entry.name.to_lowercase())
            .collect();
        for number in 1..=MOST_NAMES {
            let name = match number {
                1 => stem.clone(),
                _ => format!("{stem}-{number}"),
            };
            if taken.contains(&name) {
                continue;
            }
            match self.put_audience(&name, audience) {
                Err(error) if error.source.kind() == io::ErrorKind::AlreadyExists => {}
                done => return done,
            }
        }
        Err(io::ErrorKind::AlreadyExists.into()).context("save", &self.dir().join(AUDIENCE_FOLDER))
    }

    /// Writes an audience into a new file of this name, without the ending: one that was there before, so that references to it are right again.
    ///
    /// # Errors
    /// When there is such a file, or the folder cannot take it.
    pub fn put_audience(&self, name: &str, audience: &SavedAudience) -> Result<StoredAudience, LibraryError> {
        let folder = self.dir().join(AUDIENCE_FOLDER);
        make_folders(self.dir(), &folder).context("make the folder", &folder)?;
        let path = folder.join(format!("{name}{AUDIENCE_SUFFIX}"));
        let text = audience.to_json();
        write_new(&path, text.as_bytes()).context("save", &path)?;
        tracing::info!(file = redact::file(&path), "audience made");
        Ok(stored(path, text.as_bytes(), audience.clone()))
    }

    /// Saves an audience over its file, when it differs from that file.
    ///
    /// # Errors
    /// A conflict when the file is not what `tag` says; otherwise what the disk reports.
    pub fn save_audience(
        &self,
        tag: &VersionTag,
        audience: &SavedAudience,
    ) -> Result<StoredAudience, AudienceSaveError> {
        let path = &tag.path;
        let conflict = |theirs| AudienceSaveError::Conflict {
            path: path.clone(),
            theirs,
        };
        let bytes = match read_bounded(path, MAX_FILE_BYTES) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.dir().is_dir() => return Err(conflict(None)),
            read => read.context("save", path)?,
        };
        let there = parse(path, &bytes).ok();
        if let Some(there) = there.as_ref().filter(|there| there.audience == *audience) {
            return Ok(there.clone());
        }
        if ContentHash::of(&bytes) != tag.hash {
            tracing::warn!(
                file = redact::file(path),
                "not saved: another program changed the audience"
            );
            return Err(conflict(there.map(Box::new)));
        }
        let text = audience.to_json();
        write_atomically(path, text.as_bytes()).context("save", path)?;
        tracing::info!(file = redact::file(path), "audience saved");
        Ok(stored(path.clone(), text.as_bytes(), audience.clone()))
    }

    /// Deletes the file of an audience by moving it into the bin's folder; `at` is the present instant.
    ///
    /// # Errors
    /// When it cannot be moved; it then stays in its place.
    pub fn delete_audience(&self, path: &Path, at: DateTime<Utc>) -> Result<Binned, LibraryError> {
        self.delete(path, at)
    }
}

fn load(path: &Path) -> Result<StoredAudience, LoadError> {
    let bytes = read_bounded(path, MAX_FILE_BYTES).context("read", path)?;
    parse(path, &bytes)
}

fn parse(path: &Path, bytes: &[u8]) -> Result<StoredAudience, LoadError> {
    let audience = SavedAudience::from_json(bytes).map_err(|error| LoadError::Text {
        path: path.to_owned(),
        error,
    })?;
    Ok(stored(path.to_owned(), bytes, audience))
}

fn stored(path: PathBuf, bytes: &[u8], audience: SavedAudience) -> StoredAudience {
    StoredAudience {
        tag: VersionTag {
            path,
            hash: ContentHash::of(bytes),
        },
        audience,
    }
}
