//! Unsaved work, written before every save and found again after a crash.
//!
//! Each draft has one small file, which only its owner may read. It is stored within the library or, when that cannot be written, among the user's
//! application data.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::{Value, json};

use super::disk::{ContentHash, make_private_folder, make_private_folders, read_bounded, remove_file, write_private};
use super::owner::{Owner, is_running};
use super::save::says_the_same;
use super::trouble::Context;
use super::{Library, LibraryError};
use crate::campaign::{Campaign, MAX_FILE_BYTES, from_json, to_value};
use crate::redact;

/// The value of the key `format` in a file of unsaved work.
const FORMAT: &str = "beckon.recovery";

/// The unsaved work of one library.
#[derive(Debug, Clone)]
pub struct Recovery {
    dir: PathBuf,
    /// The folder's true path, which identifies it in records.
    library: String,
    /// Where records go, best first.
    folders: Vec<PathBuf>,
    owner: Arc<Owner>,
}

/// A draft whose last edits were not saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsaved {
    /// The file it belongs to, which may be gone.
    pub path: PathBuf,
    /// What that file held when the edits began; together with `path`, the version tag for saving.
    pub base: Option<ContentHash>,
    /// The draft.
    pub campaign: Campaign,
}

/// Unsaved work, and the file that holds it.
struct Record {
    file: PathBuf,
    at: SystemTime,
    unsaved: Unsaved,
}

impl Recovery {
    pub(super) fn new(library: &Path, folders: Vec<PathBuf>, owner: Arc<Owner>) -> Self {
        let true_path = fs::canonicalize(library).unwrap_or_else(|_| library.to_owned());
        let name = true_path.to_string_lossy().into_owned();
        Recovery {
            dir: library.to_owned(),
            library: name,
            folders,
            owner,
        }
    }

    /// Records a draft that is about to be saved, or could not be. Returns the record's path.
    ///
    /// # Errors
    /// When no folder takes it.
    pub fn note(&self, path: &Path, base: Option<ContentHash>, campaign: &Campaign) -> Result<PathBuf, LibraryError> {
        let record = json!({
            "format": FORMAT,
            "version": 1,
            "library": self.library,
            "owner": self.owner.name(),
            "file": file_name(path),
            "base": base.map(|hash| hash.to_string()),
            "campaign": to_value(campaign),
        });
        let text = record.to_string();
        let mut refused = None;
        for folder in &self.folders {
            let target = folder.join(self.record_name(path));
            let made = match folder.starts_with(&self.dir) {
                true => make_private_folders(&self.dir, folder),
                false => make_private_folder(folder),
            };
            let written = made.and_then(|()| {
                self.owner.show_in(folder);
                write_private(&target, text.as_bytes())
            });
            match written.context("keep unsaved work in", &target) {
                Ok(()) => {
                    tracing::debug!(file = redact::file(path), "unsaved work written down");
                    return Ok(target);
                }
                Err(error) => {
                    let (kind, cause) = (error.kind.id(), redact::cause(&error));
                    tracing::warn!(file = redact::file(path), kind, cause, "unsaved work not written down");
                    refused = Some(error);
                }
            }
        }
        Err(refused.unwrap_or_else(|| {
            let source = std::io::ErrorKind::NotFound.into();
            LibraryError::new("keep unsaved work in", &self.dir, source)
        }))
    }

    /// Removes a draft's unsaved work, because it was saved or discarded. That of another window stays.
    pub fn clear(&self, path: &Path) {
        let name = self.record_name(path);
        for folder in &self.folders {
            // If it cannot be removed, the next look finds it saved already.
            let _ = remove_file(&folder.join(&name));
        }
    }

    /// Returns the drafts whose last edits are not in their files, the newest version of each. Those of a running window stay with it; this window
    /// takes over those of one that has ended. Other files are left alone.
    pub fn pending(&self) -> Vec<Unsaved> {
        let mut found: Vec<Record> = Vec::new();
        let files = self.folders.iter().flat_map(fs::read_dir).flatten().flatten();
        for record in files.filter_map(|file| self.read(&file.path())) {
            match found.iter_mut().find(|other| other.unsaved.path == record.unsaved.path) {
                Some(other) if other.at < record.at => *other = record,
                Some(_) => {}
                None => found.push(record),
            }
        }
        found.sort_by(|one, other| one.unsaved.path.cmp(&other.unsaved.path));
        let (saved, unsaved): (Vec<_>, Vec<_>) = found.into_iter().partition(|record| is_saved(&record.unsaved));
        for record in saved {
            // If it cannot be removed, the next look finds it saved already.
            let _ = remove_file(&record.file);
        }
        for Record { unsaved, .. } in &unsaved {
            let (campaign, file) = (redact::id(&unsaved.campaign.id), redact::file(&unsaved.path));
            tracing::warn!(campaign, file, "unsaved work found");
        }
        unsaved.into_iter().map(|record| self.take_over(record)).collect()
    }

    /// Takes over a record for this window.
    fn take_over(&self, record: Record) -> Unsaved {
        let Record { file, unsaved, .. } = record;
        let is_own = file.file_name() == Some(self.record_name(&unsaved.path).as_ref());
        // If it cannot be written again, the old one stays.
        if !is_own && self.note(&unsaved.path, unsaved.base, &unsaved.campaign).is_ok() {
            let _ = remove_file(&file);
        }
        unsaved
    }

    /// Reads a record of this library, unless another running window wrote it.
    fn read(&self, file: &Path) -> Option<Record> {
        let facts = fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
        let value: Value = serde_json::from_slice(&read_bounded(file, 2 * MAX_FILE_BYTES).ok()?).ok()?;
        let of_this_library = value["format"] == FORMAT && value["library"] == *self.library;
        let name = value["file"]
            .as_str()
            .filter(|name| of_this_library && *name == file_name(Path::new(name)))?;
        let owner = value["owner"].as_str().filter(|owner| *owner != self.owner.name());
        if owner.is_some_and(|owner| file.parent().is_some_and(|folder| is_running(folder, owner))) {
            return None;
        }
        let campaign = from_json(value["campaign"].to_string().as_bytes()).ok()?;
        Some(Record {
            file: file.to_owned(),
            at: facts.modified().ok()?,
            unsaved: Unsaved {
                path: self.dir.join(name),
                base: value["base"].as_str().and_then(ContentHash::from_hex),
                campaign,
            },
        })
    }

    /// Names a record after the library, the file and the owner, so that several libraries and windows can share a folder.
    fn record_name(&self, path: &Path) -> String {
        let key = format!("{}\n{}\n{}", self.library, file_name(path), self.owner.name());
        format!("{}.json", &ContentHash::of(key.as_bytes()).to_string()[..32])
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_saved(unsaved: &Unsaved) -> bool {
    Library::load(&unsaved.path).is_ok_and(|stored| says_the_same(&stored.campaign, &unsaved.campaign))
}
